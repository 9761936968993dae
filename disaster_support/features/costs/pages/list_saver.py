"""Saving the yearly list: asks where to, writes it in the background, and says where it went."""

from pathlib import Path

from disaster_support.context import Context
from disaster_support.features.costs.saving import save_yearly_list
from disaster_support.i18n import gettext as _
from disaster_support.storage.roles import Right
from disaster_support.ui.dialogues import ask_save
from disaster_support.ui.notice import Notice
from disaster_support.ui.open_file import opening
from disaster_support.ui.panels import ProgressPanel
from disaster_support.ui.parts import attempt
from disaster_support.ui.tasks import run_in_background


class ListSaver(ProgressPanel):
    """Shows itself while the list is written."""

    def __init__(self, context: Context, notice: Notice) -> None:
        super().__init__()
        self._context, self._register, self._notice = context, context.door.home, notice

    def ask(self, fiscal_year: int, ending: str) -> None:
        """Ask where the list of a year goes, in the form of this ending."""
        if attempt(self._notice, lambda: self._register.require(Right.EXPORT)):
            suggested = Path(f"costs-{fiscal_year}{ending}")
            kinds = f"{ending[1:].upper()} (*{ending})"
            ask_save(self, _("Save the list"), suggested, kinds, lambda path: self.save(fiscal_year, path))

    def save(self, fiscal_year: int, path: Path) -> None:
        """Write the list into this file."""
        self._notice.clear()
        task = run_in_background(
            self,
            lambda _progress: save_yearly_list(self._context, self._register, fiscal_year, path),
            on_done=lambda _none: self._tell(path),
            on_error=self._fail,
        )
        self.follow(task, lambda: _("The list is being written …"))

    def _tell(self, path: Path) -> None:
        self.finish()
        self._notice.say("success", lambda: _("Saved as {path}.").format(path=path), opening(self, path))

    def _fail(self, sentence: str) -> None:
        self.finish()
        self._notice.say("error", lambda: sentence)
