"""What the journal alone says of the rows, compared with the rows: a share of all ids at a time, to spare memory."""

import json
from collections import Counter

from disaster_support.storage.engine import Connection
from disaster_support.storage.journal import READ, Value

TABLES = (
    *("incident", "shelter", "staff", "household", "person", "language", "need", "consent"),
    *("movement", "handout", "apart", "sheet"),
    *("course", "instructor", "participant", "attendance", "drill", "drill_event", "participation", "tool_use"),
    *("rating", "finding", "feedback", "expense"),
)
"""The tables whose rows are made by the journal."""

_AT_ONCE = 150_000  # entries of the journal
_MOST_SHARES = 8  # by the last letter of the id: sixteen hexadecimal digits
_SHARE = "unicode(substr({name}, -1)) % {shares} = {share}"

_Rows = dict[tuple[str, str], dict[str, Value]]


def count_differing_rows(connection: Connection) -> Counter[str]:
    """Return by table how many rows are missing, in excess, or hold other values than the journal's last words."""
    entries = connection.execute("SELECT count(*) FROM change").fetchone()[0]
    shares = min(1 + entries // _AT_ONCE, _MOST_SHARES)
    differing: Counter[str] = Counter()
    for share in range(shares):
        told = _replay(connection, _SHARE.format(name="row", shares=shares, share=share))
        for table in TABLES:
            differing[table] += _compare(connection, table, _SHARE.format(name="id", shares=shares, share=share), told)
        differing.update(table for table, _row_id in told)  # what is left has no row
    return +differing


def _replay(connection: Connection, where: str) -> _Rows:
    rows: _Rows = {}
    sql = f'SELECT "table", row, columns FROM change WHERE reason <> ? AND {where} ORDER BY hlc, node, seq'
    for table, row_id, columns in connection.execute(sql, (READ,)):
        if columns != "{}":
            rows.setdefault((table, row_id), {}).update(json.loads(columns))
    return rows


def _compare(connection: Connection, table: str, where: str, told: _Rows) -> int:
    defaults = {
        name: json.loads(default) if default else None
        for _place, name, _type, _must, default, _key in connection.execute(f"PRAGMA table_info({table})")
    }
    differing = 0
    for values in connection.execute(f"SELECT * FROM {table} WHERE {where}"):
        row = dict(zip(defaults, values, strict=True))
        differing += row != defaults | told.pop((table, str(row["id"])), {})
    return differing
