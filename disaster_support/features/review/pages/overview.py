"""What is seen first: the languages, and beside them what can be done with the chosen one."""

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from disaster_support.content.model import SOURCE_LANGUAGE
from disaster_support.context import Context
from disaster_support.features.review.model import LanguageStatus
from disaster_support.features.review.pages.cards import BackCard, OutCard, OwnCard
from disaster_support.features.review.pages.status_table import StatusTable
from disaster_support.i18n import gettext as _
from disaster_support.ui.page import scrolling
from disaster_support.ui.parts import label
from disaster_support.ui.theme import current_theme

_SIDE_WIDTH = 380  # px at text size 1.0
_WIDEST = 16_777_215  # as Qt says that there is no limit


class Overview(QWidget):
    """The table and the cards; who holds it connects them."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._languages = context.catalogue.languages
        self.table = StatusTable([one for one in self._languages.values() if one.tag != SOURCE_LANGUAGE])
        self.out = OutCard(context.catalogue)
        self.back = BackCard()
        self.own = OwnCard()
        self.table.picked.connect(lambda _tag: self._show_chosen())
        self._cards = QWidget()
        self._side = scrolling(self._cards)
        self._parts = QHBoxLayout(self)
        self._parts.setContentsMargins(24, 16, 24, 16)
        self._parts.setSpacing(16)
        self._build()
        self._show_chosen()

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(label(_explain, "secondary"))
        left.addWidget(self.table, 1)
        column = QVBoxLayout(self._cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for card in (self.back, self.out, self.own):
            column.addWidget(card)
        column.addStretch(1)
        self._parts.addLayout(left, 1)
        self._parts.addWidget(self._side)

    def show_status(self, found: list[LanguageStatus]) -> None:
        """Show the figures."""
        self.table.show_status(found)
        self._show_chosen()

    def refresh(self) -> None:
        """Say what `say` does not in the interface's language."""
        self.table.refresh()
        self._show_chosen()

    def arrange(self, *, one_column: bool) -> None:
        """Put the cards beside the table, or below it, where all of them are shown."""
        self._parts.setDirection(QBoxLayout.Direction.TopToBottom if one_column else QBoxLayout.Direction.LeftToRight)
        width = current_theme().px(_SIDE_WIDTH)
        self._side.setMinimumSize(
            0 if one_column else width, self._cards.minimumSizeHint().height() if one_column else 0
        )
        self._side.setMaximumWidth(_WIDEST if one_column else width)

    def _show_chosen(self) -> None:
        self.out.show_language(self._languages[self.table.tag()])
        self.own.show_status(self.table.status())


def _explain() -> str:
    return _(
        "Unreviewed texts were written without a native speaker's check, and are marked on screen and on paper. Choose"
        " a language, have its texts checked by somebody who speaks it, and take over what comes back."
    )
