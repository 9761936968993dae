"""The Easy Japanese page: a text, its readings, and what could be said more easily."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from disaster_support.content.model import SOURCE_LANGUAGE
from disaster_support.context import Context
from disaster_support.easy import Analysis, Finding, add_readings, analyse, check_length
from disaster_support.easy.kinds import name_kind
from disaster_support.easy.writing import write_brackets
from disaster_support.errors import UserError
from disaster_support.features.easy.editor import Editor
from disaster_support.features.easy.marks import Legend
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext
from disaster_support.ui.buttons import Button
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.flowing import Flowing
from disaster_support.ui.notice import Notice
from disaster_support.ui.page import Page, scrolling
from disaster_support.ui.parts import column_in, label, text_label
from disaster_support.ui.phrase import PhraseLabel
from disaster_support.ui.rows import Rows
from disaster_support.ui.tasks import Progress, Task, run_in_background
from disaster_support.ui.theme import TITLE

_PAUSE_MS = 400  # after the last key: long enough to type on, short enough to see what a word does
_FINDINGS_HEIGHT = 240
_EXAMPLE = "本日17時より、体育館にて毛布を配布いたします。\nご希望の方は、身分証明書を持参し、受付までお越しください。"


class EasyPage(Page):
    """Write at the left, see at the right what learners stumble over; looked at in the background."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.analysis = Analysis("")
        self._task: Task | None = None
        self._go_on_at = -1  # the row that follows one that was just taken
        self.editor = Editor()
        self.readings = PhraseLabel(context.catalogue.languages[SOURCE_LANGUAGE], TITLE)
        self.notice = Notice()
        self.count = text_label("", "strong")
        self.findings = Rows(lambda: _("What could be said more easily"))
        self.findings.setMinimumHeight(_FINDINGS_HEIGHT)
        self.take = Button(lambda: _("Take the suggestion"), self.take_suggestion, kind="filled", icon_name="check")
        self.undo = Button(lambda: _("Undo"), self.editor.undo, icon_name="undo")
        self.copy = Button(lambda: _("Copy the text"), self._copy, icon_name="content-copy")
        self.copy_read = Button(lambda: _("Copy with readings in brackets"), self._copy_read, icon_name="content-copy")
        self.example = Button(lambda: _("Show an example"), partial(self.show_text, _EXAMPLE), kind="text")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._build()
        self._connect()
        self.setFocusProxy(self.editor)
        self._show(self.analysis)

    def help_text(self) -> str:
        """Return what the page is for, and what it cannot do."""
        return _(
            "Write or paste a Japanese text for a sign or a notice. A moment later the list shows what people who learn"
            " Japanese stumble over, and what to say instead.\n\n"
            "Click a row to see its place in the text. Where a suggestion fits as it stands, “Take the suggestion” puts"
            " it there; “Undo” takes it back.\n\n"
            "The lines under words show how hard they are. Words that people must learn, because everybody here says"
            " them, stay: say once in 〈 〉 what they mean.\n\n"
            "This is advice from rules and lists, not a judgement: read your text to somebody who learns Japanese. The"
            " readings too are made by the program: look them over, above all those of names."
        )

    def screen_states(self) -> Iterable[tuple[str, Callable[[], None]]]:
        """Return the page with a notice as town halls write them, and with its first suggestion chosen."""
        yield "example", partial(self.show_text, _EXAMPLE)
        yield "chosen", partial(self.findings.setCurrentRow, 2)

    def retranslate(self) -> None:
        """Say reasons and suggestions in the new language."""
        self._look()

    def restyle(self) -> None:
        """Draw the lines under words in the new theme."""
        self.editor.mark(self.analysis.words)

    def show_text(self, text: str) -> None:
        """Put a text in the place of what is there, and look at it at once."""
        self.editor.setPlainText(text)
        self._look()

    def take_suggestion(self) -> None:
        """Put the suggestion of the chosen row into the text, unless that has changed meanwhile."""
        finding = self._chosen()
        if finding is None or finding.replacement is None or self.editor.toPlainText() != self.analysis.text:
            return
        self._go_on_at = self.findings.currentRow()
        self.findings.setFocus()  # the button is out of use until the next row is chosen, and would hand its focus on
        self.editor.put(finding.start, finding.end, finding.replacement)
        self._look()

    # -- building

    def _build(self) -> None:
        whole = QWidget()
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, whole)
        self._parts.setContentsMargins(16, 16, 16, 16)
        self._parts.setSpacing(24)
        self._parts.addWidget(self._build_text(), 3)
        self._parts.addWidget(self._build_findings(), 2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(whole))

    def _build_text(self) -> QWidget:
        side = QWidget()
        column = column_in(side, 12)
        self.field = LabelledField(lambda: _("Text for a sign or a notice, in Japanese"), self.editor)
        column.addWidget(self.field, 1)
        column.addWidget(Legend())
        column.addWidget(label(lambda: _("With readings"), "strong"))
        column.addWidget(self.readings)
        row = Flowing()
        row.add(self.copy)
        row.add(self.copy_read)
        column.addWidget(row)
        column.addWidget(self.notice)
        return side

    def _build_findings(self) -> QWidget:
        side = QWidget()
        column = column_in(side, 12)
        column.addWidget(self.count)
        column.addWidget(self.example, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.findings, 1)
        row = Flowing()
        row.add(self.take)
        row.add(self.undo)
        column.addWidget(row)
        return side

    def _connect(self) -> None:
        self.editor.textChanged.connect(self._timer.start)
        self._timer.timeout.connect(self._look)
        self.findings.picked.connect(self._pick)
        self.editor.undoAvailable.connect(self.undo.setEnabled)
        self.undo.setEnabled(False)

    def arrange(self, one_column: bool) -> None:
        """Put what was found beside the text, or below it."""
        direction = QBoxLayout.Direction
        self._parts.setDirection(direction.TopToBottom if one_column else direction.LeftToRight)

    # -- looking

    def _look(self) -> None:
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()
        text = self.editor.toPlainText()
        try:
            check_length(text)
        except UserError as error:
            self.field.show_error(str(error))
            return
        self.field.show_error("")
        self._task = run_in_background(self, partial(_analyse, text), on_done=self._show)

    def _show(self, analysis: Analysis) -> None:
        self._task = None
        self.analysis = analysis
        self.editor.mark(analysis.words)
        self.readings.set_phrase(analysis.text, analysis.readings)
        self.findings.show_rows([(str(place), _describe(analysis, place)) for place in range(len(analysis.findings))])
        self._go_on()
        self.count.setText(_count(analysis))
        has_text = bool(analysis.text.strip())
        self.example.setVisible(not has_text)
        self.copy.setEnabled(has_text)
        self.copy_read.setEnabled(has_text)
        self._show_chosen()

    def _go_on(self) -> None:
        """Choose what follows a suggestion that was just taken, so that all can be taken one after another."""
        place, self._go_on_at = min(self._go_on_at, self.findings.count() - 1), -1
        self.findings.mark(str(place))
        if place >= 0:
            self._pick(str(place))

    def _pick(self, _key: str) -> None:
        finding = self._chosen()
        if finding is not None and self.editor.toPlainText() == self.analysis.text:
            self.editor.select(finding.start, finding.end)
        self._show_chosen()

    def _chosen(self) -> Finding | None:
        key = self.findings.key()
        return self.analysis.findings[int(key)] if key else None

    def _show_chosen(self) -> None:
        finding = self._chosen()
        self.take.setEnabled(finding is not None and finding.replacement is not None)

    # -- taking along

    def _copy(self) -> None:
        self._put_on_clipboard(self.editor.toPlainText())

    def _copy_read(self) -> None:
        text = self.editor.toPlainText()
        run_in_background(self, partial(_read, text), on_done=self._put_on_clipboard)

    def _put_on_clipboard(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self.notice.say("success", lambda: _("The text can be pasted now."))


def _analyse(text: str, _progress: Progress) -> Analysis:
    return analyse(text)


def _read(text: str, _progress: Progress) -> str:
    return write_brackets(text, add_readings(text))


def _describe(analysis: Analysis, place: int) -> str:
    """Return a row: the kind and the place, why, and what to say instead."""
    finding = analysis.findings[place]
    quoted = _shorten(finding.text)
    title = _("{kind}: {words}").format(kind=name_kind(finding.kind), words=quoted)
    return f"{title}\n{finding.reason}\n→ {_shorten(finding.suggestion, 120)}"


def _shorten(text: str, most: int = 40) -> str:
    one_line = text.replace("\n", " ")
    return one_line if len(one_line) <= most else f"{one_line[: most - 1]}…"


def _count(analysis: Analysis) -> str:
    count = len(analysis.findings)
    if not analysis.text.strip():
        return _("What could be said more easily will stand here.")
    if not count:
        return _("Nothing was found that is hard to read.")
    words = ngettext("{count} thing could be said more easily", "{count} things could be said more easily", count)
    return words.format(count=count)
