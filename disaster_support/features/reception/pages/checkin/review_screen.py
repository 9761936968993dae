"""Staff look the answers over with the person: Japanese beside every answer, saved only when they accept."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.intake import FieldError, read_details
from disaster_support.features.reception.model import Details, Person
from disaster_support.features.reception.pages.checkin.review_row import ReviewRow
from disaster_support.features.reception.pages.checkin.screen import Screen
from disaster_support.features.reception.questions import Question
from disaster_support.features.reception.self_check_in import EMPTY, CheckIn, household_fields, question_of
from disaster_support.features.reception.self_check_in_texts import texts_for
from disaster_support.features.reception.words import say_field
from disaster_support.i18n import gettext as _
from disaster_support.storage.people import load_people
from disaster_support.storage.register import Register
from disaster_support.ui.buttons import Button
from disaster_support.ui.panels import MessagePanel, wrapping_label
from disaster_support.ui.tasks import run_in_background


class ReviewScreen(Screen):
    """All questions in their order, those not asked among them; what cannot be read is said beside its answer."""

    accepted = Signal(list)  # Details of each member of the household
    discarded = Signal()
    resumed = Signal()  # back to the person
    change_wanted = Signal(object)  # a Question
    edited = Signal()

    def __init__(self, context: Context, check_in: CheckIn) -> None:
        super().__init__()
        self._context, self._check_in = context, check_in
        self._theirs = texts_for(context.catalogue, check_in.language, check_in.asked_in)
        self._ours = texts_for(context.catalogue, "")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.rows: dict[str, ReviewRow] = {}
        self._members: list[Details] = []
        self._build_head()
        for question in check_in.questions:
            self._put_row(question)
        self.column.addStretch(1)
        self._build_foot()
        self._build_question_of_discarding()
        self._read()
        self.first = self.accept_button

    def go_on(self) -> None:
        """Accept the answers."""
        self.accept()

    def go_back(self) -> None:
        """Let the person go on."""
        self.resumed.emit()

    def accept(self) -> None:
        """Hand the household over to be registered, unless something in it cannot be read."""
        if self._read():
            self.accepted.emit(self._members)

    def ask_to_discard(self) -> None:
        """Ask once."""
        self._foot.hide()
        self._discarding.show()
        self.keep_button.setFocus()

    def show_error(self, sentence: str) -> None:
        """Say what went wrong."""
        self._notices.addWidget(MessagePanel("error", lambda: sentence))

    def notices(self) -> list[MessagePanel]:
        """Return what is said above the answers."""
        items = (self._notices.itemAt(place) for place in range(self._notices.count()))
        widgets = (item.widget() for item in items if item)
        return [widget for widget in widgets if isinstance(widget, MessagePanel)]

    # -- parts

    def _build_head(self) -> None:
        heading = QLabel(_("Look the answers over together"))
        heading.setProperty("type", "heading")
        self.column.addWidget(heading)
        spoken = self._theirs.spoken
        words = _("Language: {language}. Nothing is saved until you accept it.").format(
            language=f"{spoken.name_ja} {spoken.autonym}" if self._check_in.language else _("Not asked")
        )
        self.column.addWidget(wrapping_label(words))
        self._notices = QVBoxLayout()
        self.column.addLayout(self._notices)
        self.shared = QCheckBox(_("Those who came along speak the same language and live at the same address"))
        # Those who come to one desk together are a family of one home, most of the time, and staff sit beside them now:
        # a child left without a language is in no list of who needs an interpreter; a wrong one is seen in the record.
        self.shared.setChecked(True)
        self.shared.setVisible(bool(self._check_in.answer_to("family").people))
        self.shared.toggled.connect(lambda _on: self._read())
        self.column.addWidget(self.shared)

    def _put_row(self, question: Question) -> None:
        row = ReviewRow(
            question,
            self._check_in.answer_to(question.id),
            self._theirs,
            self._ours,
            partial(self.change_wanted.emit, question),
            partial(self._remove, question),
        )
        former = self.rows.get(question.id)
        self.rows[question.id] = row
        if former is None:
            self.column.addWidget(row)
            return
        self.column.replaceWidget(former, row)
        former.hide()
        former.deleteLater()

    def _build_foot(self) -> None:
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.accept_button = Button(lambda: _("Accept and register"), self.accept, kind="filled", icon_name="check")
        self.back_button = Button(lambda: _("Back to the person"), self.go_back)
        self.discard_button = Button(lambda: _("Discard …"), self.ask_to_discard, kind="text")
        for button in (self.accept_button, self.back_button, self.discard_button):
            row.addWidget(button)
        row.addStretch(1)
        self.put_below(((self._foot, 1),))

    def _build_question_of_discarding(self) -> None:
        self._discarding = QWidget()
        row = QHBoxLayout(self._discarding)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(wrapping_label(_("Discard all answers? Nothing of them is kept.")), 1)
        self.keep_button = Button(lambda: _("Keep them"), self._keep)
        self.discard_for_good = Button(lambda: _("Discard the answers"), self.discarded.emit, kind="filled")
        row.addWidget(self.keep_button)
        row.addWidget(self.discard_for_good)
        self._discarding.hide()
        self.put_below(((self._discarding, 1),))

    def _keep(self) -> None:
        self._discarding.hide()
        self._foot.show()
        self.discard_button.setFocus()

    # -- what is done

    def _remove(self, question: Question) -> None:
        self._check_in.put(question.id, EMPTY)
        self._put_row(question)
        self.shared.setVisible(bool(self._check_in.answer_to("family").people))
        self.rows[question.id].change.setFocus()
        self.edited.emit()
        self._read()

    def _read(self) -> bool:
        """Read all answers as the register takes them, say what cannot be read, and look for doubles."""
        for row in self.rows.values():
            row.show_problem("")
        self._clear_notices()
        self._members = []
        faults = 0
        fields = household_fields(self._check_in, lambda entry: self._ours.source(entry).text, shared=self._shares())
        for place, columns in enumerate(fields):
            labels = {column: say_field(column) for column in columns}
            try:
                now = self._context.clock().astimezone()
                self._members.append(read_details(columns, now, labels=labels).details)
            except FieldError as error:
                faults += 1
                self.rows[question_of(error.column, place)].show_problem(str(error))
        if not faults:
            self._look_for_doubles()
        return not faults

    def _shares(self) -> bool:
        return self.shared.isChecked()

    def _look_for_doubles(self) -> None:
        register, members = self._context.door.register, tuple(self._members)
        run_in_background(self, lambda _progress: find_doubles(register, members), on_done=self._show_doubles)

    def _show_doubles(self, doubles: list[Person]) -> None:
        self._clear_notices()
        for person in doubles:
            sentence = _("Perhaps registered already: {number} {name}.").format(
                number=person.number, name=person.details.name
            )
            self._notices.addWidget(MessagePanel("warning", partial(str, sentence)))

    def _clear_notices(self) -> None:
        while item := self._notices.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()


def find_doubles(register: Register, members: tuple[Details, ...]) -> list[Person]:
    """Return who in the register is likely one of these people, each once."""
    from disaster_support.features.reception.duplicates import likely_duplicates

    try:
        found = [one.person_id for details in members for one in likely_duplicates(register, details)]
        return load_people(register, list(dict.fromkeys(found)))
    except UserError:
        return []  # locked meanwhile: the answers are read again after unlocking
