"""A PDF onto a printer: the system's dialogue, and every page in its own size and direction."""

import shiboken6
from PySide6.QtCore import QMarginsF, QRect, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _
from disaster_support.printing.png import page_sizes_pt
from disaster_support.ui.pdf import draw_page

MOST_DPI = 300


def print_with_dialog(parent: QWidget, pdf: bytes, title: str, copies: int = 1) -> bool:
    """Ask for the printer and print; return whether it was printed: not for a page that has gone meanwhile.

    Raises:
        UserError: the printer does not take the pages.

    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    sizes = page_sizes_pt(pdf)
    printer.setDocName(title)
    printer.setCopyCount(copies)
    printer.setFromTo(1, len(sizes))
    printer.setPageLayout(page_layout(*sizes[0]))
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(sizes))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, len(sizes) > 1)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted or not _is_there(parent):
        return False
    paint_pdf(pdf, printer)
    return True


def _is_there(page: QWidget) -> bool:
    # A register that locks takes the page along, and may leave the system's dialogue on the screen.
    return shiboken6.isValid(page) and page.isVisible()


def paint_pdf(pdf: bytes, printer: QPrinter) -> None:
    """Draw the chosen pages of a PDF onto a printer, at its resolution but at most 300 dpi.

    Raises:
        UserError: the printer does not take the pages.

    """
    sizes = page_sizes_pt(pdf)
    first, last = _chosen(printer, len(sizes))
    printer.setPageLayout(page_layout(*sizes[first]))
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(_("The printer does not answer. Check that it is on and connected, then print again."))
    try:
        for page in range(first, last + 1):
            if page > first:
                _next_page(printer, sizes[page])
            _paint_page(painter, printer, pdf, page)
    finally:
        painter.end()


def page_layout(width_pt: float, height_pt: float) -> QPageLayout:
    """Return the layout of a page of this size: the named paper it is nearest to, and its direction."""
    upright = QSizeF(min(width_pt, height_pt), max(width_pt, height_pt))
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    direction = QPageLayout.Orientation.Landscape if width_pt > height_pt else QPageLayout.Orientation.Portrait
    return QPageLayout(size, direction, QMarginsF(0, 0, 0, 0))


def _chosen(printer: QPrinter, count: int) -> tuple[int, int]:
    if printer.printRange() != QPrinter.PrintRange.PageRange or not printer.fromPage():
        return 0, count - 1
    first = min(printer.fromPage(), count)
    return first - 1, max(first, min(printer.toPage() or count, count)) - 1


def _next_page(printer: QPrinter, size: tuple[float, float]) -> None:
    printer.setPageLayout(page_layout(*size))
    if not printer.newPage():
        raise UserError(_("The printer stopped. Check its paper and print again."))


def _paint_page(painter: QPainter, printer: QPrinter, pdf: bytes, page: int) -> None:
    resolution = printer.resolution()
    picture = draw_page(pdf, page, min(resolution, MOST_DPI))
    whole = printer.pageLayout().fullRectPixels(resolution)
    painter.drawImage(QRect(0, 0, whole.width(), whole.height()), picture)
