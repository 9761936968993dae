"""Fonts inside a PDF: a number for each pair of glyph and text while pages are drawn, a subset when the file is saved.

Source: ISO 32000-1, 9.7 (composite fonts) and 9.10.3 (ToUnicode).
"""

import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import uharfbuzz as hb

from disaster_support.printing.fonts import family_name, open_face, open_font, weight
from disaster_support.printing.objects import add_dictionary, add_stream
from disaster_support.printing.shaping import Run, cluster_texts, glyph_inks, join_ink

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument

# what a font program in a PDF holds, and what pinning the weight reads. Source: ISO 32000-1, 9.9
_NEEDED = {"glyf", "loca", "head", "hhea", "hmtx", "maxp", "gvar", "HVAR", "fvar", "avar"}


class EmbeddedFont:
    """One font at one weight in one document."""

    def __init__(self, name: str, key: str, bold: bool) -> None:
        """Take the resource name, such as "F1", and the font."""
        self.name, self.key, self.bold = name, key, bold
        self._font = open_font(key, bold)
        # (glyph, text) -> the number that shows the one and stands for the other, and the glyph's own width
        self._codes: dict[tuple[int, str], tuple[str, int]] = {}

    def show(self, run: Run) -> str:
        """Return the operators that show a run at its origin; they hold for every size (font size 1, scaled).

        A glyph's offset across goes before it and what is left of its advance after it; an offset upwards is a rise.
        """
        parts: list[str] = []
        array: list[str] = []
        codes: list[str] = []
        rise = carry = 0
        known = self._codes
        for (glyph_id, _, advance, x_offset, y_offset), text in zip(run.glyphs, cluster_texts(run), strict=True):
            code, width = known.get((glyph_id, text)) or self._add(glyph_id, text)
            if y_offset != rise:
                _close(parts, array, codes)
                rise = y_offset
                parts.append(f"{rise / 1000:g} Ts")
            if carry != x_offset:
                if codes:
                    array.append(f"<{''.join(codes)}>")
                    codes.clear()
                array.append(str(carry - x_offset))
            codes.append(code)
            carry = x_offset - advance + width
        _close(parts, array, codes)
        if rise:
            parts.append("0 Ts")
        return " ".join(parts)

    def _add(self, glyph_id: int, text: str) -> tuple[str, int]:
        """Give a glyph with its text the next number."""
        new = f"{len(self._codes) + 1:04X}", self._font.get_glyph_h_advance(glyph_id)
        self._codes[glyph_id, text] = new
        return new

    def embed(self, document: "PDFDocument") -> str:
        """Write the font with the glyphs used so far into a document, and return what pages refer to."""
        outlines = [self._outline(glyph_id) for glyph_id, _ in self._codes]
        glyphs = tuple(sorted(set(outlines)))
        program, new_ids = _kept_subset(self.key, self.bold, glyphs, self._characters(glyphs))
        name = f"/{_tag(glyphs)}+{self.postscript_name}"
        widths = " ".join([str(width) for _, width in self._codes.values()])
        gid_map = add_stream(document, _gid_map(new_ids[glyph_id] for glyph_id in outlines))
        descendant = add_dictionary(
            document,
            f"/Type/Font/Subtype/CIDFontType2/BaseFont{name}/DW 1000/W[1[{widths}]]/CIDToGIDMap {gid_map}"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {self._descriptor(document, name, glyphs, program)}",
        )
        to_unicode = add_stream(document, _to_unicode([text for _, text in self._codes]))
        return add_dictionary(
            document,
            f"/Type/Font/Subtype/Type0/BaseFont{name}/Encoding/Identity-H/DescendantFonts[{descendant}]"
            f"/ToUnicode {to_unicode}",
        )

    def _outline(self, glyph_id: int) -> int:
        """Return the glyph to embed: the space for all that draw nothing, since how far they move on stands apart."""
        return glyph_id if glyph_inks(self.key, self.bold)[glyph_id] else self._font.get_nominal_glyph(32) or glyph_id

    def _characters(self, glyphs: Sequence[int]) -> frozenset[int]:
        """Return characters that together have exactly these glyphs; none where only shaping gives some of them."""
        texts = [(glyph_id, ord(text)) for glyph_id, text in self._codes if len(text) == 1]
        found = {glyph_id: code for glyph_id, code in texts if self._font.get_nominal_glyph(code) == glyph_id}
        found[self._font.get_nominal_glyph(32) or 0] = 32
        return frozenset(found[glyph_id] for glyph_id in glyphs) if found.keys() >= set(glyphs) else frozenset()

    @property
    def postscript_name(self) -> str:
        """Return the name of the font, such as "ShelterSansJP-Bold"."""
        return f"{family_name(self.key).replace(' ', '')}-{'Bold' if self.bold else 'Regular'}"

    def _descriptor(self, document: "PDFDocument", name: str, glyphs: Sequence[int], program: bytes) -> str:
        """Write the font descriptor with the subset, and return its reference."""
        extents = self._font.get_font_extents("ltr")
        box = join_ink([glyph_inks(self.key, self.bold)[glyph_id] for glyph_id in glyphs])
        file = add_stream(document, program, f"/Length1 {len(program)}")
        return add_dictionary(
            document,
            f"/Type/FontDescriptor/FontName{name}/Flags 4/FontBBox[{' '.join(str(round(side)) for side in box)}]"
            f"/ItalicAngle 0/Ascent {round(extents.ascender)}/Descent {round(extents.descender)}/CapHeight 714"
            f"/StemV {140 if self.bold else 80}/FontFile2 {file}",
        )


def subset(
    key: str, bold: bool, glyph_ids: Iterable[int], characters: Iterable[int] = ()
) -> tuple[bytes, dict[int, int]]:
    """Return a font program of these glyphs at one weight, and where each glyph went.

    Only outlines are kept: text arrives shaped, so layout tables, names and character map are left out. Asked for by
    the characters that have them, HarfBuzz need not go through all of a CJK font: it takes 0.1 ms instead of 3.
    """
    face = open_face(key)
    wanted = hb.SubsetInput()
    if characters:
        wanted.unicode_set.update(characters)
    else:
        wanted.glyph_set.update(glyph_ids)
    wanted.drop_table_tag_set.update(_number(tag) for tag in face.table_tags if tag not in _NEEDED)
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    wanted.pin_axis_location(face, "wght", weight(bold))
    plan = hb.SubsetPlan(face, wanted)
    program: bytes = plan.execute().blob.data
    return program, dict(plan.old_to_new_glyph_mapping.items())


_kept_subset = lru_cache(maxsize=64)(subset)  # drawn again, say on other paper, a sign has the same glyphs


def _close(parts: list[str], array: list[str], codes: list[str]) -> None:
    """Finish the TJ array begun."""
    if codes:
        array.append(f"<{''.join(codes)}>")
    if len(array) == 1:
        parts.append(f"{array[0]} Tj")
    elif array:
        parts.append(f"[{' '.join(array)}] TJ")
    array.clear()
    codes.clear()


def _number(tag: str) -> int:
    """Return a table's tag as the number HarfBuzz counts it by."""
    return int.from_bytes(tag.encode(), "big")


def _tag(glyph_ids: Sequence[int]) -> str:
    """Return six letters that tell one subset of a font from another."""
    checksum = zlib.crc32(",".join(map(str, glyph_ids)).encode())
    return "".join(chr(65 + checksum // 26**place % 26) for place in range(6))


def _gid_map(glyph_ids: Iterable[int]) -> bytes:
    """Return two bytes for each code, from 0 on."""
    return b"\0\0" + b"".join(glyph_id.to_bytes(2, "big") for glyph_id in glyph_ids)


def _to_unicode(texts: Sequence[str]) -> bytes:
    """Return the map from codes to text. Codes that stand for no text of their own are left out."""
    lines = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in enumerate(texts, 1) if text]
    chunks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    body = "\n".join(f"{len(chunk)} beginbfchar\n" + "\n".join(chunk) + "\nendbfchar" for chunk in chunks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{body}\nendcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode("ascii")
