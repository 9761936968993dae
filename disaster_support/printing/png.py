"""Pages of a PDF as pictures, for the preview and for PNG files.

PDFium may be entered by one thread at a time; a lock sees to that.
"""

import struct
import zlib
from dataclasses import dataclass
from threading import Lock

_LOCK = Lock()
_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A page as rows of pixels, four bytes each: blue, green, red, alpha (`QImage.Format_RGB32`)."""

    width: int
    height: int
    stride: int
    data: bytes


def render_bitmap(pdf: bytes, page: int, dpi: float) -> Bitmap:
    """Return a page of a PDF as pixels on white; pages count from 0. Raises IndexError for a page it has not."""
    import pypdfium2

    with _LOCK, pypdfium2.PdfDocument(pdf) as document:
        if not 0 <= page < len(document):
            raise IndexError(page)
        opened = document[page]
        bitmap = opened.render(scale=dpi / _POINTS_PER_INCH, prefer_bgrx=True)
        result = Bitmap(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        bitmap.close()
        opened.close()
    return result


def page_sizes_pt(pdf: bytes) -> list[tuple[float, float]]:
    """Return width and height of each page of a PDF in points."""
    import pypdfium2

    with _LOCK, pypdfium2.PdfDocument(pdf) as document:
        return [document.get_page_size(page) for page in range(len(document))]


def render_png(pdf: bytes, page: int, dpi: float) -> bytes:
    """Return a page of a PDF as a PNG file; pages count from 0."""
    bitmap = render_bitmap(pdf, page, dpi)
    rows = []
    for y in range(bitmap.height):
        row = bitmap.data[y * bitmap.stride : y * bitmap.stride + 4 * bitmap.width]
        rgb = bytearray(3 * bitmap.width)
        rgb[0::3], rgb[1::3], rgb[2::3] = row[2::4], row[1::4], row[0::4]
        rows.append(b"\0" + rgb)
    header = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 8, 2, 0, 0, 0)
    per_metre = round(dpi / 0.0254)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (
            _chunk(b"IHDR", header),
            _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)),
            _chunk(b"IDAT", zlib.compress(b"".join(rows), 6)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG file."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
