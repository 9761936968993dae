"""Text in any language laid out for the screen: wrapped where the language allows, readings above, no ink cut off.

Qt's labels clip scripts that stack (7 px of Khmer below, 1 px of Devanagari above at 28 px), break Khmer and Lao
within words and Burmese within syllables, and know no readings. Here each line is as high as its ink, and a script
without spaces is broken as on paper.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from disaster_support.content.model import Language
from disaster_support.ruby import Ruby
from disaster_support.ui.fonts import font_for

_NO_SPACES = ("Thai", "Laoo", "Khmr", "Mymr")
_RUBY_SHARE = 0.5
_LEADING = 1.25  # line height against font size where the ink does not ask for more
_LEAST_RUBY_PX = 10


@dataclass(frozen=True)
class _Piece:
    """A run of text at its place in the line, or a reading above it."""

    layout: QTextLayout
    x: float
    top: float


@dataclass(frozen=True)
class LaidText:
    """Text in lines, ready to be drawn; sizes in px hold all its ink. `lines` is what each says, without readings."""

    width: float
    height: float
    lines: tuple[str, ...]
    _pieces: tuple[_Piece, ...]

    def draw(self, painter: QPainter, x: float, y: float, color: QColor) -> None:
        """Draw the text with its top left corner here."""
        painter.setPen(color)
        for piece in self._pieces:
            piece.layout.draw(painter, QPointF(x + piece.x, y + piece.top))


@lru_cache(maxsize=512)
def lay_out(
    text: str,
    ruby: tuple[Ruby, ...],
    language: Language,
    pixel_size: int,
    width: float,
    *,
    bold: bool = False,
    align: str = "start",
    mirrored: bool = False,
) -> LaidText:
    """Wrap the text to a width in px; a word wider than that stands out.

    `align` is "start" or "center"; start is the language's own side, or with `mirrored` the right.
    """
    setter = _Setter(language, pixel_size, bold, align, mirrored)
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        inside = [Ruby(one.start - start, one.end - start, one.reading) for one in ruby if start <= one.start < end]
        setter.add(paragraph, inside, width)
        start = end + 1
    return setter.finish(width)


def forget_layouts() -> None:
    """Lay everything out anew: fonts have come."""
    lay_out.cache_clear()


def fit_text(
    text: str,
    ruby: tuple[Ruby, ...],
    language: Language,
    width: float,
    height: float,
    *,
    largest: int,
    smallest: int = 16,
    bold: bool = False,
) -> int:
    """Return the largest size in px at which the text fits the box, the smallest if even that does not."""
    low, high = smallest, max(smallest, largest)
    while low < high:
        middle = (low + high + 1) // 2
        laid = lay_out(text, ruby, language, middle, width, bold=bold)
        if laid.width <= width and laid.height <= height:
            low = middle
        else:
            high = middle - 1
    return low


@dataclass(frozen=True)
class _Unit:
    """What is not broken: from one place where a line may end to the next."""

    text: str
    ruby: tuple[Ruby, ...]


class _Setter:
    """Sets paragraph after paragraph below one another."""

    def __init__(self, language: Language, pixel_size: int, bold: bool, align: str, mirrored: bool) -> None:
        self._language = language
        self._font = font_for(language, pixel_size, bold)
        self._bold = bold
        self._size = pixel_size
        self._align = align
        self._right = language.direction == "rtl" or mirrored
        self._lines: list[tuple[list[_Piece], float, str]] = []  # pieces, width, what it says
        self._bottom = 0.0

    def add(self, text: str, ruby: Sequence[Ruby], width: float) -> None:
        """Set a paragraph."""
        if ruby:
            self._add_with_ruby(text, ruby, width)
        else:
            self._add_plain(text, width)

    def finish(self, width: float) -> LaidText:
        """Return all lines, each on its side of the box."""
        pieces = []
        for line, line_width, _said in self._lines:
            room = max(0.0, width - line_width)
            shift = room / 2 if self._align == "center" else room if self._right else 0.0
            pieces += [_Piece(one.layout, one.x + shift, one.top) for one in line]
        widest = max((line_width for _line, line_width, _said in self._lines), default=0.0)
        return LaidText(widest, self._bottom, tuple(said for _line, _width, said in self._lines), tuple(pieces))

    def _add_plain(self, text: str, width: float) -> None:
        single = self._single(text, self._font)
        if _advance(single) <= max(width, 1.0):  # most are one line, and need no dictionary to be broken
            self._add_line([(single, 0.0, None)])
            return
        fill = self._fill_units if self._language.script in _NO_SPACES else self._fill_words
        for line in fill(text, single, width):
            self._add_line([(self._single(line.rstrip(), self._font), 0.0, None)])

    def _fill_words(self, text: str, _single: QTextLayout, width: float) -> Iterator[str]:
        """Let Qt end the lines, which needs no dictionary."""
        whole, counted = self._layout(text, self._font), text.encode("utf-16-le")  # as Qt counts
        whole.beginLayout()
        while (line := whole.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            start = 2 * line.textStart()
            yield counted[start : start + 2 * line.textLength()].decode("utf-16-le")
        whole.endLayout()

    def _fill_units(self, text: str, single: QTextLayout, width: float) -> Iterator[str]:
        """End lines only where those on paper may end; `single` is the text on one line."""
        start = last = 0
        for end in _breaks(text, self._language.line_break):
            if last > start and _reach(single, text[:end].rstrip()) - _reach(single, text[:start]) > width:
                yield text[start:last]
                start = last
            last = end
        yield text[start:]

    def _add_with_ruby(self, text: str, ruby: Sequence[Ruby], width: float) -> None:
        line: list[tuple[QTextLayout, float, QTextLayout | None]] = []
        x = 0.0
        for unit in _units(text, ruby, self._language):
            parts = list(self._set_unit(unit))
            needed = sum(part[1] for part in parts)
            if line and x + needed - _trailing_space(unit.text, self._font) > width:
                self._add_ruby_line(line)
                line, x = [], 0.0
            line += parts
            x += needed
        self._add_ruby_line(line)

    def _set_unit(self, unit: _Unit) -> Iterator[tuple[QTextLayout, float, QTextLayout | None]]:
        done = 0
        for one in (*unit.ruby, None):
            before = unit.text[done : one.start if one else len(unit.text)]
            if before:
                layout = self._single(before, self._font)
                yield layout, layout.lineAt(0).horizontalAdvance(), None
            if one:
                base = self._single(unit.text[one.start : one.end], self._font)
                reading = self._single(one.reading, self._ruby_font)
                yield base, max(_advance(base), _advance(reading)), reading
                done = one.end

    def _add_ruby_line(self, parts: list[tuple[QTextLayout, float, QTextLayout | None]]) -> None:
        placed: list[tuple[QTextLayout, float, tuple[QTextLayout, float] | None]] = []
        x = 0.0
        for layout, width, reading in parts:
            above = (reading, x + (width - _advance(reading)) / 2) if reading else None
            placed.append((layout, x + (width - _advance(layout)) / 2 if reading else x, above))
            x += width
        self._add_line(placed, x, has_ruby=True)

    def _add_line(
        self,
        placed: Sequence[tuple[QTextLayout, float, tuple[QTextLayout, float] | None]],
        width: float | None = None,
        *,
        has_ruby: bool = False,
    ) -> None:
        inks = [(layout, x, ink_of(layout)) for layout, x, _above in placed]
        base_top = max((layout.lineAt(0).ascent() - ink.top() for layout, _x, ink in inks), default=0.0)
        base_bottom = max((ink.bottom() - layout.lineAt(0).ascent() for layout, _x, ink in inks), default=0.0)
        up, down = max(base_top, self._size * 0.88) + 1, max(base_bottom, self._size * 0.22) + 1
        room = max(0.0, self._size * _LEADING - up - down) / 2
        ruby_height = self._ruby_height() if has_ruby else 0.0
        baseline = self._bottom + ruby_height + room + up
        pieces = [_Piece(layout, x, baseline - layout.lineAt(0).ascent()) for layout, x, _above in placed]
        for _layout, _x, above in placed:
            if above:
                pieces.append(_Piece(above[0], above[1], self._bottom + room))
        if width is None:
            width = max((_advance(layout) for layout, _x, _above in placed), default=0.0)
        left = min((ink.left() + x for _layout, x, ink in inks), default=0.0)
        right = max((ink.right() + x for _layout, x, ink in inks), default=0.0)
        inset = max(0.0, -left)
        pieces = [_Piece(one.layout, one.x + inset, one.top) for one in pieces]
        said = "".join(layout.text() for layout, _x, _above in placed)
        self._lines.append((pieces, max(width, right) + inset, said))
        self._bottom = baseline + down + room

    @cached_property
    def _ruby_font(self) -> QFont:
        return font_for(self._language, max(_LEAST_RUBY_PX, round(self._size * _RUBY_SHARE)), self._bold)

    def _ruby_height(self) -> float:
        metrics = QFontMetricsF(self._ruby_font)
        return min(metrics.height(), self._ruby_font.pixelSize() * 1.2)

    def _single(self, text: str, font: QFont) -> QTextLayout:
        layout = self._layout(text, font)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(100_000)
        layout.endLayout()
        return layout

    def _layout(self, text: str, font: QFont) -> QTextLayout:
        layout = QTextLayout(text, font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if self._language.direction == "rtl" else Qt.LayoutDirection.LeftToRight
        )
        layout.setTextOption(option)
        return layout


def ink_of(layout: QTextLayout) -> QRectF:
    """Return the box of all ink of a laid out text, in the layout's own coordinates."""
    ink = QRectF()
    for run in layout.glyphRuns():
        font = run.rawFont()
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            box = font.boundingRect(glyph)
            if not box.isEmpty():
                ink = ink.united(box.translated(place))
    return ink


def _units(text: str, ruby: Sequence[Ruby], language: Language) -> Iterator[_Unit]:
    start = 0
    for end in _breaks(text, language.line_break):
        if any(one.start < end < one.end for one in ruby):
            continue
        inside = (Ruby(one.start - start, one.end - start, one.reading) for one in ruby if start <= one.start < end)
        yield _Unit(text[start:end], tuple(inside))
        start = end


def _breaks(text: str, locale: str) -> tuple[int, ...]:
    from disaster_support.printing.breaking import line_breaks

    return line_breaks(text, locale)


def _advance(layout: QTextLayout) -> float:
    return layout.lineAt(0).horizontalAdvance()


def _reach(layout: QTextLayout, text: str) -> float:
    """Return how far the text reaches in a layout that begins with it, in px."""
    place: Any = layout.lineAt(0).cursorToX(len(text.encode("utf-16-le")) // 2)  # px, and the offset after clusters
    return float(place[0])


def _trailing_space(text: str, font: QFont) -> float:
    trailing = text[len(text.rstrip()) :]
    return QFontMetricsF(font).horizontalAdvance(trailing) if trailing else 0.0
