"""Where a line may end, after ICU: dictionaries for Thai, Lao, Khmer and Burmese, kinsoku and phrases for Japanese.

Source: Unicode Standard Annex #14, and CLDR's locale keys `lb` and `lw` (https://unicode.org/reports/tr35/#KeyTypes).
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from icu4py.breakers import LineBreaker

_PHRASES = "-lw-phrase"
_WHOLE = re.compile(r"Wi-Fi", re.IGNORECASE)

# What ICU 78 takes apart although a reader does not: polite endings, and the last character of a compound (駐車場).
_WHOLE_JA = re.compile(
    r"くださ[いる]|ま(?:す|せん|した|しょう)|で(?:す|した|しょう)|がんば|お[一-龥]|[ァ-ヶー][0-9０-９]"
    r"|[一-龥](?=[場室者所口類券品用機人])[一-龥]"
)

_NEGATION_MY = "\u1019"  # မ, "not": on a line's end of its own it leaves "smoke" to begin the next


@lru_cache(maxsize=10_000)
def line_breaks(text: str, locale: str) -> tuple[int, ...]:
    """Return the offsets at which a new line may begin, the end of the text included.

    `locale` is an ICU locale such as "ja-u-lb-strict-lw-phrase". Breaking at phrases alone forgets kinsoku, so a line
    breaks where both allow it.
    """
    breaks = _icu_breaks(text, locale)
    whole = [match.span() for match in _WHOLE.finditer(text)]
    if _PHRASES in locale:
        strict = set(_icu_breaks(text, locale.replace(_PHRASES, "")))
        breaks = tuple(offset for offset in breaks if offset in strict)
        whole += [match.span() for match in _WHOLE_JA.finditer(text)]
    if locale.startswith("my"):
        inside = [(start, end) for start, end in pairwise((0, *breaks)) if end < len(text)]
        whole += [(start, end + 1) for start, end in inside if text[start:end] == _NEGATION_MY]
    return breaks_outside(breaks, whole) if whole else breaks


def breaks_outside(breaks: Sequence[int], spans: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """Leave out the offsets that lie inside one of the spans, which must stay whole."""
    return tuple(offset for offset in breaks if not any(start < offset < end for start, end in spans))


def _icu_breaks(text: str, locale: str) -> tuple[int, ...]:
    """Ask ICU. It counts in UTF-16, so its pieces are measured here."""
    return tuple(accumulate(len(piece) for piece in LineBreaker(text, locale)))
