"""Staff and safety: who may open the register, how it is kept from being lost, and what was done with it."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.features.reception.pages.desk import ReceptionDesk
from disaster_support.features.reception.pages.manage.audit import AuditSection
from disaster_support.features.reception.pages.manage.backups import BackupSection
from disaster_support.features.reception.pages.manage.parts import for_managers
from disaster_support.features.reception.pages.manage.passphrase import PassphraseSection
from disaster_support.features.reception.pages.manage.safety import SafetySection
from disaster_support.features.reception.pages.manage.shelters import ShelterSection
from disaster_support.features.reception.pages.manage.staff import StaffSection
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.ui.page import Page
from disaster_support.ui.tabs import Tabs, TabSpec


class ManagePage(Page):
    """Sections, each built when it is first shown; who may not use one is told who may."""

    def __init__(self, context: Context, desk: ReceptionDesk) -> None:
        super().__init__()
        self._context, self._desk = context, desk
        self.sections = Tabs(lambda: _("Staff and safety"), with_keys=False)
        self.sections.set_tabs(self._list_sections())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sections)

    def focus_target(self) -> QWidget:
        """Return the section."""
        return self.sections.current

    def help_text(self) -> str:
        """Return what each section is for."""
        return _(
            "Staff: give every member of staff a passphrase of their own. Then the log says who did what, and "
            "somebody who leaves can be let in no longer.\n\n"
            "Backups are made by themselves, when the register is opened and every hour. Copy the folder of the "
            "register to a USB stick every evening.\n\n"
            "The log says who changed and who read which record. Press Enter on a line to open the record.\n\n"
            "Shelters: one register can serve several shelters; choose the one this computer stands in. Read the "
            "municipality's list once, so that transfers name the right place."
        )

    def screen_states(self) -> Iterable[tuple[str, Callable[[], None]]]:
        """Return the sections."""
        for section in self.sections.buttons:
            yield section, partial(self._open, section)

    def _open(self, section: str) -> None:
        self.sections.open(section)

    def _list_sections(self) -> Iterable[TabSpec]:
        context = self._context
        managed = partial(partial, for_managers, context)
        return (
            TabSpec("staff", lambda: _("Staff"), managed(lambda: StaffSection(context))),
            TabSpec("passphrase", lambda: _("My passphrase"), lambda: PassphraseSection(context)),
            TabSpec("backups", lambda: _("Backups"), managed(lambda: BackupSection(context))),
            TabSpec("log", lambda: _("Log"), managed(lambda: AuditSection(context, self._desk))),
            TabSpec("shelters", lambda: pgettext("manage", "Shelters"), managed(lambda: ShelterSection(context))),
            TabSpec("safety", lambda: _("Check and lock"), lambda: SafetySection(context)),
        )
