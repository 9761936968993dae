"""The rail: the program's places, an icon over a word, reached with Ctrl and a number."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QSizePolicy, QVBoxLayout

from disaster_support.i18n import gettext as _
from disaster_support.ui.fonts import interface_font
from disaster_support.ui.icons import icon_pixmap
from disaster_support.ui.page import PageSpec
from disaster_support.ui.say import say
from disaster_support.ui.theme import RADIUS, SMALL, current_theme

_WIDTH = 96
_ICON, _LOCK = 28, 16
_LEAST_HEIGHT, _HEIGHT = 68, 96


class RailButton(QAbstractButton):
    """One place: icon, name, and where the height allows its shortcut."""

    def __init__(self, spec: PageSpec) -> None:
        super().__init__()
        self.spec = spec
        self._locked = spec.needs_register
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        say(self, self.setText, spec.label)
        say(self, self.setAccessibleName, self._name)
        say(self, self.setToolTip, self._describe)
        say(self, self.setAccessibleDescription, self._shortcut_text)

    def show_locked(self, locked: bool) -> None:
        """Wear a lock, or wear none: the place needs the register, which is locked or open."""
        self._locked = locked
        self.setAccessibleName(self._name())
        self.setToolTip(self._describe())
        self.update()

    def _name(self) -> str:
        place = self.spec.label()
        # Translators: a place of the program that needs the register, while it is locked.
        return _("{place}, locked").format(place=place) if self._locked else place

    def _shortcut_text(self) -> str:
        return QKeySequence(self.spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText)

    def _describe(self) -> str:
        # Translators: a place of the program and the keys that lead there.
        return _("{place} ({keys})").format(place=self._name(), keys=self._shortcut_text())

    def sizeHint(self) -> QSize:
        """Return the size with the shortcut shown."""
        return QSize(rail_width() - 8, current_theme().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the size without the shortcut."""
        return QSize(rail_width() - 8, current_theme().px(_LEAST_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, mark, icon and words."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        role = "action" if self.isChecked() else "ink"
        side, small = theme.px(_ICON), theme.px(24)
        with_shortcut = self.height() >= theme.px(_HEIGHT)
        top = (self.height() - side - 4 - small * (2 if with_shortcut else 1)) // 2
        painter.drawPixmap((self.width() - side) // 2, top, icon_pixmap(self.spec.icon, side, role))
        if self._locked:
            self._paint_lock(painter, (self.width() + side) // 2, top, role)
        top += side + 4
        painter.setPen(theme.color(role))
        painter.setFont(interface_font(theme.px(SMALL), bold=self.isChecked()))
        painter.drawText(QRect(0, top, self.width(), small), Qt.AlignmentFlag.AlignCenter, self.text())
        if with_shortcut:
            painter.setPen(theme.color("ink_secondary"))
            painter.setFont(interface_font(theme.px(SMALL)))
            area = QRect(0, top + small, self.width(), small)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._shortcut_text())

    def _paint_lock(self, painter: QPainter, right: int, top: int, role: str) -> None:
        size = current_theme().px(_LOCK)
        left = right if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else self.width() - right - size
        painter.drawPixmap(left, top - 2, icon_pixmap("lock", size, role))

    def _paint_ground(self, painter: QPainter) -> None:
        theme = current_theme()
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(theme.color("tint_strong" if self.isChecked() else "tint"))
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        if self.isChecked():
            left = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            painter.setBrush(theme.color("action"))
            painter.drawRoundedRect(QRectF(0 if left else self.width() - 4, 12, 4, self.height() - 24), 2, 2)


class Rail(QFrame):
    """The places one below another; tells which one was chosen."""

    chosen = Signal(int)

    def __init__(self, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._group = QButtonGroup(self)
        self.buttons = [RailButton(spec) for spec in specs]
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 8)
        column.setSpacing(4)
        for index, button in enumerate(self.buttons):
            self._group.addButton(button, index)
            column.addWidget(button)
        column.addStretch(1)
        self._group.idClicked.connect(self.chosen)
        say(self, self.setAccessibleName, lambda: _("Places"))
        self._fit()

    def check(self, index: int) -> None:
        """Mark the place that is shown."""
        self.buttons[index].setChecked(True)

    def show_locked(self, locked: bool) -> None:
        """Let the places that need the register wear a lock or none."""
        for button in self.buttons:
            if button.spec.needs_register:
                button.show_locked(locked)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(rail_width())


def rail_width() -> int:
    """Return the width of the rail at the chosen text size."""
    return current_theme().px(_WIDTH)
