"""Whether the register holds together, and after how long without a key it locks."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.pages.forms import Form
from disaster_support.features.reception.pages.manage.parts import column_of
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext
from disaster_support.settings import IDLE_MINUTES
from disaster_support.storage.check import Finding, check_register
from disaster_support.ui.buttons import Button
from disaster_support.ui.panels import Meaning, MessagePanel, ProgressPanel
from disaster_support.ui.say import say
from disaster_support.ui.tasks import Task, run_in_background, show_error


class SafetySection(QWidget):
    """The check and the lock."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.check, self.idle = CheckCard(context), IdleCard(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(column_of(self.check, self.idle))


class CheckCard(Form):
    """Reads the whole register and says what does not fit together."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            lambda: _("Check the register"),
            lambda: _("Reads every page and every record, and looks whether they fit together. It changes nothing."),
        )
        self._context = context
        self._task: Task | None = None
        self.add_buttons(Button(lambda: _("Check now"), self.check, icon_name="shield-check-outline"))
        self.progress = self.add(ProgressPanel())
        self._results = QVBoxLayout()
        self.column.addLayout(self._results)
        self.results: list[MessagePanel] = []

    def check(self) -> None:
        """Check in the background."""
        if self._task and self._task.running and not self._task.cancelled:
            return
        self._clear()
        register = self._context.door.register
        self._task = run_in_background(
            self,
            lambda progress: check_register(register, progress.report),
            on_done=self._show,
            on_error=self._fail,
        )
        self.progress.follow(self._task, lambda: _("The register is being checked …"))

    def _show(self, findings: Sequence[Finding]) -> None:
        self.progress.finish()
        for finding in findings:
            self._add("warning", finding.sentence)
        if not findings:
            self._add("success", _("Everything fits together."))

    def _fail(self, sentence: str) -> None:
        self.progress.finish()
        self._add("error", sentence)

    def _add(self, meaning: Meaning, sentence: str) -> None:
        panel = MessagePanel(meaning, lambda: sentence)
        self.results.append(panel)
        self._results.addWidget(panel)

    def _clear(self) -> None:
        for panel in self.results:
            self._results.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        self.results.clear()


class IdleCard(Form):
    """The minutes without a key or click after which the register locks, on this computer."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            lambda: _("Locking by itself"),
            lambda: _("The register locks when nobody has pressed a key or clicked for so long. Ctrl+L locks at once."),
        )
        self._context = context
        self.buttons: dict[int, QRadioButton] = {}
        group = QButtonGroup(self)
        for minutes in IDLE_MINUTES:
            button = QRadioButton()
            say(button, button.setText, partial(_say_minutes, minutes))
            button.clicked.connect(lambda _checked=False, minutes=minutes: self.choose(minutes))
            group.addButton(button)
            self.add(button)
            self.buttons[minutes] = button
        self.buttons[context.settings.current.idle_minutes].setChecked(True)
        self.column.setSpacing(4)

    def choose(self, minutes: int) -> None:
        """Lock after so many minutes from now on."""
        try:
            self._context.settings.update(idle_minutes=minutes)
        except UserError as error:
            show_error(self, str(error))


def _say_minutes(minutes: int) -> str:
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
