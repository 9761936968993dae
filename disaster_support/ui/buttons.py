"""Buttons: filled, outline, text in that order of weight; 56, 48 or 36 px high, never a smaller target than 44."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from disaster_support.ui.icons import icon
from disaster_support.ui.say import Words, say
from disaster_support.ui.theme import current_theme

Kind = Literal["filled", "outline", "text"]
Height = Literal["large", "medium", "small"]

_ICON_SIZE = 24
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Button(QPushButton):
    """A button with words and, where it helps, an icon before them."""

    def __init__(
        self,
        words: Words,
        on_click: Callable[[], object] | None = None,
        *,
        kind: Kind = "outline",
        height: Height = "medium",
        icon_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setProperty("tall", height)
        self._icon_name = icon_name
        self._icon_role = "on_action" if kind == "filled" else "action"
        self.setAutoDefault(False)
        say(self, self.setText, words)
        if on_click:
            self.clicked.connect(lambda _checked=False: on_click())
        self._draw_icon()

    def set_icon_name(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self._draw_icon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for a click, as everybody expects of a button that has the focus; Qt takes the space bar alone."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon in the new theme's colour."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.EnabledChange):
            self._draw_icon()

    def _draw_icon(self) -> None:
        if self._icon_name:
            side = current_theme().px(_ICON_SIZE)
            role = self._icon_role if self.isEnabled() else "ink_secondary"
            self.setIcon(icon(self._icon_name, side, role))
            self.setIconSize(QSize(side, side))


class IconButton(QToolButton):
    """A button that is an icon only; its words are its accessible name and its tool tip."""

    def __init__(
        self,
        words: Words,
        icon_name: str,
        on_click: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        say(self, self.setAccessibleName, words)
        say(self, self.setToolTip, words)
        if on_click:
            self.clicked.connect(lambda _checked=False: on_click())
        self._draw_icon()

    def set_icon_name(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self._draw_icon()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon in the new theme's colour."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.EnabledChange):
            self._draw_icon()

    def _draw_icon(self) -> None:
        side = current_theme().px(_ICON_SIZE)
        self.setIcon(icon(self._icon_name, side, "ink" if self.isEnabled() else "hairline"))
        self.setIconSize(QSize(side, side))
