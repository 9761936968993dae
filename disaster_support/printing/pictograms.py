"""The bundled pictograms by name: Material Design Icons, read straight from the archive they come in.

Every icon is one path in a square of 24 by 24. Of the 7,447 only a few are ever drawn, so the archive's directory is
searched for a name rather than parsed whole, which zipfile takes 40 ms for.
Source: https://pictogrammers.com/library/mdi/ (Apache-2.0); the ZIP format after PKWARE's APPNOTE 6.3.10, 4.3.
"""

import re
import struct
import zlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

GRID = 24

_PATH = re.compile(r'<path d="([^"]+)"')
_END = struct.Struct("<4s4H2LH")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")


def has_pictogram(name: str) -> bool:
    """Return whether there is a pictogram of this name, such as "human-male-female"."""
    return _find_entry(name) is not None


@cache
def pictogram_path(name: str) -> str:
    """Return the SVG path of a pictogram; raises KeyError for an unknown name."""
    entry = _find_entry(name)
    if entry is None:
        raise KeyError(name)
    found = _PATH.search(_read(*entry).decode())
    if found is None:
        raise ValueError(f"pictogram {name} is not a single path")
    return found[1]


def pictogram_svg(name: str, color: str = "#1a1a1a") -> bytes:
    """Return a pictogram as an SVG file in one colour, for the screen; raises KeyError for an unknown name."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {GRID} {GRID}">'
        f'<path fill="{color}" d="{pictogram_path(name)}"/></svg>'
    ).encode()


@cache
def _archive() -> Path:
    """Find the archive without importing the package that carries it."""
    spec = find_spec("justmyresource_mdi")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("package justmyresource_mdi with the pictograms")
    return Path(spec.submodule_search_locations[0]) / "icons.zip"


@cache
def _directory() -> bytes:
    """Read the archive's directory, half a megabyte at its end."""
    with _archive().open("rb") as file:
        file.seek(-_END.size, 2)
        *_, size, offset, comment = _END.unpack(file.read(_END.size))
        if comment:
            raise ValueError("an archive with a comment is not expected")
        file.seek(offset)
        return file.read(size)


def _find_entry(name: str) -> tuple[int, int, int] | None:
    """Return method, packed size and offset of a pictogram in the archive, or None."""
    directory, file_name = _directory(), f"{name}.svg".encode()
    place = directory.find(file_name)
    while place >= 0:
        start = place - _ENTRY.size
        if start >= 0 and directory[start : start + 4] == b"PK\1\2":
            fields = _ENTRY.unpack_from(directory, start)
            if fields[10] == len(file_name):
                return fields[4], fields[8], fields[16]
        place = directory.find(file_name, place + 1)
    return None


def _read(method: int, size: int, offset: int) -> bytes:
    """Read and unpack one file of the archive."""
    with _archive().open("rb") as file:
        file.seek(offset)
        *_, name_length, extra_length = _LOCAL.unpack(file.read(_LOCAL.size))
        file.seek(name_length + extra_length, 1)
        data = file.read(size)
    return zlib.decompress(data, -zlib.MAX_WBITS) if method else data
