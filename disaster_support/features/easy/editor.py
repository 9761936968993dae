"""The text that is being written, with its words marked."""

from collections.abc import Iterable

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from disaster_support.easy import Word
from disaster_support.features.easy.marks import MARKED, draw_level

_LEAST_HEIGHT = 180


class Editor(QPlainTextEdit):
    """A plain text whose places are counted as Python counts them; Tab goes on to the next control."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setMinimumHeight(_LEAST_HEIGHT)

    def mark(self, words: Iterable[Word]) -> None:
        """Draw the level of each word under it."""
        marks = []
        for word in words:
            if word.level in MARKED:
                one = QTextEdit.ExtraSelection()
                one.cursor = self._cursor(word.start, word.end)
                one.format = draw_level(word.level)
                marks.append(one)
        self.setExtraSelections(marks)

    def select(self, start: int, end: int) -> None:
        """Select a place and bring it into sight."""
        self.setTextCursor(self._cursor(start, end))
        self.ensureCursorVisible()

    def put(self, start: int, end: int, text: str) -> None:
        """Put a text in the place of another, in a step that can be undone."""
        cursor = self._cursor(start, end)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        """Select characters; Qt counts in halves of what is beyond the first 65,536 (emoji, rare kanji)."""
        text = self.toPlainText()
        cursor = QTextCursor(self.document())
        cursor.setPosition(_count(text[:start]))
        cursor.setPosition(_count(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _count(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
