"""The open register: reception's tabs, in the order of a day at the desk."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from disaster_support.context import Context
from disaster_support.features.reception.pages.backup_timer import BackupTimer
from disaster_support.features.reception.pages.desk import ReceptionDesk
from disaster_support.i18n import pgettext
from disaster_support.ui.fonts import show_every_script
from disaster_support.ui.say import Words
from disaster_support.ui.tabbed_page import TabbedPage
from disaster_support.ui.tabs import TabSpec


class OpenRegister(TabbedPage):
    """Lives from unlocking to locking; nothing of anybody stays on the screen after it."""

    def __init__(self, context: Context) -> None:
        super().__init__(lambda: pgettext("reception", "Parts of reception"))
        show_every_script()
        self.desk = ReceptionDesk(context, self.tabs)
        self.tabs.set_tabs(list_tabs(context, self.desk))
        self.backups = BackupTimer(self, context)
        self.backups.back_up()


def list_tabs(context: Context, desk: ReceptionDesk) -> Sequence[TabSpec]:
    """Return reception's tabs; each imports its page when it is first shown."""
    named: tuple[tuple[str, Words, Callable[[Context, ReceptionDesk], QWidget]], ...] = (
        ("here", lambda: pgettext("reception", "Who is here"), _build_here),
        ("door", lambda: pgettext("reception", "Register"), _build_door),
        ("people", lambda: pgettext("reception", "People"), _build_people),
        ("comings", lambda: pgettext("reception", "Coming and going"), _build_comings),
        ("paper", lambda: pgettext("reception", "Paper"), _build_paper),
        ("exchange", lambda: pgettext("reception", "In and out"), _build_exchange),
        ("manage", lambda: pgettext("reception", "Staff and safety"), _build_manage),
    )
    return [TabSpec(tab_id, label, partial(build, context, desk)) for tab_id, label, build in named]


def _build_here(context: Context, desk: ReceptionDesk) -> QWidget:
    from disaster_support.features.reception.pages.here import HerePage

    return HerePage(context, desk)


def _build_door(context: Context, desk: ReceptionDesk) -> QWidget:
    from disaster_support.features.reception.pages.door import DoorPage

    return DoorPage(context, desk)


def _build_people(context: Context, desk: ReceptionDesk) -> QWidget:
    from disaster_support.features.reception.pages.people.page import PeoplePage

    return PeoplePage(context, desk)


def _build_comings(context: Context, desk: ReceptionDesk) -> QWidget:
    from disaster_support.features.reception.pages.comings.page import ComingsPage

    return ComingsPage(context, desk)


def _build_paper(context: Context, desk: ReceptionDesk) -> QWidget:
    from disaster_support.features.reception.pages.paper.page import PaperPage

    return PaperPage(context, desk)


def _build_exchange(context: Context, desk: ReceptionDesk) -> QWidget:
    from disaster_support.features.reception.pages.exchange.page import ExchangePage

    return ExchangePage(context, desk)


def _build_manage(context: Context, desk: ReceptionDesk) -> QWidget:
    from disaster_support.features.reception.pages.manage.page import ManagePage

    return ManagePage(context, desk)
