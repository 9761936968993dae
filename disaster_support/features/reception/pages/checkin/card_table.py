"""Large buttons in columns of one width, walked with the arrow keys."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from disaster_support.features.reception.pages.checkin.phrase_card import PhraseCard


class CardTable(QWidget):
    """Cards row by row; each row as high as its highest card."""

    def __init__(self, cards: Sequence[PhraseCard], columns: int) -> None:
        super().__init__()
        self._cards, self._columns = tuple(cards), columns
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        for place, card in enumerate(cards):
            grid.addWidget(card, place // columns, place % columns)
            card.stepped.connect(lambda across, down, place=place: self._step(place, across, down))
            card.jumped.connect(lambda to_end: self._cards[-1 if to_end else 0].setFocus())

    def _step(self, place: int, across: int, down: int) -> None:
        wanted = place + across + down * self._columns
        if 0 <= wanted < len(self._cards):
            self._cards[wanted].setFocus()
