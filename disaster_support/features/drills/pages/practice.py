"""Drill mode: reception, boards and signs with invented people, and its figures in the report."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from disaster_support.features.drills.pages.desk import DrillDesk
from disaster_support.features.drills.pages.figures import FiguresView
from disaster_support.features.drills.practice_figures import read_figures, take_over
from disaster_support.features.drills.running import list_events
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.practice import Practice
from disaster_support.ui.buttons import Button
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.flowing import Flowing
from disaster_support.ui.gate import open_gate
from disaster_support.ui.inputs import NumberBox
from disaster_support.ui.page import Page, scrolling
from disaster_support.ui.panels import MessagePanel, ProgressPanel
from disaster_support.ui.parts import column_in, label
from disaster_support.ui.tasks import run_in_background

_USUAL_PEOPLE, _MOST_PEOPLE, _WIDEST = 40, 2000, 760


class PracticePage(Page):
    """One of three: it was never begun, it rests, it is on."""

    def __init__(self, desk: DrillDesk, practice: Practice) -> None:
        super().__init__()
        self._desk, self._practice = desk, practice
        self._is_leaving = False
        self.people = NumberBox(0, _MOST_PEOPLE)
        self.people.setValue(_USUAL_PEOPLE)
        self.people_field = LabelledField(lambda: _("Invented people in the shelter at the beginning"), self.people)
        self.begin = self._button(lambda: _("Begin drill mode"), self.start, "play", kind="filled")
        self.resume = self._button(lambda: _("Go on in drill mode"), self.go_on, "play", kind="filled")
        self.take = self._button(
            lambda: _("Take the figures over"), self.take_figures, "tray-arrow-down", kind="filled"
        )
        self.leave = self._button(lambda: _("Leave drill mode"), self.go_back, "exit-to-app")
        self.wipe = self._button(lambda: _("Wipe the invented people"), self.ask_wipe, "trash-can-outline")
        self.state = MessagePanel("information", self._say_state)
        self.progress = ProgressPanel()
        self.question = self._build_question()
        self.figures = FiguresView(desk.context)
        self._build()
        self.refresh()

    # -- what people do here

    def start(self) -> None:
        """Make the practice register and work with it."""
        drill, people = self._desk.drill, self.people.value()
        title = drill.plan.title.say(current_language())
        self._open(lambda: self._practice.begin(drill.id, title, people))

    def go_on(self) -> None:
        """Work with the practice register again."""
        drill_id = self._desk.drill.id
        self._open(lambda: self._practice.resume(drill_id))

    def take_figures(self) -> bool:
        """Write the figures of drill mode down for the report; return whether that was done."""
        desk = self._desk
        is_taken = desk.attempt(
            lambda: take_over(desk.register, desk.drill, self._practice.figures(desk.drill.id), desk.who)
        )
        self.refresh()
        return is_taken

    def go_back(self) -> None:
        """Take the figures over and go back to the real register; the invented people are kept until they are wiped."""
        if self.take_figures():
            self._is_leaving = True
            self._practice.leave()
            self._is_leaving = False
            self.refresh()
            self.ask_wipe()

    def ask_wipe(self) -> None:
        """Ask once."""
        self.question.show()
        self.keep.setFocus()

    def wipe_now(self) -> None:
        """Delete the invented people for good; the figures that were taken over stay."""
        self.question.hide()
        self._is_leaving = True
        self._desk.attempt(lambda: self._practice.wipe(self._desk.drill.id))
        self._is_leaving = False
        self.refresh()

    def save_now(self) -> None:
        """Take the figures over where drill mode ends otherwise: from the window's banner, or by a lock."""
        if self._practice.is_on(self._desk.drill.id) and not self._is_leaving:
            self.take_figures()

    def follow_practice(self) -> None:
        """Show whether drill mode is on."""
        self.refresh()

    def refresh(self) -> None:
        """Show what can be done now, and the figures that were taken over."""
        drill_id = self._desk.drill.id
        is_on, exists = self._practice.is_on(drill_id), self._practice.exists(drill_id)
        self.people_field.setVisible(not exists)
        for button, is_offered in (
            (self.begin, not exists),
            (self.resume, exists and not is_on),
            (self.take, is_on),
            (self.leave, is_on),
            (self.wipe, exists),
        ):
            button.setVisible(is_offered)
        if not exists:
            self.question.hide()
        self.state.set_words(self._say_state)
        self.figures.show_figures(read_figures(list_events(self._desk.register, drill_id)))

    # -- parts

    def _button(
        self, words: Callable[[], str], action: Callable[[], object], icon: str, kind: Any = "outline"
    ) -> Button:
        return Button(words, action, kind=kind, icon_name=icon)

    def _build(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addWidget(
            label(
                lambda: _(
                    "In drill mode, Reception, Talk and Signs are the real ones, over a register of the drill's own"
                    " with invented people. It has another colour and another key, and nothing of it gets into the real"
                    " register."
                )
            )
        )
        column.addWidget(self.state)
        column.addWidget(self.people_field)
        buttons = Flowing(8)
        for button in (self.begin, self.resume, self.take, self.leave, self.wipe):
            buttons.add(button)
        column.addWidget(buttons)
        column.addWidget(self.progress)
        column.addWidget(self.question)
        column.addWidget(self.figures)
        column.addStretch(1)
        column_in(self).addWidget(scrolling(inner))

    def _build_question(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("panel", "warning")
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(
            label(
                lambda: _(
                    "Wipe the invented people and all that was done with them? The figures that were taken over stay in"
                    " the report."
                )
            )
        )
        bar = Flowing(8)
        self.keep = Button(lambda: _("Keep them"), frame.hide, height="small")
        named: Sequence[Button] = (self.keep, Button(lambda: _("Wipe them for good"), self.wipe_now, height="small"))
        for button in named:
            bar.add(button)
        column.addWidget(bar)
        frame.hide()
        return frame

    def _open(self, make: Callable[[], Any]) -> None:
        if self.progress.isVisible():
            return
        task = run_in_background(self, lambda _progress: make(), on_done=self._enter, on_error=self._fail)
        self.progress.follow(task, lambda: _("Drill mode is being prepared"))

    def _enter(self, opened: Any) -> None:
        self.progress.finish()
        self._practice.enter(opened)
        self.refresh()
        open_gate(self)

    def _fail(self, sentence: str) -> None:
        self.progress.finish()
        self._desk.notice.say("error", lambda: sentence)

    def _say_state(self) -> str:
        drill_id = self._desk.drill.id
        if self._practice.is_on(drill_id):
            return _("Drill mode is on: Reception, Talk and Signs work with invented people.")
        if self._practice.exists(drill_id):
            return _("Drill mode rests. Its invented people are kept until they are wiped.")
        return _("Drill mode has not been begun.")

    # -- the page

    def retranslate(self) -> None:
        """Say the figures in the new language."""
        self.refresh()

    def focus_target(self) -> QWidget:
        """Return what is done next."""
        buttons = (self.begin, self.resume, self.take)
        return next((button for button in buttons if button.isVisibleTo(self)), self)

    def help_text(self) -> str:
        """Return what drill mode is for."""
        return _(
            "Begin drill mode, register the players at Reception as if they were evacuees, and leave it here."
            " Everything that is done meanwhile happens in the drill's own register.\n\n"
            "Its figures go into the report: how many newcomers there were, their languages and needs, and how long"
            " each waited at the desk until their language was found, their need noted, and they were registered.\n\n"
            "Afterwards the invented people are wiped or kept, as you choose."
        )
