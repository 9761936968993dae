"""What has just happened, large: who, what, and the button that takes it back."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from disaster_support.features.reception.counter import Line, Mode, Outcome, Result, Task
from disaster_support.features.reception.model import MovementKind, State
from disaster_support.features.reception.things import say_item
from disaster_support.features.reception.words import say_movement, say_state
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext
from disaster_support.ui.buttons import Button
from disaster_support.ui.panels import IconLabel, Meaning, wrapping_label
from disaster_support.ui.say import Words, say

_ICONS: Mapping[Meaning, tuple[str, str]] = {
    "information": ("information", "action"),
    "success": ("check-circle", "success"),
    "warning": ("alert", "warning"),
    "error": ("alert-circle", "error"),
}
_ALREADY: Mapping[Mode, Words] = {
    Mode.IN: lambda: _("Was already here: nothing was counted."),
    Mode.TRANSFER_IN: lambda: _("Was already here: nothing was counted."),
    Mode.OUT: lambda: _("Had already left: nothing was counted."),
    Mode.LEAVE: lambda: _("Was already away for the night: nothing was counted."),
    Mode.TRANSFER_OUT: lambda: _("Was already transferred: nothing was counted."),
}
_MOST_LINES = 12


class ResultPanel(QFrame):
    """Shown as soon as there is something to say; the words follow the interface's language."""

    def __init__(self, on_undo: Callable[[], object]) -> None:
        super().__init__()
        self.meaning: Meaning = "information"
        self._head: Words = str
        self._body: Words = str
        self._icon = IconLabel("information", 40, "action")
        self.heading, self.body = wrapping_label(), wrapping_label()
        self.heading.setProperty("type", "heading")
        self.body.setProperty("type", "large")
        self.undo = Button(lambda: _("Take back (Ctrl+Z)"), on_undo, height="small", icon_name="undo")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.body)
        row.addLayout(column, 1)
        row.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignTop)
        say(self, lambda _text: self._say(), str)
        self.hide()

    def show_outcome(self, task: Task, outcome: Outcome, now: datetime) -> None:
        """Say what came of it, for each person."""
        is_good = all(_is_good(task, line) for line in outcome.lines) and outcome.is_written
        self._show(
            "success" if is_good else "warning",
            lambda: _headline(outcome),
            lambda: _describe(task, outcome, now),
            can_undo=outcome.is_written,
        )

    def show_taken_back(self, outcome: Outcome) -> None:
        """Say what was taken back."""
        self._show("information", lambda: _headline(outcome), lambda: _("Taken back: it counts no more."))

    def show_error(self, sentence: str) -> None:
        """Say what is wrong; what was typed stays."""
        self._show("error", lambda: _("Nothing was written"), lambda: sentence)

    def _show(self, meaning: Meaning, head: Words, body: Words, *, can_undo: bool = False) -> None:
        self._head, self._body = head, body
        self.undo.setVisible(can_undo)
        if meaning != self.meaning or self.isHidden():
            self.meaning = meaning
            name, role = _ICONS[meaning]
            self._icon.draw(name, 40, role)
            self.setProperty("panel", meaning)
            self.style().unpolish(self)
            self.style().polish(self)
        self._say()
        self.show()

    def _say(self) -> None:
        self.heading.setText(self._head())
        self.body.setText(self._body())
        self.setAccessibleName(f"{self.heading.text()} {self.body.text()}")


def say_moment(moment: datetime, now: datetime) -> str:
    """Return the time, with the day where it is another."""
    moment, now = moment.astimezone(), now.astimezone()
    time = moment.strftime("%H:%M")
    return time if moment.date() == now.date() else f"{moment.month}/{moment.day} {time}"


def say_entry(kind: MovementKind | None, place: str, item: str, quantity: int) -> str:
    """Return what was written down, in a few words."""
    if kind is None:
        return f"{say_item(item)} × {quantity}"
    if not place:
        return say_movement(kind)
    # Translators: a coming or going and the shelter they went to or came from.
    return _("{movement}: {place}").format(movement=say_movement(kind), place=place)


def _is_good(task: Task, line: Line) -> bool:
    gives_away = task.mode is Mode.GIVE and line.person.state is not State.HERE
    return line.result is Result.KEPT or (line.result is Result.DONE and not gives_away)


def _headline(outcome: Outcome) -> str:
    if len(outcome.lines) == 1:
        person = outcome.lines[0].person
        return f"{person.number}   {person.details.name}"
    done = sum(line.result is Result.DONE for line in outcome.lines)
    return ngettext("{count} person", "{count} people", done).format(count=done)


def _describe(task: Task, outcome: Outcome, now: datetime) -> str:
    lines = [_describe_line(task, line, now) for line in outcome.lines]
    if len(lines) > 1:
        names = (f"{line.person.number} {line.person.details.name}" for line in outcome.lines)
        lines = [
            # Translators: a person and what happened to them.
            _("{name}: {what}").format(name=name, what=what)
            for name, what in zip(names, lines, strict=True)
        ]
    more = len(lines) - _MOST_LINES
    if more > 0:
        lines = [*lines[:_MOST_LINES], ngettext("… and {count} more", "… and {count} more", more).format(count=more)]
    if outcome.asks:
        lines.append(_("Enter gives it once more."))
    return "\n".join(lines)


def _describe_line(task: Task, line: Line, now: datetime) -> str:
    if line.result is Result.ALREADY:
        return _ALREADY[task.mode]()
    if line.result is Result.HAD and line.had_at:
        return _("Has had this already, at {time}.").format(time=say_moment(line.had_at, now))
    if line.result is Result.KEPT:
        return _("Stays as noted: {state}").format(state=say_state(line.person.state))
    kind = None if task.mode is Mode.GIVE else MovementKind(task.mode.value)
    words = [say_entry(kind, task.place, task.item, task.quantity)]
    if task.at:
        words.append(say_moment(task.at, now))
    if kind is None and line.person.state is not State.HERE:
        words.append(_("Noted as: {state}").format(state=say_state(line.person.state)))
    return " · ".join(words)
