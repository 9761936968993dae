"""Who took part in a drill, and the tools they tried: rows that are only ever added; one takes back another."""

from collections.abc import Iterator
from datetime import datetime
from itertools import count

from disaster_support.features.drills.model import LogMeans, Part, Participation, Tool, ToolUse
from disaster_support.storage.clock import from_stamp, to_stamp
from disaster_support.storage.ids import derived_id, new_id_beside
from disaster_support.storage.journal import Value, Writer
from disaster_support.storage.register import Register

_COLUMNS = 'id, part, people, means, at, language, nationality, name, organisation, code, "by"'
_STANDS = "{table}.voids IS NULL AND NOT EXISTS (SELECT 1 FROM {table} AS later WHERE later.voids = {table}.id)"
_LOG_STANDS = _STANDS.format(table="participation")
_TOOL_STANDS = _STANDS.format(table="tool_use")

Count = tuple[str, str, str, int]
"""Part, language, nationality, people."""


def insert_participation(writer: Writer, drill_id: str, entry: Participation, row_id: str = "") -> str:
    """Add an entry to the log of a drill, under an id of its own unless one is given; return the id."""
    row_id = row_id or new_id_beside(drill_id)
    row: dict[str, Value] = {"id": row_id, "drill_id": drill_id, "part": str(entry.part), "people": entry.people}
    row |= {"means": str(entry.means), "at": to_stamp(entry.at), "by": entry.by or writer.user}
    texts = ("language", "nationality", "name", "organisation", "code")
    writer.insert("participation", row | {name: getattr(entry, name) or None for name in texts})
    return row_id


def free_card_id(writer: Writer, drill_id: str, code: str) -> str:
    """Return the id for the entry of a scanned card, or '' where the card is counted already.

    Two laptops make the same, so that a card that both have scanned is one row when they are joined. Once an entry was
    taken back, the card may be scanned again: the next of its ids is free then.
    """
    for number in count():
        row_id = derived_id(drill_id, f"code/{code}/{number}")
        if not has_entry(writer, row_id):
            return row_id
        if not _is_void(writer, row_id):
            break
    return ""


def has_entry(writer: Writer, row_id: str) -> bool:
    """Whether there is an entry of this id, standing or taken back."""
    return bool(writer.query("SELECT 1 FROM participation WHERE id = ?", (row_id,)))


def void_participation(writer: Writer, drill_id: str, entry: Participation) -> bool:
    """Take an entry back; it stays in the history. Return False where it was taken back already."""
    if _is_void(writer, entry.id):
        return False
    row: dict[str, Value] = {"id": new_id_beside(drill_id), "drill_id": drill_id, "part": str(entry.part)}
    row |= {"people": 0, "means": str(entry.means), "at": to_stamp(writer.now), "by": writer.user}
    writer.insert("participation", row | {"voids": entry.id})
    return True


def read_last(writer: Writer, drill_id: str) -> Participation | None:
    """Return the entry that was written last and stands."""
    found = writer.query(
        f"SELECT {_COLUMNS} FROM participation WHERE drill_id = ? AND {_LOG_STANDS} ORDER BY rowid DESC LIMIT 1",
        (drill_id,),
    )
    return next(_entries(found), None)


def read_participation(register: Register, drill_id: str, limit: int | None = None) -> list[Participation]:
    """Return the entries that stand, the newest first; only so many of them, where a page shows no more."""
    rows = register.query(
        f"SELECT {_COLUMNS} FROM participation WHERE drill_id = ? AND {_LOG_STANDS}"
        " ORDER BY at DESC, rowid DESC LIMIT ?",
        (drill_id, -1 if limit is None else limit),
    )
    return list(_entries(rows))


def count_people(register: Register, drill_id: str) -> list[Count]:
    """Return how many people took part as what, by their language and nationality, where these are known."""
    return register.query(
        "SELECT part, coalesce(language, ''), coalesce(nationality, ''), sum(people) FROM participation"
        f" WHERE drill_id = ? AND {_LOG_STANDS} GROUP BY part, language, nationality",
        (drill_id,),
    )


def insert_tool(writer: Writer, drill_id: str, tool: Tool, installed: bool, people: int, at: datetime) -> str:
    """Add that people tried a tool, or installed it; return the row's id."""
    row_id = new_id_beside(drill_id)
    row: dict[str, Value] = {"id": row_id, "drill_id": drill_id, "tool": str(tool), "installed": int(installed)}
    writer.insert("tool_use", row | {"people": people, "at": to_stamp(at), "by": writer.user})
    return row_id


def void_tool(writer: Writer, drill_id: str, use: ToolUse) -> None:
    """Take back that a tool was tried or installed."""
    row: dict[str, Value] = {"id": new_id_beside(drill_id), "drill_id": drill_id, "tool": str(use.tool)}
    row |= {"installed": int(use.installed), "people": 0, "at": to_stamp(writer.now), "by": writer.user}
    writer.insert("tool_use", row | {"voids": use.id})


def read_last_tool(writer: Writer, drill_id: str) -> ToolUse | None:
    """Return what was written last of tools and stands."""
    return next(_uses(writer.query(_TOOLS + " ORDER BY rowid DESC LIMIT 1", (drill_id,))), None)


def read_tools(register: Register, drill_id: str) -> list[ToolUse]:
    """Return what was noted of tools and stands, the newest first."""
    return list(_uses(register.query(_TOOLS + " ORDER BY at DESC, rowid DESC", (drill_id,))))


_TOOLS = f"SELECT id, tool, installed, people, at FROM tool_use WHERE drill_id = ? AND {_TOOL_STANDS}"


def _is_void(writer: Writer, row_id: str) -> bool:
    return bool(writer.query("SELECT 1 FROM participation WHERE voids = ?", (row_id,)))


def _uses(rows: list[tuple[str, str, int, int, str]]) -> Iterator[ToolUse]:
    for id_, tool, installed, people, at in rows:
        yield ToolUse(id_, Tool(tool), bool(installed), people, from_stamp(at))


def _entries(rows: list[tuple[str, str, int, str, str, str, str, str, str, str, str]]) -> Iterator[Participation]:
    for id_, part, people, means, at, language, nationality, name, organisation, code, by in rows:
        yield Participation(
            id=id_,
            part=Part(part),
            people=people,
            means=LogMeans(means),
            at=from_stamp(at),
            language=language or "",
            nationality=nationality or "",
            name=name or "",
            organisation=organisation or "",
            code=code or "",
            by=by,
        )
