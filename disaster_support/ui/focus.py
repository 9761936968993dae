"""The mark around whatever has the focus: a yellow ring inside a black line, the same on every widget."""

from typing import TypeGuard, TypeVar

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu, QWidget

from disaster_support.ui.theme import RADIUS, current_theme

T = TypeVar("T", bound=QWidget)

_WIDTH = 4
_MOVING = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ZOrderChange)


class Ring(QWidget):
    """The ring itself: lies over the window, lets the mouse through, and is cut where a scroller cuts its widget."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def surround(self, widget: QWidget) -> None:
        """Lie around this widget."""
        if not widget.isVisible():
            self.hide()
            return
        out = _WIDTH
        self.setGeometry(_place_in_window(widget).adjusted(-out, -out, out, out))
        whole = QRegion(self.rect()) - QRegion(self.rect().adjusted(out + 3, out + 3, -out - 3, -out - 3))
        for viewport in _viewports(widget):
            seen = _place_in_window(viewport).adjusted(-out, -out, out, out)
            whole &= QRegion(seen.translated(-self.pos()))
        self.setMask(whole)
        self.setVisible(not whole.isEmpty())
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw line and ring."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        for inset, role in ((1.0, "focus_line"), (3.0, "focus_ring")):
            painter.setPen(QPen(theme.color(role), 2))
            painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)


class FocusRing(QObject):
    """Puts the ring around the widget that has the focus, and keeps it there."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.ring: Ring | None = None
        self._widget: QWidget | None = None
        self._watched: list[QWidget] = []
        self._due = QTimer(self)  # many parts move at once: the ring moves once, after them
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._surround)
        app.focusChanged.connect(self._follow)

    @Slot(QWidget, QWidget)
    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._let_go()
        if new is None or new.isWindow() or isinstance(new, QMenu):
            return
        self._widget = new
        one: QWidget | None = new
        while one is not None and not one.isWindow():
            one.installEventFilter(self)
            self._watched.append(one)
            one = one.parentWidget()
        window = new.window()
        if not _lives(self.ring) or self.ring.parentWidget() is not window:
            self.ring = Ring(window)
        self._due.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Move the ring with the widget."""
        if event.type() in _MOVING and not self._due.isActive():
            self._due.start()
        return False

    @Slot()
    def _surround(self) -> None:
        if _lives(self.ring) and _lives(self._widget):
            self.ring.surround(self._widget)

    def _let_go(self) -> None:
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        self._widget = None
        if _lives(self.ring):
            self.ring.hide()


def _lives(widget: T | None) -> TypeGuard[T]:
    return widget is not None and shiboken6.isValid(widget)


def _place_in_window(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def _viewports(widget: QWidget) -> list[QWidget]:
    found = []
    one = widget.parentWidget()
    while one is not None and not one.isWindow():
        if isinstance(one, QAbstractScrollArea):
            found.append(one.viewport())
        one = one.parentWidget()
    return found
