"""A page that is made of tabs, which are pages themselves."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import QWidget

from disaster_support.ui.page import Page
from disaster_support.ui.parts import column_in
from disaster_support.ui.say import Words
from disaster_support.ui.tabs import Tabs


class TabbedPage(Page):
    """Shows its `tabs`, which whoever makes one sets, and passes on focus, help and pictures of the chosen one."""

    def __init__(self, name: Words) -> None:
        """Make the page; `name` says what the row of tabs is for who hears it read out."""
        super().__init__()
        self.tabs = Tabs(name)
        self.tabs.changed.connect(lambda _tab: self.help_changed.emit())
        column_in(self).addWidget(self.tabs)

    def focus_target(self) -> QWidget:
        """Return the page of the tab."""
        return self.tabs.current

    def help_text(self) -> str:
        """Return the help of the tab."""
        page = self.tabs.current
        return page.help_text() if isinstance(page, Page) else ""

    def screen_states(self) -> Iterable[tuple[str, Callable[[], None]]]:
        """Return each tab and its states."""
        for tab in self.tabs.buttons:
            yield tab, partial(self._open, tab)
            page = self.tabs.page(tab)
            for name, bring in page.screen_states() if isinstance(page, Page) else ():
                yield f"{tab} {name}", bring

    def _open(self, tab: str) -> None:
        self.tabs.open(tab)
