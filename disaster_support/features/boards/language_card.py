"""A language on the first board: its own name, 'I speak …', and its Japanese name."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QColor, QPainter

from disaster_support.content.model import Language, Phrase
from disaster_support.features.boards.card_grid import SizedCard
from disaster_support.features.boards.letters import Said, lay_said, stack_height
from disaster_support.features.boards.model import LanguageTile
from disaster_support.ui.icons import paint_icon
from disaster_support.ui.text import LaidText
from disaster_support.ui.theme import DISPLAY, LARGE, SMALL, current_theme

_MARK = 24


class LanguageCard(SizedCard):
    """One language to point at. While its font is on its way it shows the Japanese name alone."""

    def __init__(self, tile: LanguageTile, i_speak: Callable[[str], Phrase | None], japanese: Language) -> None:
        super().__init__()
        self.tile = tile
        language = tile.language
        self.setCheckable(True)
        self.setText(language.name_ja)
        self.setAccessibleName(f"{language.name_ja} {language.autonym}")
        self.setAccessibleDescription(language.name_en)
        self._i_speak = i_speak
        has_other_name = language.name_ja != language.autonym
        self._name: Said | None = (Phrase(language.name_ja), japanese) if has_other_name else None
        self._laid: tuple[float, list[LaidText], LaidText | None] | None = None

    def height_for(self, width: int) -> int:
        """Return the height that holds all lines."""
        _width, own, name = self._lay(width - 2 * self.padding())
        return round(stack_height([*own, *([name] if name else [])], 0)) + 2 * self.padding() + 1

    def paint_content(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        """Paint the language's own lines at the top, the Japanese name at the foot, a mark where it is chosen."""
        _width, own, name = self._lay(area.width())
        top = area.top()
        for text in own:
            text.draw(painter, area.left(), top, ink)
            top += text.height
        if name:
            secondary = ink if self.is_strong() else current_theme().color("ink_secondary")
            name.draw(painter, area.left(), area.bottom() - name.height, secondary)
        if self.is_strong():
            side = current_theme().px(_MARK)
            corner = QRectF(area.right() - side, area.bottom() - side, side, side)
            paint_icon(painter, self.mirrored(corner, area), "check-circle", ink.name())

    def changeEvent(self, event: QEvent) -> None:
        """Lay the lines out anew when a font has come."""
        self._laid = None
        super().changeEvent(event)

    def _own_lines(self) -> Iterator[tuple[Said, int]]:
        language = self.tile.language
        yield (Phrase(language.autonym), language), DISPLAY
        i_speak = self._i_speak(language.tag)  # read from its file when the card is first seen
        if i_speak:
            yield (i_speak, language), LARGE

    def _lay(self, width: float) -> tuple[float, list[LaidText], LaidText | None]:
        if self._laid is None or self._laid[0] != width:
            px = current_theme().px
            mirrored = self.is_mirrored()
            own = [lay_said(said, px(size), width, mirrored=mirrored) for said, size in self._own_lines()]
            name = lay_said(self._name, px(SMALL), width, mirrored=mirrored) if self._name else None
            self._laid = (width, [text for text in own if text], name)
        return self._laid
