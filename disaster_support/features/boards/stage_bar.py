"""The buttons of the full screen, on staff's side: back, turn round, speak, what is unchecked, other tiles."""

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QWidget

from disaster_support.features.boards.model import Tile
from disaster_support.features.boards.speak_buttons import SpeakButtons
from disaster_support.features.boards.words import point_outwards
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button, IconButton
from disaster_support.ui.flow import FlowLayout
from disaster_support.ui.say import say
from disaster_support.ui.theme import BOARD_TARGET
from disaster_support.ui.unreviewed import UNREVIEWED_MARK, unreviewed_sentence

if TYPE_CHECKING:
    from disaster_support.features.boards.service import BoardService

ButtonT = TypeVar("ButtonT", bound=QAbstractButton)


class StageBar(QWidget):
    """One row of large buttons. Which languages can speak is asked once the tile is on the screen."""

    stepped = Signal(int)

    def __init__(self, service: "BoardService") -> None:
        super().__init__()
        self._service = service
        self.voices = SpeakButtons()
        self.back = Button(lambda: _("Back (Esc)"), icon_name="arrow-left")
        self.turn = Button(lambda: _("Turn round (T)"), icon_name="screen-rotation")
        self.unchecked = Button(lambda: _("Not checked yet"), kind="text", icon_name=UNREVIEWED_MARK)
        self.unchecked.setCheckable(True)
        say(self.unchecked, self.unchecked.setToolTip, unreviewed_sentence)
        self.before = _large(IconButton(lambda: _("Tile before (left arrow)"), "chevron-left", self._step_back))
        self.after = _large(IconButton(lambda: _("Next tile (right arrow)"), "chevron-right", self._step_on))
        self._number = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 32, 8)
        row.setSpacing(12)
        self._flow = FlowLayout(spacing=12)
        row.addLayout(self._flow, 1)
        for button in (self.back, self.turn, *self.voices.speaking, self.voices.silent, self.unchecked):
            self._flow.addWidget(_large(button))
        for at_end in (self.before, self._number, self.after):
            row.addWidget(at_end, 0, Qt.AlignmentFlag.AlignTop)
        self._number.setFixedHeight(BOARD_TARGET)

    def show_tile(self, tile: Tile, place: int, count: int) -> None:
        """Show what can be done with this tile."""
        point_outwards(self.before, self.after)
        self._number.setText(f"{place + 1} / {count}")
        self.unchecked.setChecked(False)
        self.unchecked.setVisible(bool(tile.unreviewed_with_answers))
        self.voices.silent.setChecked(False)
        self.voices.show_said([(phrase, self._service.language(tag)) for tag, phrase in tile.phrases.items()])

    def stops(self) -> list[QAbstractButton]:
        """Return the buttons that can be reached now, in their order."""
        voices = (*self.voices.speaking, self.voices.silent)
        buttons: tuple[QAbstractButton, ...] = (self.back, self.turn, *voices, self.unchecked, self.before, self.after)
        return [button for button in buttons if button.isVisible()]

    def _step_back(self) -> None:
        self.stepped.emit(-1)

    def _step_on(self) -> None:
        self.stepped.emit(1)


def _large(button: ButtonT) -> ButtonT:
    button.setProperty("height", "board")
    side = BOARD_TARGET - 2  # and the border
    button.setStyleSheet(f"min-height: {side}px; max-height: {side}px; min-width: {side}px; margin: 0")
    return button
