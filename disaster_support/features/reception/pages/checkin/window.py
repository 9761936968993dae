"""The self check-in's window: it covers the screen, and only a passphrase of the staff takes it away again."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.model import Details
from disaster_support.features.reception.pages.checkin.curtain import Curtain
from disaster_support.features.reception.pages.checkin.end_screen import EndScreen
from disaster_support.features.reception.pages.checkin.more_languages_screen import MoreLanguagesScreen
from disaster_support.features.reception.pages.checkin.question_screen import QuestionScreen
from disaster_support.features.reception.pages.checkin.review_screen import ReviewScreen
from disaster_support.features.reception.pages.checkin.screen import Screen
from disaster_support.features.reception.pages.checkin.staff_screens import HandOverScreen
from disaster_support.features.reception.pages.checkin.welcome_screens import (
    LanguageScreen,
    PromiseScreen,
    WaitingScreen,
)
from disaster_support.features.reception.pages.draft_keeper import DraftKeeper
from disaster_support.features.reception.questions import Question
from disaster_support.features.reception.self_check_in import Answer, CheckIn, from_data
from disaster_support.features.reception.self_check_in_texts import CheckInTexts, texts_for
from disaster_support.features.reception.service import register_household
from disaster_support.features.reception.stopwatch import Stopwatch
from disaster_support.i18n import gettext as _
from disaster_support.storage.people import load_people
from disaster_support.ui.hear import hear
from disaster_support.ui.practice_banner import PracticeBanner

_shown: set["CheckInWindow"] = set()  # the window outlives the pages of the register, which go when it locks


class CheckInWindow(QWidget):
    """Leads from the touch of a person to the decision of the staff.

    What is answered is in the encrypted register within a second, as a draft. When the register locks, the answers
    leave the memory and the screen asks for staff; the passphrase opens the register and brings the answers back.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        flags = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        self.setWindowFlags(flags)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowTitle(_("Self check-in"))
        self._context = context
        self._check_in = CheckIn()
        self._may_close = False  # staff have unlocked
        self._curtain = Curtain()
        self.destroyed.connect(self._curtain.lift)
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if context.door.register.is_practice:
            column.addWidget(PracticeBanner())
        column.addLayout(self._stack, 1)
        self._keeper = DraftKeeper(self, context, "check-in", self._collect)
        self._stopwatch = Stopwatch(context.clock)
        hear(self, context.changes, self._hear)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, lambda: self.shown.go_on())
        QShortcut(QKeySequence("Alt+Left"), self, lambda: self.shown.go_back())
        self._take_up_draft()

    @property
    def shown(self) -> Screen:
        """The screen that is shown."""
        screen = self._stack.currentWidget()
        assert isinstance(screen, Screen)
        return screen

    def cover_screen(self) -> None:
        """Show it over the whole screen, also where no window manager would see to that."""
        self.setGeometry(self.screen().geometry())
        self.showFullScreen()

    def end(self) -> None:
        """Give the screen back to the program."""
        self._may_close = True
        self._curtain.lift()
        self.close()
        self.deleteLater()

    # -- the person

    def wait(self) -> None:
        """Wait for a person."""
        self._check_in = CheckIn()
        screen = WaitingScreen(self._context.catalogue)
        screen.started.connect(self._show_languages)
        screen.stopped.connect(self._ask_staff)
        self._show(screen)

    def _show_languages(self) -> None:
        screen = LanguageScreen(self._context.catalogue)
        screen.chosen.connect(self._choose_language)
        screen.more_wanted.connect(self._show_more_languages)
        screen.backed.connect(self._leave_languages)
        self._show(screen)

    def _show_more_languages(self) -> None:
        screen = MoreLanguagesScreen(self._context.catalogue)
        screen.chosen.connect(self._choose_language)
        screen.backed.connect(self._show_languages)
        self._show(screen)

    def _leave_languages(self) -> None:
        if self._check_in.is_untouched:
            self.wait()
        else:
            self._show_promise()

    def _choose_language(self, tag: str) -> None:
        self._check_in.language, self._check_in.asked_in = tag, ""
        self._stopwatch.watch(has_language=True, has_need=False)
        self._keeper.touch()
        self._show_promise()

    def _ask_in(self, tag: str) -> None:
        self._check_in.asked_in = tag
        self._keeper.touch()
        self._show_promise()

    def _show_promise(self) -> None:
        screen = PromiseScreen(self._texts())
        screen.agreed.connect(self._show_question)
        screen.asked_in.connect(self._ask_in)
        screen.backed.connect(self._show_languages)
        screen.stopped.connect(self._ask_staff)
        self._show(screen)

    def _show_question(self) -> None:
        question = self._check_in.question
        screen = self._ask(question)
        screen.answered.connect(lambda answer: self._take(question, answer))
        screen.backed.connect(self._go_back)
        screen.stopped.connect(self._ask_staff)

    def _ask(self, question: Question) -> QuestionScreen:
        today = self._context.clock().astimezone().date()
        screen = QuestionScreen(self._check_in, question, self._texts(), today)
        screen.edited.connect(self._keeper.touch)
        self._show(screen)
        return screen

    def _take(self, question: Question, answer: Answer) -> None:
        self._check_in.put(question.id, answer)
        self._stopwatch.watch(has_language=True, has_need=question.id.startswith("need.") and not answer.is_empty)
        self._check_in.go_on()
        self._keeper.touch()
        self._resume()

    def _go_back(self) -> None:
        self._keep_typed(self._check_in)
        if self._check_in.go_back():
            self._show_question()
        else:
            self._show_promise()

    def _resume(self) -> None:
        """Let the person go on where they were."""
        self._may_close = False
        if self._check_in.is_untouched:
            self.wait()
        elif self._check_in.is_finished:
            self._ask_staff()
        elif not self._check_in.place and not self._check_in.answers:
            self._show_promise()
        else:
            self._show_question()

    # -- the staff

    def _ask_staff(self) -> None:
        self._keep_typed(self._check_in)
        self._may_close = False
        screen = HandOverScreen(self._context, self._texts(), is_finished=self._check_in.is_finished)
        screen.unlocked.connect(self._let_staff_in)
        screen.backed.connect(self._leave_staff)
        self._show(screen)

    def _leave_staff(self) -> None:
        if self._check_in.is_finished:
            self._check_in.go_back()
        self._resume()

    def _let_staff_in(self) -> None:
        self._may_close = True
        if self._check_in.is_untouched:
            self._take_up_draft()  # the register had been locked, or nobody has come yet
        else:
            self._review()

    def _take_up_draft(self) -> None:
        """Offer staff what a crash or a lock has interrupted."""
        data = self._keeper.load()
        self._check_in = from_data(data) if data else CheckIn()
        if not self._check_in.is_untouched:
            self._may_close = True
            self._review()
        elif self._may_close:
            self._show_end("account-group", _("Nobody has answered anything yet."))
        else:
            self.wait()

    def _review(self) -> None:
        screen = ReviewScreen(self._context, self._check_in)
        screen.accepted.connect(self._accept)
        screen.discarded.connect(self._discard)
        screen.resumed.connect(self._resume)
        screen.edited.connect(self._keeper.touch)
        screen.change_wanted.connect(self._change)
        self._show(screen)

    def _change(self, question: Question) -> None:
        screen = self._ask(question)

        def take(answer: Answer) -> None:
            self._check_in.put(question.id, answer)
            self._keeper.touch()
            self._review()

        screen.answered.connect(take)
        screen.backed.connect(self._leave_change)
        screen.stopped.connect(self._leave_change)

    def _leave_change(self) -> None:
        self._keeper.touch()  # what was typed and left is no longer part of the draft
        self._review()

    def _accept(self, members: Sequence[Details]) -> None:
        register = self._context.door.register
        try:
            ids = register_household(register, members, reason="check-in")
            self._keeper.forget()
        except UserError as error:
            if isinstance(self.shown, ReviewScreen):
                self.shown.show_error(str(error))
            return
        self._check_in = CheckIn()
        self._stopwatch.stop(register, ids)
        people = load_people(register, ids)
        self._context.changes.announce(Change.PEOPLE)
        named = "\n".join(f"{person.number}  {person.details.name}" for person in people)
        self._show_end("check-circle", _("Registered:") + "\n" + named)

    def _discard(self) -> None:
        self._keeper.forget()
        self._check_in = CheckIn()
        self._stopwatch.reset()
        self._show_end("delete-outline", _("The answers were discarded. Nothing was saved."))

    def _show_end(self, icon_name: str, sentence: str) -> None:
        screen = EndScreen(icon_name, sentence)
        screen.next_wanted.connect(self._resume)
        screen.ended.connect(self.end)
        self._show(screen)

    # -- what is kept

    def _collect(self) -> dict[str, Any]:
        kept = replace(self._check_in, answers=dict(self._check_in.answers))
        self._keep_typed(kept)
        return kept.to_data()

    def _keep_typed(self, check_in: CheckIn) -> None:
        screen = self._stack.currentWidget()
        if isinstance(screen, QuestionScreen):
            check_in.put(screen.question.id, screen.answer())

    def _hear(self, change: Change) -> None:
        if change is Change.REGISTER and not self._context.door.is_open:
            texts = self._texts()
            self._check_in = CheckIn()
            self._may_close = False
            self._show_locked(texts)

    def _show_locked(self, texts: CheckInTexts) -> None:
        screen = HandOverScreen(self._context, texts, is_finished=False)
        screen.unlocked.connect(self._let_staff_in)
        self._show(screen)

    def _texts(self) -> CheckInTexts:
        return texts_for(self._context.catalogue, self._check_in.language, self._check_in.asked_in)

    # -- the window

    def _show(self, screen: Screen) -> None:
        former = self._stack.currentWidget()
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        if former is not None:
            self._stack.removeWidget(former)
            former.hide()
            former.deleteLater()
        if screen.first is not None:
            screen.first.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the program's other windows off the screen."""
        super().showEvent(event)
        _shown.add(self)
        self._curtain.drop(self)
        if self.shown.first is not None:
            self.shown.first.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for staff at Escape, wherever the person is."""
        if event.key() == Qt.Key.Key_Escape and not self._may_close:
            self._ask_staff()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay until staff have unlocked; what was answered until then is kept as a draft."""
        if not self._may_close:
            event.ignore()
            return
        if self._context.door.is_open:
            self._keeper.save_now()
        self._curtain.lift()
        _shown.discard(self)
        super().closeEvent(event)
