"""The list of templates at the left: search, situation, and a row for each notice."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from disaster_support.content.model import Entry
from disaster_support.features.notices.service import NoticeService
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.ui.choices import ChoiceBox
from disaster_support.ui.fields import SearchField
from disaster_support.ui.panels import EmptyState
from disaster_support.ui.parts import column_in
from disaster_support.ui.rows import Rows

_ALL = ""


class TemplateList(QWidget):
    """`picked` tells the id of the template that is chosen."""

    picked = Signal(str)

    def __init__(self, service: NoticeService) -> None:
        super().__init__()
        self._service = service
        self._found: Mapping[str, tuple[Entry, ...]] = {}
        self.search = SearchField(lambda: _("Find a notice"), lambda _text: self._find())
        self.search.returnPressed.connect(self._enter_list)
        self.situation = ChoiceBox(lambda: _("Situation"), ())
        self.situation.currentIndexChanged.connect(lambda _index: self._show())
        self.rows = Rows(lambda: _("Notices"))
        self.rows.picked.connect(self.picked)
        column = column_in(self)
        for part in (self.search, self.situation):
            column.addWidget(part)
        self.empty = EmptyState("magnify", lambda: _("Nothing found. Try another word, or fewer letters."))
        column.addWidget(self.rows, 1)
        column.addWidget(self.empty, 1)
        self._find()

    def select(self, notice: str) -> None:
        """Choose a template, without telling anybody; what hides it is taken away."""
        if not self._has(notice):
            self.search.clear()
            self.situation.choose(_ALL)
            self._show()
        self.rows.mark(notice)
        if item := self.rows.currentItem():
            self.rows.scrollToItem(item)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._find()

    def _enter_list(self) -> None:
        """Go to what was found, at Enter: the first of it, unless one is chosen already."""
        if self.rows.count():
            self.rows.setFocus(Qt.FocusReason.TabFocusReason)
            self.rows.pick_again()

    def _has(self, notice: str) -> bool:
        return notice in set(self.rows.keys())

    def _find(self) -> None:
        self._found = self._service.search(self.search.text())
        tag = current_language()
        names = [(id_, self._service.situation(id_, tag)) for id_ in self._service.templates()]
        self.situation.set_choices(
            [(_ALL, lambda: _("All situations")), *((id_, partial(str, name)) for id_, name in names)]
        )
        self._show()

    def _show(self) -> None:
        chosen, tag = self.situation.key(), current_language()
        self.rows.show_rows(
            [
                (entry.id, f"{self._service.title(entry, tag)}\n{self._service.situation(id_, tag)}")
                for id_, entries in self._found.items()
                if chosen in (_ALL, id_)
                for entry in entries
            ]
        )
        self.rows.setVisible(self.rows.count() > 0)
        self.empty.setVisible(self.rows.count() == 0)
