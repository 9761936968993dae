"""What comes before the questions: waiting for a touch, the choice of a language, what is kept and who sees it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from disaster_support.content.catalogue import Catalogue
from disaster_support.content.model import Phrase
from disaster_support.features.reception.pages.checkin.answers.languages_answer import language_card
from disaster_support.features.reception.pages.checkin.card_table import CardTable
from disaster_support.features.reception.pages.checkin.phrase_card import PhraseCard, entry_card
from disaster_support.features.reception.pages.checkin.phrases import TwoPhrases
from disaster_support.features.reception.pages.checkin.screen import Screen, on_press
from disaster_support.features.reception.self_check_in_texts import (
    FALLBACK,
    CheckInTexts,
    asking_languages,
    offered_languages,
    texts_for,
)
from disaster_support.i18n import gettext as _
from disaster_support.ui.panels import IconLabel, wrapping_label
from disaster_support.ui.phrase import PhraseLabel
from disaster_support.ui.theme import HEADING, LARGE, TITLE

_WELCOME = "form.welcome"
_I_SPEAK = "language.i_speak"
_COLUMNS, _ASKING_COLUMNS = 4, 8
_PROMISES = ("form.kept", "form.who_sees", "form.may_skip", "form.status_not_asked")
_PICTURE = 96


class WaitingScreen(Screen):
    """Invites whoever comes, in every language that the form is translated into; a touch anywhere starts."""

    started = Signal()
    stopped = Signal()

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(texts_for(catalogue, "").phrase(_WELCOME)[0].text)
        self.first = self
        picture = IconLabel("gesture-tap", _PICTURE, "action")
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.column.addWidget(picture)
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(8)
        spoken = [one for one in offered_languages(catalogue) if catalogue.text(_WELCOME, one.tag)]
        for place, language in enumerate(spoken):
            label = PhraseLabel(language, HEADING, align="center")
            phrase = catalogue.text(_WELCOME, language.tag)
            if phrase:
                label.set_phrase(phrase.text, phrase.ruby)
            grid.addWidget(label, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
        self.column.addLayout(grid)
        self.column.addStretch(1)
        self.staff = PhraseCard(((Phrase(_("For staff")), texts_for(catalogue, "").japanese, LARGE),), "lock")
        on_press(self.staff, self.stopped.emit)
        self.put_below(((QWidget(), 1), (self.staff, 0)))

    def go_on(self) -> None:
        """Start."""
        self.started.emit()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Start at a touch."""
        self.started.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Start at Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.started.emit()
        else:
            super().keyPressEvent(event)


class LanguageScreen(Screen):
    """Every language by its own name, with "I speak …"; those that the questions are translated into come first."""

    chosen = Signal(str)
    more_wanted = Signal()
    backed = Signal()

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        texts = texts_for(catalogue, "")
        self.cards: dict[str, PhraseCard] = {}
        for language in offered_languages(catalogue):
            card = language_card(language, texts.japanese, catalogue.text(_I_SPEAK, language.tag))
            card.setAccessibleName(f"{language.name_ja} {language.autonym}")
            on_press(card, partial(self.chosen.emit, language.tag))
            self.cards[language.tag] = card
        self.column.addWidget(CardTable(list(self.cards.values()), _COLUMNS))
        self.column.addStretch(1)
        back = entry_card(texts, "form.back", size=LARGE, icon_name="arrow-left")
        self.more = entry_card(texts_for(catalogue, FALLBACK), "form.more_languages", size=LARGE)
        on_press(back, self.go_back)
        on_press(self.more, self.more_wanted.emit)
        self.put_below(((back, 0), (QWidget(), 1), (self.more, 0)))
        self.first = next(iter(self.cards.values()), None)

    def go_back(self) -> None:
        """Ask to go back to waiting."""
        self.backed.emit()


class PromiseScreen(Screen):
    """What is kept, who sees it, and that nothing has to be answered."""

    agreed = Signal()
    asked_in = Signal(str)  # the language that the questions shall be in
    backed = Signal()
    stopped = Signal()

    def __init__(self, texts: CheckInTexts) -> None:
        super().__init__()
        self.speak(texts.shown)
        self.cards: dict[str, PhraseCard] = {}
        if texts.is_fallback:
            self.column.addWidget(_build_fallback(texts))
            self._build_choice(texts)
        for entry in _PROMISES:
            row = QHBoxLayout()
            row.setSpacing(24)
            row.addWidget(IconLabel(texts.pictogram(entry) or "check-circle", 48, "action"))
            row.addWidget(TwoPhrases(texts, entry, HEADING), 1)
            self.column.addLayout(row)
        self.column.addStretch(1)
        back = entry_card(texts, "form.back", size=LARGE, icon_name="")
        stop = entry_card(texts, "form.stop", size=LARGE, icon_name="")
        self.next = entry_card(texts, "form.next", size=LARGE, icon_name="", is_filled=True)
        on_press(back, self.go_back)
        on_press(stop, self.stopped.emit)
        on_press(self.next, self.agreed.emit)
        self.put_below(((back, 2), (stop, 2), (QWidget(), 3), (self.next, 3)))
        self.first = self.next

    def _build_choice(self, texts: CheckInTexts) -> None:
        """Let them choose a language that they read better than English."""
        for language in asking_languages(texts.catalogue):
            card = self.cards[language.tag] = PhraseCard(((Phrase(language.autonym), language, LARGE),))
            card.setCheckable(True)
            card.setChecked(language.tag == texts.shown.tag)
            on_press(card, partial(self.asked_in.emit, language.tag))
        self.column.addWidget(CardTable(list(self.cards.values()), _ASKING_COLUMNS))

    def go_on(self) -> None:
        """Begin with the questions."""
        self.agreed.emit()

    def go_back(self) -> None:
        """Ask to choose another language."""
        self.backed.emit()


def _build_fallback(texts: CheckInTexts) -> QWidget:
    """Return a line for staff: the questions come in another language than this one."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    own = PhraseLabel(texts.spoken, TITLE, bold=True)
    own.set_phrase(texts.spoken.autonym)
    column.addWidget(own)
    words = _("The questions are not translated into this language yet: they are asked in {language} and Japanese.")
    column.addWidget(wrapping_label(words.format(language=texts.shown.autonym)))
    return whole
