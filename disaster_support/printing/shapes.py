"""Boxes, lines, pictograms, arrows and QR codes as PDF operators.

All functions take millimetres with y growing downwards, as documents do; the page turns and scales them once.
"""

from functools import lru_cache

from disaster_support.documents.model import Arrow, Box, Direction, Line, Pictogram, QrCode
from disaster_support.printing.pictograms import GRID, pictogram_path
from disaster_support.printing.svgpath import pdf_path

_CURVE = 0.5523  # how far the control points of a quarter circle reach, in radii
_QUIET_ZONE = 4  # modules around a QR code. Source: ISO/IEC 18004, 9.1
_TURN = {direction: 45 * step for step, direction in enumerate(Direction)}
# An arrow pointing up, in a square of 24: as long as the square is wide, so that it fits turned by 45 degrees too.
_ARROW = ((12.0, 1.0), (21.5, 11.5), (15.0, 11.5), (15.0, 23.0), (9.0, 23.0), (9.0, 11.5), (2.5, 11.5))


@lru_cache(maxsize=256)
def color_operands(color: str) -> str:
    """Return a colour `#rrggbb` as three numbers from 0 to 1."""
    return " ".join(f"{int(color[place : place + 2], 16) / 255:.3g}" for place in (1, 3, 5))


def draw_box(box: Box) -> str:
    """Return the operators of a rectangle."""
    if box.fill is None and box.stroke is None:
        return ""
    parts = []
    if box.fill is not None:
        parts.append(f"{color_operands(box.fill)} rg")
    if box.stroke is not None:
        parts.append(f"{color_operands(box.stroke)} RG {box.stroke_mm:.3f} w")
    paint = {(True, False): "f", (False, True): "S", (True, True): "B"}[box.fill is not None, box.stroke is not None]
    radius = min(box.radius_mm, box.width_mm / 2, box.height_mm / 2)
    if radius <= 0:
        path = f"{_at(box.x_mm, box.y_mm)} {_at(box.width_mm, box.height_mm)} re"
        return " ".join((*parts, path, paint))
    path = _rounded(box.width_mm, box.height_mm, radius)
    return " ".join((*parts, f"q 1 0 0 1 {_at(box.x_mm, box.y_mm)} cm {path} {paint} Q"))


@lru_cache(maxsize=256)
def _rounded(right: float, bottom: float, radius: float) -> str:
    """Return the path of a rectangle from the origin, its corners rounded: a page repeats few, at many places."""
    bend = radius * (1 - _CURVE)
    return (
        f"{_at(radius, 0)} m {_at(right - radius, 0)} l "
        f"{_at(right - bend, 0)} {_at(right, bend)} {_at(right, radius)} c {_at(right, bottom - radius)} l "
        f"{_at(right, bottom - bend)} {_at(right - bend, bottom)} {_at(right - radius, bottom)} c "
        f"{_at(radius, bottom)} l "
        f"{_at(bend, bottom)} {_at(0, bottom - bend)} {_at(0, bottom - radius)} c {_at(0, radius)} l "
        f"{_at(0, bend)} {_at(bend, 0)} {_at(radius, 0)} c h"
    )


def draw_line(line: Line) -> str:
    """Return the operators of a straight line."""
    dashes = f"[{3 * line.width_mm:.3f} {2 * line.width_mm:.3f}] 0 d" if line.dashed else "[] 0 d"
    return (
        f"{color_operands(line.color)} RG {line.width_mm:.3f} w {dashes} "
        f"{_at(line.x1_mm, line.y1_mm)} m {_at(line.x2_mm, line.y2_mm)} l S [] 0 d"
    )


def draw_pictogram(pictogram: Pictogram) -> str:
    """Return the operators of a pictogram; raises KeyError for an unknown name."""
    scale = pictogram.size_mm / GRID
    return (
        f"q {color_operands(pictogram.color)} rg {scale:.5f} 0 0 {scale:.5f} {_at(pictogram.x_mm, pictogram.y_mm)} cm "
        f"{pdf_path(pictogram_path(pictogram.name))} f Q"
    )


def draw_arrow(arrow: Arrow) -> str:
    """Return the operators of an arrow, turned about the middle of its square."""
    from math import cos, radians, sin

    turn = radians(_TURN[arrow.direction])
    scale = arrow.size_mm / GRID
    centre_x, centre_y = arrow.x_mm + arrow.size_mm / 2, arrow.y_mm + arrow.size_mm / 2
    points = []
    for x, y in _ARROW:
        dx, dy = (x - GRID / 2) * scale, (y - GRID / 2) * scale
        points.append(_at(centre_x + dx * cos(turn) - dy * sin(turn), centre_y + dx * sin(turn) + dy * cos(turn)))
    return f"{color_operands(arrow.color)} rg {points[0]} m {' l '.join(points[1:])} l h f"


def draw_qr_code(code: QrCode) -> str:
    """Return the operators of a QR code in black, its quiet zone in white."""
    rows = _qr_rows(code.content)
    count = len(rows) + 2 * _QUIET_ZONE
    module = code.size_mm / count
    rectangles = " ".join(
        f"{start + _QUIET_ZONE} {y + _QUIET_ZONE} {length} 1 re"
        for y, row in enumerate(rows)
        for start, length in _dark_stretches(row)
    )
    return (
        f"q {module:.5f} 0 0 {module:.5f} {_at(code.x_mm, code.y_mm)} cm 1 1 1 rg 0 0 {count} {count} re f "
        f"0 0 0 rg {rectangles} f Q"
    )


@lru_cache(maxsize=256)
def _qr_rows(content: str) -> tuple[bytes, ...]:
    """Return the modules of a code row by row, 1 being dark; a quarter of them may be damaged or dirty."""
    import segno

    return tuple(bytes(row) for row in segno.make_qr(content, error="q", boost_error=False).matrix)


def _dark_stretches(row: bytes) -> list[tuple[int, int]]:
    """Return start and length of each stretch of dark modules."""
    stretches = []
    start = 0
    while (start := row.find(1, start)) >= 0:
        end = row.find(0, start)
        end = len(row) if end < 0 else end
        stretches.append((start, end - start))
        start = end
    return stretches


def _at(x: float, y: float) -> str:
    return f"{x:.3f} {y:.3f}"
