"""Paper: what is printed is chosen at the top, seen as it will be, then printed or saved."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.pages.desk import ReceptionDesk
from disaster_support.features.reception.pages.paper.card_options import CardOptions
from disaster_support.features.reception.pages.paper.kinds import KindBar
from disaster_support.features.reception.pages.paper.options import (
    BlankOptions,
    CountOptions,
    Options,
    PublicOptions,
    RosterOptions,
)
from disaster_support.features.reception.printing import Job, Made
from disaster_support.files import write_whole
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.dialogues import ask_save
from disaster_support.ui.hear import hear
from disaster_support.ui.open_file import opening
from disaster_support.ui.page import Page, scrolling
from disaster_support.ui.panels import Meaning, MessagePanel, ProgressPanel
from disaster_support.ui.press import Make, Press
from disaster_support.ui.preview import PdfPreview
from disaster_support.ui.say import Words
from disaster_support.ui.theme import current_theme

_OPTIONS_WIDTH, _PREVIEW_HEIGHT = 360, 560
_UNLIMITED = 16777215  # Qt's own
_SHOWN_NUMBERS = 12


class PaperPage(Page):
    """The pages at the left, what is chosen at the right; Ctrl+P prints, Ctrl+S saves."""

    def __init__(self, context: Context, desk: ReceptionDesk) -> None:
        super().__init__()
        self._context = context
        self.kinds = KindBar()
        self.options: Mapping[str, Options] = {
            "blank": BlankOptions(context),
            "cards": CardOptions(context, bands=False),
            "bands": CardOptions(context, bands=True),
            "roster": RosterOptions(context),
            "public": PublicOptions(context),
            "count": CountOptions(context, self._now),
        }
        self.preview = PdfPreview()
        self.progress = ProgressPanel()
        self.press = Press(self, self._make, self.progress)
        self._build()
        self._connect()
        self.setFocusProxy(self.kinds.first)
        hear(self, context.changes, self._hear)

    # -- what people do here

    def show_cards(self, ids: Sequence[str]) -> None:
        """Show the personal cards of these people."""
        cards = self.options["cards"]
        assert isinstance(cards, CardOptions)
        cards.show_people(ids)
        self.kinds.choose("cards")

    def print_(self) -> None:
        """Ask the system for a printer and print what is chosen."""
        self._take(self._send_to_printer)

    def save(self) -> None:
        """Ask where to, and save what is chosen as PDF."""
        self._take(lambda job, _made: self._ask_file(job))

    def save_to(self, path: Path) -> None:
        """Save what is chosen as PDF."""
        self._take(lambda job, made: self._write(job, made, path))

    # -- parts

    def _build(self) -> None:
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._taken, self._hints = QVBoxLayout(), QVBoxLayout()  # what became of it; what the pages lack
        column.addLayout(self._taken)
        column.addLayout(self._hints)
        column.addWidget(self.progress)
        column.addWidget(self.preview, 1)
        self._right = self._build_right()
        whole = QWidget()
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(24, 16, 16, 16)
        outer.setSpacing(16)
        outer.addWidget(self.kinds)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(16)
        self._parts.addWidget(self._middle, 1)
        self._parts.addWidget(self._right)
        outer.addLayout(self._parts, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scrolling(whole))

    def _build_right(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._stack = QStackedWidget()
        self._scrollers = {kind: scrolling(options) for kind, options in self.options.items()}
        for scroller in self._scrollers.values():
            self._stack.addWidget(scroller)
        column.addWidget(self._stack, 1)
        column.addWidget(
            Button(lambda: _("Print (Ctrl+P)"), self.print_, kind="filled", height="large", icon_name="printer")
        )
        column.addWidget(Button(lambda: _("Save PDF (Ctrl+S)"), self.save, icon_name="content-save"))
        return right

    def _connect(self) -> None:
        self.kinds.changed.connect(self._choose)
        for options in self.options.values():
            options.changed.connect(self._change)
        self.press.made.connect(self._show)
        self.press.failed.connect(self._fail)
        for key, action in (("Ctrl+P", self.print_), ("Ctrl+S", self.save)):
            QShortcut(QKeySequence(key), self, action)

    def _shown(self) -> Options:
        return self.options[self.kinds.kind()]

    def _choose(self) -> None:
        self._stack.setCurrentWidget(self._scrollers[self.kinds.kind()])
        self._shown().refresh()
        self.preview.clear()
        self._change()

    def _change(self) -> None:
        _empty(self._taken)
        _empty(self._hints)
        if self.isVisible():  # else when it is shown
            self.press.start_soon()

    # -- what is made

    def _make(self) -> Make:
        job = self._shown().job()
        return lambda progress: (job, job.build(self._context, progress.report))

    def _show(self, printed: tuple[Job, Made]) -> None:
        _job, made = printed
        _empty(self._hints)
        if made.undrawable:
            numbers = ", ".join(made.undrawable[:_SHOWN_NUMBERS])
            more = "…" if len(made.undrawable) > _SHOWN_NUMBERS else ""
            self._say(
                self._hints,
                "warning",
                lambda: _(
                    "No font of the program can write these names in their own script; write them by hand: {numbers}"
                ).format(numbers=numbers + more),
            )
        if layout := self._middle.layout():
            layout.activate()  # a preview that is resized would give up the PDF that it is just given
        self.preview.show_pdf(made.pdf)

    def _fail(self, sentence: str) -> None:
        if self._context.door.is_open:  # a register that was locked meanwhile prints nothing
            self.preview.clear()
            self._say(self._hints, "warning", lambda: sentence)

    def _take(self, use: Callable[[Job, Made], object]) -> None:
        """Do this with what is chosen, where this member of staff may take it along."""
        try:
            self._shown().job().check(self._context.door.register)
        except UserError as error:
            self._fail_taking(error)
            return
        self.press.when_made(lambda printed: use(*printed))

    def _send_to_printer(self, job: Job, made: Made) -> None:
        from disaster_support.ui.printer import print_with_dialog

        register = self._context.door.register
        try:
            if print_with_dialog(self, made.pdf, made.title):
                job.note(register, made)
                self._renew()
        except UserError as error:
            self._fail_taking(error)

    def _ask_file(self, job: Job) -> None:
        settings = self._context.settings.current
        folder = Path(settings.folder) if settings.folder and Path(settings.folder).is_dir() else Path.home()
        suggested = folder / f"{job.file_name}-{self._now().date().isoformat()}.pdf"
        ask_save(self, _("Save"), suggested, "PDF (*.pdf)", self.save_to)

    def _write(self, job: Job, made: Made, path: Path) -> None:
        try:
            write_whole(path, made.pdf)
            job.note(self._context.door.register, made)
            self._context.settings.update(folder=str(path.parent))
        except UserError as error:
            self._fail_taking(error)
            return
        self._renew()
        self._say(self._taken, "success", partial(_say_saved, path, job.is_personal), opens=path)

    def _renew(self) -> None:
        """Make the next: blank cards go on with the next number, those who have a card now need none."""
        if shiboken6.isValid(self) and self._context.door.is_open:
            self.press.start_soon()

    # -- what is said

    def _say(self, place: QVBoxLayout, meaning: Meaning, words: Words, *, opens: Path | None = None) -> None:
        _empty(place)
        action = opening(self, opens) if opens else None
        place.addWidget(MessagePanel(meaning, words, action=action, on_dismiss=partial(_empty, place)))

    def _fail_taking(self, error: UserError) -> None:
        sentence = str(error)
        if shiboken6.isValid(self):  # the register may have been locked while the system asked for a printer
            self._say(self._taken, "error", lambda: sentence)

    # -- the page

    def _now(self) -> datetime:
        return self._context.clock().astimezone()

    def _hear(self, change: Change) -> None:
        if change is Change.PEOPLE:
            self._change()
        elif change is Change.REGISTER_CLOSING:
            self.press.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Make what is chosen of the people as they are now."""
        super().showEvent(event)
        self._shown().refresh()
        self.press.start_soon()

    def retranslate(self) -> None:
        """Make it anew: lists speak the interface's language."""
        self._change()

    def restyle(self) -> None:
        """Give the options the room that larger letters need."""
        self.arrange(self._parts.direction() is QBoxLayout.Direction.TopToBottom)

    def arrange(self, one_column: bool) -> None:
        """Put the options below the pages in a narrow window."""
        directions = QBoxLayout.Direction
        self._parts.setDirection(directions.TopToBottom if one_column else directions.LeftToRight)
        width = round(_OPTIONS_WIDTH * (1 + current_theme().scale) / 2)
        self._right.setMinimumWidth(0 if one_column else width)
        self._right.setMaximumWidth(_UNLIMITED if one_column else width)
        self._middle.setMinimumHeight(_PREVIEW_HEIGHT if one_column else 0)

    def help_text(self) -> str:
        """Return what there is to print."""
        return _(
            "Choose at the top what to print; the page is shown as it will be. Ctrl+P prints, Ctrl+S saves a PDF.\n\n"
            "Blank cards are for people to fill in by hand, in up to six languages; print both sides. Their numbers "
            "go on from the last ones printed on this computer.\n\n"
            "Personal cards and wristbands carry name, number, languages and a code. The code says nothing about the "
            "person; it is scanned under Coming and going.\n\n"
            "The roster is for the staff alone: it says what people need, and who took it along is written down. The "
            "list for the notice board has only those who agreed that anyone may be told.\n\n"
            "The daily count has no names: it can go to headquarters."
        )

    def screen_states(self) -> Iterable[tuple[str, Callable[[], None]]]:
        """Return each kind of paper."""
        for kind in self.options:
            yield kind, partial(self.kinds.choose, kind)


def _say_saved(path: Path, is_personal: bool) -> str:
    if is_personal:
        words = _("Saved as {path}. It names people and is not encrypted: delete it when it is printed.")
        return words.format(path=path)
    return _("Saved as {path}.").format(path=path)


def _empty(place: QVBoxLayout) -> None:
    while item := place.takeAt(0):
        if panel := item.widget():
            panel.hide()
            panel.deleteLater()
