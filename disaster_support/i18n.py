"""The interface's language: gettext catalogues, switched while the program runs.

Strings in the code are English; `translations/<tag>/LC_MESSAGES/interface.po` holds the others. The language of the
interface is one thing, the languages of a board or a sign another: those live in `content`.
"""

import gettext as _gettext
from pathlib import Path

INTERFACE_LANGUAGES = ("ja", "en")

_current: _gettext.NullTranslations = _gettext.NullTranslations()
_language = "en"


def use_language(tag: str, compiled: Path) -> None:
    """Speak this language from now on; a missing or broken catalogue leaves the strings in English."""
    global _current, _language
    _language = tag
    try:
        with (compiled / f"interface-{tag}.mo").open("rb") as file:
            _current = _gettext.GNUTranslations(file)
    except (OSError, UnicodeDecodeError, ValueError):
        _current = _gettext.NullTranslations()


def current_language() -> str:
    """Return the tag of the interface's language."""
    return _language


def gettext(message: str) -> str:
    """Return the message in the interface's language."""
    return _current.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of the message that fits the count."""
    return _current.ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """Return the message as it is said in this context."""
    return _current.pgettext(context, message)
