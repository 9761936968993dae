"""Texts that somebody typed: any length, any script, and no language given with them."""

from unicodedata import name

from disaster_support.documents.fitting import LADDER_PT, fit_text
from disaster_support.documents.model import Text, TextMeasurer
from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _


def fit_free(
    measurer: TextMeasurer, text: Text, width_mm: float, height_mm: float, *, maximum_pt: float, bold: bool = False
) -> tuple[Text, float]:
    """Return a text that somebody typed, and the largest size at which it fits the box.

    A word that even the smallest size cannot hold may break between any two letters.

    Raises:
        UserError: the text is too long for the box.

    """
    for candidate in (text, breakable(text)):
        size = fit_text(
            measurer, candidate, width_mm, height_mm, minimum_pt=LADDER_PT[0], maximum_pt=maximum_pt, bold=bold
        )
        if size is not None:
            return candidate, size
    raise UserError(_("This text is too long for the sheet: {text}. Shorten it.").format(text=text.string[:40] + "…"))


def breakable(text: Text) -> Text:
    """Return the text with a place to break (ZERO WIDTH SPACE) after every letter; readings are left out."""
    return Text("\u200b".join(text.string), text.language)


_SCRIPTS = {
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "ARABIC": "ar",
    "THAI": "th",
    "LAO": "lo",
    "KHMER": "km",
    "MYANMAR": "my",
    "DEVANAGARI": "ne",
    "BENGALI": "bn",
    "TAMIL": "ta",
    "SINHALA": "si",
    "CYRILLIC": "ru",
    "LATIN": "en",
}


def typed(string: str) -> Text:
    """Return the typed words as a text."""
    return Text(string, guess_language(string))


def guess_language(string: str) -> str:
    """Return a language in whose script typed words can be set: that of their first letter that tells.

    Kanji alone are Japanese. It settles font, direction and line breaks; it is no claim about what was typed.
    """
    scripts = (name(letter, "").split(" ")[0] for letter in string)
    return next((_SCRIPTS[script] for script in scripts if script in _SCRIPTS), "ja")
