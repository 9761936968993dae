"""Sizes of paper.

Source: JIS P 0138:1998 (ISO 216), series A.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet, upright unless `landscape` was asked for."""

    name: str
    width_mm: float
    height_mm: float

    @property
    def landscape(self) -> "Paper":
        """Return the same sheet lying on its longer side."""
        return Paper(self.name, max(self.width_mm, self.height_mm), min(self.width_mm, self.height_mm))


A3 = Paper("A3", 297.0, 420.0)
A4 = Paper("A4", 210.0, 297.0)
A5 = Paper("A5", 148.0, 210.0)
A6 = Paper("A6", 105.0, 148.0)

PAPERS = {paper.name: paper for paper in (A3, A4, A5, A6)}
