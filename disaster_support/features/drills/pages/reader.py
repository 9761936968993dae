"""A plan to read: what a template says, before anybody has made a drill of it."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from disaster_support.bilingual import Bilingual
from disaster_support.features.drills.model import Phase, Plan
from disaster_support.features.drills.words import say_phase
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.ui.parts import column_in, empty, text_label
from disaster_support.ui.theme import current_theme

_SHORT, _KEY_WIDTH = 8, 160  # letters of a key in one line; px at text size 1.0 of longer ones

Row = tuple[str, str]


class PlanReader(QWidget):
    """The whole plan in the interface's language, one part below the other."""

    def __init__(self) -> None:
        super().__init__()
        self._plan: Plan | None = None
        self._column = column_in(self, 8)

    def show_plan(self, plan: Plan) -> None:
        """Show this plan."""
        self._plan = plan
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the interface's language."""
        empty(self._column)
        if self._plan is None:
            return
        for heading, rows in _parts(self._plan):
            if rows:
                title = text_label(heading, "title")
                title.setContentsMargins(0, 12, 0, 0)
                self._column.addWidget(title)
                self._column.addLayout(_grid(rows))
        self._column.addStretch(1)


def _parts(plan: Plan) -> Iterable[tuple[str, list[Row]]]:
    tag = current_language()
    yield _("Purpose"), [("", plan.purpose.say(tag))]
    yield _("Scenario"), [("", plan.scenario.say(tag))]
    yield _("Where"), [("", plan.venue.say(tag))]
    yield _("Objectives"), [(str(number), one.text.say(tag)) for number, one in enumerate(plan.objective, 1)]
    yield _("Organisations"), _lines(plan.organisations)
    yield _("Safety"), _lines(plan.safety)
    yield _("Roles"), [(one.title.say(tag), one.duty.say(tag)) for one in plan.role]
    yield _("Timetable"), [(say_minute(one.minute), one.text.say(tag)) for one in plan.slot]
    roles = {one.id: one.title.say(tag) for one in plan.role}
    yield _("Injects"), [(say_minute(one.minute), _inject(one.text, one.expected)) for one in plan.inject]
    for phase in Phase:
        items = [one for one in plan.item if one.phase is phase]
        yield say_phase(phase), [(roles.get(one.who, one.who), _item(one.text, one.done)) for one in items]


def say_minute(minute: int) -> str:
    """Return hours and minutes from the beginning, as 0:35."""
    return f"{minute // 60}:{minute % 60:02}"


def role_names(plan: Plan) -> Mapping[str, str]:
    """Return the titles of the roles by id, in the interface's language."""
    return {one.id: one.title.say(current_language()) for one in plan.role}


def _lines(texts: Iterable[Bilingual]) -> list[Row]:
    return [("·", one.say(current_language())) for one in texts]


def _inject(text: Bilingual, expected: Bilingual) -> str:
    tag = current_language()
    return f"{text.say(tag)}\n{_('Expected: {what}').format(what=expected.say(tag))}"


def _item(text: Bilingual, done: Bilingual) -> str:
    tag = current_language()
    return f"{text.say(tag)}\n{_('Done when: {what}').format(what=done.say(tag))}"


def _grid(rows: list[Row]) -> QVBoxLayout | QGridLayout:
    if len(rows) == 1 and not rows[0][0]:
        column = QVBoxLayout()
        column.addWidget(text_label(rows[0][1]))
        return column
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for number, (key, text) in enumerate(rows):
        first = text_label(key, "strong")
        first.setWordWrap(len(key) > _SHORT)
        if len(key) > _SHORT:
            first.setFixedWidth(current_theme().px(_KEY_WIDTH))
        grid.addWidget(first, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(text_label(text), number, 1)
    return grid
