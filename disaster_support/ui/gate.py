"""The way to Reception, where the register is opened, for whatever is kept in it."""

from PySide6.QtWidgets import QWidget

from disaster_support.i18n import gettext as _
from disaster_support.ui.panels import EmptyState
from disaster_support.ui.say import Words


def closed_place(owner: QWidget, words: Words) -> EmptyState:
    """Return what stands where the register is needed: what for, and the button that leads to its gate."""
    return EmptyState("lock", words, (lambda: _("Open the register at Reception"), lambda: open_gate(owner)))


def open_gate(owner: QWidget) -> None:
    """Show Reception, where the register is opened."""
    window = owner.window()
    if hasattr(window, "open_page"):
        window.open_page("reception")
