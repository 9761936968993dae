"""The clock of a drill: how long it has run, and its beginning and end."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QLabel, QWidget

from disaster_support.features.drills.model import Drill
from disaster_support.features.drills.pages.desk import DrillDesk
from disaster_support.features.drills.service import end_drill, set_times, start_drill
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.ui.buttons import Button
from disaster_support.ui.fonts import interface_font
from disaster_support.ui.parts import column_in, text_label
from disaster_support.ui.theme import current_theme

_SIZE = 40


class DrillClock(QWidget):
    """Begins and ends the drill; either can be taken back."""

    def __init__(self, desk: DrillDesk) -> None:
        super().__init__()
        self._desk = desk
        self.time = QLabel()
        self._state = text_label("", "secondary")
        self._state.setWordWrap(False)
        self.start = Button(lambda: _("Begin the drill"), self._start, kind="filled", height="large", icon_name="play")
        self.end = Button(lambda: _("End the drill"), self._end, height="large", icon_name="stop")
        self.back = Button(self._say_back, self._take_back, kind="text", height="large")
        self.buttons = (self.start, self.end, self.back)  # placed by the page before it calls `show_drill`
        words = column_in(self, 0)
        for part in (self.time, self._state):
            words.addWidget(part)
        self.restyle()

    def show_drill(self) -> None:
        """Offer what can be done now."""
        drill = self._desk.drill
        self.start.setVisible(drill.started_at is None)
        self.end.setVisible(drill.started_at is not None and drill.ended_at is None)
        self.back.setVisible(drill.started_at is not None)
        self.back.setText(self._say_back())
        self._state.setText(_say_state(drill))
        self.tick(self._desk.context.clock())

    def tick(self, now: datetime) -> None:
        """Show how long the drill has run."""
        words = _say_elapsed(self._desk.drill, now)
        if words != self.time.text():
            self.time.setText(words)

    def restyle(self) -> None:
        """Follow the text size."""
        self.time.setStyleSheet(f"font-size: {current_theme().px(_SIZE)}px; font-weight: bold;")
        self.time.setFont(interface_font(current_theme().px(_SIZE), bold=True))

    def _start(self) -> None:
        self._do(lambda: start_drill(self._desk.register, self._desk.drill.id))

    def _end(self) -> None:
        self._do(lambda: end_drill(self._desk.register, self._desk.drill.id))

    def _take_back(self) -> None:
        drill = self._desk.drill
        start = drill.started_at if drill.ended_at else None
        self._do(lambda: set_times(self._desk.register, drill.id, start, None))

    def _do(self, work: Callable[[], object]) -> None:
        if self._desk.attempt(work):
            self._desk.renew()

    def _say_back(self) -> str:
        if self._desk.drill.ended_at:
            return _("It goes on after all")
        return _("It has not begun yet")


def _say_elapsed(drill: Drill, now: datetime) -> str:
    if drill.started_at is None:
        return "0:00:00"
    seconds = max(0, int(((drill.ended_at or now).astimezone() - drill.started_at.astimezone()).total_seconds()))
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _say_state(drill: Drill) -> str:
    if drill.started_at is None:
        return _("planned at {time}").format(time=f"{drill.begins:%H:%M}")
    begun = f"{drill.started_at.astimezone():%H:%M}"
    if drill.ended_at is None:
        return pgettext("drill", "since {time}").format(time=begun)
    return f"{begun} – {drill.ended_at.astimezone():%H:%M}"
