"""The desk: what one tab of reception asks of the others."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from disaster_support.context import Context
from disaster_support.ui.tabs import Tabs


class ReceptionDesk:
    """Handed to every tab: each opens the others through it and knows none of them."""

    def __init__(self, context: Context, tabs: Tabs) -> None:
        self._context, self._tabs = context, tabs

    def open_tab(self, tab_id: str) -> QWidget:
        """Show a tab and return its page."""
        return self._tabs.open(tab_id)

    def open_person(self, person_id: str) -> None:
        """Show the record of a person."""
        from disaster_support.features.reception.pages.people.page import PeoplePage

        page = self.open_tab("people")
        if isinstance(page, PeoplePage):
            page.show_person(person_id)

    def open_arrival(self, household_id: str = "") -> None:
        """Begin to register somebody, into this household or a new one."""
        from disaster_support.features.reception.pages.door import DoorPage

        page = self.open_tab("door")
        if isinstance(page, DoorPage):
            page.start(household_id)

    def print_signs(self, languages: Sequence[str]) -> None:
        """Open the signs in these languages and print."""
        window: Any = self._tabs.window()
        window.open_page("signs").print_in(languages)

    def start_check_in(self) -> None:
        """Hand the screen to somebody who answers the questions themselves."""
        from disaster_support.features.reception.pages.checkin.window import CheckInWindow

        CheckInWindow(self._context).cover_screen()  # keeps itself, also beyond a lock, until staff let it go
