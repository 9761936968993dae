"""A plan to read: what a template says, and a course to those who may not change it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from disaster_support.bilingual import Bilingual
from disaster_support.features.training.model import Plan, Step, Unit
from disaster_support.features.training.words import METHODS
from disaster_support.i18n import current_language, ngettext
from disaster_support.i18n import gettext as _
from disaster_support.ui.page import Page, scrolling
from disaster_support.ui.parts import column_in, empty, text_label
from disaster_support.ui.theme import current_theme

_WIDEST = 920
_KEY_WIDTH = 130  # px at text size 1.0

Row = tuple[str, str]


class PlanReader(Page):
    """The whole plan in the interface's language, one part below the other."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan = plan
        whole = QWidget()
        whole.setMaximumWidth(_WIDEST)
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(16, 8, 16, 24)
        self._column.setSpacing(8)
        self._scroller = scrolling(whole)
        self._scroller.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that the keys scroll
        column_in(self).addWidget(self._scroller)
        self.setFocusProxy(self._scroller)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the interface's language."""
        self._scroller.setAccessibleName(_say(self._plan.title))
        empty(self._column)
        self._add("", _frame(self._plan))
        goals = [(str(number), _goal(one.text, one.observed)) for number, one in enumerate(self._plan.goal, 1)]
        self._add(_("Goals"), goals)
        heading = text_label(_("Units"), "title")
        heading.setContentsMargins(0, 12, 0, 0)
        self._column.addWidget(heading)
        for number, unit in enumerate(self._plan.unit, 1):
            self._column.addWidget(_card(number, unit))
        self._column.addStretch(1)

    def restyle(self) -> None:
        """Give the words before each line the room that larger letters need."""
        self.retranslate()

    def _add(self, heading: str, rows: Sequence[Row]) -> None:
        if heading:
            title = text_label(heading, "title")
            title.setContentsMargins(0, 12, 0, 0)
            self._column.addWidget(title)
        self._column.addWidget(_table(rows))


def _frame(plan: Plan) -> list[Row]:
    lessons = ngettext("{lessons} lesson hour", "{lessons} lesson hours", plan.lessons).format(lessons=plan.lessons)
    minutes = _("{lessons} of {minutes} minutes").format(lessons=lessons, minutes=plan.lesson_minutes)
    conditions = _("{attendance} per cent of the lessons attended, {quiz} per cent in the quiz").format(
        attendance=plan.conditions.attendance_percent, quiz=plan.conditions.quiz_percent
    )
    return [
        (_("For whom"), _say(plan.audience)),
        (_("Aim"), _say(plan.aim)),
        (_("Hours"), minutes),
        (_("Certificate"), conditions),
    ]


def _card(number: int, unit: Unit) -> QFrame:
    card = QFrame()
    card.setProperty("panel", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 12, 16, 12)
    column.addWidget(text_label(f"{number}. {_say(unit.title)}", "strong"))
    lessons = ngettext("{lessons} lesson hour", "{lessons} lesson hours", unit.lessons).format(lessons=unit.lessons)
    column.addWidget(text_label(f"{lessons} · {_say(METHODS[unit.method])}", "secondary"))
    rows = [
        (_("Content"), _lines(unit.content)),
        (_("Tools"), _lines(unit.tools)),
        (_("Materials"), _lines(unit.materials)),
        (_("Assessment"), _say(unit.assessment)),
        (_("Lesson plan"), "\n".join(map(_step, unit.step))),
    ]
    column.addWidget(_table([(key, text) for key, text in rows if text]))
    return card


def _step(step: Step) -> str:
    # Translators: a step of a lesson plan.
    return _("{minutes} min  {activity}").format(minutes=step.minutes, activity=_say(step.activity))


def _goal(text: Bilingual, observed: Bilingual) -> str:
    return f"{_say(text)}\n{_('Seen by: {how}').format(how=_say(observed))}"


def _lines(points: Iterable[Bilingual]) -> str:
    return "\n".join(f"· {_say(point)}" for point in points)


def _say(words: Bilingual) -> str:
    return words.say(current_language())


def _table(rows: Sequence[Row]) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for place, (key, text) in enumerate(rows):
        first = text_label(key, "strong")
        if not key.isdecimal():
            first.setFixedWidth(current_theme().px(_KEY_WIDTH))
        grid.addWidget(first, place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(text_label(text), place, 1)
    return table
