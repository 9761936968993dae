"""What the pages of one course share: the course as it is now, what does not fit in it, and where to say things."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from disaster_support.context import Context
from disaster_support.features.training.checking import check_course
from disaster_support.features.training.materials import load_materials
from disaster_support.features.training.model import Course, Materials, Plan
from disaster_support.features.training.pages.keeper import CourseKeeper, load_draft
from disaster_support.i18n import gettext as _
from disaster_support.storage.roles import Right
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.notice import Notice
from disaster_support.ui.parts import attempt
from disaster_support.ui.say import Words

if TYPE_CHECKING:
    from disaster_support.storage.register import Register


class CourseDesk(QObject):
    """Handed to every page of the course. It is kept in `context.door.home`, also while drill mode is on."""

    changed = Signal()  # the course is another now: every change
    replaced = Signal()  # and not by the field that shows it: fields have to show it anew
    people_changed = Signal()  # participants or their attendance

    def __init__(self, context: Context, course: Course, notice: Notice) -> None:
        super().__init__()
        self.context, self.notice = context, notice
        self.register: Register = context.door.home
        self.course = load_draft(self.register, course)
        self.materials: Materials = load_materials(context.paths.resources)
        self.keeper = CourseKeeper(self, self.register, lambda: self.course, self._say_refused)
        self.faults: Mapping[str, str] = {}
        self._check()
        if self.course != course:
            self.keeper.touch()

    @property
    def plan(self) -> Plan:
        """The course's plan."""
        return self.course.plan

    @property
    def may_plan(self) -> bool:
        """Whether whoever works with the register may change the course."""
        return self.register.staff.may(Right.MANAGE)

    @property
    def may_note(self) -> bool:
        """Whether whoever works with the register may keep lists of people."""
        return self.register.staff.may(Right.REGISTER)

    def change(self, **changes: Any) -> None:
        """Change fields of the course."""
        self._take(replace(self.course, **changes))

    def change_plan(self, **changes: Any) -> None:
        """Change fields of the plan."""
        self.edit(lambda plan: replace(plan, **changes))

    def edit(self, work: Callable[[Plan], Plan]) -> None:
        """Change the plan."""
        self._take(replace(self.course, plan=work(self.plan)))

    def rebuild(self, work: Callable[[Plan], Plan]) -> None:
        """Change the plan so that other fields stand there."""
        self.edit(work)
        self.replaced.emit()

    def remove(self, what: Words, work: Callable[[Plan], Plan], restore: Callable[[Plan], Plan]) -> None:
        """Take something out of the plan, and offer to bring it back."""
        self.rebuild(work)

        def bring_back() -> None:
            self.notice.clear()
            self.rebuild(restore)

        self.notice.say("success", what, (lambda: _("Bring back"), bring_back))

    def attempt(self, work: Callable[[], object]) -> bool:
        """Work, and where it is refused say why above the page; return whether it was done."""
        return attempt(self.notice, work)

    def show_faults(self, fields: Mapping[str, LabelledField]) -> None:
        """Say beside each field what does not fit."""
        for name, field in fields.items():
            if field.error() != self.faults.get(name, ""):
                field.show_error(self.faults.get(name, ""))

    def _take(self, course: Course) -> None:
        if course == self.course:
            return
        self.course = course
        self._check()
        self.keeper.touch()
        self.changed.emit()

    def _check(self) -> None:
        found: dict[str, list[str]] = {}
        for fault in check_course(self.course, self.materials, self.context.catalogue):
            found.setdefault(fault.field, []).append(fault.sentence)
        self.faults = {field: " ".join(sentences) for field, sentences in found.items()}

    def _say_refused(self, sentence: str) -> None:
        self.notice.say("error", lambda: sentence)
