"""A file that came back, to be taken line by line."""

from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from disaster_support.content.review_diff import LineState
from disaster_support.context import Context
from disaster_support.features.review.model import Difference
from disaster_support.features.review.pages.line_detail import LineDetail
from disaster_support.features.review.pages.line_table import LineTable
from disaster_support.features.review.words import say_edition
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext
from disaster_support.ui.buttons import Button
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.flowing import Flowing
from disaster_support.ui.inputs import DayBox
from disaster_support.ui.language_picker import name_of
from disaster_support.ui.notice import Notice
from disaster_support.ui.page import scrolling
from disaster_support.ui.panels import EmptyState
from disaster_support.ui.parts import text_label
from disaster_support.ui.theme import current_theme

_NAME_WIDTH = 280  # px
_LEAST_HEIGHT = 220  # px at text size 1.0, of the texts and of the chosen one


class DifferenceView(QWidget):
    """Texts at the left, the chosen one at the right; below them who checked them, and the button that takes them."""

    accepted = Signal()
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._languages = context.catalogue.languages
        self.difference: Difference | None = None
        self._name = ""
        self.title, self.counts = text_label("", "title"), text_label()
        self.notice = Notice()
        self.table = LineTable()
        self.detail = LineDetail(self._languages["ja"])
        self.nothing = EmptyState("check-circle", lambda: _("Nothing in this file differs from what is here."))
        self.reviewer = LabelledField(lambda: _("Who checked the texts (needed)"), QLineEdit())
        self.day = DayBox()
        self.day.show_day(context.clock().date())
        self.accept = Button(self._say_accept, self.accepted.emit, kind="filled")
        self._column = QVBoxLayout(self)
        self._place = QWidget()
        self._middle = QHBoxLayout(self._place)
        self._text = scrolling(self.detail)
        self._build()
        self.table.picked.connect(self._show_line)
        self.table.ticked.connect(self._offer)

    def _build(self) -> None:
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.addWidget(self.table, 1)
        self._middle.addWidget(self._text, 1)
        self.reviewer.control.setMinimumWidth(_NAME_WIDTH)
        self._who = Flowing(16)
        self._who.add(self.reviewer)
        self._who.add(LabelledField(lambda: _("Checked on"), self.day))
        buttons = Flowing()
        self._ticks = (
            Button(lambda: _("Tick all"), lambda: self.table.tick_all(on=True)),
            Button(lambda: _("Tick none"), lambda: self.table.tick_all(on=False)),
        )
        for button in (self.accept, *self._ticks):
            buttons.add(button)
        buttons.add(Button(lambda: _("Close without taking"), self.left.emit, kind="text"))
        column = self._column
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        for above in (self.title, self.counts, self.notice):
            column.addWidget(above)
        column.addWidget(self._place, 1)
        column.addWidget(self.nothing, 1)
        for below in (self._who, buttons):
            column.addWidget(below)

    def show_difference(self, difference: Difference, name: str) -> None:
        """Show what came back in a file of this name; what is the same is only counted."""
        self.difference, self._name = difference, name
        lines = [line for line in difference.lines if line.state is not LineState.SAME]
        self.table.show_lines(lines)
        self.reviewer.show_error("")
        takeable = any(line.can_be_taken for line in lines)
        for part, is_shown in ((self._place, bool(lines)), (self.nothing, not lines)):
            part.setVisible(is_shown)
        for part in (*self._ticks, self._who, self.accept):
            part.setVisible(takeable)
        self.refresh()

    def refresh(self) -> None:
        """Say what `say` does not in the interface's language, in the look of the moment."""
        if self.difference is None:
            return
        language = self._languages[self.difference.tag]
        self.title.setText(_("{file}: {language}").format(file=self._name, language=name_of(language)))
        self.counts.setText(_count(self.difference))
        if say_edition(self.difference):
            self.notice.say("warning", lambda: say_edition(self.difference) if self.difference else "")
        else:
            self.notice.clear()
        self.table.refresh()
        self.detail.refresh()

    def name_of_reviewer(self) -> str:
        """Return who checked the texts."""
        control = self.reviewer.control
        return control.text() if isinstance(control, QLineEdit) else ""

    def reviewed_on(self) -> date:
        """Return when."""
        return self.day.day()

    def minimumSizeHint(self) -> QSize:
        """Return the height that is needed in the width there is: rows that flow would claim that of the narrowest."""
        return QSize(super().minimumSizeHint().width(), self._column.heightForWidth(self.width()))

    def arrange(self, *, one_column: bool) -> None:
        """Put the chosen text beside the others, or below them."""
        down = QBoxLayout.Direction.TopToBottom
        self._middle.setDirection(down if one_column else QBoxLayout.Direction.LeftToRight)
        height = current_theme().px(_LEAST_HEIGHT)
        self.table.setMinimumHeight(height)
        self._text.setMinimumHeight(height)

    def _show_line(self, place: int) -> None:
        if self.difference:
            lines = [line for line in self.difference.lines if line.state is not LineState.SAME]
            self.detail.show_line(lines[place], self._languages[self.difference.tag])

    def _say_accept(self) -> str:
        count = len(self.table.ticks())
        if not count:
            return _("Take what is ticked")
        return ngettext("Take {count} text", "Take {count} texts", count).format(count=count)

    def _offer(self) -> None:
        self.accept.setText(self._say_accept())


def _count(difference: Difference) -> str:
    counts = {state: sum(line.state is state for line in difference.lines) for state in LineState}
    return _("Changed: {changed} · approved as they are: {approved} · refused: {refused} · the same: {same}").format(
        changed=counts[LineState.CHANGED],
        approved=counts[LineState.APPROVED],
        refused=counts[LineState.REFUSED],
        same=counts[LineState.SAME],
    )
