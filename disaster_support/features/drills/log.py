"""The participation log: lists, scanned cards and a tally for crowds, each entry on the disk before it is counted.

Nobody need give a name. An entry that was wrong is taken back by another, and both stay in the history.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from disaster_support.errors import UserError
from disaster_support.features.drills.model import LogMeans, Part, Participation, Tool, ToolUse
from disaster_support.i18n import gettext as _
from disaster_support.storage import participation
from disaster_support.storage.roles import Right

if TYPE_CHECKING:
    from disaster_support.storage.register import Register

MOST_PEOPLE = 10_000
"""The most people in one entry: more is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many people took part; each way of counting adds up to `total`. '' where language or nationality is unknown.

    Parts come in the order of `Part`, languages and nationalities the most frequent first and the unknown last.
    """

    total: int
    by_part: Mapping[Part, int]
    by_language: Mapping[str, int]
    by_nationality: Mapping[str, int]


def add_participation(register: "Register", drill_id: str, entry: Participation) -> str:
    """Add an entry to the log of a drill; return its id (that of `entry` is not looked at).

    A card counts once in a drill, also where two laptops scan it.

    Raises:
        UserError: the card was counted already, no such number of people, the role does not allow it, or the disk
            refuses.

    """
    register.require(Right.REGISTER)
    check_people(entry.people)
    with register.writing("log") as writer:
        row_id = participation.free_card_id(writer, drill_id, entry.code) if entry.code else ""
        if entry.code and not row_id:
            raise UserError(_("This card was counted already: nobody is counted twice."))
        return participation.insert_participation(writer, drill_id, entry, row_id)


def tally(
    register: "Register", drill_id: str, part: Part, language: str = "", nationality: str = "", people: int = 1
) -> str:
    """Count people who pass by, without their names; return the entry's id.

    Raises:
        UserError: no such number of people, the role does not allow it, or the disk refuses.

    """
    entry = Participation("", part, people, LogMeans.TALLY, register.clock(), language, nationality)
    return add_participation(register, drill_id, entry)


def undo_last(register: "Register", drill_id: str) -> Participation | None:
    """Take the entry back that was written last, and return it; None where there is none."""
    register.require(Right.REGISTER)
    with register.writing("log") as writer:
        last = participation.read_last(writer, drill_id)
        if last:
            participation.void_participation(writer, drill_id, last)
    return last


def take_back(register: "Register", drill_id: str, entry: Participation) -> None:
    """Take any entry back; twice is once."""
    register.require(Right.REGISTER)
    with register.writing("log") as writer:
        participation.void_participation(writer, drill_id, entry)


def change_entry(register: "Register", drill_id: str, before: Participation, after: Participation) -> str:
    """Put another entry in the place of one; return its id. It keeps the time and the card.

    Raises:
        UserError: the entry was taken back meanwhile, no such number of people, the role does not allow it, or the
            disk refuses.

    """
    register.require(Right.REGISTER)
    check_people(after.people)
    with register.writing("log") as writer:
        if not participation.void_participation(writer, drill_id, before):
            raise UserError(_("This entry was taken back already. Add a new one."))
        row_id = participation.free_card_id(writer, drill_id, before.code) if before.code else ""
        kept = replace(after, at=before.at, code=before.code)
        return participation.insert_participation(writer, drill_id, kept, row_id)


def list_participation(register: "Register", drill_id: str, limit: int | None = None) -> list[Participation]:
    """Return the entries that stand, the newest first; only so many of them, where a page shows no more."""
    return participation.read_participation(register, drill_id, limit)


def count_participation(register: "Register", drill_id: str) -> Counts:
    """Return how many people took part, by part, language and nationality."""
    parts, languages, nationalities = Counter[str](), Counter[str](), Counter[str]()
    for part, language, nationality, people in participation.count_people(register, drill_id):
        parts[part] += people
        languages[language] += people
        nationalities[nationality] += people
    by_part = {part: parts[part] for part in Part if parts[part]}
    return Counts(parts.total(), by_part, _in_order(languages), _in_order(nationalities))


def note_tool(register: "Register", drill_id: str, tool: Tool, installed: bool, people: int = 1) -> str:
    """Note that people tried a tool, or installed it; return the entry's id.

    Raises:
        UserError: no such number of people, the role does not allow it, or the disk refuses.

    """
    register.require(Right.REGISTER)
    check_people(people)
    with register.writing("log") as writer:
        return participation.insert_tool(writer, drill_id, tool, installed, people, writer.now)


def undo_tool(register: "Register", drill_id: str) -> ToolUse | None:
    """Take back what was noted of tools last, and return it; None where there is nothing."""
    register.require(Right.REGISTER)
    with register.writing("log") as writer:
        last = participation.read_last_tool(writer, drill_id)
        if last:
            participation.void_tool(writer, drill_id, last)
    return last


def list_tools(register: "Register", drill_id: str) -> list[ToolUse]:
    """Return what was noted of tools and stands, the newest first."""
    return participation.read_tools(register, drill_id)


def count_tools(register: "Register", drill_id: str) -> dict[Tool, tuple[int, int]]:
    """Return how many people tried and how many installed each tool; tools nobody tried are among them."""
    counts = Counter[tuple[Tool, bool]]()
    for use in list_tools(register, drill_id):
        counts[use.tool, use.installed] += use.people
    return {tool: (counts[tool, False], counts[tool, True]) for tool in Tool}


def check_people(people: int) -> None:
    """See that an entry counts somebody.

    Raises:
        UserError: there is no such number of people.

    """
    if not 1 <= people <= MOST_PEOPLE:
        raise UserError(_("Give a number of people from 1 to {most}.").format(most=MOST_PEOPLE))


def _in_order(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda one: (not one[0], -one[1], one[0])))
