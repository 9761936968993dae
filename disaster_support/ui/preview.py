"""The preview: the PDF itself, a page at a time, drawn in the background and never flickering."""

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from disaster_support.i18n import gettext as _
from disaster_support.printing.png import page_sizes_pt
from disaster_support.ui.buttons import IconButton
from disaster_support.ui.pdf import draw_page
from disaster_support.ui.say import say
from disaster_support.ui.tasks import Progress, Task, run_in_background
from disaster_support.ui.theme import current_theme

Fit = Literal["page", "width", "zoom"]

_MARGIN = 16
_ZOOM_STEP = 1.25
_LEAST_ZOOM, _MOST_ZOOM = 0.25, 4.0
_DPI_OF_ZOOM_1 = 96


class _Sheet(QWidget):
    """A page on the desk: the picture, or the old one stretched until the new one is there."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = QPixmap()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet with a hairline around it."""
        if self.picture.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.rect(), self.picture)
        painter.setPen(current_theme().color("hairline"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PdfPreview(QWidget):
    """Shows a PDF given as bytes; Page Up and Page Down turn, + and - zoom, 0 shows the whole page."""

    def __init__(self) -> None:
        super().__init__()
        self._pdf = b""
        self._sizes: list[tuple[float, float]] = []  # of the pages, in points
        self._page = 0
        self._fit: Fit = "page"
        self._zoom = 1.0
        self._task: Task | None = None
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._build_tools())
        self._sheet = _Sheet()
        self._scroll = QScrollArea()
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll.setWidget(self._sheet)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.viewport().installEventFilter(self)
        self._scroll.installEventFilter(self)
        say(self, self._scroll.setAccessibleName, lambda: _("Preview"))
        column.addWidget(self._scroll, 1)

    def _build_tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self._back = IconButton(lambda: _("Previous page"), "chevron-left", lambda: self.turn_to(self._page - 1))
        self._place = QLabel()
        self._forth = IconButton(lambda: _("Next page"), "chevron-right", lambda: self.turn_to(self._page + 1))
        say(self, self._place.setText, self._describe_place)
        row.addWidget(self._back)
        row.addWidget(self._place)
        row.addWidget(self._forth)
        row.addStretch(1)
        row.addWidget(IconButton(lambda: _("Smaller"), "magnify-minus-outline", lambda: self.zoom_by(1 / _ZOOM_STEP)))
        row.addWidget(IconButton(lambda: _("Larger"), "magnify-plus-outline", lambda: self.zoom_by(_ZOOM_STEP)))
        row.addWidget(IconButton(lambda: _("Whole page"), "fit-to-page-outline", lambda: self.fit("page")))
        row.addWidget(IconButton(lambda: _("Full width"), "arrow-expand-horizontal", lambda: self.fit("width")))
        return row

    # -- what is shown

    @property
    def page(self) -> int:
        """The page shown, counted from 0."""
        return self._page

    @property
    def page_count(self) -> int:
        """How many pages the PDF has."""
        return len(self._sizes)

    def show_pdf(self, pdf: bytes) -> None:
        """Show this PDF, at the same page where it has one; the old picture stays until the new one is drawn."""
        self._stop()

        def measure(_progress: Progress) -> list[tuple[float, float]]:
            return page_sizes_pt(pdf)

        self._task = run_in_background(self, measure, on_done=lambda sizes: self._take(pdf, sizes))

    def _take(self, pdf: bytes, sizes: list[tuple[float, float]]) -> None:
        self._task = None
        self._pdf, self._sizes = pdf, sizes
        self._page = max(0, min(self._page, len(sizes) - 1))
        self._update()

    def clear(self) -> None:
        """Show nothing."""
        self._pdf, self._sizes, self._page = b"", [], 0
        self._sheet.picture = QPixmap()
        self._update()

    def picture(self) -> QPixmap:
        """Return the picture that is shown; null before the first."""
        return self._sheet.picture

    def turn_to(self, page: int) -> None:
        """Show another page, counted from 0."""
        if 0 <= page < len(self._sizes) and page != self._page:
            self._page = page
            self._update()

    def fit(self, fit: Fit) -> None:
        """Show the whole page, or the page as wide as the place."""
        self._fit = fit
        self._update()

    def zoom_by(self, factor: float) -> None:
        """Show the page larger or smaller than now."""
        self._zoom = max(_LEAST_ZOOM, min(_MOST_ZOOM, self._current_zoom() * factor))
        self._fit = "zoom"
        self._update()

    # -- drawing

    def _update(self) -> None:
        self._place.setText(self._describe_place())
        self._back.setEnabled(self._page > 0)
        self._forth.setEnabled(self._page + 1 < len(self._sizes))
        self._stop()
        if not self._sizes:
            self._sheet.resize(0, 0)
            self._sheet.update()
            return
        self._sheet.resize(self._sheet_size())
        self._draw()

    def _stop(self) -> None:
        if self._task:
            self._task.cancel()
            self._task = None

    def _draw(self) -> None:
        pdf, page = self._pdf, self._page
        ratio = self.devicePixelRatioF()
        dpi = self._current_zoom() * _DPI_OF_ZOOM_1 * ratio

        def draw(progress: Progress) -> QImage:
            progress.report(0, 1)
            return draw_page(pdf, page, dpi)

        self._task = run_in_background(self, draw, on_done=self._show)

    def _show(self, image: QImage) -> None:
        self._task = None
        self._sheet.picture = QPixmap.fromImage(image)
        self._sheet.update()

    def _current_zoom(self) -> float:
        if self._fit == "zoom" or not self._sizes:
            return self._zoom
        width, height = (length / 72 * _DPI_OF_ZOOM_1 for length in self._sizes[self._page])
        room = self._scroll.maximumViewportSize() - QSize(2 * _MARGIN, 2 * _MARGIN)
        wide = max(room.width(), 50) / width
        return wide if self._fit == "width" else min(wide, max(room.height(), 50) / height)

    def _sheet_size(self) -> QSize:
        zoom = self._current_zoom()
        width, height = (length / 72 * _DPI_OF_ZOOM_1 * zoom for length in self._sizes[self._page])
        return QSize(round(width), round(height))

    def _describe_place(self) -> str:
        if not self._sizes:
            return ""
        # Translators: which page of how many is shown.
        return _("Page {page} of {count}").format(page=self._page + 1, count=len(self._sizes))

    # -- events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the new size."""
        super().resizeEvent(event)
        if self._sizes and self._fit != "zoom":
            self._update()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the sheet's edge in the new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_sheet"):
            self._sheet.update()

    def eventFilter(self, _watched: object, event: QEvent) -> bool:
        """Turn and zoom by keys and, with Ctrl, by the wheel."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event.key())
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(_ZOOM_STEP if event.angleDelta().y() > 0 else 1 / _ZOOM_STEP)
            return True
        return False

    def _press(self, key: int) -> bool:
        actions = {
            Qt.Key.Key_PageDown: lambda: self.turn_to(self._page + 1),
            Qt.Key.Key_PageUp: lambda: self.turn_to(self._page - 1),
            Qt.Key.Key_Home: lambda: self.turn_to(0),
            Qt.Key.Key_End: lambda: self.turn_to(len(self._sizes) - 1),
            Qt.Key.Key_Plus: lambda: self.zoom_by(_ZOOM_STEP),
            Qt.Key.Key_Minus: lambda: self.zoom_by(1 / _ZOOM_STEP),
            Qt.Key.Key_0: lambda: self.fit("page"),
            Qt.Key.Key_W: lambda: self.fit("width"),
        }
        action = actions.get(Qt.Key(key))
        if action is None:
            return False
        action()
        return True
