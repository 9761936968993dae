"""Where a line may end, after ICU: dictionaries for Thai, Lao, Khmer and Burmese, kinsoku and phrases for Japanese.

Source: Unicode Standard Annex #14, and CLDR's locale keys `lb` and `lw` (https://unicode.org/reports/tr35/#KeyTypes).
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from icu4py.breakers import LineBreaker

from disaster_support.printing.unbroken import never_break, phrase_ends

_PHRASES = "-lw-phrase"


@lru_cache(maxsize=10_000)
def line_breaks(text: str, locale: str) -> tuple[int, ...]:
    """Return the offsets at which a new line may begin, the end of the text included.

    `locale` is an ICU locale such as "ja-u-lb-strict-lw-phrase". Breaking at phrases alone forgets kinsoku, so a line
    breaks where both allow it.
    """
    breaks = _icu_breaks(text, locale)
    allowed = set(breaks)
    if _PHRASES in locale and locale.startswith("ja"):
        allowed |= phrase_ends(text)
    if _PHRASES in locale:
        allowed &= set(_icu_breaks(text, locale.replace(_PHRASES, "")))
    return tuple(sorted(allowed - never_break(text, locale.partition("-")[0], breaks)))


def breaks_outside(breaks: Sequence[int], spans: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """Leave out the offsets that lie inside one of the spans, which must stay whole."""
    return tuple(offset for offset in breaks if not any(start < offset < end for start, end in spans))


def _icu_breaks(text: str, locale: str) -> tuple[int, ...]:
    """Ask ICU. It counts in UTF-16, so its pieces are measured here."""
    return tuple(accumulate(len(piece) for piece in LineBreaker(text, locale)))
