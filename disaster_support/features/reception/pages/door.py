"""The door: one person after another with the keyboard alone, the household open until it is closed."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.columns import NEED_COLUMNS
from disaster_support.features.reception.intake import FieldError, Intake, read_details
from disaster_support.features.reception.model import Details, Filters, Person, State
from disaster_support.features.reception.pages.arrivals import ArrivalList
from disaster_support.features.reception.pages.desk import ReceptionDesk
from disaster_support.features.reception.pages.draft_keeper import DraftKeeper
from disaster_support.features.reception.pages.form.person_form import PersonForm
from disaster_support.features.reception.service import find_people, open_household, register_household
from disaster_support.features.reception.stopwatch import Stopwatch
from disaster_support.features.reception.words import say_field
from disaster_support.i18n import gettext as _
from disaster_support.i18n import ngettext
from disaster_support.storage.people import get_person, load_people
from disaster_support.ui.buttons import Button
from disaster_support.ui.hear import hear
from disaster_support.ui.page import Page, scrolling
from disaster_support.ui.panels import MessagePanel
from disaster_support.ui.theme import current_theme

SHARED = ("nationality", "languages", "address", "phone", "room")
"""What the next member of a household starts with: a family's, most of the time."""

_LATELY = 12
_SIDE = 340


class DoorPage(Page):
    """Left the form, right who has just come in. Enter adds the person, Ctrl+Enter closes the household."""

    def __init__(self, context: Context, desk: ReceptionDesk) -> None:
        super().__init__()
        self._context, self._desk = context, desk
        self._household_id = ""
        self._asked: dict[str, str] | None = None  # the form for which a likely double was shown
        self._form = PersonForm(tuple(context.catalogue.languages))
        self._keeper = DraftKeeper(self, context, "door", self._collect)
        self._build()
        self._stopwatch = Stopwatch(context.clock)
        self._form.edited.connect(self._keeper.touch)
        if context.door.register.is_practice:
            self._form.edited.connect(self._watch)
        self._form.submitted.connect(self.add)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.close_household)
        QShortcut(QKeySequence("Ctrl+Enter"), self, self.close_household)
        self.setFocusProxy(self._form.name)
        hear(self, context.changes, self._hear)
        self._take_up_draft()
        self.refresh()

    @property
    def form(self) -> PersonForm:
        """The form of the person at the desk."""
        return self._form

    # -- what people do here

    def start(self, household_id: str = "") -> None:
        """Register somebody, into this household or a new one; what was being typed stays in a household of its own."""
        if household_id != self._household_id:
            self._household_id = household_id
            self._keeper.touch()
        self.refresh()
        self._form.name.setFocus()

    def add(self) -> None:
        """Register the person in the form; an empty form closes the household."""
        fields = self._form.fields()
        if not fields["name"] and self._household_id and not self._typed(fields):
            self.close_household()
            return
        self._notice.hide()
        try:
            taken = read_details(fields, self._now(), labels={column: say_field(column) for column in fields})
        except FieldError as error:
            if not self._form.show_error(error.column, error.sentence):
                self._say("error", str(error))
            return
        except UserError as error:
            self._say("error", str(error))
            return
        if self._asked != fields and self._ask_about_doubles(fields, taken.details):
            return
        self._register(fields, taken)

    def close_household(self) -> None:
        """Let the next people be a household of their own."""
        if self._typed(self._form.fields()):
            self._say("warning", _("Somebody is still in the form: Enter adds them, or empty the form first."))
            return
        number = self._household.text()
        self._household_id = ""
        self._clear({})
        if number:
            self._say("success", _("The household is closed. The next person begins a new one."))

    def clear(self) -> None:
        """Empty the form."""
        self._stopwatch.reset()
        self._notice.hide()
        self._clear({})

    # -- parts

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 16, 24, 16)
        self._row.setSpacing(24)
        left = QVBoxLayout()
        left.setSpacing(8)
        self._household = QLabel()
        self._household.setProperty("type", "title")
        left.addWidget(self._household)
        self._notice = QWidget()
        self._notice_column = QVBoxLayout(self._notice)
        self._notice_column.setContentsMargins(0, 0, 0, 0)
        self._notice.hide()
        left.addWidget(self._notice)
        self._area = self._scroll()
        left.addWidget(self._area, 1)
        left.addLayout(self._build_buttons())
        self._row.addLayout(left, 3)
        side = scrolling(self._build_side())
        side.setMinimumWidth(current_theme().px(_SIDE))
        self._row.addWidget(side, 1)

    def _scroll(self) -> QScrollArea:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 16, 8)
        column.addWidget(self._form)
        return scrolling(holder)

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Button(lambda: _("Add (Enter)"), self.add, kind="filled", icon_name="account-plus"))
        row.addWidget(Button(lambda: _("Close the household (Ctrl+Enter)"), self.close_household))
        row.addWidget(Button(lambda: _("Empty the form"), self.clear, kind="text"))
        row.addStretch(1)
        return row

    def _build_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(16)
        column.addWidget(Button(lambda: _("Self check-in"), self._desk.start_check_in, icon_name="gesture-tap"))
        self._members = ArrivalList(
            lambda: _("This household"), lambda: _("Nobody yet. Type a name and press Enter."), self._desk.open_person
        )
        column.addWidget(self._members)
        self._lately = ArrivalList(
            lambda: _("Just arrived"), lambda: _("Nobody has been registered yet."), self._desk.open_person
        )
        column.addWidget(self._lately)
        column.addStretch(1)
        return side

    # -- registering

    def _register(self, fields: Mapping[str, str], taken: Intake) -> None:
        register = self._context.door.register
        try:
            ids = register_household(register, [taken.details], household_id=self._household_id, state=State.HERE)
        except UserError as error:
            self._say("error", str(error))
            return
        self._asked = None
        self._stopwatch.stop(register, ids)
        self._household_id = get_person(register, ids[0]).household_id
        self._clear({column: fields[column] for column in SHARED})
        if taken.mends:
            self._say("warning", " ".join(mend.why for mend in taken.mends))
        self._context.changes.announce(Change.PEOPLE)

    def _ask_about_doubles(self, fields: dict[str, str], details: Details) -> bool:
        """Show who is likely the same person; return whether anybody is."""
        from disaster_support.features.reception.duplicates import likely_duplicates

        register = self._context.door.register
        likely = likely_duplicates(register, details)
        people = load_people(register, [one.person_id for one in likely[:1]])
        if not people:
            return False
        self._asked = fields
        person = people[0]
        words = _("Perhaps registered already: {number} {name}. Enter adds them all the same.").format(
            number=person.number, name=person.details.name
        )
        self._say("warning", words, (lambda: _("Open that record"), lambda: self._desk.open_person(person.id)))
        return True

    def _clear(self, kept: Mapping[str, str]) -> None:
        self._form.set_fields(kept)
        self._keeper.forget()
        if self._household_id:
            self._keeper.touch()
        self.refresh()
        self._form.name.setFocus()
        self._area.ensureWidgetVisible(self._form.name)

    def _typed(self, fields: Mapping[str, str]) -> bool:
        """Whether anything stands in the form that the household does not share."""
        return any(text for column, text in fields.items() if column not in SHARED)

    def _say(self, meaning: Any, sentence: str, action: Any = None) -> None:
        while item := self._notice_column.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self._notice_column.addWidget(MessagePanel(meaning, lambda: sentence, action=action))
        self._notice.show()

    # -- what is shown

    def refresh(self) -> None:
        """Show the household and those who came last, as the register has them now."""
        register = self._context.door.register
        members: tuple[Person, ...] = ()
        if self._household_id:
            household = open_household(register, self._household_id)
            members = household.members
            self._household.setText(
                ngettext(
                    "Household {number}: {count} person", "Household {number}: {count} people", len(members)
                ).format(number=household.number, count=len(members))
            )
        else:
            self._household.setText(_("New household"))
        self._members.show_people(members)
        known = {person.id for person in members}
        lately = find_people(register, Filters(state=State.HERE), _LATELY + len(known))
        self._lately.show_people([person for person in lately if person.id not in known][:_LATELY])

    def retranslate(self) -> None:
        """Say the household in the new language."""
        self.refresh()

    def arrange(self, one_column: bool) -> None:
        """Put those who came below the form in a narrow window."""
        direction = QBoxLayout.Direction.TopToBottom if one_column else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)

    def help_text(self) -> str:
        """Return the help of the door."""
        return _(
            "Type the name and press Enter: the person is registered and has arrived."
            " Everything else may stay empty.\n\n"
            "Tab goes to the next field. In any field, ? means that they do not know, - that they do not want to say;"
            " empty means that nobody has asked.\n\n"
            "The next person belongs to the same household until Ctrl+Enter, or Enter in an empty form, closes it."
            " Language, nationality, address, telephone and place are kept for the family.\n\n"
            "Dates may be typed as 1985-3-4, S60.3.4 or 昭和60年3月4日, or as an age: 34.\n\n"
            "What you type is kept as you type it, also when the power fails."
        )

    def screen_states(self) -> Iterable[tuple[str, Callable[[], None]]]:
        """Return the form with somebody in it."""
        yield (
            "filled",
            lambda: self._form.set_fields(
                {
                    "name": "Nguyễn Văn An",
                    "latin": "NGUYEN VAN AN",
                    "languages": "vi=interpreter;ja=slow",
                    "birth": "1985",
                }
            ),
        )

    # -- drafts and drills

    def _watch(self) -> None:
        fields = self._form.fields()
        if self._typed(fields):
            has_need = any(fields.get(column) for column in NEED_COLUMNS)
            self._stopwatch.watch(has_language=bool(fields["languages"]), has_need=has_need)

    def _collect(self) -> dict[str, Any]:
        return {"fields": self._form.fields(), "household": self._household_id}

    def _take_up_draft(self) -> None:
        draft = self._keeper.load()
        if not draft:
            return
        self._household_id = str(draft.get("household", ""))
        self._form.set_fields({str(column): str(text) for column, text in draft.get("fields", {}).items()})
        if self._typed(self._form.fields()):
            self._say("information", _("This is what was being typed when the program closed."))

    def _now(self) -> Any:
        return self._context.clock().astimezone()

    def _hear(self, change: Change) -> None:
        if change is Change.PEOPLE:
            self.refresh()
