"""Buttons that read a tile aloud, one for each language with a voice here, and one that names those without."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer

from disaster_support.content.model import Language
from disaster_support.features.boards.letters import Said
from disaster_support.features.boards.model import MAX_LANGUAGES
from disaster_support.features.boards.speech import Speech
from disaster_support.features.boards.words import staff_name
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.say import say


class SpeakButtons:
    """Which languages can speak is asked once the tile is on the screen: the first time that takes a moment."""

    def __init__(self) -> None:
        self.speech = Speech()
        self.speaking = tuple(SpeakButton(self.speech) for _place in range(MAX_LANGUAGES))
        self.silent = SilentButton()
        self._said: Sequence[Said] = ()

    def show_said(self, said: Sequence[Said]) -> None:
        """Be ready for these phrases."""
        self._said = said
        if self.speech.is_open:
            self._ask()
        else:
            self._arrange(said, ())
            QTimer.singleShot(0, self.silent, self._ask)

    def speak_first(self) -> None:
        """Say the first phrase that can be said; where there is none, say why."""
        button = self.speaking[0] if self.speaking[0].isVisible() else self.silent
        button.click()

    def _ask(self) -> None:
        self.speech.open()
        voiced = [one for one in self._said if self.speech.can_speak(one[1])]
        self._arrange(voiced, [language for phrase, language in self._said if (phrase, language) not in voiced])

    def _arrange(self, voiced: Sequence[Said], silent: Sequence[Language]) -> None:
        for index, button in enumerate(self.speaking):
            button.setVisible(index < len(voiced))
            if index < len(voiced):
                button.show_said(voiced[index])
        self.silent.show_languages(silent)


class SpeakButton(Button):
    """Says a phrase in its language."""

    def __init__(self, speech: Speech) -> None:
        self._speech = speech
        self._said: Said | None = None
        super().__init__(self._words, self._speak, icon_name="volume-high")
        say(self, self.setToolTip, lambda: _("Read the text aloud (S for the first language)"))
        self.hide()

    def show_said(self, said: Said) -> None:
        """Be ready for this phrase."""
        self._said = said
        self.setText(self._words())

    def _words(self) -> str:
        return _("Speak {language}").format(language=staff_name(self._said[1])) if self._said else ""

    def _speak(self) -> None:
        if self._said:
            self._speech.speak(*self._said)


class SilentButton(Button):
    """Names the languages for which this computer has no voice; pressed, it shows what can be done."""

    def __init__(self) -> None:
        self._languages: Sequence[Language] = ()
        super().__init__(self._words, kind="text", icon_name="volume-off")
        say(self, self.setToolTip, no_voice_sentence)
        self.setCheckable(True)
        self.hide()

    def show_languages(self, languages: Sequence[Language]) -> None:
        """Name these languages; none hides the button."""
        self._languages = languages
        self.setText(self._words())
        self.setVisible(bool(languages))

    def _words(self) -> str:
        # Translators: {languages} are those in which this computer should speak, but cannot.
        names = ", ".join(staff_name(language) for language in self._languages)
        return _("No voice: {languages}").format(languages=names)


def no_voice_sentence() -> str:
    """Return what can be done where no voice speaks the language."""
    return _("This computer has no voice for this language. Show the text instead, or add a voice in its settings.")
