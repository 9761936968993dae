"""What the pages of a drill have in common."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from disaster_support.ui.page import ONE_COLUMN_BELOW, Page
from disaster_support.ui.theme import current_theme


def keep_hidden(widget: QWidget, owner: QWidget) -> None:
    """Let a widget belong to its owner until a tab takes it over: it goes with the owner, also if it is never shown."""
    widget.setParent(owner)
    widget.hide()


class RoomPage(Page):
    """A page whose parts stand side by side only where letters of the chosen size leave the room for it."""

    def place(self, is_narrow: bool) -> None:
        """Put the parts beside one another, or below."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts for the new width."""
        super().resizeEvent(event)
        self.place(self.is_narrow)

    def restyle(self) -> None:
        """Place the parts for the new letters."""
        self.place(self.is_narrow)

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for one column only."""
        return self.width() < current_theme().px(ONE_COLUMN_BELOW)
