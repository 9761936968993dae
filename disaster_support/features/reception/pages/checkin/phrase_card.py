"""A large button with words in the person's language and, smaller, in Japanese."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy

from disaster_support.content.model import Language, Phrase
from disaster_support.features.reception.self_check_in_texts import CheckInTexts
from disaster_support.ui.card import Card
from disaster_support.ui.icons import paint_icon
from disaster_support.ui.text import LaidText, forget_layouts, lay_out
from disaster_support.ui.theme import BOARD_TARGET, HEADING, SMALL, TITLE, current_theme

_ICON = 32
_GAP = 12
_USUAL_WIDTH = 200
_OPTION_HEIGHT = 96

Line = tuple[Phrase, Language, int]  # words, their language, size in px at text size 1.0


class PhraseCard(Card):
    """Wraps its lines, grows with them, and is never smaller than a finger needs.

    `is_filled` is for the one button that goes on; `least` is the least height in px at text size 1.0.
    """

    def __init__(
        self, lines: tuple[Line, ...], icon_name: str = "", *, is_filled: bool = False, least: int = BOARD_TARGET
    ) -> None:
        super().__init__()
        self._lines, self._icon, self._filled, self._least_px = lines, icon_name, is_filled, least
        self.setAccessibleName(" ".join(phrase.text for phrase, _language, _size in lines))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def is_strong(self) -> bool:
        """Whether the card is shown filled."""
        return self._filled or self.isChecked()

    def hasHeightForWidth(self) -> bool:
        """Say that the narrower it is, the higher it is."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that holds all lines at this width."""
        content = sum(text.height for text in self._lay(self._text_width(width)))
        return max(current_theme().px(self._least_px), round(content) + 2 * self.padding() + 1)

    def sizeHint(self) -> QSize:
        """Return the size at a usual width, or less where the words need less."""
        usual = current_theme().px(_USUAL_WIDTH)
        width = self._outer_width(max(text.width for text in self._lay(usual)))
        return QSize(max(self._least(), width), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest word."""
        width = self._outer_width(max(text.width for text in self._lay(1)))
        return QSize(max(self._least(), width), self._least())

    def paint_content(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        """Paint the icon at the start and the lines in the middle of the height."""
        side, left = self._icon_side(), area.left()
        if self._icon:
            place = QRectF(area.left(), area.center().y() - side / 2, side, side)
            paint_icon(painter, self.mirrored(place, area), self._icon, ink.name())
            left += 0 if self.is_mirrored() else side + _GAP
        texts = self._lay(self._text_width(self.width()))
        top = area.top() + max(0.0, (area.height() - sum(text.height for text in texts)) / 2)
        secondary = ink if self.is_strong() else current_theme().color("ink_secondary")
        for place_of_line, text in enumerate(texts):
            text.draw(painter, left, top, secondary if place_of_line else ink)
            top += text.height

    def changeEvent(self, event: QEvent) -> None:
        """Lay the lines out anew when a font has come or the text size has changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            forget_layouts()
        self.updateGeometry()

    def _lay(self, width: float) -> list[LaidText]:
        px = current_theme().px
        return [
            lay_out(phrase.text, phrase.ruby, language, px(size), width, mirrored=self.is_mirrored())
            for phrase, language, size in self._lines
        ]

    def _icon_side(self) -> int:
        return current_theme().px(_ICON)

    def _beside(self) -> int:
        return 2 * self.padding() + (self._icon_side() + _GAP if self._icon else 0)

    def _text_width(self, width: int) -> float:
        return max(1.0, width - self._beside())

    def _outer_width(self, text_width: float) -> int:
        return int(text_width) + 1 + self._beside()

    def _least(self) -> int:
        return current_theme().px(BOARD_TARGET)


def option_card(texts: CheckInTexts, entry: str) -> PhraseCard:
    """Return a button for one of a few answers: larger than the others."""
    return entry_card(texts, entry, size=HEADING, least=_OPTION_HEIGHT)


def entry_card(
    texts: CheckInTexts,
    entry: str,
    *,
    size: int = TITLE,
    icon_name: str | None = None,
    is_filled: bool = False,
    least: int = BOARD_TARGET,
) -> PhraseCard:
    """Return a button that says an entry, with its pictogram unless another icon, or none (""), is given."""
    phrase, language = texts.phrase(entry)
    beside = texts.beside(entry)
    lines: list[Line] = [(phrase, language, size)]
    if beside:
        lines.append((Phrase(beside.text), texts.japanese, SMALL))
    picture = texts.pictogram(entry) if icon_name is None else icon_name
    return PhraseCard(tuple(lines), picture, is_filled=is_filled, least=least)
