"""A form from right to left: everything on the other side, each text still read its own way."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from disaster_support.documents.model import Align, Item, Line, TextBox

_OTHER_SIDE = {Align.START: Align.END, Align.CENTER: Align.CENTER, Align.END: Align.START}


def mirror(items: Iterable[Item], page_width_mm: float, rtl: Container[str]) -> Iterator[Item]:
    """Give the items as seen in a mirror that leaves texts and pictures readable.

    `rtl` holds the tags of the languages from right to left: their texts begin at the right by themselves, all others
    begin there because they are now set to their line's end.
    """
    for item in items:
        if isinstance(item, Line):
            yield replace(item, x1_mm=page_width_mm - item.x1_mm, x2_mm=page_width_mm - item.x2_mm)
            continue
        width = item.size_mm if hasattr(item, "size_mm") else item.width_mm
        moved = replace(item, x_mm=page_width_mm - item.x_mm - width)
        if isinstance(moved, TextBox) and moved.text.language not in rtl:
            moved = replace(moved, align=_OTHER_SIDE[moved.align])
        yield moved
