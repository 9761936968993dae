"""Words in the person's language with the Japanese small below, so that staff beside them can follow."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from disaster_support.features.reception.self_check_in_texts import CheckInTexts
from disaster_support.ui.phrase import PhraseLabel
from disaster_support.ui.theme import SMALL


class TwoPhrases(QWidget):
    """An entry in both languages; in one where the person reads Japanese."""

    def __init__(self, texts: CheckInTexts, entry: str, size: int, *, bold: bool = False, role: str = "ink") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        phrase, language = texts.phrase(entry)
        own = PhraseLabel(language, size, bold=bold, role=role)
        own.set_phrase(phrase.text, phrase.ruby)
        column.addWidget(own)
        beside = texts.beside(entry)
        if beside:
            japanese = PhraseLabel(texts.japanese, SMALL, role="ink_secondary")
            japanese.set_phrase(beside.text)
            column.addWidget(japanese)


def own_phrase(texts: CheckInTexts, entry: str, size: int, *, bold: bool = False, role: str = "ink") -> PhraseLabel:
    """Return a label that says an entry in the person's language alone."""
    phrase, language = texts.phrase(entry)
    label = PhraseLabel(language, size, bold=bold, role=role)
    label.set_phrase(phrase.text, phrase.ruby)
    return label
