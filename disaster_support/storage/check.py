"""Looking a register over: the file's pages, the journal against the rows, what is derived, and the backups."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from disaster_support.errors import UserError
from disaster_support.features.reception.model import Details
from disaster_support.i18n import gettext as _
from disaster_support.storage.backups import list_backups, verify
from disaster_support.storage.engine import DamagedError
from disaster_support.storage.people import KEY_FIELDS
from disaster_support.storage.presence import count_wrong
from disaster_support.storage.register import Register
from disaster_support.storage.replay import count_differing_rows
from disaster_support.storage.search_key import make_key, make_pairs

Report = Callable[[int, int, str], object]

_NEWEST_BACKUPS = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold."""

    code: str  # "pages", "journal", "rows", "presence", "keys", "numbers" or "backups"
    sentence: str


def check_register(register: Register, report: Report = lambda *_steps: None) -> list[Finding]:
    """Return what is wrong with a register; nothing where all of it holds together.

    `report` is told of each step and stops the work by raising.

    Raises:
        UserError: the file is so damaged that it cannot be read to the end.

    """
    steps = (
        *(_check_pages, _check_journal, _check_rows, _check_presence, _check_keys, _check_numbers),
        _check_backups,
    )
    found: list[Finding] = []
    for place, step in enumerate(steps):
        report(place, len(steps), "")
        found += step(register)
    report(len(steps), len(steps), "")
    return found


def _check_pages(register: Register) -> Iterator[Finding]:
    # A page that a full disk has cut short stands whole in the log; only the file itself is looked at below.
    register.query("PRAGMA wal_checkpoint(FULL)")
    for pragma in ("cipher_integrity_check", "integrity_check"):
        said = [str(row[0]) for row in register.query(f"PRAGMA {pragma}")]
        if said not in ([], ["ok"]):
            yield Finding("pages", _("The file is damaged: {reason}. Restore a backup.").format(reason=said[0]))


def _check_journal(register: Register) -> Iterator[Finding]:
    rows = register.query("SELECT node, count(*), min(seq), max(seq) FROM change GROUP BY node")
    for node, count, first, last in rows:
        if (count, first) != (last, 1):
            missing = last - count
            yield Finding(
                "journal",
                _("The journal of {node} lacks {count} entries. Restore a backup.").format(node=node, count=missing),
            )


def _check_rows(register: Register) -> Iterator[Finding]:
    with register.using() as connection:
        connection.execute("BEGIN")  # what others write meanwhile is not looked at
        try:
            differing = count_differing_rows(connection)
        finally:
            connection.rollback()
    for table, count in differing.items():
        sentence = _("{count} rows of “{table}” are not as the journal has them.")
        yield Finding("rows", sentence.format(count=count, table=table))


def _check_presence(register: Register) -> Iterator[Finding]:
    wrong = count_wrong(register)
    if wrong:
        yield Finding("presence", _("{count} people are not where their last movement says.").format(count=wrong))


def _check_keys(register: Register) -> Iterator[Finding]:
    rows = register.query(
        f"SELECT person.number, key, pairs, {', '.join(f'person.{name}' for name in KEY_FIELDS)} FROM person"
        " LEFT JOIN person_key ON person_key.person_id = person.id"
    )
    wrong = sum(
        key != make_key(Details(**dict(zip(KEY_FIELDS, texts, strict=True))), number) or pairs != make_pairs(key)
        for number, key, pairs, *texts in rows
    )
    if wrong or not _is_index_whole(register):
        yield Finding("keys", _("{count} people may not be found by their names.").format(count=wrong or len(rows)))


def _is_index_whole(register: Register) -> bool:
    try:
        with register.using() as connection:
            for index in ("person_search", "person_pairs"):
                connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    except DamagedError:
        return False
    return True


def _check_numbers(register: Register) -> Iterator[Finding]:
    for table in ("person", "household"):
        sql = f"SELECT count(*) FROM (SELECT 1 FROM {table} NOT INDEXED GROUP BY number HAVING count(*) > 1)"
        if twice := register.query(sql)[0][0]:
            yield Finding("numbers", _("{count} numbers stand on more than one card.").format(count=twice))


def _check_backups(register: Register) -> Iterator[Finding]:
    backups = list_backups(register.folder)
    if not backups:
        yield Finding("backups", _("There is no backup yet."))
    for backup in backups[:_NEWEST_BACKUPS]:
        try:
            verify(backup.path, register.key)
        except UserError as error:
            yield Finding("backups", str(error))
