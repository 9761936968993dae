"""What reception prints: each job is built in the background, and noted once it is printed or saved."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Protocol

from disaster_support.context import Context
from disaster_support.documents.model import Document
from disaster_support.documents.paper import A4
from disaster_support.documents.practice_stamp import stamp_practice
from disaster_support.errors import UserError
from disaster_support.features.reception.counter import number_key
from disaster_support.features.reception.daily import STAYING, count_sheet
from disaster_support.features.reception.model import Filters, Level, Person, State, is_answered
from disaster_support.features.reception.paper.card_data import BuiltCards, CardData
from disaster_support.features.reception.paper.names import print_name
from disaster_support.features.reception.paper.roster import Order, RosterRow, roster_row
from disaster_support.features.reception.service import make_card_code
from disaster_support.i18n import gettext as _
from disaster_support.storage.finding import find_ids
from disaster_support.storage.people import load_people
from disaster_support.storage.roles import Right
from disaster_support.storage.shelters import current_shelter, list_shelters, read_event

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

MOST_BLANK_CARDS = 200
_ALL = 1_000_000
_NEXT_CARD = "next_blank_card"

Report = Callable[[int, int, str], object]
"""Told how many of how many steps are done and what comes next; it stops the work by raising."""


@dataclass(frozen=True, slots=True)
class Made:
    """A PDF ready to print or to save, and what is to be noted of it."""

    title: str
    pdf: bytes
    people: tuple[str, ...] = ()  # ids of who is on it
    undrawable: tuple[str, ...] = ()  # numbers of those whose name has to be written by hand
    next_card: int = 0  # the number that blank cards go on with


class Job(Protocol):
    """Something to print."""

    file_name: ClassVar[str]  # of a saved PDF, without its date and ending
    is_personal: ClassVar[bool]  # whether a saved PDF has to be guarded

    def build(self, context: Context, report: Report) -> Made:
        """Return the PDF.

        Raises:
            UserError: there is nothing or nobody to print.

        """

    def check(self, register: "Register") -> None:
        """See that this member of staff may take it along.

        Raises:
            UserError: the role does not allow it.

        """

    def note(self, register: "Register", made: Made) -> None:
        """Write down that it was printed or saved."""


@dataclass(frozen=True, slots=True)
class BlankCards:
    """Registration cards to fill in by hand, numbered on from those that were printed before."""

    file_name: ClassVar[str] = "registration-cards"
    is_personal: ClassVar[bool] = False
    languages: tuple[str, ...]
    count: int

    def build(self, context: Context, report: Report) -> Made:
        """Return the cards; their numbers are taken only by `note`."""
        from disaster_support.features.reception.paper.registration_card import build_registration_cards

        register = context.door.register
        if not self.languages:
            raise UserError(_("Choose at least one language first."))
        first = int(register.read_local(_NEXT_CARD, "1"))
        letter = register.read_local("letter")
        numbers = [f"{letter}{number:04}" for number in range(first, first + self.count)]
        report(0, 2, _("Setting {count} cards").format(count=self.count))
        document = build_registration_cards(
            context.catalogue,
            self.languages,
            numbers,
            A4,
            context.typesetter,
            shelter=current_shelter(register).name,
            event=read_event(register),
            printed_on=context.clock().date(),
        )
        return _render(context, document, report, next_card=first + self.count)

    def check(self, register: "Register") -> None:
        """Anybody may print blank cards."""

    def note(self, register: "Register", made: Made) -> None:
        """Let the next cards have the next numbers."""
        register.write_local(_NEXT_CARD, str(made.next_card))


@dataclass(frozen=True, slots=True)
class PersonCards:
    """Cards or wristbands to carry: of chosen people, of everybody here, or of those here who have none yet."""

    file_name: ClassVar[str] = "cards"
    is_personal: ClassVar[bool] = True
    ids: tuple[str, ...] | None = None  # None: everybody here
    bands: bool = False
    only_new: bool = False

    def build(self, context: Context, report: Report) -> Made:
        """Return the cards, household by household."""
        from disaster_support.features.reception.paper.personal_card import build_personal_cards
        from disaster_support.features.reception.paper.wristband import build_wristbands

        register = context.door.register
        people = self._people(register)
        report(0, 2, _("Setting {count} cards").format(count=len(people)))
        build = build_wristbands if self.bands else build_personal_cards
        built: BuiltCards = build(
            card_data(register, people), context.catalogue, context.typesetter, printed_on=context.clock().date()
        )
        ids = tuple(person.id for person in people)
        return _render(context, built.document, report, people=ids, undrawable=built.undrawable)

    def _people(self, register: "Register") -> list[Person]:
        if self.ids is not None:
            people = load_people(register, self.ids)
            if not people:
                raise UserError(_("Choose whose cards are printed."))
            return people
        ids = find_ids(register, Filters(state=State.HERE), _ALL)
        if self.only_new:
            printed = list_printed(register, bands=self.bands)
            ids = [one for one in ids if one not in printed]
        if not ids:
            raise UserError(_("Everybody here has one already.") if self.only_new else _("Nobody is here."))
        return sorted(load_people(register, ids), key=number_key)

    def check(self, register: "Register") -> None:
        """Anybody at the desk may print the cards that people carry."""

    def note(self, register: "Register", made: Made) -> None:
        """Remember who has one now."""
        with register.writing("cards") as writer:
            for person_id in made.people:
                name = _printed_name(self.bands) + person_id
                writer.derive("INSERT OR REPLACE INTO local VALUES (?, ?)", (name, writer.now.isoformat()))


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody who stays in a shelter, with their needs, for the staff."""

    file_name: ClassVar[str] = "roster"
    is_personal: ClassVar[bool] = True
    order: Order = Order.ROOM
    shelter_id: str = ""  # empty: all

    def build(self, context: Context, report: Report) -> Made:
        """Return the list."""
        from disaster_support.features.reception.paper.roster import build_roster

        rows, ids, shelter = _rows(context, self.shelter_id, report)
        if not rows:
            raise UserError(_("Nobody is here."))
        document = build_roster(
            rows, context.catalogue, context.typesetter, at=_now(context), shelter=shelter, order=self.order
        )
        return _render(context, document, report, people=ids, undrawable=_undrawable(context, rows))

    def check(self, register: "Register") -> None:
        """See that this member of staff may take along what people need."""
        register.require(Right.EXPORT)

    def note(self, register: "Register", made: Made) -> None:
        """Write down who has taken the list along."""
        register.note_reading("person", "", f"export of {len(made.people)}")


@dataclass(frozen=True, slots=True)
class PublicList:
    """The list for the notice board: only those who agreed that anyone may be told."""

    file_name: ClassVar[str] = "notice-board"
    is_personal: ClassVar[bool] = True
    shelter_id: str = ""
    has_rooms: bool = False

    def build(self, context: Context, report: Report) -> Made:
        """Return the list in the order of the readings."""
        from disaster_support.features.reception.paper.public_list import build_public_list

        rows, ids, shelter = _rows(context, self.shelter_id, report)
        agreed = [(row, one) for row, one in zip(rows, ids, strict=True) if row.is_public]
        if not agreed:
            raise UserError(_("Nobody here has agreed that anyone may be told. The list would be empty."))
        agreed.sort(key=lambda pair: pair[0].kana or pair[0].latin or pair[0].name)
        rows = [row for row, _one in agreed]
        document = build_public_list(
            rows,
            context.catalogue,
            context.typesetter,
            at=_now(context),
            shelter=shelter,
            has_rooms=self.has_rooms,
        )
        people = tuple(one for _row, one in agreed)
        return _render(context, document, report, people=people, undrawable=_undrawable(context, rows))

    def check(self, register: "Register") -> None:
        """Anybody may print what everybody may read."""

    def note(self, register: "Register", made: Made) -> None:
        """Write down that it went out."""
        register.note_reading("person", "", f"export of {len(made.people)}")


@dataclass(frozen=True, slots=True)
class DailyCount:
    """The count of each shelter at one hour, a sheet each, without anybody's name."""

    file_name: ClassVar[str] = "daily-count"
    is_personal: ClassVar[bool] = False
    at: datetime  # with its zone
    shelter_id: str = ""

    def build(self, context: Context, report: Report) -> Made:
        """Return the sheets."""
        from disaster_support.features.reception.paper.count_sheet import build_count_sheets

        register = context.door.register
        report(0, 2, _("Counting"))
        shelters = [one for one in list_shelters(register, own=True) if self.shelter_id in ("", one.id)]
        sheets = [count_sheet(register, self.at, one.id) for one in shelters]
        return _render(context, build_count_sheets(sheets, context.catalogue, context.typesetter), report)

    def check(self, register: "Register") -> None:
        """Anybody may print figures."""

    def note(self, register: "Register", made: Made) -> None:
        """Nobody is named on it."""


def card_data(register: "Register", people: Iterable[Person]) -> list[CardData]:
    """Return what stands on the cards of these people."""
    households = _household_numbers(register)
    shelters = {one.id: one.name for one in list_shelters(register, own=True)}
    return [
        CardData(
            name=person.details.name,
            number=person.number,
            code=make_card_code(person.id),
            languages=tuple(one.tag for one in person.details.languages),
            latin=person.details.latin if person.details.latin and is_answered(person.details.latin) else "",
            household=households.get(person.household_id, ""),
            shelter=shelters.get(person.shelter_id, ""),
            needs_interpreter=any(one.level is Level.INTERPRETER for one in person.details.languages),
        )
        for person in people
    ]


def list_printed(register: "Register", *, bands: bool) -> set[str]:
    """Return the ids of those whose card or wristband was printed on this laptop."""
    prefix = _printed_name(bands)
    rows = register.query("SELECT name FROM local WHERE name >= ? AND name < ?", (prefix, prefix + "~"))
    return {row[0].removeprefix(prefix) for row in rows}


def _printed_name(bands: bool) -> str:
    return "band." if bands else "card."


def _rows(context: Context, shelter_id: str, report: Report) -> tuple[list[RosterRow], tuple[str, ...], str]:
    """Return those who stay in a shelter or in all, as rows in the order of their numbers, their ids, its name."""
    register, today = context.door.register, _now(context).date()
    report(0, 2, _("Reading who is here"))
    filters = [Filters(state=state, shelter_id=shelter_id) for state in sorted(STAYING)]
    ids = [one for chosen in filters for one in find_ids(register, chosen, _ALL)]
    people = sorted(load_people(register, ids), key=number_key)
    households = _household_numbers(register)
    rows = [roster_row(person, households.get(person.household_id, ""), today) for person in people]
    own: Sequence[str] = [one.name for one in list_shelters(register, own=True) if shelter_id in ("", one.id)]
    return rows, tuple(person.id for person in people), ", ".join(own)


def _undrawable(context: Context, rows: Iterable[RosterRow]) -> tuple[str, ...]:
    """Return the numbers of those whose name no font of the program can write in its own script."""
    languages, measurer = context.catalogue.languages, context.typesetter
    return tuple(
        row.number
        for row in rows
        if not print_name(row.name, row.latin, [one.tag for one in row.languages], languages, measurer).is_whole
    )


def _household_numbers(register: "Register") -> dict[str, str]:
    return dict(register.query("SELECT id, number FROM household"))


def _now(context: Context) -> datetime:
    return context.clock().astimezone()


def _render(
    context: Context,
    document: Document,
    report: Report,
    *,
    people: tuple[str, ...] = (),
    undrawable: tuple[str, ...] = (),
    next_card: int = 0,
) -> Made:
    from disaster_support.printing import render_pdf

    if context.door.register.is_practice:
        document = stamp_practice(document)
    report(1, 2, _("Drawing {count} pages").format(count=len(document.pages)))
    return Made(document.title, render_pdf(document, context.typesetter), people, undrawable, next_card)
