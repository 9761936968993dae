"""How many cards stand side by side, and how rows share the height of the window."""

from collections.abc import Sequence
from dataclasses import dataclass

GAP = 12


@dataclass(frozen=True, slots=True)
class Grid:
    """How many columns there are, and how many rows share a page of this height in px."""

    columns: int
    rows: int
    page_height: int

    @property
    def row_height(self) -> int:
        """The height of a row whose text needs no more."""
        return (self.page_height + GAP) // self.rows - GAP


def share_height(needed: Sequence[int], height: int) -> list[int]:
    """Return heights of rows that fill a height in px together, equal as far as each has what it needs."""
    if sum(needed) >= height:
        return list(needed)
    shares: dict[int, int] = {}
    rest, left = sorted(range(len(needed)), key=lambda row: -needed[row]), height
    while rest:
        row = rest.pop(0)
        shares[row] = max(needed[row], left // (len(rest) + 1))
        left -= shares[row]
    return [shares[row] for row in range(len(needed))]
