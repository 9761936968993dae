"""In and out: lists of people come in and are looked over first; lists go out to be taken along."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.features.reception.import_report import ImportReport
from disaster_support.features.reception.pages.desk import ReceptionDesk
from disaster_support.features.reception.pages.exchange.export_card import ExportCard
from disaster_support.features.reception.pages.exchange.import_card import ImportCard
from disaster_support.features.reception.pages.exchange.look_view import LookView
from disaster_support.features.reception.pages.exchange.reading import Opened
from disaster_support.features.reception.pages.exchange.report_view import ReportView
from disaster_support.features.reception.tables import Table
from disaster_support.i18n import gettext as _
from disaster_support.ui.hear import hear
from disaster_support.ui.page import Page, focus_first, scrolling

_WIDEST = 720  # px of a card


class ExchangePage(Page):
    """The two cards, or in their place the list that is being looked over, or the report of its import.

    `shown` is what stands there now: the cards, a `LookView` or a `ReportView`.
    """

    def __init__(self, context: Context, _desk: ReceptionDesk) -> None:
        super().__init__()
        self._context = context
        self.imports, self.exports = ImportCard(context), ExportCard(context)
        self._narrow = False
        self._views = QStackedWidget()
        self._cards_view = self._build_cards()
        self.shown: QWidget = self._cards_view
        self._views.addWidget(self._cards_view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._views)
        self.imports.opened.connect(self._look_over)
        hear(self, context.changes, self._hear)

    def _build_cards(self) -> QWidget:
        whole = QWidget()
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight, whole)
        self._cards.setContentsMargins(24, 16, 24, 24)
        self._cards.setSpacing(24)
        for card in (self.imports, self.exports):
            card.setMaximumWidth(_WIDEST)
            row = QHBoxLayout()  # asks for the height that the card has at its greatest width
            row.addWidget(card, 1000, Qt.AlignmentFlag.AlignTop)
            row.addStretch(1)
            self._cards.addLayout(row)
        self._cards.addStretch()
        return scrolling(whole)

    # -- from one view to the next

    def _look_over(self, opened: Opened) -> None:
        view = LookView(self._context, opened)
        view.left.connect(self.start_again)
        view.imported.connect(self._report)
        self._show(view)

    def _report(self, report: ImportReport) -> None:
        looked_at = self.shown
        about = looked_at.remarks_on_file() if isinstance(looked_at, LookView) else ()
        view = ReportView(self._context, report, about)
        view.left.connect(self.start_again)
        self._show(view)
        self._context.changes.announce(Change.PEOPLE)

    def start_again(self) -> None:
        """Go back to the two cards."""
        self._show(self._cards_view)

    def _show(self, view: QWidget) -> None:
        former, self.shown = self.shown, view
        self._views.addWidget(view)  # one that is there already stays as it is
        self._views.setCurrentWidget(view)
        if former is not self._cards_view:
            self._views.removeWidget(former)
            former.hide()
            former.deleteLater()
        self.arrange(self._narrow)
        self.help_changed.emit()
        focus_first(view)

    def _hear(self, change: Change) -> None:
        if change is Change.PEOPLE:
            self.exports.count()

    # -- what the window asks for

    def focus_target(self) -> QWidget:
        """Return the view that is shown: its first control gets the focus."""
        return self.shown

    def arrange(self, one_column: bool) -> None:
        """Put the cards, and the parts of a list, one below the other in a narrow window."""
        self._narrow = one_column
        direction = QBoxLayout.Direction.TopToBottom if one_column else QBoxLayout.Direction.LeftToRight
        self._cards.setDirection(direction)
        for place in range(2):
            self._cards.setStretch(place, 0 if one_column else 1)
        if isinstance(self.shown, LookView):
            self.shown.arrange(one_column)

    def help_text(self) -> str:
        """Return the help of what is shown."""
        if isinstance(self.shown, LookView):
            return _(
                "On the left is what each column of the list was taken for. Lead it elsewhere where that is wrong: to"
                " another field, into the note, or leave it out.\n\n"
                "On the right are the people as they will be. Choose above what was mended, what is refused because"
                " there is no name, and who is known already.\n\n"
                "Nothing is written before “Import”. All people come in, or nobody; Stop adds nobody."
            )
        if isinstance(self.shown, ReportView):
            return _(
                "The report says for each row what was read otherwise than it stood, or why it was not taken. Save it"
                " for whoever sent the list.\n\n"
                "“Take this import back” takes everybody out again whom this list has added."
            )
        return _(
            "Lists come in as CSV in any encoding, as XLSX, XLS or ODS, or as PFIF. Titles above the heading, lost"
            " zeros and half-width kana are mended, and the report says where.\n\n"
            "Known is who has the same name and the same date of birth, telephone or address as somebody in the"
            " register. They are not added again, so that a list may be sent twice.\n\n"
            "What goes out is a plain file that anyone can read who has it. PFIF holds only those who agreed that"
            " anyone may be told, without telephone, address, needs and languages, and with a date after which it has"
            " to be deleted."
        )

    def screen_states(self) -> Iterable[tuple[str, Callable[[], None]]]:
        """Return an invented list that is being looked over."""
        yield "looked over", self._show_example

    def _show_example(self) -> None:
        header = ("受付番号", "氏名", "フリガナ", "生年月日", "電話番号", "使用言語")
        rows = (
            (5, ("1", "山田 花子", "ﾔﾏﾀﾞ ﾊﾅｺ", "S60.3.4", "9000000001", "日本語")),
            (6, ("2", "Nguyễn Văn An", "", "1990", "", "ベトナム語")),
            (7, ("3", "", "", "", "", "")),
        )
        self._look_over(Opened(Path("避難者名簿.csv"), Table(header, rows)))
