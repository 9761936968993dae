"""Phrases laid out for cards and the full screen, never before the font of their language is there."""

from collections.abc import Sequence

from PySide6.QtGui import QFontDatabase

from disaster_support.content.model import Language, Phrase
from disaster_support.ui.fonts import font_for
from disaster_support.ui.text import LaidText, lay_out

Said = tuple[Phrase, Language]

_drawable: set[str] = set()


def can_draw(language: Language) -> bool:
    """Whether the language's own font has come; until then its text is left out, so that no boxes show."""
    if language.font not in _drawable:
        families = font_for(language, 16).families()
        if families and not QFontDatabase.hasFamily(families[0]):
            return False
        _drawable.add(language.font)
    return True


def lay_said(
    said: Said, size_px: int, width: float, *, align: str = "start", mirrored: bool = False
) -> LaidText | None:
    """Lay a phrase out in its language; None while its font is on its way."""
    phrase, language = said
    if not can_draw(language):
        return None
    return lay_out(phrase.text, phrase.ruby, language, size_px, width, align=align, mirrored=mirrored)


def lay_all(said: Sequence[Said], size_px: int, width: float, *, align: str, mirrored: bool = False) -> list[LaidText]:
    """Lay several phrases out at one size; those whose font has not come are left out."""
    laid = (lay_said(one, size_px, width, align=align, mirrored=mirrored) for one in said)
    return [one for one in laid if one is not None]


def stack_height(texts: Sequence[LaidText], gap: float) -> float:
    """Return the height in px of texts below one another."""
    return sum(text.height for text in texts) + gap * max(0, len(texts) - 1)


def fit_all(said: Sequence[Said], width: float, height: float, *, smallest: int, largest: int, gap: float) -> int:
    """Return the largest size in px at which all phrases fit below one another; the smallest if none does."""
    low, high = smallest, max(smallest, largest)
    while low < high:
        middle = (low + high + 1) // 2
        texts = lay_all(said, middle, width, align="start")
        fits = stack_height(texts, gap) <= height and all(text.width <= width for text in texts)
        low, high = (middle, high) if fits else (low, middle - 1)
    return low
