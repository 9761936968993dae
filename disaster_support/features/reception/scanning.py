"""What a scanner or a hand types for a card, in full width or half, with any dash: one spelling."""

import re
import unicodedata

_DASHES = re.compile("[‐‑‒–—―−ーｰ－]")
_CODE = re.compile(r"DS[2-7A-Z]{26}")
_NUMBER = re.compile(r"[A-Z]{1,3}-\d{1,7}-\d{1,4}")
_SENT_BEFORE = re.compile(r"^\][A-Za-z]\d")  # the symbology that some scanners send first, as ]Q1


def straighten(typed: str) -> str:
    """Return what was typed with plain letters, digits and dashes where it is a card; a name keeps its own letters.

    Source: ISO/IEC 15424 for the identifier that scanners may send before a code.
    """
    plain = _SENT_BEFORE.sub("", unicodedata.normalize("NFKC", typed).strip())
    card = _DASHES.sub("-", plain).upper().replace(" ", "")
    return card if is_card(card) else plain


def is_card(text: str) -> bool:
    """Whether a straightened text is the code or the number of a card rather than part of a name."""
    return bool(_CODE.fullmatch(text) or _NUMBER.fullmatch(text))
