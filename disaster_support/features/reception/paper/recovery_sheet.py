"""The recovery key on paper: printed once, when the register is made, and kept in the safe."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from disaster_support.documents.areas import Area
from disaster_support.documents.cells import fit_line
from disaster_support.documents.list_sheet import ListSheet
from disaster_support.documents.model import Align, Box, Document, Item, Line, Page, QrCode, Text, TextMeasurer, Valign
from disaster_support.documents.paper import A4, Paper
from disaster_support.documents.sheet import GREY, SURFACE
from disaster_support.documents.typed import typed
from disaster_support.i18n import current_language

# In two languages whatever the interface speaks: who opens the safe need not be who made the register.
_TITLE = "回復キー / Recovery key"
_WHAT = (
    (
        "全員がパスフレーズを忘れたとき、この回復キーで避難者台帳を開くことができます。",
        "If everybody has forgotten their passphrase, this key opens the register of evacuees.",
    ),
    (
        "金庫に入れて保管してください。コピーや写真をとらないでください。",
        "Keep it in the safe. Do not copy or photograph it: whoever has it can open the register.",
    ),
    (
        "パスフレーズもこの紙も失われると、台帳を開く方法はありません。",
        "Without any passphrase and without this sheet, nothing can open the register.",
    ),
    (
        "新しい回復キーを作ると、この紙は使えなくなります。そのときは細かく切って捨ててください。",
        "Once a new key is made, this sheet opens nothing any more. Shred it then.",
    ),
)
_FACTS = ("災害 / Event", "避難所 / Shelter", "作成者 / Made by", "作成日時 / Made on")
_TO_FILL_IN = ("保管場所 / Kept at", "保管責任者 / Kept by", "開封日時・氏名 / Opened on, by")
_CELL_MM, _CELL_HIGH_MM, _GROUP_GAP_MM, _ROW_GAP_MM = 9.6, 14.0, 9.0, 7.0
_LETTER_PT, _WORD_PT, _ENGLISH_PT, _LABEL_PT = 27.0, 12.0, 10.0, 9.0
_SAID_MM, _CODE_MM, _GAP_MM = 12.0, 58.0, 6.0


def build_recovery_sheet(
    key: str,
    measurer: TextMeasurer,
    *,
    event: str,
    shelter: str,
    made_by: str,
    made_on: datetime,
    paper: Paper = A4,
) -> Document:
    """Return the sheet of a key given in groups (`ABCD-EFGH-…`); the QR code says the same.

    The document holds the secret: render it, hand it to the printer, and let go of it.
    """
    sheet = ListSheet(measurer, paper, _TITLE, shelter, made_on)
    facts = (event, shelter, made_by, made_on.strftime("%Y-%m-%d %H:%M"))
    items = list(_Sheet(measurer, key, facts).draw(sheet.room))
    pages: tuple[Page, ...] = sheet.pages([items])
    return Document(_TITLE, current_language(), pages)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What stands on it."""

    measurer: TextMeasurer
    key: str
    facts: tuple[str, ...]

    def draw(self, area: Area) -> Iterator[Item]:
        """Give what it is, the key, its code beside the facts, and what is filled in by hand."""
        what, area = area.cut_top(_SAID_MM * len(_WHAT), _GAP_MM)
        yield from self._what(what)
        groups = self.key.split("-")
        columns = max(1, int((area.width_mm - _GROUP_GAP_MM) / (self._group_mm(groups) + _GROUP_GAP_MM)))
        rows = -(-len(groups) // columns)
        high = rows * _CELL_HIGH_MM + (rows - 1) * _ROW_GAP_MM + 2 * _GAP_MM
        key, area = area.cut_top(high, _GAP_MM)
        yield Box(key.x_mm, key.y_mm, key.width_mm, key.height_mm, SURFACE, radius_mm=2.0)
        yield from self._key(groups, columns, key)
        below, area = area.cut_top(_CODE_MM, _GAP_MM)
        code, facts = below.cut_left(_CODE_MM, _GAP_MM)
        yield QrCode(code.x_mm, code.y_mm, _CODE_MM, self.key)
        yield from self._lines(list(zip(_FACTS, self.facts, strict=True)), facts.cut_top(1.0)[1])
        yield from self._lines([(label, "") for label in _TO_FILL_IN], area.cut_top(16.0 * len(_TO_FILL_IN))[0])

    def _what(self, area: Area) -> Iterator[Item]:
        for japanese, english in _WHAT:
            line, area = area.cut_top(_SAID_MM)
            upper, lower = line.cut_top(_SAID_MM / 2)
            yield fit_line(self.measurer, Text(japanese, "ja"), upper, _WORD_PT, bold=True)
            yield fit_line(self.measurer, Text(english, "en"), lower, _ENGLISH_PT, color=GREY, valign=Valign.TOP)

    def _group_mm(self, groups: list[str]) -> float:
        return _CELL_MM * max(map(len, groups))

    def _key(self, groups: list[str], columns: int, area: Area) -> Iterator[Item]:
        """Give each letter in a box of its own: easy to read out, hard to skip one."""
        group_mm = self._group_mm(groups)
        left = area.x_mm + (area.width_mm - columns * group_mm - (columns - 1) * _GROUP_GAP_MM) / 2
        for place, group in enumerate(groups):
            row, column = divmod(place, columns)
            x = left + column * (group_mm + _GROUP_GAP_MM)
            y = area.y_mm + _GAP_MM + row * (_CELL_HIGH_MM + _ROW_GAP_MM)
            number = Area(x, y - 4.6, group_mm, 4.2, area.scale)
            yield fit_line(self.measurer, Text(str(place + 1), "en"), number, 8.0, color=GREY)
            for letter in group:
                cell = Area(x, y, _CELL_MM, _CELL_HIGH_MM, area.scale)
                yield Box(cell.x_mm, cell.y_mm, cell.width_mm, cell.height_mm, "#ffffff", GREY, 0.25)
                yield fit_line(self.measurer, Text(letter, "en"), cell, _LETTER_PT, bold=True, align=Align.CENTER)
                x += _CELL_MM

    def _lines(self, pairs: Sequence[tuple[str, str]], area: Area) -> Iterator[Item]:
        """Give a label and what is known above a line each."""
        height = area.height_mm / len(pairs)
        for label, known in pairs:
            place, area = area.cut_top(height)
            foot = place.y_mm + place.height_mm - 1.0
            yield Line(place.x_mm, foot, place.x_mm + place.width_mm, foot, GREY, 0.2)
            top, rest = place.cut_bottom(1.2)[1].cut_top(4.5)
            yield fit_line(self.measurer, Text(label, "ja"), top, _LABEL_PT, color=GREY, valign=Valign.TOP)
            if known:
                yield fit_line(self.measurer, typed(known), rest, _WORD_PT)
