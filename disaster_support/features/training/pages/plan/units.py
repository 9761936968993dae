"""The units of a course: at the left in their order with the hours they add up to, at the right the chosen one."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from disaster_support.features.training.edits import add_unit, get_unit, insert, order_units
from disaster_support.features.training.model import Unit
from disaster_support.features.training.pages.desk import CourseDesk
from disaster_support.features.training.pages.plan.unit_form import UnitForm
from disaster_support.features.training.words import METHODS
from disaster_support.i18n import current_language, ngettext
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button, IconButton
from disaster_support.ui.page import Page, scrolling
from disaster_support.ui.panels import IconLabel
from disaster_support.ui.parts import column_in, text_label
from disaster_support.ui.rows import MovableRows
from disaster_support.ui.theme import current_theme

_LIST_WIDTH = 300  # px at text size 1.0
_LIST_HEIGHT, _FORM_HEIGHT = 160, 480  # where the form is below
_UNLIMITED = 16777215


class UnitsPage(Page):
    """Every change shows at once in the hours above the list."""

    def __init__(self, desk: CourseDesk) -> None:
        super().__init__()
        self._desk = desk
        self.rows = MovableRows(lambda: _("Units"))
        self._state, self.hours = IconLabel("check-circle", 24, "success"), text_label("", "strong")
        self.fault = text_label("", "error")
        self.form = UnitForm(desk)
        self._build()
        self.rows.picked.connect(self.form.show_unit)
        self.rows.entered.connect(lambda _unit: self.form.title.control.setFocus())
        self.rows.ordered.connect(lambda: desk.edit(lambda plan: order_units(plan, self.rows.keys())))
        desk.changed.connect(self._show)
        desk.replaced.connect(self._renew)
        self._renew()
        self.setFocusProxy(self.rows)

    def help_text(self) -> str:
        """Return how units are planned."""
        return _(
            "The list at the left is the order of the course. Drag a unit, or move it with Alt and an arrow key; Enter "
            "goes to its fields. Above the list stands how many lesson hours are planned.\n\n"
            "At the right are the fields of the unit, and below them its lesson plan: its steps have to take exactly "
            "the minutes of the unit.\n\n"
            "Instructors are chosen from the roster of candidates."
        )

    def retranslate(self) -> None:
        """Say the list in the new language."""
        self._show()

    def arrange(self, one_column: bool) -> None:
        """Put the form below the list in a narrow window."""
        direction = QBoxLayout.Direction
        self._parts.setDirection(direction.TopToBottom if one_column else direction.LeftToRight)
        width = round(_LIST_WIDTH * (1 + current_theme().scale) / 2)
        self._scroller.setMinimumHeight(_FORM_HEIGHT if one_column else 0)
        self._left.setMinimumWidth(0 if one_column else width)
        self._left.setMaximumWidth(_UNLIMITED if one_column else width)
        self.rows.setMaximumHeight(_LIST_HEIGHT if one_column else _UNLIMITED)

    def _build(self) -> None:
        self._left = QWidget()
        column = column_in(self._left)
        head = QHBoxLayout()
        head.addWidget(self._state)
        head.addWidget(self.hours, 1)
        column.addLayout(head)
        column.addWidget(self.fault)
        column.addWidget(self.rows, 1)
        buttons = QHBoxLayout()
        self.add = Button(lambda: _("Add a unit"), self._add, height="small", icon_name="plus")
        buttons.addWidget(self.add)
        buttons.addStretch(1)
        for words, name, work in self._list_acts():
            buttons.addWidget(IconButton(words, name, work))
        column.addLayout(buttons)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setContentsMargins(16, 12, 0, 8)
        self._parts.setSpacing(16)
        self._parts.addWidget(self._left)
        self._scroller = scrolling(self.form)
        self._parts.addWidget(self._scroller, 1)
        whole = QWidget()
        whole.setLayout(self._parts)
        column_in(self).addWidget(scrolling(whole))

    def _list_acts(self) -> Iterable[tuple[Callable[[], str], str, Callable[[], None]]]:
        yield lambda: _("Move the unit up"), "arrow-up", lambda: self.rows.step(-1)
        yield lambda: _("Move the unit down"), "arrow-down", lambda: self.rows.step(1)
        yield lambda: _("Take the unit out"), "delete", self._remove

    def _renew(self) -> None:
        self._show()
        chosen = self.rows.key()
        if not chosen and self._desk.plan.unit:
            chosen = self._desk.plan.unit[0].id
            self.rows.mark(chosen)
        self.form.show_unit(chosen)

    def _show(self) -> None:
        plan = self._desk.plan
        self.rows.show_rows([(one.id, _describe(place, one)) for place, one in enumerate(plan.unit, 1)])
        planned = sum(one.lessons for one in plan.unit)
        fits = "lessons" not in self._desk.faults
        self._state.draw(*(("check-circle", 24, "success") if fits else ("alert-circle", 24, "error")))
        words = ngettext("{planned} of {lessons} lesson hour", "{planned} of {lessons} lesson hours", plan.lessons)
        self.hours.setText(words.format(planned=planned, lessons=plan.lessons))
        self.fault.setText(self._desk.faults.get("lessons", ""))
        self.fault.setVisible(not fits)

    def _add(self) -> None:
        plan, unit_id = add_unit(self._desk.plan, _("New unit"))
        self._desk.edit(lambda _plan: plan)
        self.rows.mark(unit_id)
        self._desk.replaced.emit()
        self.form.title.control.setFocus()
        self.form.title.line.selectAll()

    def _remove(self) -> None:
        place = self.rows.currentRow()
        if place < 0:
            return
        unit = get_unit(self._desk.plan, self.rows.key())
        title = unit.title.say(current_language())
        self._desk.remove(
            lambda: _("“{title}” was taken out.").format(title=title),
            lambda plan: replace(plan, unit=tuple(one for one in plan.unit if one.id != unit.id)),
            lambda plan: replace(plan, unit=insert(plan.unit, place, unit)),
        )
        self.rows.setFocus()


def _describe(place: int, unit: Unit) -> str:
    tag = current_language()
    words = ngettext("{lessons} lesson hour", "{lessons} lesson hours", unit.lessons).format(lessons=unit.lessons)
    return f"{place}. {unit.title.say(tag)}\n{words} · {METHODS[unit.method].say(tag)}"
