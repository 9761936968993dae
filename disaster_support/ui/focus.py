"""The mark around whatever has the focus: a yellow ring inside a black line, the same on every widget."""

import shiboken6
from PySide6.QtCore import QObject, QRectF, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QFocusFrame,
    QMainWindow,
    QMenu,
    QProxyStyle,
    QStackedWidget,
    QStyle,
    QStyleOption,
    QWidget,
)

from disaster_support.ui.theme import RADIUS, current_theme

_WIDTH = 4


class _Margin(QProxyStyle):
    """Keeps the frame this far outside the widget."""

    def pixelMetric(  # noqa: N802
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return _WIDTH
        return super().pixelMetric(metric, option, widget)


class _Frame(QFocusFrame):
    """The ring itself, drawn around the widget."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        for inset, role in ((1.0, "focus_line"), (3.0, "focus_ring")):
            painter.setPen(QPen(theme.color(role), 2))
            painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)


class FocusRing(QObject):
    """Puts the frame around the widget that has the focus; Qt moves and deletes the frame with that widget."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.frame: QFocusFrame | None = None
        self._margin = _Margin("Fusion")
        app.focusChanged.connect(self._follow)

    @Slot(QWidget, QWidget)
    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.frame is not None and shiboken6.isValid(self.frame):
            self.frame.setWidget(None)  # type: ignore[arg-type]
        if new is None or new.isWindow() or isinstance(new, QMainWindow | QMenu | QStackedWidget):
            return
        if isinstance(new, QAbstractScrollArea) and new.frameShape() == QAbstractScrollArea.Shape.NoFrame:
            return
        if self.frame is None or not shiboken6.isValid(self.frame):
            self.frame = _Frame(new.window())
            self.frame.setStyle(self._margin)
        self.frame.setWidget(new)
