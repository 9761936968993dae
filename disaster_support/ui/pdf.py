"""Pages of a PDF as Qt pictures; safe on any thread."""

from PySide6.QtGui import QImage


def draw_page(pdf: bytes, page: int, dpi: float) -> QImage:
    """Return a page, counted from 0, as a picture on white."""
    from disaster_support.printing import render_bitmap

    drawn = render_bitmap(pdf, page, dpi)
    return QImage(drawn.data, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32).copy()
