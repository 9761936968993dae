"""One course of our own at the right: its head, and its tabs in the order of its life."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.features.training.exchange import export_plan
from disaster_support.features.training.model import Course
from disaster_support.features.training.pages.desk import CourseDesk
from disaster_support.features.training.paper.practice import Sheets
from disaster_support.files import write_whole
from disaster_support.i18n import current_language, pgettext
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.dialogues import ask_save
from disaster_support.ui.flowing import Flowing
from disaster_support.ui.notice import Notice
from disaster_support.ui.open_file import opening_folder
from disaster_support.ui.page import Page
from disaster_support.ui.parts import column_in, label
from disaster_support.ui.tabs import Tabs, TabSpec

ROOMY = ("units", "people", "attendance", "print")
"""Tabs that have the whole page: the list steps aside."""


class CourseView(Page):
    """Each tab is built when it is first shown."""

    left = Signal()
    copied = Signal(str)
    removed = Signal(str)

    def __init__(self, context: Context, course: Course, sheets: Sheets, notice: Notice) -> None:
        super().__init__()
        self._sheets = sheets
        self.desk = CourseDesk(context, course, notice)
        self.desk.setParent(self)
        self.back = Button(
            lambda: _("All courses"), self.left.emit, kind="text", height="small", icon_name="arrow-left"
        )
        self._title = label(self._say_title, "title")
        self.tabs = Tabs(lambda: _("Parts of the course"), with_keys=False)
        self.tabs.set_tabs(self._list_tabs())
        self.tabs.changed.connect(self._follow_tab)
        self.desk.changed.connect(lambda: self._title.setText(self._say_title()))
        column = column_in(self, 4)
        column.addWidget(self._build_head())
        column.addWidget(self.tabs, 1)

    @property
    def wants_room(self) -> bool:
        """Whether the tab that is shown wants the whole page."""
        return self.tabs.current_id in ROOMY

    def focus_target(self) -> QWidget:
        """Return the page of the tab."""
        return self.tabs.current

    def help_text(self) -> str:
        """Return the help of the tab."""
        page = self.tabs.current
        return page.help_text() if isinstance(page, Page) else ""

    def save_file(self, path: Path) -> None:
        """Write the plan as a file that another school can read in."""
        if self.desk.attempt(lambda: write_whole(path, export_plan(self.desk.plan))):
            self.desk.notice.say(
                "success",
                lambda: _("Saved as {path}. It holds the plan and no names.").format(path=path),
                opening_folder(self, path),
            )

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was changed: another place is shown now, perhaps one with figures of this course."""
        super().hideEvent(event)
        if self.desk.context.door.is_open:
            self.desk.keeper.save()

    def _build_head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 8, 0)
        row.addWidget(self.back)
        row.addWidget(self._title, 1)
        return head

    def _build_acts(self) -> QWidget:
        acts = Flowing()
        acts.add(Button(lambda: _("Copy to next year"), self._copy, height="small", icon_name="content-copy"))
        acts.add(Button(lambda: _("Save as a file"), self._ask_file, height="small", icon_name="content-save"))
        acts.add(Button(lambda: pgettext("course", "Remove"), self._remove, height="small", icon_name="delete"))
        return acts

    def _list_tabs(self) -> Sequence[TabSpec]:
        if self.desk.may_plan:
            plan = [
                TabSpec("plan", lambda: pgettext("course", "Course"), self._build_frame),
                TabSpec("units", lambda: pgettext("course", "Units"), self._build_units),
            ]
        else:
            plan = [TabSpec("plan", lambda: pgettext("course", "Course"), self._build_reader)]
        return (
            *plan,
            TabSpec("people", lambda: pgettext("course", "Participants"), self._build_people),
            TabSpec("attendance", lambda: pgettext("course", "Attendance"), self._build_attendance),
            TabSpec("print", lambda: pgettext("course", "Print"), self._build_print),
        )

    def _follow_tab(self, _tab: str) -> None:
        self.desk.keeper.save()
        self.help_changed.emit()

    def _say_title(self) -> str:
        return self.desk.plan.title.say(current_language()) or _("A course without a title")

    def _copy(self) -> None:
        self.desk.keeper.save()
        self.copied.emit(self.desk.course.id)

    def _remove(self) -> None:
        self.desk.keeper.save()
        self.removed.emit(self.desk.course.id)

    def _ask_file(self) -> None:
        suggested = Path(self.desk.context.settings.current.folder or Path.home()) / f"course-{self.desk.plan.id}.json"
        ask_save(self, _("Save as a file"), suggested, "JSON (*.json)", self.save_file)

    def _build_frame(self) -> QWidget:
        from disaster_support.features.training.pages.plan.frame import FramePage

        return FramePage(self.desk, self._build_acts())

    def _build_reader(self) -> QWidget:
        from disaster_support.features.training.pages.plan.reader import PlanReader

        return PlanReader(self.desk.plan)

    def _build_units(self) -> QWidget:
        from disaster_support.features.training.pages.plan.units import UnitsPage

        return UnitsPage(self.desk)

    def _build_people(self) -> QWidget:
        from disaster_support.features.training.pages.people.participants import ParticipantsPage

        return ParticipantsPage(self.desk)

    def _build_attendance(self) -> QWidget:
        from disaster_support.features.training.pages.people.attendance import AttendancePage

        return AttendancePage(self.desk)

    def _build_print(self) -> QWidget:
        from disaster_support.features.training.pages.printing.page import PrintPage

        desk = self.desk
        return PrintPage(desk.context, lambda: desk.course, self._sheets, lambda: desk.register)
