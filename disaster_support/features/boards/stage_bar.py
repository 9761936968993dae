"""The buttons of the full screen, on staff's side: back, turn round, speak, what is unchecked, other tiles."""

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QWidget

from disaster_support.content.model import Language, Phrase
from disaster_support.features.boards.model import Tile
from disaster_support.features.boards.speech import Speech
from disaster_support.features.boards.words import UNREVIEWED_ICON, point_outwards, staff_name, unreviewed_sentence
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button, IconButton
from disaster_support.ui.flow import FlowLayout
from disaster_support.ui.theme import BOARD_TARGET

if TYPE_CHECKING:
    from disaster_support.features.boards.service import BoardService

ButtonT = TypeVar("ButtonT", bound=QAbstractButton)


class StageBar(QWidget):
    """One row of large buttons. Which languages can speak is asked once the tile is on the screen."""

    stepped = Signal(int)

    def __init__(self, service: "BoardService") -> None:
        super().__init__()
        self._service = service
        self._speech = Speech()
        self._voices: list[SpeakButton] = []
        self.back = _large(Button(lambda: _("Back (Esc)"), icon_name="arrow-left"))
        self.turn = _large(Button(lambda: _("Turn round (T)"), icon_name="screen-rotation"))
        self.unchecked = _large(Button(lambda: _("Not checked yet"), kind="text", icon_name=UNREVIEWED_ICON))
        self.unchecked.setCheckable(True)
        self.unchecked.setToolTip(unreviewed_sentence())
        self.before = _large(IconButton(lambda: _("Tile before (left arrow)"), "chevron-left", self._step_back))
        self.after = _large(IconButton(lambda: _("Next tile (right arrow)"), "chevron-right", self._step_on))
        self._number = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 32, 8)
        row.setSpacing(12)
        self._flow = FlowLayout(spacing=12)
        row.addLayout(self._flow, 1)
        for button in (self.back, self.turn, self.unchecked):
            self._flow.addWidget(button)
        for at_end in (self.before, self._number, self.after):
            row.addWidget(at_end, 0, Qt.AlignmentFlag.AlignTop)
        self._number.setFixedHeight(BOARD_TARGET)

    def show_tile(self, tile: Tile, place: int, count: int) -> None:
        """Show what can be done with this tile."""
        point_outwards(self.before, self.after)
        self._number.setText(f"{place + 1} / {count}")
        self.unchecked.setChecked(False)
        self.unchecked.setVisible(bool(tile.unreviewed))
        said = [(phrase, self._service.language(tag)) for tag, phrase in tile.phrases.items()]
        while len(self._voices) < len(said):
            self._voices.append(SpeakButton(self._speech))
            self._flow.insert_widget(1 + len(self._voices), self._voices[-1])
        for index, button in enumerate(self._voices):
            button.setVisible(index < len(said))
            if index < len(said):
                button.show_phrase(*said[index])

    def stops(self) -> list[QAbstractButton]:
        """Return the buttons that can be reached now, in their order."""
        buttons = [self.back, self.turn, *self._voices, self.unchecked, self.before, self.after]
        return [button for button in buttons if button.isVisible()]

    def speak_first(self) -> None:
        """Say the tile in the first language."""
        if self._voices:
            self._voices[0].click()

    def stop(self) -> None:
        """Break off what is being said."""
        self._speech.stop()

    def _step_back(self) -> None:
        self.stepped.emit(-1)

    def _step_on(self) -> None:
        self.stepped.emit(1)


class SpeakButton(Button):
    """Says a phrase in its language, or says in words that no voice of this computer can."""

    def __init__(self, speech: Speech) -> None:
        self._speech = speech
        self._said: tuple[Phrase, Language] | None = None
        self._can_speak: bool | None = None
        super().__init__(self._words, self._speak, icon_name="volume-high")
        _large(self)

    def show_phrase(self, phrase: Phrase, language: Language) -> None:
        """Be ready for this phrase; whether there is a voice is found a moment later."""
        if self._said is None or self._said[1] != language:
            self._can_speak = None
            QTimer.singleShot(0, self, self._ask)
        self._said = (phrase, language)
        self._say()

    def _ask(self) -> None:
        if self._said:
            self._can_speak = self._speech.can_speak(self._said[1])
            self._say()

    def _say(self) -> None:
        self.set_icon_name("volume-off" if self._can_speak is False else "volume-high")
        self.setText(self._words())
        self.setToolTip(self._hint())

    def _words(self) -> str:
        if self._said is None:
            return ""
        # Translators: {language} is the language in which this computer should speak, but cannot.
        words = _("No voice for {language}") if self._can_speak is False else _("Speak {language}")
        return words.format(language=staff_name(self._said[1]))

    def _hint(self) -> str:
        if self._can_speak is False:
            return _("This computer has no voice for this language. Show the text instead.")
        return _("Read the text aloud (S for the first language)")

    def _speak(self) -> None:
        if self._said and not self._speech.speak(*self._said):
            self._can_speak = False
            self._say()


def _large(button: ButtonT) -> ButtonT:
    button.setProperty("height", "board")
    side = BOARD_TARGET - 2  # and the border
    button.setStyleSheet(f"min-height: {side}px; max-height: {side}px; min-width: {side}px; margin: 0")
    return button
