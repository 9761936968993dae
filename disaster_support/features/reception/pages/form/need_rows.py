"""What a person needs: tiles to tick at the door, and a line each for what exactly."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from disaster_support.features.reception.answers import read_need, write_need
from disaster_support.features.reception.model import Need, NeedKind, NeedState
from disaster_support.features.reception.pages.form.answer_field import AnswerField
from disaster_support.features.reception.pages.form.choice_box import ChoiceBox
from disaster_support.features.reception.words import NEED_PICTOGRAMS, say_need, say_need_state
from disaster_support.i18n import gettext as _
from disaster_support.ui.flow import FlowLayout
from disaster_support.ui.icons import icon
from disaster_support.ui.say import say
from disaster_support.ui.theme import current_theme


class NeedTiles(QWidget):
    """Every kind of need as a tile: Space ticks it, the arrow keys go from one to the next."""

    ticked = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.tiles = {kind: self._build(kind) for kind in NeedKind}
        self._let_tab_pass()
        self._draw_icons()

    def show_ticked(self, kind: NeedKind, ticked: bool) -> None:
        """Tick a tile, or take the tick away, without telling anybody."""
        tile = self.tiles[kind]
        tile.blockSignals(True)
        tile.setChecked(ticked)
        tile.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons in the new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw_icons()

    def _build(self, kind: NeedKind) -> QPushButton:
        tile = QPushButton()
        tile.setCheckable(True)
        tile.setAutoDefault(False)
        tile.setProperty("kind", "choice")
        tile.toggled.connect(lambda ticked: self.ticked.emit(kind, ticked))
        say(tile, tile.setText, lambda: say_need(kind))
        self._flow.addWidget(tile)
        return tile

    def _let_tab_pass(self) -> None:
        # One stop for Tab, as a list has: thirteen would make the way to the next field too long.
        for tile in list(self.tiles.values())[1:]:
            tile.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def _draw_icons(self) -> None:
        side = current_theme().px(22)
        for kind, tile in self.tiles.items():
            tile.setIcon(icon(NEED_PICTOGRAMS[kind], side, "ink"))
            tile.setIconSize(QSize(side, side))


class NeedRows(QWidget):
    """A line for each kind of need: the answer, and what exactly. Typing what exactly is a yes."""

    edited = Signal()
    answered = Signal(object, bool)  # kind, whether there is such a need

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        self._states: dict[NeedKind, ChoiceBox] = {}
        self._lines: dict[NeedKind, AnswerField] = {}
        for place, kind in enumerate(NeedKind):
            self._build(grid, place, kind)

    def values(self) -> dict[str, str]:
        """Return the columns of all needs."""
        return {f"need_{kind}": self._value(kind) for kind in NeedKind}

    def set_values(self, fields: Mapping[str, str]) -> None:
        """Show the columns of a person."""
        for kind in NeedKind:
            text = fields.get(f"need_{kind}", "")
            need = read_need(text) if text else None
            self._states[kind].set_value(str(need.state) if need else "")
            self._lines[kind].setText(need.detail if need else "")

    def tick(self, kind: NeedKind, ticked: bool) -> None:
        """Say that there is such a need, or take the answer back."""
        self._states[kind].set_value(str(NeedState.YES) if ticked else "")

    def _value(self, kind: NeedKind) -> str:
        state, detail = self._states[kind].value(), self._lines[kind].value()
        return write_need(Need(NeedState(state), detail)) if state else ""

    def _build(self, grid: QGridLayout, place: int, kind: NeedKind) -> None:
        label = QLabel()
        state = ChoiceBox((str(one) for one in NeedState), lambda value: say_need_state(NeedState(value)))
        line = AnswerField()
        say(label, label.setText, lambda: say_need(kind))
        say(state, state.setAccessibleName, lambda: say_need(kind))
        say(line, line.setAccessibleName, lambda: _("{need}: what exactly").format(need=say_need(kind)))
        say(line, line.setPlaceholderText, lambda: _("What exactly"))
        for column, widget in enumerate((label, state, line)):
            grid.addWidget(widget, place, column)
        state.edited.connect(lambda: self._tell(kind))
        line.textEdited.connect(lambda text: self._follow_line(kind, text))
        self._states[kind], self._lines[kind] = state, line

    def _follow_line(self, kind: NeedKind, text: str) -> None:
        state = self._states[kind]
        if text.strip() and state.value() != NeedState.YES:
            state.set_value(str(NeedState.YES))
        self.edited.emit()

    def _tell(self, kind: NeedKind) -> None:
        self.answered.emit(kind, self._states[kind].value() == NeedState.YES)
        self.edited.emit()
