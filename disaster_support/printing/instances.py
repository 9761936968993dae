"""Static fonts for the screen: Qt shows a variable font at its thinnest, so each weight is pinned into a file.

The file keeps the font's licence and copyright, and takes a family name of its own ("Shelter Sans JP"), so that it is
never taken for a font that the machine has. HarfBuzz is imported only where a file has to be made.
"""

import struct
from collections.abc import Mapping
from pathlib import Path

from disaster_support.files import make_folder, write_whole
from disaster_support.printing.fonts import family_name, font_path, open_face, weight

_VERSION = 1  # of what is written here; part of the file's name
_KEPT_NAMES = (0, 7, 13, 14)  # copyright, trademark, licence, its address
_MAGIC = 0xB1B0AFBA
_BOLD_MAC_STYLE, _BOLD_SELECTION, _REGULAR_SELECTION = 1, 1 << 5, 1 << 6


def instance_path(font_key: str, bold: bool, folder: Path) -> Path:
    """Return where the static file of a font lies or would lie; another version of the font gives another name."""
    name = _postscript_name(font_key, _style(bold))
    return folder / f"{name}-{font_path(font_key).stat().st_size}-{_VERSION}.ttf"


def static_instance(font_key: str, bold: bool, folder: Path) -> Path:
    """Return a TrueType file of a font at one weight, made in `folder` if it is not there yet.

    Making one with kanji takes 0.3 to 0.9 s, any other 0.05 s at the most. Raises UserError where the
    file cannot be written.
    """
    path = instance_path(font_key, bold, folder)
    if not path.is_file():
        make_folder(folder)
        write_whole(path, _build(font_key, bold, _style(bold)))
    return path


def _style(bold: bool) -> str:
    return "Bold" if bold else "Regular"


def _build(font_key: str, bold: bool, style: str) -> bytes:
    """Pin the weight and mend names and style."""
    import uharfbuzz as hb

    face = open_face(font_key)
    wanted = hb.SubsetInput()
    wanted.keep_everything()
    wanted.pin_axis_location(face, "wght", weight(bold))
    pinned = hb.subset(face, wanted)
    tables = {tag: bytes(pinned.reference_table(tag).data) for tag in pinned.table_tags if tag != "STAT"}
    family = family_name(font_key)
    names = {identifier: face.get_name(identifier) or "" for identifier in _KEPT_NAMES}
    names |= {1: family, 2: style, 3: f"{family} {style}", 4: f"{family} {style}", 6: _postscript_name(font_key, style)}
    tables["name"] = _name_table({identifier: name for identifier, name in sorted(names.items()) if name})
    tables["head"] = _with_flags(tables["head"], 44, _BOLD_MAC_STYLE if bold else 0, _BOLD_MAC_STYLE)
    tables["OS/2"] = _with_flags(
        tables["OS/2"],
        62,
        _BOLD_SELECTION if bold else _REGULAR_SELECTION,
        _BOLD_SELECTION | _REGULAR_SELECTION,
    )
    return _font_file(tables)


def _postscript_name(font_key: str, style: str) -> str:
    """Return a name without spaces."""
    return f"{family_name(font_key).replace(' ', '')}-{style}"


def _with_flags(table: bytes, offset: int, flags: int, mask: int) -> bytes:
    """Return a table with some bits of a 16-bit field set anew."""
    (value,) = struct.unpack_from(">H", table, offset)
    return table[:offset] + struct.pack(">H", value & ~mask | flags) + table[offset + 2 :]


def _name_table(names: Mapping[int, str]) -> bytes:
    """Return a name table for Windows, Unicode, American English.

    Source: OpenType 1.9.1, `name`.
    """
    records, strings = b"", b""
    for identifier, name in names.items():
        encoded = name.encode("utf-16-be")
        records += struct.pack(">HHHHHH", 3, 1, 0x409, identifier, len(encoded), len(strings))
        strings += encoded
    return struct.pack(">HHH", 0, len(names), 6 + len(records)) + records + strings


def _font_file(tables: Mapping[str, bytes]) -> bytes:
    """Put tables together as a TrueType file.

    Source: OpenType 1.9.1, "Organization of an OpenType font".
    """
    count = len(tables)
    power = count.bit_length() - 1
    directory = struct.pack(">IHHHH", 0x00010000, count, 16 << power, power, 16 * count - (16 << power))
    body = b""
    offsets = {}
    for tag, table in sorted(tables.items()):
        data = table[:8] + b"\0\0\0\0" + table[12:] if tag == "head" else table
        offsets[tag] = 12 + 16 * count + len(body)
        directory += struct.pack(">4sIII", tag.encode(), _checksum(data), offsets[tag], len(data))
        body += data + b"\0" * (-len(data) % 4)
    font = bytearray(directory + body)
    struct.pack_into(">I", font, offsets["head"] + 8, (_MAGIC - _checksum(bytes(font))) % 2**32)
    return bytes(font)


def _checksum(data: bytes) -> int:
    """Return the sum of a table's 32-bit words."""
    padded = data + b"\0" * (-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) % 2**32
