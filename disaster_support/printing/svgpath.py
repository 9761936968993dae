"""The path language of SVG turned into PDF drawing operators.

svglib does this too, but importing it takes 0.3 s and it draws on a reportlab canvas that nothing else here needs.
Source: SVG 2, chapter 9, https://www.w3.org/TR/SVG2/paths.html; arcs after its appendix B.2.4.
"""

import re
from collections.abc import Iterator
from functools import cache
from math import acos, ceil, copysign, cos, hypot, pi, radians, sin, tan

_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_SEGMENT = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_NUMBERS = re.compile(_NUMBER)
_ARC = re.compile(
    rf"({_NUMBER})[\s,]*({_NUMBER})[\s,]*({_NUMBER})[\s,]*([01])[\s,]*([01])[\s,]*({_NUMBER})[\s,]*({_NUMBER})"
)

Point = tuple[float, float]


@cache
def pdf_path(path: str) -> str:
    """Return the operators (m, l, c, h) that build a path; y still grows downwards. It is filled with `f`."""
    return " ".join(_Pen().draw(path))


class _Pen:
    """Keeps where the path has come to."""

    def __init__(self) -> None:
        self.at: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        self.control: Point | None = None  # the last control point, which S and T mirror
        self.control_of = ""

    def draw(self, path: str) -> Iterator[str]:
        """Yield the operators of a whole path."""
        for letter, tail in _SEGMENT.findall(path):
            command = letter
            for arguments in _split(letter.upper(), tail):
                yield from self._step(command, arguments)
                command = {"M": "L", "m": "l"}.get(command, command)

    def _step(self, letter: str, numbers: list[float]) -> Iterator[str]:
        """Yield the operators of one command and move on."""
        command, relative = letter.upper(), letter.islower()
        if command == "Z":
            self.at = self.start
            yield "h"
        elif command in "HV":
            yield self._line(self._level(command, numbers[0], relative))
        elif command == "A":
            yield from self._arc(numbers, self._points(numbers[5:], relative)[0])
        else:
            points = self._points(numbers, relative)
            if command == "M":
                self.start = self.at = points[0]
                yield f"{_pair(self.at)} m"
            elif command == "L":
                yield self._line(points[0])
            else:
                yield self._curve(command, points)
                return
        self.control_of = ""

    def _points(self, numbers: list[float], relative: bool) -> list[Point]:
        """Pair numbers up as absolute points."""
        x, y = self.at if relative else (0.0, 0.0)
        return [(x + dx, y + dy) for dx, dy in zip(numbers[::2], numbers[1::2], strict=True)]

    def _level(self, command: str, number: float, relative: bool) -> Point:
        """Return where a horizontal or vertical line ends."""
        x, y = self.at
        if command == "H":
            return (number + (x if relative else 0.0), y)
        return (x, number + (y if relative else 0.0))

    def _line(self, end: Point) -> str:
        self.at = end
        return f"{_pair(end)} l"

    def _curve(self, command: str, points: list[Point]) -> str:
        """Return a cubic curve for C, S, Q and T."""
        if command in "ST":
            points = [self._mirrored("CS" if command == "S" else "QT"), *points]
        if command in "CS":
            first, second, end = points
            self.control = second
        else:
            self.control, end = points
            first = _towards(self.at, self.control, 2 / 3)
            second = _towards(end, self.control, 2 / 3)
        self.control_of, self.at = command, end
        return f"{_pair(first)} {_pair(second)} {_pair(end)} c"

    def _mirrored(self, kinds: str) -> Point:
        """Return the last control point mirrored at where the path is, if the last curve was of that kind."""
        if not self.control_of or self.control_of not in kinds or self.control is None:
            return self.at
        return (2 * self.at[0] - self.control[0], 2 * self.at[1] - self.control[1])

    def _arc(self, numbers: list[float], end: Point) -> Iterator[str]:
        """Yield an elliptical arc as curves of a quarter turn at the most."""
        rx, ry, rotation, large, sweep = abs(numbers[0]), abs(numbers[1]), radians(numbers[2]), numbers[3], numbers[4]
        if end == self.at:
            return
        if not rx or not ry:
            yield self._line(end)
            return
        for first, second, point in _arc_curves(self.at, end, rx, ry, rotation, bool(large), bool(sweep)):
            yield f"{_pair(first)} {_pair(second)} {_pair(point)} c"
        self.at = end


def _split(command: str, tail: str) -> Iterator[list[float]]:
    """Yield the arguments of each repetition of a command."""
    if command == "A":
        for groups in _ARC.findall(tail):
            yield [float(group) for group in groups]
        return
    count = _ARGUMENTS[command]
    numbers = [float(number) for number in _NUMBERS.findall(tail)]
    if not count:
        yield []
        return
    for index in range(0, len(numbers), count):
        yield numbers[index : index + count]


def _arc_curves(
    start: Point, end: Point, rx: float, ry: float, rotation: float, large: bool, sweep: bool
) -> Iterator[tuple[Point, Point, Point]]:
    """Yield control points and end of the curves that follow an arc."""
    cos_r, sin_r = cos(rotation), sin(rotation)
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x1, y1 = cos_r * dx + sin_r * dy, -sin_r * dx + cos_r * dy
    scale = max(1.0, hypot(x1 / rx, y1 / ry))
    rx, ry = rx * scale, ry * scale
    root = max(0.0, (rx * ry) ** 2 / ((rx * y1) ** 2 + (ry * x1) ** 2) - 1) ** 0.5
    factor = -root if large == sweep else root
    cx, cy = factor * rx * y1 / ry, -factor * ry * x1 / rx
    centre = (cos_r * cx - sin_r * cy + (start[0] + end[0]) / 2, sin_r * cx + cos_r * cy + (start[1] + end[1]) / 2)
    first = _angle((1.0, 0.0), ((x1 - cx) / rx, (y1 - cy) / ry))
    turn = _angle(((x1 - cx) / rx, (y1 - cy) / ry), ((-x1 - cx) / rx, (-y1 - cy) / ry))
    if sweep and turn < 0:
        turn += 2 * pi
    elif not sweep and turn > 0:
        turn -= 2 * pi
    count = max(1, ceil(abs(turn) / (pi / 2) - 1e-9))
    step = turn / count
    reach = 4 / 3 * tan(step / 4)

    def place(x: float, y: float) -> Point:
        return (centre[0] + cos_r * rx * x - sin_r * ry * y, centre[1] + sin_r * rx * x + cos_r * ry * y)

    for index in range(count):
        a, b = first + index * step, first + (index + 1) * step
        yield (
            place(cos(a) - reach * sin(a), sin(a) + reach * cos(a)),
            place(cos(b) + reach * sin(b), sin(b) - reach * cos(b)),
            place(cos(b), sin(b)) if index < count - 1 else end,
        )


def _angle(u: Point, v: Point) -> float:
    """Return the signed angle from one vector to another."""
    cosine = (u[0] * v[0] + u[1] * v[1]) / (hypot(*u) * hypot(*v))
    return copysign(acos(max(-1.0, min(1.0, cosine))), u[0] * v[1] - u[1] * v[0])


def _towards(start: Point, end: Point, share: float) -> Point:
    """Return the point a share of the way from one to another."""
    return (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))


def _pair(point: Point) -> str:
    return f"{point[0]:.3f} {point[1]:.3f}"
