"""The texts of the language board as they were drawn, kept from one start to the next.

Thirty-six languages need twelve fonts, of which four hold some ten thousand characters each: to lay their names out
takes a third of the program's start and 30 MB. So the ink of every card is kept in a file, and the next start draws it
without loading a font. It is ink without colour, the same in every theme and state of a card. What was drawn for
another library, width, text size or screen does not fit and is drawn anew.
"""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from disaster_support.errors import UserError
from disaster_support.files import make_folder, write_whole

if TYPE_CHECKING:
    from disaster_support.ui.text import LaidText

_MARGIN = 12  # px left and right of a text, for ink that stands out
_MOST_FILES = 4  # of about 1 MB
_UNREADABLE = (OSError, ValueError, KeyError, TypeError)


class KeptText:
    """The ink of one or more lines, drawn as `ui.text.LaidText` is: a byte for each pixel, row by row."""

    def __init__(self, ink: bytes, columns: int, ratio: float, height: float, inset: float) -> None:
        self.height = height
        self._ink = ink
        self._columns = columns
        self._ratio = ratio
        self._inset = inset

    def draw(self, painter: QPainter, x: float, y: float, color: QColor) -> None:
        """Draw the text with its top left corner here."""
        rows = len(self._ink) // self._columns
        picture = QImage(self._columns, rows, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(color)
        picture.setAlphaChannel(QImage(self._ink, self._columns, rows, self._columns, QImage.Format.Format_Alpha8))
        picture.setDevicePixelRatio(self._ratio)
        painter.drawImage(QPointF(x - _MARGIN, y - self._inset), picture)


class CardTexts:
    """What a card says: the language's own lines, then its name in Japanese; `whole` once no font is missing."""

    def __init__(
        self, own: "Sequence[LaidText | KeptText]", name: "LaidText | KeptText | None", *, whole: bool = True
    ) -> None:
        self.own = own
        self.name = name
        self.whole = whole
        self.own_height = sum(text.height for text in own)
        self.height = self.own_height + (name.height if name else 0.0)


class KeptTexts:
    """A folder with a file for each look of the cards, the last few: a window may be opened small and then widened."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._look: str | None = None
        self._cards: dict[str, CardTexts] = {}

    def find(self, tag: str, look: str) -> CardTexts | None:
        """Return a card's texts; None where none are kept that look so: `look` names all that changes a drawing."""
        if look != self._look:
            self._look, self._cards = look, self._read(look)
        return self._cards.get(tag)

    def keep(self, cards: Mapping[str, CardTexts], look: str, width: float, ratio: float) -> None:
        """Keep the texts that are whole, all laid out at this width in px, unless just these are kept."""
        whole = {tag: texts for tag, texts in cards.items() if texts.whole}
        if all(self.find(tag, look) for tag in whole):
            return
        columns = ceil((width + 2 * _MARGIN) * ratio / 4) * 4  # as QImage aligns them
        places, inks = {}, list[bytes]()
        for tag, texts in whole.items():
            drawn = [_draw(texts.own, columns, ratio)]
            drawn += [_draw([texts.name], columns, ratio, at_foot=True)] if texts.name else []
            places[tag] = [place for place, _ink in drawn]
            inks += [ink for _place, ink in drawn]
        head = {"look": look, "columns": columns, "ratio": ratio, "cards": places}
        self._write(look, b"\n".join((json.dumps(head).encode(), b"".join(inks))))
        self._look = None  # read again when it is asked for

    def _path(self, look: str) -> Path:
        return self._folder / f"languages-{crc32(look.encode()):08x}"

    def _write(self, look: str, data: bytes) -> None:
        with suppress(UserError, OSError):  # a cache that cannot be written only costs time
            make_folder(self._folder)
            write_whole(self._path(look), data)
            files = sorted(self._folder.glob("languages-*"), key=lambda path: path.stat().st_mtime)
            for old in files[:-_MOST_FILES]:
                old.unlink()

    def _read(self, look: str) -> dict[str, CardTexts]:
        try:
            line, _newline, ink = self._path(look).read_bytes().partition(b"\n")
            head = json.loads(line)
            columns, ratio, at = head["columns"], head["ratio"], 0
            cards = {}
            for tag, places in head["cards"].items():
                texts = []
                for rows, height, inset in places:
                    texts.append(KeptText(ink[at : at + rows * columns], columns, ratio, height, inset))
                    at += rows * columns
                cards[tag] = CardTexts(texts[:1], texts[1] if len(texts) > 1 else None)
        except _UNREADABLE:
            return {}  # drawn anew
        return cards if head["look"] == look and at == len(ink) else {}


def _draw(
    texts: "Sequence[LaidText | KeptText]", columns: int, ratio: float, *, at_foot: bool = False
) -> tuple[tuple[int, float, float], bytes]:
    """Return rows, height in px and how far down the text begins, and its ink; the foot is on a whole row."""
    height = sum(text.height for text in texts)
    rows = ceil(height * ratio)
    inset = y = rows / ratio - height if at_foot else 0.0
    picture = QImage(columns, rows, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(0)
    painter = QPainter(picture)
    for text in texts:
        text.draw(painter, _MARGIN, y, QColor("black"))
        y += text.height
    painter.end()
    ink = picture.convertToFormat(QImage.Format.Format_Alpha8)  # held by its name while its memory is read
    return (rows, height, inset), bytes(ink.constBits())
