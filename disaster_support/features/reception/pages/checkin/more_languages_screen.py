"""Languages that have no card: found by typing, told to staff, and the questions go on in one of the board's."""

from PySide6.QtCore import Signal

from disaster_support.content.catalogue import Catalogue
from disaster_support.features.reception.pages.checkin.language_search import LanguageSearch
from disaster_support.features.reception.pages.checkin.phrase_card import entry_card
from disaster_support.features.reception.pages.checkin.phrases import TwoPhrases
from disaster_support.features.reception.pages.checkin.screen import Screen, on_press
from disaster_support.features.reception.self_check_in_texts import FALLBACK, texts_for
from disaster_support.ui.theme import HEADING, LARGE


class MoreLanguagesScreen(Screen):
    """A search; whoever does not find their language goes back, or asks staff."""

    chosen = Signal(str)
    backed = Signal()

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        texts = texts_for(catalogue, FALLBACK)
        self.column.addWidget(TwoPhrases(texts, "form.more_languages", HEADING, bold=True))
        self.languages = LanguageSearch(texts)
        self.languages.search.submitted.connect(self.go_on)
        self.column.addWidget(self.languages, 1)
        back = entry_card(texts, "form.back", size=LARGE, icon_name="arrow-left")
        self.next = entry_card(texts, "form.next", size=LARGE, icon_name="", is_filled=True)
        on_press(back, self.go_back)
        on_press(self.next, self.go_on)
        self.put_below(((back, 1), (self.next, 1)))
        self.first = self.languages.search.line

    def go_on(self) -> None:
        """Take the language that is marked."""
        if self.languages.tag():
            self.chosen.emit(self.languages.tag())

    def go_back(self) -> None:
        """Ask to go back to the cards."""
        self.backed.emit()
