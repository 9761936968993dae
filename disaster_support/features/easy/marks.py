"""How a word's level is drawn: each its own line under the word, so that no colour is needed to tell them apart."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QHBoxLayout, QWidget

from disaster_support.easy import Level
from disaster_support.easy.kinds import name_level
from disaster_support.i18n import gettext as _
from disaster_support.ui.flowing import Flowing
from disaster_support.ui.fonts import interface_font
from disaster_support.ui.parts import label
from disaster_support.ui.say import Words
from disaster_support.ui.theme import BODY, current_theme

_Line = QTextCharFormat.UnderlineStyle
_LINES: Mapping[Level, tuple[_Line, str]] = {
    "hard": (_Line.WaveUnderline, "error"),
    "learn": (_Line.SingleUnderline, "success"),
    "middle": (_Line.DotLine, "ink_secondary"),
}
MARKED: tuple[Level, ...] = tuple(_LINES)
"""The levels that are marked, in the order of the legend; easy words, names and numbers stay as they are."""


def draw_level(level: Level) -> QTextCharFormat:
    """Return the format of a word of one of the marked levels, in the theme's colours."""
    style, role = _LINES[level]
    drawn = QTextCharFormat()
    drawn.setUnderlineStyle(style)
    drawn.setUnderlineColor(current_theme().color(role))
    return drawn


class Legend(Flowing):
    """What the lines under words mean."""

    def __init__(self) -> None:
        super().__init__(20)
        meanings: Mapping[Level, Words] = {
            "hard": lambda: _("{level}: say it otherwise or explain it").format(level=name_level("hard")),
            "learn": lambda: _("{level}: keep it, with its meaning").format(level=name_level("learn")),
            "middle": lambda: _("{level}: not everybody knows it").format(level=name_level("middle")),
        }
        for level in MARKED:
            self.add(_Item(level, meanings[level]))


class _Item(QWidget):
    """A line as it is drawn, and what it means."""

    def __init__(self, level: Level, words: Callable[[], str]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(_Sample(level))
        meaning = label(words, "secondary")
        meaning.setWordWrap(False)
        row.addWidget(meaning)


class _Sample(QWidget):
    """Two kanji with the line under them: decoration, the words beside it say what it means."""

    _TEXT = "漢字"

    def __init__(self, level: Level) -> None:
        super().__init__()
        self._level = level

    def sizeHint(self) -> QSize:
        """Return the room of the kanji and the line."""
        metrics = QFontMetrics(interface_font(current_theme().px(BODY)))
        return QSize(metrics.horizontalAdvance(self._TEXT) + 2, metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the same: it is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the kanji as the editor does."""
        layout = QTextLayout(self._TEXT, interface_font(current_theme().px(BODY)))
        span = QTextLayout.FormatRange()
        span.start, span.length, span.format = 0, len(self._TEXT), draw_level(self._level)
        span.format.setForeground(current_theme().color("ink"))
        layout.setFormats([span])
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        layout.draw(QPainter(self), QPointF(0, (self.height() - layout.boundingRect().height()) / 2))
