"""The open register: reception's tabs, in the order of a day at the desk."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.features.reception.pages.backup_timer import BackupTimer
from disaster_support.features.reception.pages.desk import ReceptionDesk
from disaster_support.i18n import pgettext
from disaster_support.ui.fonts import show_every_script
from disaster_support.ui.page import Page
from disaster_support.ui.say import Words
from disaster_support.ui.tabs import Tabs, TabSpec


class OpenRegister(Page):
    """Lives from unlocking to locking; nothing of anybody stays on the screen after it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        show_every_script()
        self.tabs = Tabs(lambda: pgettext("reception", "Parts of reception"))
        self.desk = ReceptionDesk(context, self.tabs)
        self.tabs.set_tabs(list_tabs(context, self.desk))
        self.tabs.changed.connect(lambda _tab: self.help_changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.backups = BackupTimer(self, context)
        self.backups.back_up()

    def focus_target(self) -> QWidget:
        """Return the page of the tab."""
        return self.tabs.current

    def help_text(self) -> str:
        """Return the help of the tab."""
        page = self.tabs.current
        return page.help_text() if isinstance(page, Page) else ""

    def screen_states(self) -> Iterable[tuple[str, Callable[[], None]]]:
        """Return each tab and its states."""
        for tab_id in self.tabs.buttons:
            yield tab_id, partial(_open, self.tabs, tab_id)
            page = self.tabs.page(tab_id)
            for name, bring in page.screen_states() if isinstance(page, Page) else ():
                yield f"{tab_id} {name}", bring


def _open(tabs: Tabs, tab_id: str) -> None:
    tabs.open(tab_id)


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
