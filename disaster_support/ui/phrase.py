"""A label for a phrase in any language, with readings where it has them."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from disaster_support.content.model import Language
from disaster_support.ruby import Ruby
from disaster_support.ui.text import LaidText, forget_layouts, lay_out
from disaster_support.ui.theme import LARGE, current_theme

_USUAL_WIDTH = 320


class PhraseLabel(QWidget):
    """Wraps, grows with its text, and cuts nothing off."""

    def __init__(
        self,
        language: Language,
        size: int = LARGE,
        *,
        bold: bool = False,
        align: str = "start",
        role: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._language, self._size, self._bold, self._align, self._role = language, size, bold, align, role
        self._text = ""
        self._ruby: tuple[Ruby, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_phrase(self, text: str, ruby: tuple[Ruby, ...] = ()) -> None:
        """Show this text with these readings."""
        self._text, self._ruby = text, ruby
        self.setAccessibleName(text)
        self._change()

    def set_size(self, size: int) -> None:
        """Show the text at another size, px at text size 1.0."""
        self._size = size
        self._change()

    def text(self) -> str:
        """Return the text shown."""
        return self._text

    def laid(self, width: float) -> LaidText:
        """Return the text as it is laid out at this width."""
        return lay_out(
            self._text,
            self._ruby,
            self._language,
            current_theme().px(self._size),
            width,
            bold=self._bold,
            align=self._align,
            mirrored=self.layoutDirection() == Qt.LayoutDirection.RightToLeft,
        )

    def hasHeightForWidth(self) -> bool:
        """Say that the narrower it is, the higher it is."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that holds all ink at this width."""
        return int(self.laid(width).height) + 1

    def sizeHint(self) -> QSize:
        """Return the size on one line, or wrapped to a usual width."""
        laid = self.laid(current_theme().px(_USUAL_WIDTH))
        return QSize(int(laid.width) + 1, int(laid.height) + 1)

    def minimumSizeHint(self) -> QSize:
        """Return the size of the widest word, one line high."""
        narrow = self.laid(1)
        return QSize(min(int(narrow.width) + 1, self.sizeHint().width()), current_theme().px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text in the middle of the height."""
        laid = self.laid(self.width())
        painter = QPainter(self)
        laid.draw(painter, 0, max(0.0, (self.height() - laid.height) / 2), current_theme().color(self._role))

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew when fonts have come or the text size has changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            forget_layouts()
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._change()

    def _change(self) -> None:
        self.updateGeometry()
        self.update()
