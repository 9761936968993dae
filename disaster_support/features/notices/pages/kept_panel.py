"""What was made before: each set of slots to be used again for today or tomorrow, to be named, or to be forgotten."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from disaster_support.content.model import SlotType
from disaster_support.features.notices.model import KeptSet
from disaster_support.features.notices.service import NoticeService
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button, IconButton
from disaster_support.ui.flowing import Flowing
from disaster_support.ui.notice import Notice
from disaster_support.ui.page import scrolling
from disaster_support.ui.parts import attempt, column_in, empty, label, text_label
from disaster_support.ui.say import say
from disaster_support.ui.tab_order import keep_place

_ROWS = 2  # in sight; the others are scrolled to


class KeptPanel(QWidget):
    """Hidden while nothing is kept. `used` tells a set, and how many days from today its first day is to be."""

    used = Signal(object, int)

    def __init__(self, service: NoticeService) -> None:
        super().__init__()
        self._service = service
        self.rows: list[KeptRow] = []
        self.notice = Notice()
        self._content = QWidget()
        self._rows = column_in(self._content)
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._scroller = scrolling(self._content)
        column = column_in(self, spacing=4)
        column.addWidget(label(lambda: _("Made before"), "strong"))
        column.addWidget(self.notice)
        column.addWidget(self._scroller)
        self.refresh()

    def refresh(self) -> None:
        """Show the sets that are kept now."""
        empty(self._rows)
        self.rows = [KeptRow(self._service, one) for one in self._service.kept()]
        for row in self.rows:
            self._rows.addWidget(row)
            row.used.connect(partial(self.used.emit, row.kept))
            row.renamed.connect(partial(self._rename, row.kept))
            row.removed.connect(partial(self._remove, row.kept))
        self._rows.addStretch(1)
        keep_place(self._content)
        self._scroller.setVisible(bool(self.rows))
        self.setVisible(bool(self.rows) or bool(self.notice.text()))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many whole rows as fit in the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the first rows their whole height: their words wrap."""
        width = self._scroller.viewport().width() - self._rows.contentsMargins().right()
        heights = [row.heightForWidth(width) + self._rows.spacing() for row in self.rows[:_ROWS]]
        self._scroller.setFixedHeight(sum(heights))
        policies = Qt.ScrollBarPolicy
        has_more = len(self.rows) > _ROWS
        self._scroller.setVerticalScrollBarPolicy(
            policies.ScrollBarAsNeeded if has_more else policies.ScrollBarAlwaysOff
        )

    def _rename(self, one: KeptSet, name: str) -> None:
        attempt(self.notice, lambda: self._service.rename_kept(one, name))
        self.refresh()

    def _remove(self, one: KeptSet) -> None:
        before = self._service.store.current.kept
        if attempt(self.notice, lambda: self._service.put_kept([other for other in before if other != one])):
            self.notice.say("information", lambda: _("Forgotten."), (lambda: _("Undo"), partial(self._put, before)))
        self.refresh()

    def _put(self, kept: Sequence[KeptSet]) -> None:
        if attempt(self.notice, lambda: self._service.put_kept(kept)):
            self.notice.clear()
        self.refresh()


class KeptRow(QFrame):
    """One set: what it is, the days it can be used for, and a small menu of its own."""

    used = Signal(int)
    renamed = Signal(str)
    removed = Signal()

    def __init__(self, service: NoticeService, kept: KeptSet) -> None:
        super().__init__()
        self._service, self.kept = service, kept
        self.setProperty("panel", "card")
        self.title = text_label("", "strong")
        self.details = text_label("", "secondary")
        say(self, self.title.setText, lambda: service.name_kept(kept, current_language()))
        say(self, self.details.setText, lambda: service.describe_kept(kept, current_language()))
        has_days = any(slot.type is SlotType.DATE for slot in service.get_template(kept.notice).slots)
        words = (lambda: _("Today"), lambda: _("Tomorrow")) if has_days else (lambda: _("Use"),)
        self.buttons = tuple(
            Button(said, partial(self.used.emit, days), height="small") for days, said in enumerate(words)
        )
        self.name = QLineEdit(kept.name)
        self.name.hide()
        self.name.returnPressed.connect(lambda: self.renamed.emit(self.name.text()))
        say(self, self.name.setAccessibleName, lambda: _("Name of this set"))
        say(self, self.name.setPlaceholderText, lambda: _("Name of this set"))
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 8, 8)
        column.setSpacing(4)
        self.rename = IconButton(lambda: _("Name this set"), "pencil", self._rename)
        self.remove = IconButton(lambda: _("Forget this set"), "trash-can-outline", self.removed.emit)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        for button in (self.rename, self.remove):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for part in (self.details, self.name):
            column.addWidget(part)
        days = Flowing(4)
        for one in self.buttons:
            say(one, one.setAccessibleName, partial(self._name_button, one))
            days.add(one)
        column.addWidget(days)

    def _rename(self) -> None:
        self.name.setVisible(self.name.isHidden())
        if not self.name.isHidden():
            self.name.setFocus()

    def _name_button(self, button: Button) -> str:
        return f"{button.text()}: {self.title.text()}"
