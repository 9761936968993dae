"""The roster: who is in the shelter, by room, language or household, for the staff's eyes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from disaster_support.content.catalogue import Catalogue
from disaster_support.content.model import SOURCE_LANGUAGE, Language
from disaster_support.documents.list_sheet import ListSheet
from disaster_support.documents.listing import Column, Group, Listing, Value
from disaster_support.documents.model import Document, Text
from disaster_support.documents.paper import A4, Paper
from disaster_support.documents.typed import typed
from disaster_support.features.reception.dates import Birth, age_on
from disaster_support.features.reception.model import (
    Audience,
    NeedKind,
    NeedState,
    Person,
    SpokenLanguage,
    State,
    is_answered,
)
from disaster_support.features.reception.paper.names import NameMeasurer, print_name, rtl_tags
from disaster_support.features.reception.words import (
    NEED_PICTOGRAMS,
    say_field,
    say_level,
    say_need,
    say_sex,
    say_state,
)
from disaster_support.i18n import current_language, ngettext
from disaster_support.i18n import gettext as _
from disaster_support.lists.languages import language_name


class Order(StrEnum):
    """What the rows are grouped by."""

    ROOM = "room"
    LANGUAGE = "language"
    HOUSEHOLD = "household"


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A person as the roster shows them; text fields may hold a value of `Unanswered`, as in the register."""

    number: str
    name: str
    kana: str = ""
    latin: str = ""
    sex: str | None = None
    age: int | None = None
    languages: tuple[SpokenLanguage, ...] = ()
    needs: tuple[NeedKind, ...] = ()
    room: str = ""
    state: State = State.HERE
    household: str = ""
    is_public: bool = False  # agreed that anyone may be told


def roster_row(person: Person, household: str, today: date) -> RosterRow:
    """Return a person of the register as a row; `household` is the household's number."""
    details = person.details
    consent = details.consents.get(Audience.PUBLIC)
    return RosterRow(
        number=person.number,
        name=details.name,
        kana=details.kana if details.kana and is_answered(details.kana) else "",
        latin=details.latin if details.latin and is_answered(details.latin) else "",
        sex=details.sex,
        age=age_on(Birth(details.birth, details.age_years, details.age_on), today),
        languages=details.languages,
        needs=tuple(kind for kind in NeedKind if _has(person, kind)),
        room=details.room if details.room and is_answered(details.room) else "",
        state=person.state,
        household=household,
        is_public=consent is not None and consent.given,
    )


def _has(person: Person, kind: NeedKind) -> bool:
    need = person.details.needs.get(kind)
    return need is not None and need.state is NeedState.YES


def build_roster(
    rows: Sequence[RosterRow],
    catalogue: Catalogue,
    measurer: NameMeasurer,
    *,
    at: datetime,
    shelter: str = "",
    order: Order = Order.ROOM,
    paper: Paper = A4,
) -> Document:
    """Return the list of these people in the interface's language, lying on its longer side, with page numbers.

    Groups come in the order of their names, with their counts; a person is in the group of their first language.
    Within a group people stand in the order given.
    """
    languages = catalogue.languages
    title = _title(order)
    sheet = ListSheet(measurer, paper.landscape, title, shelter, at, (_people(len(rows)),))
    groups = [
        Group(
            f"{name or _none(order)}  —  {_people(len(members))}",
            [_values(row, languages, measurer) for row in members],
        )
        for name, members in _grouped(rows, order, languages)
    ]
    pages = Listing(measurer, _columns(), sheet.room, rtl=rtl_tags(languages)).pages(groups)
    return Document(title, current_language(), sheet.pages(pages), at.date().isoformat())


def _title(order: Order) -> str:
    titles = {Order.ROOM: _("Roster by room"), Order.LANGUAGE: _("Roster by language")}
    return titles.get(order, _("Roster by household"))


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Number"), 21, is_bold=True),
        Column(say_field("name"), 50, 11.0, is_bold=True),
        Column(_("Reading, Latin letters"), 43),
        Column(say_field("sex"), 16),
        Column(say_field("age_years"), 9),
        Column(say_field("languages"), 50),
        Column(_("Needs"), 54),
        Column(_("Room"), 23),
        Column(say_field("state"), 18),
    )


def _values(row: RosterRow, languages: Mapping[str, Language], measurer: NameMeasurer) -> list[Value]:
    """Return the cells of a person, in the order of the columns."""
    spoken = [one.tag for one in row.languages]
    name = print_name(row.name, row.latin, spoken, languages, measurer)
    readings = tuple(typed(text) for text in (row.kana, row.latin) if text)
    comma = "、" if current_language() == SOURCE_LANGUAGE else ", "
    return [
        Value((Text(row.number, "en"),)),
        Value((name.main,) if name.main else ()),
        Value(readings),
        Value(_texts([say_sex(row.sex) if row.sex else ""])),
        Value(_texts(["" if row.age is None else str(row.age)])),
        Value(_texts(_language_words(one, languages) for one in row.languages)),
        Value(_texts([comma.join(map(say_need, row.needs))]), tuple(NEED_PICTOGRAMS[kind] for kind in row.needs)),
        Value(_texts([row.room])),
        Value(_texts([say_state(row.state)])),
    ]


def _texts(strings: Iterable[str]) -> tuple[Text, ...]:
    return tuple(typed(string) for string in strings if string)


def _language_words(language: SpokenLanguage, languages: Mapping[str, Language]) -> str:
    name = language_name(language.tag, languages, current_language())
    return f"{name} ({say_level(language.level)})" if language.level else name


def _grouped(
    rows: Sequence[RosterRow], order: Order, languages: Mapping[str, Language]
) -> list[tuple[str, list[RosterRow]]]:
    """Return the rows by group; what has no group comes last."""
    groups: dict[str, list[RosterRow]] = {}
    for row in rows:
        groups.setdefault(_group_of(row, order, languages), []).append(row)
    return sorted(groups.items(), key=lambda group: (not group[0], _natural(group[0])))


def _group_of(row: RosterRow, order: Order, languages: Mapping[str, Language]) -> str:
    if order is Order.ROOM:
        return row.room
    if order is Order.HOUSEHOLD:
        return row.household
    return language_name(row.languages[0].tag, languages, current_language()) if row.languages else ""


def _natural(name: str) -> list[tuple[int, str]]:
    """Return a key that puts A-2 before A-12."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", name)]


def _none(order: Order) -> str:
    return {Order.ROOM: _("No room"), Order.LANGUAGE: _("No language")}.get(order, _("No household"))


def _people(count: int) -> str:
    return ngettext("{count} person", "{count} people", count).format(count=count)
