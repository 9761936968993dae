"""Speaking a phrase aloud with the voices of this computer; which languages can speak is found at run time."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from disaster_support.content.model import SOURCE_LANGUAGE, Language, Phrase
from disaster_support.features.boards.model import read_aloud

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

_SILENT_ENGINES = frozenset({"mock", "none"})
# A Mandarin voice reads either script; one from Hong Kong speaks Cantonese and is left out.
_MANDARIN = {"zh-Hans": ("zh-CN", "zh-TW"), "zh-Hant": ("zh-TW", "zh-CN")}


class Speech:
    """The computer's voices. Qt's speech module is loaded when the first phrase is shown in full."""

    def __init__(self) -> None:
        self._engine: QTextToSpeech | None = None
        self._asked = False

    @property
    def is_open(self) -> bool:
        """Whether the voices have been asked for."""
        return self._asked

    def open(self) -> None:
        """Ask for the voices, which takes a moment the first time."""
        self._open()

    def can_speak(self, language: Language) -> bool:
        """Whether a voice of this computer speaks the language."""
        return self._locale(language) is not None

    def speak(self, phrase: Phrase, language: Language) -> bool:
        """Say the phrase, breaking off what is being said; return whether there was a voice for it."""
        locale = self._locale(language)
        if locale is None or self._engine is None:
            return False
        is_japanese = language.tag.split("-")[0] == SOURCE_LANGUAGE
        self._engine.stop()
        self._engine.setLocale(locale)
        self._engine.say(read_aloud(phrase) if is_japanese else phrase.text)
        return True

    def stop(self) -> None:
        """Break off what is being said."""
        if self._engine is not None:
            self._engine.stop()

    def _locale(self, language: Language) -> QLocale | None:
        engine = self._open()
        return match_locale(language.tag, engine.availableLocales()) if engine else None

    def _open(self) -> "QTextToSpeech | None":
        if not self._asked:
            self._asked = True
            self._engine = _open_engine()
        return self._engine


def match_locale(tag: str, locales: Sequence[QLocale]) -> QLocale | None:
    """Return the voice's locale for a language: its own country's first, then any that writes it the same way."""
    if tag in _MANDARIN:
        wanted = [QLocale(name) for name in _MANDARIN[tag]]
        return next((one for asked in wanted for one in locales if one.territory() == asked.territory()), None)
    asked = QLocale(tag)
    same = [one for one in locales if (one.language(), one.script()) == (asked.language(), asked.script())]
    return next((one for one in same if one.territory() == asked.territory()), same[0] if same else None)


def _open_engine() -> "QTextToSpeech | None":
    try:  # on Linux the module needs a sound library that a bare system may lack
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError:
        return None
    if not any(name not in _SILENT_ENGINES for name in QTextToSpeech.availableEngines()):
        return None
    engine = QTextToSpeech()
    return None if engine.engine() in _SILENT_ENGINES else engine
