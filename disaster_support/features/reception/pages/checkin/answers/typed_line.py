"""A large line in the letters and the direction of a language."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLineEdit

from disaster_support.content.model import Language
from disaster_support.ui.fonts import font_for
from disaster_support.ui.theme import BOARD_TARGET, HEADING, current_theme

_LONGEST = 300


class TypedLine(QLineEdit):
    """Takes free text; it offers no menu, whose words would be another language's."""

    def __init__(self, language: Language, name: str, text: str = "") -> None:
        super().__init__(text)
        self._language = language
        self.setMaxLength(_LONGEST)
        self.setAccessibleName(name)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        rtl = language.direction == "rtl"
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._style() != self.styleSheet():
            self._dress()

    def _dress(self) -> None:
        self.setStyleSheet(self._style())

    def _style(self) -> str:
        # The program's style sheet would set its own size; a font alone does not reach past it.
        theme = current_theme()
        size = theme.px(HEADING)
        families = ", ".join(f'"{family}"' for family in font_for(self._language, size).families())
        return f"font-family: {families}; font-size: {size}px; min-height: {theme.px(BOARD_TARGET) - 2}px;"
