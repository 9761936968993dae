"""What a drill is called, when and where it is held, what it is for, who is there, and how nobody is hurt."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from disaster_support.bilingual import Bilingual
from disaster_support.features.drills.model import Drill
from disaster_support.i18n import current_language, pgettext
from disaster_support.i18n import gettext as _
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.inputs import NumberBox
from disaster_support.ui.page import scrolling
from disaster_support.ui.say import Words
from disaster_support.ui.theme import current_theme

_ONE, _SEVERAL, _MOST_MINUTES = 112, 190, 2880
_LINES = ("organisations", "safety")
_TEXTS = ("purpose", "scenario")
_DAY_FORMATS = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d")


def read_day(text: str) -> date | None:
    """Return the day meant by 2026-11-23, 2026/11/23 or 20261123; None where it is no day."""
    for form in _DAY_FORMATS:
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    return None


def read_hour(text: str) -> time | None:
    """Return the time of day meant by 9:05, 0905, 905 or 9時05分; None where it is none."""
    parts = text.strip().replace("時", ":").replace("：", ":").replace("分", "").rstrip(":")
    hours, _colon, minutes = parts.partition(":")
    if not _colon and len(parts) > 2:
        hours, minutes = parts[:-2], parts[-2:]
    try:
        return time(int(hours), int(minutes or "0"))
    except ValueError:
        return None


class Overview(QWidget):
    """The fields of a drill that are no lists of rows."""

    changed = Signal()

    def __init__(self, drill: Drill) -> None:
        super().__init__()
        self._drill = drill
        self._filling = True
        self.title, self.venue, self.day, self.hour = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.minutes = NumberBox(1, _MOST_MINUTES)
        self.texts = {name: _text(_SEVERAL if name != "purpose" else _ONE) for name in (*_TEXTS, *_LINES)}
        self._build()
        self.fill()
        for line in (self.title, self.venue, self.day, self.hour):
            line.textChanged.connect(self._tell)
        self.minutes.valueChanged.connect(self._tell)
        for text in self.texts.values():
            text.textChanged.connect(self._tell)

    def fill(self) -> None:
        """Show the drill in the interface's language."""
        self._filling = True
        plan, tag = self._drill.plan, current_language()
        self.title.setText(plan.title.say(tag))
        self.venue.setText(plan.venue.say(tag))
        self.title.setCursorPosition(0)
        self.venue.setCursorPosition(0)
        self.day.setText(self._drill.held_on.isoformat())
        self.hour.setText(f"{self._drill.begins:%H:%M}")
        self.minutes.setValue(plan.minutes)
        for name in _TEXTS:
            self.texts[name].setPlainText(getattr(plan, name).say(tag))
        for name in _LINES:
            self.texts[name].setPlainText("\n".join(one.say(tag) for one in getattr(plan, name)))
        self._filling = False

    def read(self) -> Drill:
        """Return the drill with what is typed; a day or hour that is none stays as it was, and is pointed out."""
        plan, tag = self._drill.plan, current_language()
        day, hour = read_day(self.day.text()), read_hour(self.hour.text())
        self._day_field.show_error("" if day else _("Write the day as 2026-11-23."))
        self._hour_field.show_error("" if hour else _("Write the time as 9:00."))
        typed = {name: text.toPlainText().strip() for name, text in self.texts.items()}
        texts: dict[str, Any] = {name: getattr(plan, name).with_text(typed[name], tag) for name in _TEXTS}
        lines: dict[str, Any] = {name: _read_lines(getattr(plan, name), typed[name]) for name in _LINES}
        plan = replace(
            plan,
            title=plan.title.with_text(self.title.text().strip(), tag),
            venue=plan.venue.with_text(self.venue.text().strip(), tag),
            minutes=self.minutes.value(),
            **texts,
            **lines,
        )
        self._drill = replace(
            self._drill, plan=plan, held_on=day or self._drill.held_on, begins=hour or self._drill.begins
        )
        return self._drill

    def _build(self) -> None:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addWidget(LabelledField(lambda: pgettext("drill", "Title"), self.title))
        row = QHBoxLayout()
        row.setSpacing(16)
        self._day_field = LabelledField(lambda: pgettext("drill", "Day"), self.day)
        self._hour_field = LabelledField(lambda: _("Begins at"), self.hour)
        row.addWidget(self._day_field, 2)
        row.addWidget(self._hour_field, 1)
        row.addWidget(LabelledField(lambda: _("Minutes"), self.minutes), 1)
        column.addLayout(row)
        column.addWidget(LabelledField(lambda: pgettext("drill", "Where"), self.venue))
        labels: dict[str, Words] = {
            "purpose": lambda: _("Purpose"),
            "scenario": lambda: _("Scenario"),
            "organisations": lambda: _("Organisations, one in a line"),
            "safety": lambda: _("Safety rules, one in a line"),
        }
        for name, words in labels.items():
            column.addWidget(LabelledField(words, self.texts[name]))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(form))

    def _tell(self) -> None:
        if not self._filling:
            self.read()  # at once: the language may change before anybody asks
            self.changed.emit()


def _text(height: int) -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setTabChangesFocus(True)
    text.setFixedHeight(current_theme().px(height))
    return text


def _read_lines(before: tuple[Bilingual, ...], text: str) -> tuple[Bilingual, ...]:
    """Return the lines; one that did not change keeps its other language, and so does a mended one in its place."""
    tag = current_language()
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) == len(before):
        return tuple(old.with_text(line, tag) for old, line in zip(before, lines, strict=True))
    known = {one.say(tag): one for one in before}
    return tuple(known.get(line, Bilingual(line)) for line in lines)
