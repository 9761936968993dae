"""Fields for numbers, days, hours and longer texts; the wheel changes none of them and gives none the focus."""

from datetime import date, time
from math import ceil

from PySide6.QtCore import QDate, QEvent, QSize, Qt, QTime
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QPlainTextEdit, QSpinBox, QTimeEdit

_LINES = 2  # of a longer text at least
_FRAME = 20  # px above and below the lines of a text: its padding and border
_INSET = 10  # px before a number or a day: the style sheet's padding does not reach into these fields


class NumberBox(QSpinBox):
    """A whole number within a range."""

    def __init__(self, lowest: int, highest: int) -> None:
        super().__init__()
        self.setRange(lowest, highest)
        self.lineEdit().setTextMargins(_INSET, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_number(self, number: int) -> None:
        """Show a number without telling anybody."""
        self.blockSignals(True)
        self.setValue(number)
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class DayBox(QDateEdit):
    """A day, typed or taken from a calendar."""

    def __init__(self) -> None:
        super().__init__()
        self.setCalendarPopup(True)
        self.setDisplayFormat("yyyy-MM-dd")
        self.lineEdit().setTextMargins(_INSET, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Return room for the whole day."""
        return super().sizeHint() + QSize(3 * _INSET, 0)

    def day(self) -> date:
        """Return the day."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Show a day without telling anybody."""
        self.blockSignals(True)
        self.setDate(QDate(day.year, day.month, day.day))
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class HourBox(QTimeEdit):
    """A time of the day in hours and minutes."""

    def __init__(self) -> None:
        super().__init__()
        self.setDisplayFormat("HH:mm")
        self.lineEdit().setTextMargins(_INSET, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def hour(self) -> time:
        """Return the time."""
        return time(self.time().hour(), self.time().minute())

    def show_hour(self, hour: time) -> None:
        """Show a time without telling anybody."""
        self.blockSignals(True)
        self.setTime(QTime(hour.hour, hour.minute))
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class TextBox(QPlainTextEdit):
    """A text of several lines, as high as it needs; Tab goes on to the next field."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def show_text(self, text: str) -> None:
        """Show a text without telling anybody."""
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: the whole text is shown anyway."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the lines need in the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take the height that larger letters need."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def _fit(self) -> None:
        height, block = 2 * self.document().documentMargin(), self.document().begin()
        while block.isValid():
            height += self.blockBoundingRect(block).height()
            block = block.next()
        least = _LINES * self.fontMetrics().lineSpacing()
        self.setFixedHeight(max(least, ceil(height)) + _FRAME)
