"""The emblem of a sign: its pictogram in the shape and colour of its kind, so that it is told without colour too.

Source: ISO 3864-1:2011 and JIS Z 9101:2018: prohibition is a red ring with a bar from the upper left to the lower
right, danger a yellow triangle edged in black, instruction a blue disc, safety a green and fire a red square.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from disaster_support.content.model import Category
from disaster_support.documents.colors import SAFETY_COLORS, SafetyColor
from disaster_support.documents.model import INK, Box, Item, Line, Pictogram

_GENERAL = "exclamation-thick"  # what ISO 7010 puts into W001 and M001, where nothing says more
_IN_SHAPE = {"alert": _GENERAL, "cancel": "", "account-cancel": "account", "flash-triangle": "flash"}
_RING, _BAR = 0.09, 0.08  # of the diameter
_TRIANGLE = 1.09  # the pictogram "triangle" leaves 1/24 free at each side
_YELLOW = 0.84  # of the black triangle
_CENTRE = 0.12  # how far the triangle's centre lies below its square's, as a share of it


@dataclass(frozen=True, slots=True)
class _Square:
    x_mm: float
    y_mm: float
    size_mm: float

    def inner(self, share: float, down: float = 0.0) -> "_Square":
        """Return the square of this share of the size, in the middle or lower by a share of the size."""
        margin = self.size_mm * (1 - share) / 2
        return _Square(self.x_mm + margin, self.y_mm + margin + self.size_mm * down, self.size_mm * share)

    def picture(self, name: str, color: str = INK) -> Iterator[Pictogram]:
        """Give the pictogram that fills the square; no name gives none."""
        if name:
            yield Pictogram(self.x_mm, self.y_mm, self.size_mm, name, color)


def has_emblem(category: Category, pictogram: str) -> bool:
    """Whether there is anything to draw: only the shapes that speak for themselves stand without a pictogram."""
    return bool(pictogram) or category in (Category.PROHIBITION, Category.DANGER, Category.INSTRUCTION)


def build_emblem(category: Category, pictogram: str, x_mm: float, y_mm: float, size_mm: float) -> tuple[Item, ...]:
    """Return the emblem of a kind of sign in a square."""
    square = _Square(x_mm, y_mm, size_mm)
    return tuple(_SHAPES[category](square, _inside(category, pictogram), SAFETY_COLORS[category]))


def _inside(category: Category, pictogram: str) -> str:
    """Return what stands inside the shape: without the bar or triangle that the shape itself draws."""
    if category is Category.PROHIBITION:
        return _IN_SHAPE.get(pictogram, pictogram.removesuffix("-off"))
    if category in (Category.DANGER, Category.INSTRUCTION):
        return _IN_SHAPE.get(pictogram, pictogram) or _GENERAL
    return pictogram


def _prohibition(square: _Square, pictogram: str, color: SafetyColor) -> Iterator[Item]:
    yield from square.inner(0.56).picture(pictogram)
    ring, bar = square.size_mm * _RING, square.size_mm * _BAR
    outline = square.inner(1 - _RING)
    yield Box(
        outline.x_mm,
        outline.y_mm,
        outline.size_mm,
        outline.size_mm,
        stroke=color.color,
        stroke_mm=ring,
        radius_mm=outline.size_mm / 2,
    )
    chord = outline.inner(2**-0.5)  # its corners lie on the ring
    end = chord.size_mm
    yield Line(chord.x_mm, chord.y_mm, chord.x_mm + end, chord.y_mm + end, color.color, bar)


def _danger(square: _Square, pictogram: str, color: SafetyColor) -> Iterator[Item]:
    yield from square.inner(_TRIANGLE, down=0.02).picture("triangle", color.contrast)
    yield from square.inner(_TRIANGLE * _YELLOW, down=0.02 + (1 - _YELLOW) * _CENTRE).picture("triangle", color.color)
    yield from square.inner(0.42, down=0.14).picture(pictogram, color.contrast)


def _instruction(square: _Square, pictogram: str, color: SafetyColor) -> Iterator[Item]:
    yield Box(square.x_mm, square.y_mm, square.size_mm, square.size_mm, fill=color.color, radius_mm=square.size_mm / 2)
    yield from square.inner(0.6).picture(pictogram, color.contrast)


def _notice_square(square: _Square, pictogram: str, color: SafetyColor) -> Iterator[Item]:
    radius = square.size_mm * 0.06
    yield Box(square.x_mm, square.y_mm, square.size_mm, square.size_mm, fill=color.color, radius_mm=radius)
    yield from square.inner(0.8).picture(pictogram, color.contrast)


def _plain(square: _Square, pictogram: str, color: SafetyColor) -> Iterator[Item]:
    yield from square.picture(pictogram, color.color)


_SHAPES = {
    Category.FIRE: _notice_square,
    Category.PROHIBITION: _prohibition,
    Category.DANGER: _danger,
    Category.SAFETY: _notice_square,
    Category.INSTRUCTION: _instruction,
    Category.INFORMATION: _plain,
}
