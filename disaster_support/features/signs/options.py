"""The options of a sign, in the order in which people decide."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from disaster_support.content.model import Language
from disaster_support.features.signs.choice import ArrowPad, Choice
from disaster_support.features.signs.model import MAX_NOTE_LETTERS, MAX_ROOM_LETTERS, PAPER_NAMES, SignOptions
from disaster_support.features.signs.service import SignService
from disaster_support.i18n import gettext as _
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.inputs import NumberBox
from disaster_support.ui.language_field import LanguageField
from disaster_support.ui.parts import headed
from disaster_support.ui.say import Words, say
from disaster_support.ui.unreviewed import MarksChoice

_MOST_COPIES = 99


class OptionsPanel(QWidget):
    """What is printed and how; `changed` tells when the page looks different."""

    changed = Signal()

    def __init__(self, service: SignService, languages: Sequence[Language]) -> None:
        super().__init__()
        self._service = service
        self.languages = LanguageField(service, languages)
        self.paper = Choice([(name, _plain(name), "") for name in PAPER_NAMES])
        self.direction: Choice[bool] = Choice(
            [
                (False, lambda: _("Upright"), "crop-portrait"),
                (True, lambda: _("Lying"), "crop-landscape"),
            ]
        )
        self.arrow = ArrowPad()
        self.room = QLineEdit()
        self.room.setMaxLength(MAX_ROOM_LETTERS)
        self.note = QLineEdit()
        self.note.setMaxLength(MAX_NOTE_LETTERS)
        self.several = Choice([(1, _plain("1"), ""), (2, _plain("2"), ""), (4, _plain("4"), "")])
        self.copies = NumberBox(1, _MOST_COPIES)
        self.one_sheet = QCheckBox()
        say(self, self.one_sheet.setText, lambda: _("Keep to one sheet"))
        self.marks = MarksChoice()
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(16)
        column.addWidget(self.languages)
        size = QWidget()
        rows = QVBoxLayout(size)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.paper)
        rows.addWidget(self.direction)
        column.addWidget(headed(lambda: _("Paper"), size))
        self._for_signs = [
            self.one_sheet,
            headed(lambda: _("Arrow"), self.arrow),
            LabelledField(lambda: _("Room or place (optional)"), self.room),
            LabelledField(lambda: _("Note (optional)"), self.note),
            headed(lambda: _("Signs on one sheet, to cut"), self.several),
        ]
        for widget in self._for_signs:
            column.addWidget(widget)
        column.addWidget(LabelledField(lambda: _("Copies"), self.copies))
        column.addWidget(self.marks)
        column.addStretch(1)
        usual = self._service.usual_options()
        self.languages.set_languages(usual.languages)
        self.paper.choose(usual.paper)
        self.direction.choose(usual.landscape)

    def _connect(self) -> None:
        for chosen in (self.languages, self.paper, self.direction, self.arrow, self.several, self.marks):
            chosen.changed.connect(self.changed)
        self.room.textChanged.connect(lambda _text: self.changed.emit())
        self.note.textChanged.connect(lambda _text: self.changed.emit())
        self.one_sheet.toggled.connect(lambda _on: self.changed.emit())

    def options(self) -> SignOptions:
        """Return what is chosen."""
        return SignOptions(
            languages=self.languages.languages(),
            paper=self.paper.value(),
            landscape=self.direction.value(),
            arrow=self.arrow.value(),
            room=self.room.text().strip(),
            note=self.note.text().strip(),
            copies_on_a_page=self.several.value(),
            printed_on=self._service.today(),
            one_sheet=self.one_sheet.isChecked(),
            marks=self.marks.marks(),
        )

    def show_for_boards(self, boards: bool) -> None:
        """Show only what a board takes, or all that a sign takes."""
        for widget in self._for_signs:
            widget.setVisible(not boards)
        self.paper.button("A5").setVisible(not boards)
        if boards and self.paper.value() == "A5":
            self.paper.choose("A4")


def _plain(text: str) -> Words:
    return lambda: text
