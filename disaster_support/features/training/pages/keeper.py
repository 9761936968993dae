"""The course that is being planned, kept: as a draft at once, in the register a while after the last change.

Every save of a course is an entry of the journal that holds the whole plan; a draft is not. So a keystroke makes a
draft, and the pauses between them make the saves.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from disaster_support.errors import UserError
from disaster_support.features.training.model import Course
from disaster_support.features.training.service import save_course
from disaster_support.plain import from_plain, to_plain
from disaster_support.storage.drafts import delete_draft, list_drafts, save_draft

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

_DRAFT_MS, _SAVE_MS = 800, 8000


class CourseKeeper(QObject):
    """Keeps one course; `touch` at each change, `save` when the course is left."""

    saved = Signal()

    def __init__(
        self,
        owner: QObject,
        register: "Register",
        course: Callable[[], Course],
        say_refused: Callable[[str], object],
    ) -> None:
        super().__init__(owner)
        self._register, self._course, self._say_refused = register, course, say_refused
        self._draft, self._save = self._timer(_DRAFT_MS, self._keep_draft), self._timer(_SAVE_MS, self.save)
        self.is_saved = True

    def touch(self) -> None:
        """Keep the course soon: something was changed."""
        self.is_saved = False
        self._save.start()  # a pause after the last change
        if not self._draft.isActive():  # steady typing must not put the writing off
            self._draft.start()

    def save(self) -> None:
        """Keep what has been changed for good; what the register refuses stays a draft."""
        if self.is_saved:
            return
        self._save.stop()
        course = self._course()
        try:
            save_course(self._register, course)
        except UserError as error:
            self._keep_draft()
            self._say_refused(str(error))
            return
        self._draft.stop()
        self.is_saved = True
        if list_drafts(self._register, kind_of(course.id)):
            delete_draft(self._register, kind_of(course.id))
        self.saved.emit()

    def _keep_draft(self) -> None:
        course = self._course()
        self._draft.stop()
        try:
            save_draft(self._register, kind_of(course.id), kind_of(course.id), to_plain(course))
        except UserError as error:
            self._say_refused(str(error))

    def _timer(self, milliseconds: int, work: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(work)
        return timer


def load_draft(register: "Register", course: Course) -> Course:
    """Return a course as it was being typed when the program ended, or as it is where nothing was left."""
    drafts = list_drafts(register, kind_of(course.id))
    return from_plain(drafts[-1].data, Course) if drafts else course


def kind_of(course_id: str) -> str:
    """Return the kind of the draft of a course."""
    return f"course:{course_id}"
