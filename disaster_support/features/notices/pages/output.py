"""What is done with a notice that is ready: printed or saved, and kept for the next time."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from disaster_support.features.notices.pages.making import Ready, Wish
from disaster_support.features.notices.service import NoticeService
from disaster_support.i18n import gettext as _
from disaster_support.people_here import PeopleHere
from disaster_support.ui.dialogues import ask_save
from disaster_support.ui.notice import Notice
from disaster_support.ui.open_file import opening
from disaster_support.ui.parts import attempt
from disaster_support.ui.tasks import run_in_background


class Output(QObject):
    """Says in `notice` where a file went, or why it did not; `kept` tells that there is something more to use again."""

    kept = Signal()

    def __init__(self, owner: QWidget, service: NoticeService, here: PeopleHere, notice: Notice) -> None:
        super().__init__(owner)
        self._owner, self._service, self._here, self._notice = owner, service, here, notice

    def send_to_printer(self, ready: Ready, copies: int) -> None:
        """Ask the system for a printer and print."""
        from disaster_support.ui.printer import print_with_dialog

        def send() -> None:
            if print_with_dialog(self._owner, ready.made.pdf, ready.made.title, copies):
                self.keep(ready.wish)

        attempt(self._notice, send)

    def ask_file(self, ready: Ready, suffix: str) -> None:
        """Ask the system where to save, and save."""
        name = ready.wish.entry.id.replace(".", "-") + suffix
        kinds = f"{suffix[1:].upper()} (*{suffix})"
        ask_save(self._owner, _("Save"), self._service.folder() / name, kinds, partial(self.save_to, ready))

    def save_to(self, ready: Ready, path: Path) -> None:
        """Save; the file's ending says as what."""
        run_in_background(
            self._owner,
            lambda _progress: self._service.save(ready.made, path),
            on_done=partial(self._tell_saved, ready.wish),
            on_error=lambda sentence: self._notice.say("error", lambda: sentence),
        )

    def keep(self, wish: Wish) -> None:
        """Keep what was made for the next time, and that it was made for these languages."""
        attempt(self._notice, lambda: self._service.keep(wish.entry, wish.texts))
        attempt(self._notice, lambda: self._here.note_printed(wish.options.languages))
        self.kept.emit()

    def _tell_saved(self, wish: Wish, files: tuple[Path, ...]) -> None:
        names = ", ".join(str(file) for file in files)
        self._notice.say("success", lambda: _("Saved as {names}.").format(names=names), opening(self._owner, files[0]))
        attempt(self._notice, lambda: self._service.keep_folder(files[0].parent))
        self.keep(wish)
