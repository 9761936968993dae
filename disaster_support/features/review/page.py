"""Translations: how far each language is checked, texts out to reviewers, and what they send back."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.features.review.model import Difference, Form, LanguageStatus
from disaster_support.features.review.pages.difference import DifferenceView
from disaster_support.features.review.pages.overview import Overview
from disaster_support.features.review.service import ReviewService
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext
from disaster_support.ui.dialogues import ask_open, ask_save
from disaster_support.ui.notice import Notice
from disaster_support.ui.open_file import opening, opening_folder
from disaster_support.ui.page import ONE_COLUMN_BELOW, Page, scrolling
from disaster_support.ui.panels import ProgressPanel
from disaster_support.ui.say import Words
from disaster_support.ui.tasks import Progress, run_in_background
from disaster_support.ui.theme import current_theme

T = TypeVar("T")

_ENDINGS = {Form.PO: ".po", Form.XLIFF: ".xlf", Form.SHEET: ".pdf"}


class ReviewPage(Page):
    """The languages first; in their place, while a file is open, what came back in it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._service = ReviewService(context)
        self._is_counted = False
        self.notice, self.progress = Notice(), ProgressPanel()
        self.overview, self.difference = Overview(context), DifferenceView(context)
        self._stack = QStackedWidget()
        self._places = {one: scrolling(one) for one in (self.overview, self.difference)}
        for place in self._places.values():
            self._stack.addWidget(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        said = QWidget()
        above = QVBoxLayout(said)
        above.setContentsMargins(24, 8, 24, 0)
        above.addWidget(self.notice)
        above.addWidget(self.progress)
        column.addWidget(said)
        column.addWidget(self._stack, 1)
        self.overview.out.wanted.connect(self._ask_export)
        self.overview.back.wanted.connect(self._ask_open)
        self.overview.own.wanted.connect(self._ask_send)
        self.difference.accepted.connect(self.take)
        self.difference.left.connect(self.leave)

    def help_text(self) -> str:
        """Return how texts are checked."""
        return _(
            "The table says for each language how many texts there are, how many a person has checked, how many you"
            " have corrected here, and how far the texts keep to the words of the glossary.\n\n"
            "Choose a language and a part, and give the reviewer a sheet to print, or a file: XLIFF or PO, which"
            " translators' programs open. Words in braces are filled in later and must stay.\n\n"
            "Open what came back: you see what was changed, what was called right, and what is refused with the reason."
            " Tick with the space bar, name the reviewer, and take what is ticked. The reviewer's name and the day are"
            " kept with each text.\n\n"
            "Your corrections are kept apart from the program and survive its updates. A correction of a sentence whose"
            " Japanese changed is not used any more, and is counted as for an older version."
        )

    def screen_states(self) -> Iterable[tuple[str, Callable[[], None]]]:
        """Return the overview with its figures."""
        yield "counted", lambda: self.overview.show_status(self._service.status())

    def showEvent(self, event: QShowEvent) -> None:
        """Count when the page is seen first."""
        super().showEvent(event)
        if not self._is_counted:
            self._is_counted = True
            self._count()

    def retranslate(self) -> None:
        """Say tables and counts in the new language."""
        self.overview.refresh()
        self.difference.refresh()

    def restyle(self) -> None:
        """Give rows the height of the letters, marks the colours of the theme."""
        self.retranslate()
        self.arrange(self.width() < current_theme().px(ONE_COLUMN_BELOW))

    def arrange(self, one_column: bool) -> None:
        """Put what stands at the side below, where there is no room for it."""
        self.overview.arrange(one_column=one_column)
        self.difference.arrange(one_column=one_column)

    # -- out

    def _ask_export(self, form: str) -> None:
        ending = _ENDINGS[Form(form)]
        name = Path(f"review-{self.overview.table.tag()}{ending}")
        ask_save(self, _("Save for the reviewer"), name, f"{ending[1:].upper()} (*{ending})", self.export)

    def export(self, path: Path) -> None:
        """Write what is chosen for a reviewer."""
        part = self.overview.out.part(self.overview.table.tag())
        self._run(
            lambda progress: self._service.export(part, path, before_writing=lambda: progress.report(0, 0)),
            partial(self._tell_saved, path),
            lambda: _("The texts are being written …"),
        )

    def _ask_send(self) -> None:
        name = Path(f"corrections-{self.overview.table.tag()}.po")
        ask_save(self, _("Save the corrections"), name, "PO (*.po)", self.send)

    def send(self, path: Path) -> None:
        """Write the corrections of the chosen language for the program's makers."""
        tag = self.overview.table.tag()
        self._run(
            lambda _progress: self._service.export_own(tag, path),
            partial(self._tell_saved, path),
            lambda: _("The corrections are being written …"),
        )

    def _tell_saved(self, path: Path, count: int) -> None:
        def words() -> str:
            saved = ngettext("{count} text saved as {path}.", "{count} texts saved as {path}.", count)
            return saved.format(count=count, path=path)

        open_it = opening if path.suffix == ".pdf" else opening_folder
        self.notice.say("success", words, open_it(self, path))

    # -- back

    def _ask_open(self) -> None:
        ask_open(self, _("Open what came back"), "PO, XLIFF (*.po *.xlf *.xliff)", self.open)

    def open(self, path: Path) -> None:
        """Show what came back in a file."""

        def show(difference: Difference) -> None:
            self.difference.show_difference(difference, path.name)
            self._stack.setCurrentWidget(self._places[self.difference])
            self.difference.table.setFocus()

        self._run(lambda _progress: self._service.compare(path), show, lambda: _("The file is being compared …"))

    def take(self) -> None:
        """Take what is ticked as corrections of the reviewer who is named."""
        view = self.difference
        difference, ids, name, day = view.difference, view.table.ticks(), view.name_of_reviewer(), view.reviewed_on()
        if difference is None:
            return
        if not ids:
            self.notice.say("information", lambda: _("Tick the texts that are to be taken: the space bar ticks them."))
            return
        view.reviewer.show_error("" if name.strip() else _("Name the reviewer: it is kept with the texts."))
        if not name.strip():
            view.reviewer.control.setFocus()
            return
        self._run(
            lambda progress: self._service.accept(difference, ids, name, day, lambda: progress.report(0, 0)),
            partial(self._tell_taken, difference.tag),
            lambda: _("The texts are being taken over …"),
        )

    def _tell_taken(self, tag: str, count: int) -> None:
        self._context.catalogue.reload()
        self._context.changes.announce(Change.LIBRARY)
        self.leave()
        self.overview.table.choose(tag)
        self._count()

        def words() -> str:
            taken = ngettext("{count} text was taken over.", "{count} texts were taken over.", count)
            shown = _("Boards, signs and notices say it from now on.")
            return f"{taken.format(count=count)} {shown}"

        self.notice.say("success", words)

    def leave(self) -> None:
        """Show the languages again."""
        self._stack.setCurrentWidget(self._places[self.overview])
        self.overview.back.open.setFocus()

    # -- work

    def _count(self) -> None:
        def show(found: list[LanguageStatus]) -> None:
            self.overview.show_status(found)

        run_in_background(self, lambda _progress: self._service.status(), on_done=show, on_error=self._fail)

    def _run(self, work: Callable[[Progress], T], on_done: Callable[[T], object], words: Words) -> None:
        """Work in the background, with a panel that says so and can stop it, and go on with what came of it."""
        self.notice.clear()

        def finish(result: T) -> None:
            self.progress.finish()
            on_done(result)

        task = run_in_background(self, work, on_done=finish, on_error=self._fail)
        self.progress.follow(task, words)

    def _fail(self, sentence: str) -> None:
        self.progress.finish()
        self.notice.say("error", lambda: sentence)

    def focus_target(self) -> QWidget:
        """Return the table of what is shown."""
        is_open = self._stack.currentWidget() is self._places[self.difference]
        return self.difference.table if is_open else self.overview.table
