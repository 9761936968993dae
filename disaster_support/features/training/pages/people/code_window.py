"""The code of the minute, for the whole room to see: drawn onto the projector's screen."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QWidget

from disaster_support.features.training.model import Unit
from disaster_support.features.training.pages.desk import CourseDesk
from disaster_support.features.training.people import attendance_code
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.ui.fonts import interface_font
from disaster_support.ui.say import say
from disaster_support.ui.theme import DISPLAY, HEADING, current_theme

_TICK_MS = 500
_MINUTE = 60
_SIZE = (900, 560)
_MARGIN = 40


class CodeWindow(QDialog):
    """A dialogue that holds nobody up; it goes when the register locks. F11 fills the screen, Escape closes."""

    def __init__(self, owner: QWidget, desk: CourseDesk, unit: Unit) -> None:
        super().__init__(owner)
        self._desk, self._unit = desk, unit
        self.code, self._left = "", 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        say(self, self.setWindowTitle, lambda: _("Code of attendance"))
        self.resize(*_SIZE)
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._renew)
        self._timer.start()
        self._renew()

    def _renew(self) -> None:
        if not self._desk.context.door.is_open:
            return
        now = self._desk.context.clock()
        self.code = attendance_code(self._desk.register, self._desk.course.id, self._unit.id, now)
        self._left = _MINUTE - now.second
        self.setAccessibleName(" ".join(self.code))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what it is, the code as large as the window allows, and how long it stands."""
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(self.rect(), theme.color("paper"))
        area = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.setPen(theme.color("ink"))
        painter.setFont(interface_font(theme.px(DISPLAY), bold=True))
        wrapped = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area, wrapped | Qt.AlignmentFlag.AlignTop, self._unit.title.say(current_language()))
        painter.setFont(interface_font(round(min(area.width() / 3, area.height() / 2)), bold=True))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.code)
        painter.setFont(interface_font(theme.px(HEADING)))
        words = _("Type this code at the computer. Next code in {seconds} s.").format(seconds=self._left)
        painter.drawText(area, wrapped | Qt.AlignmentFlag.AlignBottom, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fill the screen, or no longer, at F11."""
        if event.key() == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        else:
            super().keyPressEvent(event)
