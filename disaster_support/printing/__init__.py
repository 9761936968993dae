"""The printing engine: documents as plain data become PDF and pictures, in every script.

This is its door; what is heavy behind it is imported when first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from disaster_support.printing.imposition import impose
    from disaster_support.printing.instances import static_instance
    from disaster_support.printing.pdf import TextOverflow, render_pdf
    from disaster_support.printing.pictograms import has_pictogram, pictogram_svg
    from disaster_support.printing.png import Bitmap, page_sizes_pt, render_bitmap, render_png
    from disaster_support.printing.typesetter import Typesetter

__all__ = [
    "Bitmap",
    "TextOverflow",
    "Typesetter",
    "has_pictogram",
    "impose",
    "page_sizes_pt",
    "pictogram_svg",
    "render_bitmap",
    "render_pdf",
    "render_png",
    "static_instance",
]

_HOMES = {
    "Bitmap": "png",
    "TextOverflow": "pdf",
    "Typesetter": "typesetter",
    "has_pictogram": "pictograms",
    "impose": "imposition",
    "page_sizes_pt": "png",
    "pictogram_svg": "pictograms",
    "render_bitmap": "png",
    "render_pdf": "pdf",
    "render_png": "png",
    "static_instance": "instances",
}


def __getattr__(name: str) -> Any:
    """Import a name of this package when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
