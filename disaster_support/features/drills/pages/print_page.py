"""Papers of a drill or a template: chosen at the top, seen as they will be, printed or saved."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.drills.model import Drill, Plan
from disaster_support.features.drills.pages.desk import DrillDesk
from disaster_support.features.drills.printing import (
    REPORT_FILE,
    Kind,
    has_languages,
    list_feedback_languages,
    print_paper,
    print_report,
    say_paper,
)
from disaster_support.files import write_whole
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.choices import Choice, Switch
from disaster_support.ui.dialogues import ask_save
from disaster_support.ui.language_choice import LanguageChoice
from disaster_support.ui.notice import Notice
from disaster_support.ui.open_file import opening
from disaster_support.ui.page import Page, scrolling
from disaster_support.ui.panels import ProgressPanel
from disaster_support.ui.parts import column_in
from disaster_support.ui.press import Make, Press
from disaster_support.ui.preview import PdfPreview
from disaster_support.ui.theme import current_theme

REPORT = "report"
_USUAL = ("en", "zh-Hans", "vi", "ne", "pt-BR", "id")  # of the feedback form, until others are chosen
_OPTIONS, _BESIDE, _PREVIEW_HEIGHT, _MARGINS = 260, 160, 480, 48


class PrintPage(Page):
    """Ctrl+P prints, Ctrl+S saves a PDF. The report needs the register, the other papers do not."""

    def __init__(
        self,
        context: Context,
        plan: Callable[[], Plan],
        desk: DrillDesk | None,
        kinds: Sequence[str] = tuple(Kind),
    ) -> None:
        super().__init__()
        self._context, self._plan, self._desk = context, plan, desk
        self.kinds = Switch(lambda: _("What is printed"), [_choice(kind) for kind in kinds])
        known = list_feedback_languages(context)
        self.languages = LanguageChoice([context.catalogue.languages[tag] for tag in known])
        self.languages.set_languages(tag for tag in _USUAL if tag in known)
        self.notice, self.preview, self.progress = Notice(), PdfPreview(), ProgressPanel()
        self.press = Press(self, self._job, self.progress)
        self._build(len(kinds) > 1)
        self.kinds.changed.connect(self._change)
        self.languages.changed.connect(self._change)
        self.press.made.connect(self._show)
        self.press.failed.connect(self._fail)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, action in (("Ctrl+P", self.print_), ("Ctrl+S", self.save)):
            QShortcut(QKeySequence(keys), self, action, context=within)

    # -- what people do here

    def print_(self) -> None:
        """Ask the system for a printer and print what is chosen."""
        self.press.when_made(self._send)

    def save(self) -> None:
        """Ask where to, and save what is chosen as PDF."""
        folder = self._context.settings.current.folder
        home = Path(folder) if folder and Path(folder).is_dir() else Path.home()
        name = REPORT_FILE if self.kinds.key() == REPORT else self.kinds.key()
        ask_save(self, _("Save"), home / f"{name}.pdf", "PDF (*.pdf)", self.save_to)

    def save_to(self, path: Path) -> None:
        """Save what is chosen as PDF."""
        self.press.when_made(partial(self._write, path))

    # -- what is made

    def _job(self) -> Make:
        """Return what makes the chosen paper; everything of the page is read now, on the window's thread."""
        if self.kinds.key() == REPORT and self._desk:
            register, drill = self._desk.register, self._desk.drill
            return lambda _progress: print_report(self._context, register, drill)
        subject: Plan | Drill = self._desk.drill if self._desk else self._plan()
        kind, languages = Kind(self.kinds.key()), self.languages.languages()
        return lambda _progress: print_paper(self._context, kind, subject, languages)

    def _change(self) -> None:
        self.languages.setVisible(self.kinds.key() != REPORT and has_languages(Kind(self.kinds.key())))
        self.notice.clear()
        if self.isVisible():
            self.press.start_soon()

    def _show(self, pdf: bytes) -> None:
        self.notice.clear()
        self.preview.show_pdf(pdf)

    def _fail(self, sentence: str) -> None:
        self.preview.clear()
        self.notice.say("warning", lambda: sentence)

    def _send(self, pdf: bytes) -> None:
        from disaster_support.ui.printer import print_with_dialog

        title = self._plan().title.say(current_language())
        try:
            print_with_dialog(self, pdf, title)
        except UserError as error:
            sentence = str(error)
            if shiboken6.isValid(self):
                self.notice.say("error", lambda: sentence)

    def _write(self, path: Path, pdf: bytes) -> None:
        try:
            write_whole(path, pdf)
            self._context.settings.update(folder=str(path.parent))
        except UserError as error:
            sentence = str(error)
            self.notice.say("error", lambda: sentence)
            return
        self.notice.say("success", lambda: _("Saved as {path}.").format(path=path), opening(self, path))

    # -- the page

    def _build(self, has_kinds: bool) -> None:
        self.kinds.setVisible(has_kinds)
        self.languages.hide()
        self._options = QWidget()
        options = QVBoxLayout(self._options)
        options.setContentsMargins(0, 0, 8, 0)
        options.setSpacing(8)
        for part in (
            Button(lambda: _("Print (Ctrl+P)"), self.print_, kind="filled", icon_name="printer"),
            Button(lambda: _("Save PDF (Ctrl+S)"), self.save, icon_name="content-save"),
            self.kinds,
            self.languages,
        ):
            options.addWidget(part)
        options.addStretch(1)
        pages = QVBoxLayout()
        pages.addWidget(self.notice)
        pages.addWidget(self.progress)
        pages.addWidget(self.preview, 1)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setContentsMargins(16, 12, 8, 8)
        self._parts.setSpacing(16)
        self._parts.addLayout(pages, 1)
        self._scroller = scrolling(self._options)
        self._parts.addWidget(self._scroller)
        whole = QWidget()
        whole.setLayout(self._parts)
        column_in(self).addWidget(scrolling(whole))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices below the pages where there is no room beside."""
        super().resizeEvent(event)
        self._place()

    def restyle(self) -> None:
        """Give the choices the room that larger letters need."""
        self._place()

    def _place(self) -> None:
        width = current_theme().px(_OPTIONS)
        is_narrow = self.width() < 2 * width + _BESIDE
        directions = QBoxLayout.Direction
        self._parts.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self._scroller.setFixedWidth(self.width() - _MARGINS if is_narrow else width)
        self._scroller.setMinimumHeight(_OPTIONS if is_narrow else 0)
        self.preview.setMinimumHeight(_PREVIEW_HEIGHT if is_narrow else 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Make what is chosen of the drill as it is now."""
        super().showEvent(event)
        self.press.start_soon()

    def save_now(self) -> None:
        """Stop: the register closes."""
        self.press.stop()

    def retranslate(self) -> None:
        """Make it anew: papers speak the interface's language."""
        self._change()

    def help_text(self) -> str:
        """Return what there is to print."""
        return _(
            "Choose what to print; the page is shown as it will be. Ctrl+P prints, Ctrl+S saves a PDF. The papers speak"
            " the language of the interface, the feedback form those that are chosen.\n\n"
            "The checklist has room for times and for why something was not done; what is written there is typed in"
            " under “From paper”. The list of injects is for controllers and evaluators only."
        )


def _choice(kind: str) -> Choice:
    return kind, (lambda: _("After-action report")) if kind == REPORT else partial(say_paper, Kind(kind))
