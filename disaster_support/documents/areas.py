"""Rectangles on a sheet, cut into smaller ones from the outside in."""

from dataclasses import dataclass

from disaster_support.documents.model import Text, TextBox


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on the sheet, and the sheet's size relative to A4."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    scale: float

    def cut_left(self, width_mm: float, gap_mm: float = 0.0) -> tuple["Area", "Area"]:
        """Return a strip of this width at the left, and the rest beyond a gap."""
        rest = self.x_mm + width_mm + gap_mm, self.width_mm - width_mm - gap_mm
        left = Area(self.x_mm, self.y_mm, width_mm, self.height_mm, self.scale)
        return left, Area(rest[0], self.y_mm, rest[1], self.height_mm, self.scale)

    def cut_right(self, width_mm: float, gap_mm: float = 0.0) -> tuple["Area", "Area"]:
        """Return a strip of this width at the right, and the rest before a gap."""
        rest, right = self.cut_left(self.width_mm - width_mm - gap_mm, gap_mm)
        return right, rest

    def cut_top(self, height_mm: float, gap_mm: float = 0.0) -> tuple["Area", "Area"]:
        """Return a strip of this height at the top, and the rest below a gap."""
        rest = self.y_mm + height_mm + gap_mm, self.height_mm - height_mm - gap_mm
        top = Area(self.x_mm, self.y_mm, self.width_mm, height_mm, self.scale)
        return top, Area(self.x_mm, rest[0], self.width_mm, rest[1], self.scale)

    def cut_bottom(self, height_mm: float, gap_mm: float = 0.0) -> tuple["Area", "Area"]:
        """Return a strip of this height at the bottom, and the rest above a gap."""
        rest, bottom = self.cut_top(self.height_mm - height_mm - gap_mm, gap_mm)
        return bottom, rest

    def inset(self, by_mm: float) -> "Area":
        """Return what is left inside a margin."""
        return Area(
            self.x_mm + by_mm, self.y_mm + by_mm, self.width_mm - 2 * by_mm, self.height_mm - 2 * by_mm, self.scale
        )

    def text(self, text: Text, size_pt: float, **style: object) -> TextBox:
        """Return a text that stands in this area."""
        return TextBox(self.x_mm, self.y_mm, self.width_mm, self.height_mm, text, size_pt, **style)  # type: ignore[arg-type]
