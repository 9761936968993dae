"""The first board: every language in its own name, so that a person can point before anyone knows what they speak."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from disaster_support import __version__
from disaster_support.content.model import SOURCE_LANGUAGE
from disaster_support.features.boards.card_grid import CardGrid
from disaster_support.features.boards.grid_plan import GAP, Grid
from disaster_support.features.boards.kept_texts import CardTexts, KeptTexts
from disaster_support.features.boards.language_card import LanguageCard
from disaster_support.features.boards.missing_panel import MissingPanel
from disaster_support.features.boards.model import MAX_LANGUAGES, LanguageTile, toggle_language
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext
from disaster_support.ui.buttons import Button
from disaster_support.ui.fields import SearchField
from disaster_support.ui.panels import EmptyState
from disaster_support.ui.say import say
from disaster_support.ui.theme import current_theme

if TYPE_CHECKING:
    from disaster_support.features.boards.service import BoardService

_CARD_WIDTH = 224
_CARD_HEIGHT = 112
_SEARCH_WIDTH = 560
_QUIET_MS = 1000  # after which texts laid out are kept for the next start


class LanguageView(QWidget):
    """Search, all languages as cards, and a way to take up to three at once."""

    chosen = Signal(tuple, tuple)  # tags for the boards, tags that were pointed at

    def __init__(self, service: "BoardService", kept: KeptTexts) -> None:
        super().__init__()
        self._service = service
        self._kept = kept
        self._keep_later = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._keep_later.timeout.connect(self._keep_texts)
        self._cards: dict[str, LanguageCard] = {}
        self._several: tuple[str, ...] = ()
        self.grid = CardGrid(_plan)
        self.search = SearchField(lambda: _("Find a language (Ctrl+F)"), self._find)
        self.toggle = Button(self._toggle_words, icon_name="checkbox-multiple-marked-outline")
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._take_several)
        self.open_button = Button(self._open_words, self._open_several, kind="filled")
        self.open_button.hide()
        self.missing = MissingPanel(self._open_instead)
        self._nothing = EmptyState("translate-off", lambda: _("No language has this in its name. Clear the search."))
        self._nothing.hide()
        self._build()
        self.refresh()

    def _build(self) -> None:
        say(self, self.grid.setAccessibleName, lambda: _("Languages"))
        row = QHBoxLayout()
        row.setSpacing(16)
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        row.addWidget(self.search, 1)
        row.addStretch(0)
        row.addWidget(self.open_button)
        row.addWidget(self.toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 8, 0)
        column.setSpacing(12)
        column.addLayout(row)
        row.setContentsMargins(0, 0, 16, 0)
        missing_row = QHBoxLayout()
        missing_row.setContentsMargins(0, 0, 16, 0)
        missing_row.addWidget(self.missing)
        column.addLayout(missing_row)
        column.addWidget(self.grid, 1)
        column.addWidget(self._nothing, 1)

    def refresh(self) -> None:
        """Show the languages anew, those used here last first."""
        self._find(self.search.text())

    def _find(self, text: str) -> None:
        self.missing.hide()
        tiles = self._service.language_tiles(text)
        self.grid.setVisible(bool(tiles))
        self._nothing.setVisible(not tiles)
        self.grid.show_cards([self._card(tile) for tile in tiles])

    def _card(self, tile: LanguageTile) -> LanguageCard:
        tag = tile.language.tag
        if tag not in self._cards:
            japanese = self._service.language(SOURCE_LANGUAGE)
            card = LanguageCard(tile, self._service.i_speak, japanese, self._find_kept)
            card.clicked.connect(lambda: self._point_at(card))
            self.grid.take(card)
            self._cards[tag] = card
        return self._cards[tag]

    def _find_kept(self, tag: str, width: float) -> CardTexts | None:
        texts = self._kept.find(tag, self._look(width))
        if texts is None:
            self._keep_later.start()
        return texts

    def _keep_texts(self) -> None:
        card = self.grid.cards[0] if self.grid.cards else None
        if card is None or card.isHidden():
            return
        width = card.width() - 2 * card.padding()
        texts = {tag: card.texts(width) for tag, card in self._cards.items()}
        self._kept.keep(texts, self._look(width), width, self.devicePixelRatioF())

    def _look(self, width: float) -> str:
        """Return all that changes how a card's texts are drawn, but for colour."""
        side = "right" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "left"
        drawn = (
            self._service.edition,
            float(width),
            current_theme().scale,
            self.devicePixelRatioF(),
            side,
            __version__,
        )
        return " ".join(map(str, drawn))

    def _point_at(self, card: LanguageCard) -> None:
        tag = card.tile.language.tag
        self.missing.hide()
        if not card.tile.has_boards:
            self.missing.show_for(card.tile.language)
        elif self.toggle.isChecked():
            self._several = toggle_language(self._several, tag)
        else:
            self.chosen.emit((tag,), (tag,))
        self._show_chosen()

    def _open_instead(self, tag: str) -> None:
        spoken = self.missing.language
        if self.toggle.isChecked():
            self._several = self._several if tag in self._several else toggle_language(self._several, tag)
            self.missing.hide()
            self._show_chosen()
        else:
            self.chosen.emit((tag,), (spoken.tag,) if spoken else ())

    def choose_several(self, tags: Sequence[str]) -> None:
        """Let the person take up to three languages, these to begin with."""
        self._several = tuple(tags)
        self.toggle.setChecked(True)
        self._show_chosen()

    def _take_several(self, wanted: bool) -> None:
        if not wanted:
            self._several = ()
        self._show_chosen()

    def _open_several(self) -> None:
        tags = self._several
        self.toggle.setChecked(False)
        self.chosen.emit(tags, tags)

    def _show_chosen(self) -> None:
        for tag, card in self._cards.items():
            card.setChecked(tag in self._several)
            card.update()
        self.open_button.setVisible(bool(self._several))
        self.open_button.setText(self._open_words())

    def _open_words(self) -> str:
        count = len(self._several)
        return ngettext("Open in {count} language", "Open in {count} languages", count).format(count=count)

    def _toggle_words(self) -> str:
        return _("Several (up to {most})").format(most=MAX_LANGUAGES)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search to the languages with the down arrow or Enter."""
        if self.search.hasFocus() and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.grid.focus_card(0)
            return
        super().keyPressEvent(event)


def _plan(width: int, _height: int) -> Grid:
    theme = current_theme()
    columns = (width + GAP) // (theme.px(_CARD_WIDTH) + GAP)
    return Grid(max(1, columns), 1, theme.px(_CARD_HEIGHT))
