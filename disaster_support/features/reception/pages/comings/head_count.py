"""How many people: now, in each shelter, hour by hour, at any other hour, and what they were given today."""

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.daily import HeadCount, Survey, count_at
from disaster_support.features.reception.moments import read_moment
from disaster_support.features.reception.pages.comings.result_panel import say_moment
from disaster_support.features.reception.pages.forms import LineField
from disaster_support.features.reception.things import say_item
from disaster_support.i18n import gettext as _
from disaster_support.ui.panels import wrapping_label
from disaster_support.ui.say import Words, say
from disaster_support.ui.tasks import run_in_background

_HOUR_ROWS = 8


class HeadCountPanel(QWidget):
    """Figures only; they are brought by the page."""

    def __init__(self, context: Context, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._context, self._now = context, now
        self._survey: Survey | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(16)
        self.total = wrapping_label()
        self.total.setProperty("type", "heading")
        self._more = wrapping_label()
        column.addWidget(_card(self.total, self._more))
        self._given_title = _title(lambda: _("Given today"))
        self._given = wrapping_label()
        column.addWidget(_group(self._given_title, self._given))
        self.when = LineField(lambda: _("Count at another hour"))
        say(self, self.when.line.setPlaceholderText, lambda: _("18:30 or 11/22 18:30, then Enter"))
        self.counted = wrapping_label()
        self.counted.setProperty("type", "strong")
        self.counted.hide()
        self.when.line.returnPressed.connect(self.count)
        column.addWidget(_group(self.when, self.counted))
        self._hours = [QLabel() for _hour in range(24)]
        column.addWidget(_group(_title(lambda: _("People here in the last 24 hours")), self._build_hours()))
        column.addStretch(1)
        say(self, lambda _text: self._say(), str)

    def _build_hours(self) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        for number, label in enumerate(self._hours):
            label.setProperty("type", "secondary")
            label.setTextFormat(Qt.TextFormat.PlainText)
            grid.addWidget(label, number % _HOUR_ROWS, number // _HOUR_ROWS)
        return table

    def show_survey(self, survey: Survey) -> None:
        """Show these figures."""
        self._survey = survey
        self._say()

    def count(self) -> None:
        """Count at the moment that was typed, in the background."""
        try:
            at = read_moment(self.when.text(), self._now())
        except UserError as error:
            self.when.show_error(str(error))
            self.counted.hide()
            return
        self.when.show_error("")
        register = self._context.door.register
        run_in_background(
            self,
            lambda _progress: count_at(register, at),
            on_done=lambda counts: self._tell(at, counts),
            on_error=self.when.show_error,
        )

    def _tell(self, at: datetime, counts: Iterable[tuple[str, int]]) -> None:
        when = say_moment(at, self._now())
        lines = [_say_count(name or when, count) for name, count in counts]
        self.counted.setText("\n".join(lines))
        self.counted.show()

    def _say(self) -> None:
        if self._survey is None:
            return
        total = self._survey.total
        self.total.setText(_("{count} here now").format(count=total.here))
        self._more.setText("\n".join([_say_others(total), *map(_say_shelter, self._survey.shelters)]))
        given = [f"{say_item(item)}   {count}" for item, count in self._survey.given.items()]
        self._given.setText("\n".join(given) or _("Nothing yet."))
        for label, (hour, count) in zip(self._hours, self._survey.hours, strict=True):
            label.setText(f"{hour.strftime('%H:%M')}   {count}")


def _say_count(name: str, count: int) -> str:
    # Translators: a shelter or a time, and how many people were there.
    return _("{name}: {count} here").format(name=name, count=count)


def _say_others(count: HeadCount) -> str:
    return _("Away for the night: {away}, expected: {expected}").format(away=count.on_leave, expected=count.expected)


def _say_shelter(count: HeadCount) -> str:
    return _say_count(count.shelter, count.here)


def _title(words: Words) -> QLabel:
    label = wrapping_label()
    label.setProperty("type", "strong")
    say(label, label.setText, words)
    return label


def _group(*widgets: QWidget) -> QWidget:
    group = QWidget()
    _stack(group, widgets, 0)
    return group


def _card(*widgets: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("panel", "surface")
    _stack(card, widgets, 16)
    return card


def _stack(holder: QWidget, widgets: Iterable[QWidget], margin: int) -> None:
    column = QVBoxLayout(holder)
    column.setContentsMargins(margin, margin and 12, margin, margin and 12)
    column.setSpacing(4)
    for widget in widgets:
        column.addWidget(widget)
