"""The paper of a notice, in the order in which people decide."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from disaster_support.content.model import Language
from disaster_support.features.notices.model import NoticeOptions
from disaster_support.features.notices.service import NoticeService
from disaster_support.i18n import gettext as _
from disaster_support.ui.choices import Switch
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.inputs import NumberBox
from disaster_support.ui.language_field import LanguageField
from disaster_support.ui.parts import column_in, headed
from disaster_support.ui.say import say
from disaster_support.ui.unreviewed import MarksChoice

_PAPERS = ("A5", "A4", "A3")
_UPRIGHT, _LYING = "upright", "lying"
_MOST_COPIES = 99


class OptionsPanel(QWidget):
    """What is printed and how; `changed` tells when the page looks different."""

    changed = Signal()

    def __init__(self, service: NoticeService, languages: Sequence[Language]) -> None:
        super().__init__()
        self._service = service
        self.languages = LanguageField(service, languages)
        self.paper = Switch(lambda: _("Paper"), [(name, partial(str, name)) for name in _PAPERS])
        self.direction = Switch(
            lambda: _("Direction of the paper"), ((_UPRIGHT, lambda: _("Upright")), (_LYING, lambda: _("Lying")))
        )
        self.one_a_page = QCheckBox()
        self.marks = MarksChoice()
        self.copies = NumberBox(1, _MOST_COPIES)
        self._build()
        self._show_usual()
        for chosen in (self.languages, self.paper, self.direction, self.marks):
            chosen.changed.connect(self.changed)
        self.one_a_page.toggled.connect(lambda _on: self.changed.emit())

    def _build(self) -> None:
        say(self, self.one_a_page.setText, lambda: _("A page for each language"))
        column = column_in(self, spacing=16)
        column.addWidget(self.languages)
        column.addWidget(self.one_a_page)
        size = QWidget()
        rows = column_in(size, spacing=0)
        rows.addWidget(self.paper)
        rows.addWidget(self.direction)
        column.addWidget(headed(lambda: _("Paper"), size))
        column.addWidget(LabelledField(lambda: _("Copies"), self.copies))
        column.addWidget(self.marks)

    def _show_usual(self) -> None:
        paper, landscape = self._service.usual_paper()
        self.languages.set_languages(self._service.usual_languages())
        self.paper.choose(paper)
        self.direction.choose(_LYING if landscape else _UPRIGHT)

    def options(self) -> NoticeOptions:
        """Return what is chosen."""
        return NoticeOptions(
            languages=self.languages.languages(),
            paper=self.paper.key(),
            landscape=self.direction.key() == _LYING,
            one_a_page=self.one_a_page.isChecked(),
            marks=self.marks.marks(),
            printed_on=self._service.today(),
        )
