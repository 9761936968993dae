"""Looking a list over: columns are led, what would become of its people is shown, and nothing is written yet."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.features.reception.exchange_in import import_people
from disaster_support.features.reception.import_report import ImportReport, Outcome
from disaster_support.features.reception.pages.exchange.mapping import ColumnMapping
from disaster_support.features.reception.pages.exchange.reading import Looked, Opened, look
from disaster_support.features.reception.pages.exchange.remarks import PREVIEWED, RemarkList
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext, pgettext
from disaster_support.ui.buttons import Button
from disaster_support.ui.notice import Notice
from disaster_support.ui.page import scrolling
from disaster_support.ui.panels import MessagePanel, wrapping_label
from disaster_support.ui.say import say
from disaster_support.ui.stoppable import Stoppable
from disaster_support.ui.tasks import Task, run_in_background

_PAUSE_MS = 250  # after a choice, before the list is read anew
_LOWEST = 240  # px that a part keeps where the window is low


class LookView(QWidget):
    """Left where each column is led, right what comes of it; below the button that imports."""

    imported = Signal(object)  # an ImportReport: everybody is in the register
    left = Signal()  # the list is given up

    def __init__(self, context: Context, opened: Opened) -> None:
        super().__init__()
        self._context, self._opened = context, opened
        self.looked: Looked | None = None
        self._looking: Task | None = None
        self.mapping = ColumnMapping(opened.table) if opened.table else None
        self._build()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.look)
        if self.mapping:
            self.mapping.changed.connect(self._wait)
        self.look()

    def remarks_on_file(self) -> tuple[str, ...]:
        """Return a sentence on each thing that was mended in the file as a whole."""
        return self._opened.table.remarks if self._opened.table else ()

    # -- looking over

    def look(self) -> None:
        """Read the people as the columns are led now, in the background, and show what would become of them."""
        self._pause.stop()
        if self._looking:
            self._looking.cancel()
        register, now = self._context.door.register, self._context.clock().astimezone()
        mapping = self.mapping.mapping() if self.mapping else {}
        self._looking = run_in_background(
            self,
            lambda progress: look(register, self._opened, mapping, now, progress),
            on_done=self._show,
            on_error=self._fail,
        )

    def _wait(self) -> None:
        self.looked = None
        self._say_counts()
        self._pause.start()

    def _show(self, looked: Looked) -> None:
        self.looked = looked
        self.notice.clear()
        self.remarks.show_report(looked.report, looked.rows[:PREVIEWED])
        self._say_counts()

    def _fail(self, sentence: str) -> None:
        self.notice.say("error", lambda: sentence)
        self._say_counts()

    def take_in(self) -> None:
        """Add everybody in the background; when it is stopped nobody was added."""
        looked, register = self.looked, self._context.door.register
        if looked is None or not looked.report.added:
            return
        self.notice.clear()
        self.work.run(
            lambda progress: import_people(register, looked.rows, len(looked.rows), progress.report),
            lambda: _("People are being added …"),
        )

    def _stop(self) -> None:
        self.notice.say("information", lambda: _("Stopped: nobody was added."))

    # -- parts

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        title = QLabel()
        title.setProperty("type", "title")
        title.setTextFormat(Qt.TextFormat.PlainText)
        say(title, title.setText, lambda: _("Look over: {name}").format(name=self._opened.path.name))
        column.addWidget(title)
        if remarks := self.remarks_on_file():
            column.addWidget(MessagePanel("information", lambda: "\n".join(remarks)))
        self.notice, self.remarks = Notice(), RemarkList()
        self.work = Stoppable[ImportReport](self.imported.emit, self._stop, self._fail)
        self.remarks.setMinimumHeight(_LOWEST)
        body = QWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(24)
        if self.mapping:
            self._body.addWidget(self._build_mapping(self.mapping), 2)
        self._body.addWidget(self.remarks, 3)
        column.addWidget(scrolling(body), 1)
        column.addWidget(self.notice)
        column.addWidget(self.work)
        column.addLayout(self._build_foot())

    def _build_mapping(self, mapping: ColumnMapping) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        text = wrapping_label()
        say(text, text.setText, lambda: _("What each column of the list is. Change what was not recognised."))
        column.addWidget(text)
        area = scrolling(mapping)
        area.setMinimumHeight(_LOWEST)
        column.addWidget(area, 1)
        return whole

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.counts = wrapping_label()
        self.counts.setProperty("type", "large")
        self.take = Button(lambda: "", self.take_in, kind="filled", icon_name="account-multiple-plus")
        say(self, lambda _words: self._say_counts(), lambda: "")
        row.addWidget(self.counts, 1)
        row.addWidget(Button(lambda: _("Another list"), self.left.emit))
        row.addWidget(self.take)
        return row

    def _say_counts(self) -> None:
        if self.looked is None:
            self.counts.setText(_("The list is being read …") if self._looking and self._looking.running else "")
            self.take.hide()
            return
        report = self.looked.report
        self.take.setText(
            ngettext("Import {count} person", "Import {count} people", report.added).format(count=report.added)
        )
        self.take.setVisible(report.added > 0)
        self.counts.setText(describe_plan(report))

    def arrange(self, one_column: bool) -> None:
        """Put the people below the columns in a narrow window."""
        direction = QBoxLayout.Direction.TopToBottom if one_column else QBoxLayout.Direction.LeftToRight
        self._body.setDirection(direction)


def describe_plan(report: ImportReport) -> str:
    """Return in words what an import would do with each row; nothing is written before."""
    mended, refused, known = map(report.count, (Outcome.MENDED, Outcome.REFUSED, Outcome.KNOWN))
    told = [
        (report.added, ngettext("{count} person will be added", "{count} people will be added", report.added)),
        (mended, ngettext("{count} of them with something mended", "{count} of them with something mended", mended)),
        (known, ngettext("{count} is known already", "{count} are known already", known)),
        (refused, ngettext("{count} row is refused", "{count} rows are refused", refused)),
    ]
    things = [words.format(count=count) for place, (count, words) in enumerate(told) if count or place == 0]
    return _("{things}. All of it, or nothing.").format(things=pgettext("list", ", ").join(things))
