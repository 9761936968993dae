"""Who is here: languages and how people can be reached, needs that wait, and which languages still lack a sheet.

What Signs asks of it is `LanguagesHere`: nothing of a person, only which languages are present.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from disaster_support.content.model import SOURCE_LANGUAGE
from disaster_support.context import Context
from disaster_support.features.reception.model import NeedKind, Person, State

if TYPE_CHECKING:
    from disaster_support.storage.counts import LanguageCount
    from disaster_support.storage.register import Register

_WAITING_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody whose need nobody has seen to yet."""

    person: Person
    kind: NeedKind
    noted_at: datetime | None


@dataclass(frozen=True, slots=True)
class Overview:
    """The shelter at a glance."""

    here: int
    on_leave: int
    expected: int
    languages: tuple["LanguageCount", ...]
    needs: tuple[tuple[NeedKind, int, int], ...]  # kind, people here who have it, of them waiting
    waiting: tuple[Waiting, ...]  # longest first
    without_sheet: tuple[str, ...]  # languages present in which nothing was printed since they came


def describe_here(context: Context) -> Overview:
    """Return what is known of everybody who is in this laptop's shelter now.

    Raises:
        UserError: the register is locked or cannot be read.

    """
    from disaster_support.storage import counts

    register = context.door.register
    shelter = register.read_local("shelter")
    states = counts.count_states(register, shelter)
    languages = tuple(counts.count_languages(register, shelter))
    return Overview(
        here=states.get(State.HERE, 0),
        on_leave=states.get(State.ON_LEAVE, 0),
        expected=states.get(State.EXPECTED, 0),
        languages=languages,
        needs=tuple(
            (NeedKind(kind), people, waiting) for kind, people, waiting in counts.count_needs(register, shelter)
        ),
        waiting=_list_waiting(register, shelter),
        without_sheet=_without_sheet(register, languages, _printable(context)),
    )


class LanguagesHere:
    """The languages of the people here, for whoever prints; says nothing while the register is locked."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def languages(self) -> tuple[str, ...]:
        """Return the languages of the people here that can be printed, most people first."""
        if not self._context.door.is_open:
            return ()
        printable = _printable(self._context)
        return tuple(one.tag for one in _count(self._context) if one.tag in printable)

    def without_sheet(self) -> tuple[str, ...]:
        """Return those in which nothing was printed since their first speaker came, most people first."""
        if not self._context.door.is_open:
            return ()
        return _without_sheet(self._context.door.register, _count(self._context), _printable(self._context))

    def note_printed(self, languages: tuple[str, ...]) -> None:
        """Write down that something was printed in these languages.

        Raises:
            UserError: the disk refuses.

        """
        if self._context.door.is_open:
            from disaster_support.storage.sheets import note_sheets

            note_sheets(self._context.door.register, languages)


def _count(context: Context) -> tuple["LanguageCount", ...]:
    from disaster_support.storage.counts import count_languages

    register = context.door.register
    return tuple(count_languages(register, register.read_local("shelter")))


def _printable(context: Context) -> Mapping[str, object]:
    """Return the languages that the library has texts in, but for Japanese, which stands on every sheet."""
    catalogue = context.catalogue
    return {tag: tag for tag in catalogue.languages if tag != SOURCE_LANGUAGE and catalogue.coverage(tag)[0] > 1}


def _without_sheet(
    register: "Register", languages: tuple["LanguageCount", ...], printable: Mapping[str, object]
) -> tuple[str, ...]:
    from disaster_support.storage.sheets import last_sheets

    printed = last_sheets(register)
    return tuple(
        one.tag
        for one in languages
        if one.tag in printable and one.first_came and (one.tag not in printed or printed[one.tag] < one.first_came)
    )


def _list_waiting(register: "Register", shelter: str) -> tuple[Waiting, ...]:
    from disaster_support.storage.needs import list_waiting
    from disaster_support.storage.people import load_people

    rows = list_waiting(register, shelter, _WAITING_SHOWN)
    people = {person.id: person for person in load_people(register, dict.fromkeys(row[0] for row in rows))}
    return tuple(
        Waiting(people[row[0]], NeedKind(row[1]), people[row[0]].details.needs[NeedKind(row[1])].noted_at)
        for row in rows
    )
