"""Looking a register over: the file's pages, the journal against the rows, what is derived, and the backups."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from disaster_support.errors import UserError
from disaster_support.features.reception.model import STATE_AFTER, Details, MovementKind, State
from disaster_support.i18n import gettext as _
from disaster_support.storage.backups import list_backups, verify
from disaster_support.storage.journal import READ, Value
from disaster_support.storage.movements import STANDS
from disaster_support.storage.people import KEY_FIELDS
from disaster_support.storage.register import Register
from disaster_support.storage.search_key import make_key

Report = Callable[[int, int, str], object]

JOURNALLED = (
    *("incident", "shelter", "staff", "household", "person", "language", "need", "consent"),
    *("movement", "handout", "apart", "sheet"),
)
"""The tables that change through the journal alone."""

_MOST_NAMED = 5  # rows of one table that a sentence counts one by one


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold."""

    code: str  # "pages", "journal", "rows", "presence", "keys" or "backups"
    sentence: str


def check_register(register: Register, report: Report = lambda *_steps: None) -> list[Finding]:
    """Return what is wrong with a register; nothing where all of it holds together.

    `report` is told of each step and stops the work by raising.

    Raises:
        UserError: the file is so damaged that it cannot be read to the end.

    """
    steps = (_check_pages, check_journal, check_rows, _check_presence, _check_keys, _check_backups)
    found: list[Finding] = []
    for place, step in enumerate(steps):
        report(place, len(steps), "")
        found += step(register)
    report(len(steps), len(steps), "")
    return found


def _check_pages(register: Register) -> Iterator[Finding]:
    for pragma in ("cipher_integrity_check", "integrity_check"):
        said = [str(row[0]) for row in register.query(f"PRAGMA {pragma}")]
        if said not in ([], ["ok"]):
            yield Finding("pages", _("The file is damaged: {reason}. Restore a backup.").format(reason=said[0]))


def check_journal(register: Register) -> Iterator[Finding]:
    """Yield where entries of the journal are missing."""
    rows = register.query("SELECT node, count(*), min(seq), max(seq) FROM change GROUP BY node")
    for node, count, first, last in rows:
        if (count, first) != (last, 1):
            missing = last - count
            yield Finding(
                "journal",
                _("The journal of {node} lacks {count} entries. Restore a backup.").format(node=node, count=missing),
            )


def check_rows(register: Register) -> Iterator[Finding]:
    """Yield where the rows are not what the journal says they must be."""
    wanted = replay(register)
    for table in JOURNALLED:
        names = [str(row[1]) for row in register.query(f'PRAGMA table_info("{table}")')]
        wrong = []
        there = set()
        for row in register.query(f'SELECT * FROM "{table}"'):
            held = dict(zip(names, row, strict=True))
            there.add(held["id"])
            told = wanted.get((table, str(held["id"])), {})
            if any(value != told.get(name, _default(name)) for name, value in held.items()):
                wrong.append(str(held["id"]))
        wrong += [row_id for of, row_id in wanted if of == table and row_id not in there]
        if wrong:
            sentence = _("{count} rows of “{table}” are not as the journal has them, such as {rows}.")
            rows = ", ".join(wrong[:_MOST_NAMED])
            yield Finding("rows", sentence.format(count=len(wrong), table=table, rows=rows))


def replay(register: Register) -> dict[tuple[str, str], dict[str, Value]]:
    """Return what the rows must be by the journal alone: by table and id, the last word on each column."""
    rows: dict[tuple[str, str], dict[str, Value]] = {}
    sql = 'SELECT "table", row, columns FROM change WHERE reason <> ? ORDER BY hlc, node, seq'
    for table, row, columns in register.query(sql, (READ,)):
        rows.setdefault((table, row), {}).update(json.loads(columns))
    return rows


def _default(name: str) -> Value:
    return 0 if name in ("removed", "own") else None


def _check_presence(register: Register) -> Iterator[Finding]:
    last = dict(
        register.query(
            "SELECT who, kind FROM (SELECT coalesce(person.merged_into, person.id) AS who, kind, row_number() OVER"
            " (PARTITION BY coalesce(person.merged_into, person.id) ORDER BY movement.at DESC, movement.rowid DESC)"
            f" AS place FROM movement JOIN person ON person.id = movement.person_id WHERE {STANDS}) WHERE place = 1"
        )
    )
    rows = register.query(
        "SELECT person.id, state, counted, removed = 0 AND merged_into IS NULL FROM person"
        " LEFT JOIN presence ON presence.person_id = person.id"
    )
    wrong = 0
    for who, state, counted, counts in rows:
        kind = last.get(who)
        expected = STATE_AFTER[MovementKind(kind)] if kind else State.EXPECTED
        wrong += counted != counts or bool(counts and state != expected)
    if wrong:
        yield Finding("presence", _("{count} people are not where their last movement says.").format(count=wrong))


def _check_keys(register: Register) -> Iterator[Finding]:
    rows = register.query(
        f"SELECT person.number, key, {', '.join(f'person.{name}' for name in KEY_FIELDS)} FROM person"
        " LEFT JOIN person_key ON person_key.person_id = person.id"
    )
    wrong = 0
    for number, key, *texts in rows:
        wrong += key != make_key(Details(**dict(zip(KEY_FIELDS, texts, strict=True))), number)
    if wrong:
        yield Finding("keys", _("{count} people may not be found by their names.").format(count=wrong))


def _check_backups(register: Register) -> Iterator[Finding]:
    backups = list_backups(register.folder)
    if not backups:
        yield Finding("backups", _("There is no backup yet."))
    for backup in backups[:1]:
        try:
            verify(backup.path, register.key)
        except UserError as error:
            yield Finding("backups", str(error))
