"""The bundled pictograms by name: Material Design Icons, read straight from the archive they come in.

Every icon is one path in a square of 24 by 24. Source: https://pictogrammers.com/library/mdi/ (Apache-2.0).
"""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

GRID = 24

_PATH = re.compile(r'<path d="([^"]+)"')


@cache
def _archive() -> ZipFile:
    """Open the archive; it stays open, its directory read once."""
    spec = find_spec("justmyresource_mdi")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("package justmyresource_mdi with the pictograms")
    return ZipFile(Path(spec.submodule_search_locations[0]) / "icons.zip")


def has_pictogram(name: str) -> bool:
    """Return whether there is a pictogram of this name, such as "human-male-female"."""
    return f"{name}.svg" in _archive().NameToInfo


@cache
def pictogram_path(name: str) -> str:
    """Return the SVG path of a pictogram; raises KeyError for an unknown name."""
    found = _PATH.search(_archive().read(f"{name}.svg").decode())
    if found is None:
        raise KeyError(name)
    return found[1]


def pictogram_svg(name: str, color: str = "#1a1a1a") -> bytes:
    """Return a pictogram as an SVG file in one colour, for the screen; raises KeyError for an unknown name."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {GRID} {GRID}">'
        f'<path fill="{color}" d="{pictogram_path(name)}"/></svg>'
    ).encode()
