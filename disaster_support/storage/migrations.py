"""The register's schema, step by step. A step that has been released is never changed; another is added.

`db/schema.sql` shows the result; a test compares it. Every step needs a register of the version before it under
`db/old/`, which a test opens.
"""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from disaster_support.storage.engine import Connection

register_migrations = Migrations("register")

_FIRST = """
-- What was written, by whom and when: append-only, gap-free for each node, in one transaction with the rows.
CREATE TABLE change (
    node TEXT NOT NULL,
    seq INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    user TEXT NOT NULL,
    reason TEXT NOT NULL,
    "table" TEXT NOT NULL,
    row TEXT NOT NULL,
    columns TEXT NOT NULL,
    PRIMARY KEY (node, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_of_row ON change (row, hlc);
CREATE INDEX change_in_time ON change (hlc);
CREATE TRIGGER change_is_not_changed BEFORE UPDATE ON change
    BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER change_is_not_deleted BEFORE DELETE ON change
    BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

-- Journalled: every row has a UUID, every write an entry above.
CREATE TABLE incident (id TEXT PRIMARY KEY, name TEXT NOT NULL, started_at TEXT NOT NULL) STRICT;
CREATE TABLE shelter (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, kana TEXT, code TEXT, address TEXT, latitude REAL, longitude REAL,
    capacity INTEGER, phone TEXT, own INTEGER NOT NULL DEFAULT 0, more TEXT
) STRICT;
CREATE TABLE staff (id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, active INTEGER NOT NULL) STRICT;
CREATE TABLE household (id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE person (
    id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, household_id TEXT NOT NULL, shelter_id TEXT NOT NULL,
    name TEXT NOT NULL, kana TEXT, latin TEXT, other_names TEXT, sex TEXT, birth TEXT, age_years INTEGER, age_on TEXT,
    nationality TEXT, address TEXT, phone TEXT, contact TEXT, telling TEXT, room TEXT, notify TEXT, note TEXT,
    registered_at TEXT NOT NULL, merged_into TEXT, removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX person_of_household ON person (household_id);
CREATE INDEX person_by_birth ON person (birth);
CREATE INDEX person_merged ON person (merged_into) WHERE merged_into IS NOT NULL;
CREATE TABLE language (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL, tag TEXT NOT NULL, level TEXT, script TEXT,
    position INTEGER NOT NULL, removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX language_of_person ON language (person_id, position, tag, level, script) WHERE removed = 0;
CREATE INDEX language_by_tag ON language (tag, person_id) WHERE removed = 0;
CREATE TABLE need (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL, kind TEXT NOT NULL, state TEXT, detail TEXT, noted_at TEXT,
    met_at TEXT
) STRICT;
CREATE INDEX need_of_person ON need (person_id);
CREATE INDEX need_by_kind ON need (kind, person_id, met_at) WHERE state = 'yes';
CREATE TABLE consent (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL, audience TEXT NOT NULL, given INTEGER, at TEXT
) STRICT;
CREATE INDEX consent_of_person ON consent (person_id);
CREATE TABLE movement (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL, kind TEXT NOT NULL, at TEXT NOT NULL, shelter_id TEXT NOT NULL,
    destination TEXT, reason TEXT, back_on TEXT, by TEXT NOT NULL, voids TEXT
) STRICT;
CREATE INDEX movement_of_person ON movement (person_id, at);
CREATE INDEX movement_in_time ON movement (at);
CREATE INDEX movement_voids ON movement (voids) WHERE voids IS NOT NULL;
CREATE TABLE handout (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL, item TEXT NOT NULL, at TEXT NOT NULL, quantity INTEGER NOT NULL,
    by TEXT NOT NULL, voids TEXT
) STRICT;
CREATE INDEX handout_of_person ON handout (person_id, at);
CREATE INDEX handout_in_time ON handout (at);
CREATE INDEX handout_voids ON handout (voids) WHERE voids IS NOT NULL;
CREATE TABLE apart (id TEXT PRIMARY KEY, one TEXT NOT NULL, other TEXT NOT NULL, stands INTEGER NOT NULL) STRICT;
CREATE TABLE sheet (id TEXT PRIMARY KEY, language TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL) STRICT;
CREATE INDEX sheet_of_language ON sheet (language, at);

-- Of this laptop only: not journalled, not merged.
CREATE TABLE local (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE draft (id TEXT PRIMARY KEY, kind TEXT NOT NULL, data TEXT NOT NULL, at TEXT NOT NULL) STRICT;

-- Made from the rows above whenever they change; can be made anew at any time.
CREATE TABLE presence (
    person_id TEXT PRIMARY KEY, state TEXT NOT NULL, since TEXT, shelter_id TEXT NOT NULL, counted INTEGER NOT NULL,
    registered_at TEXT NOT NULL, languages TEXT NOT NULL, reach TEXT NOT NULL, nationality TEXT NOT NULL,
    room TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX presence_by_state ON presence (counted, state, since, shelter_id);
CREATE INDEX presence_in_time ON presence (counted, since);
CREATE INDEX presence_by_language ON presence (counted, state, languages, reach, shelter_id, registered_at);
CREATE TABLE person_key (
    number INTEGER PRIMARY KEY, person_id TEXT NOT NULL UNIQUE, key TEXT NOT NULL, pairs TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE person_search USING fts5(
    key, content = 'person_key', content_rowid = 'number', tokenize = 'trigram', detail = 'none'
);
CREATE VIRTUAL TABLE person_pairs USING fts5(
    pairs, content = 'person_key', content_rowid = 'number', detail = 'none',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M*'"
);
CREATE TRIGGER person_key_added AFTER INSERT ON person_key
    BEGIN
        INSERT INTO person_search (rowid, key) VALUES (new.number, new.key);
        INSERT INTO person_pairs (rowid, pairs) VALUES (new.number, new.pairs);
    END;
CREATE TRIGGER person_key_changed AFTER UPDATE ON person_key
    BEGIN
        INSERT INTO person_search (person_search, rowid, key) VALUES ('delete', old.number, old.key);
        INSERT INTO person_pairs (person_pairs, rowid, pairs) VALUES ('delete', old.number, old.pairs);
        INSERT INTO person_search (rowid, key) VALUES (new.number, new.key);
        INSERT INTO person_pairs (rowid, pairs) VALUES (new.number, new.pairs);
    END;
CREATE TRIGGER person_key_deleted AFTER DELETE ON person_key
    BEGIN
        INSERT INTO person_search (person_search, rowid, key) VALUES ('delete', old.number, old.key);
        INSERT INTO person_pairs (person_pairs, rowid, pairs) VALUES ('delete', old.number, old.pairs);
    END;
"""


_TRAINING = """
-- Courses and drills. A plan is one JSON document: it is edited as a whole.
CREATE TABLE course (
    id TEXT PRIMARY KEY, plan TEXT NOT NULL, fiscal_year INTEGER NOT NULL, venue TEXT, organiser TEXT,
    copied_from TEXT, removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE instructor (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, organisation TEXT, proposed_by TEXT, topics TEXT, languages TEXT,
    contact TEXT, removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE participant (
    id TEXT PRIMARY KEY, course_id TEXT NOT NULL, name TEXT NOT NULL, organisation TEXT, role TEXT,
    quiz_percent INTEGER, removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX participant_of_course ON participant (course_id);
CREATE TABLE attendance (
    id TEXT PRIMARY KEY, participant_id TEXT NOT NULL, unit_id TEXT NOT NULL, at TEXT NOT NULL, means TEXT NOT NULL,
    by TEXT NOT NULL, removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX attendance_of_participant ON attendance (participant_id);
CREATE TABLE drill (
    id TEXT PRIMARY KEY, plan TEXT NOT NULL, held_on TEXT NOT NULL, begins TEXT NOT NULL, copied_from TEXT,
    started_at TEXT, ended_at TEXT, removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE drill_event (
    id TEXT PRIMARY KEY, drill_id TEXT NOT NULL, kind TEXT NOT NULL, ref TEXT NOT NULL, mark TEXT NOT NULL,
    at TEXT NOT NULL, by TEXT NOT NULL, text TEXT
) STRICT;
CREATE INDEX event_of_drill ON drill_event (drill_id, at);
CREATE TABLE participation (
    id TEXT PRIMARY KEY, drill_id TEXT NOT NULL, part TEXT NOT NULL, people INTEGER NOT NULL, means TEXT NOT NULL,
    at TEXT NOT NULL, language TEXT, nationality TEXT, name TEXT, organisation TEXT, code TEXT, by TEXT NOT NULL,
    voids TEXT
) STRICT;
CREATE INDEX participation_of_drill ON participation (drill_id, at);
CREATE INDEX participation_voids ON participation (voids) WHERE voids IS NOT NULL;
CREATE TABLE tool_use (
    id TEXT PRIMARY KEY, drill_id TEXT NOT NULL, tool TEXT NOT NULL, installed INTEGER NOT NULL,
    people INTEGER NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, voids TEXT
) STRICT;
CREATE INDEX tool_use_of_drill ON tool_use (drill_id);
CREATE TABLE rating (
    id TEXT PRIMARY KEY, drill_id TEXT NOT NULL, objective TEXT NOT NULL, rating TEXT, note TEXT
) STRICT;
CREATE INDEX rating_of_drill ON rating (drill_id);
CREATE TABLE finding (
    id TEXT PRIMARY KEY, drill_id TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, objective TEXT, cause TEXT,
    action TEXT, owner TEXT, due TEXT, done_on TEXT, followed_from TEXT, removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX finding_of_drill ON finding (drill_id);
CREATE TABLE feedback (
    id TEXT PRIMARY KEY, drill_id TEXT NOT NULL, language TEXT NOT NULL, answers TEXT NOT NULL, good TEXT,
    difficult TEXT, removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX feedback_of_drill ON feedback (drill_id);
CREATE TABLE expense (
    id TEXT PRIMARY KEY, paid_on TEXT NOT NULL, category TEXT NOT NULL, text TEXT NOT NULL,
    amount_yen INTEGER NOT NULL, receipt TEXT, funding TEXT, subject TEXT NOT NULL, subject_id TEXT,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX expense_in_time ON expense (paid_on);

-- How long a newcomer of drill mode waited for what; of this laptop only.
CREATE TABLE stopwatch (
    person_id TEXT PRIMARY KEY, begun_at TEXT NOT NULL, language_at TEXT, need_at TEXT, registered_at TEXT NOT NULL
) STRICT;
"""


@register_migrations()
def m001_people(db: Database) -> None:
    """Make the journal, the people and all that is kept of them."""
    for statement in split_statements(_FIRST):
        db.execute(statement)


@register_migrations()
def m002_training(db: Database) -> None:
    """Make what is kept of courses, drills and their costs."""
    for statement in split_statements(_TRAINING):
        db.execute(statement)


def split_statements(script: str) -> list[str]:
    """Return the statements of a script one by one; executescript would end the transaction it stands in."""
    from sqlcipher3.dbapi2 import complete_statement

    statements, lines = [], ""
    for line in script.splitlines(keepends=True):
        lines += line
        if complete_statement(lines):
            statements.append(lines.strip())
            lines = ""
    return statements


def pending_migrations(connection: Connection) -> list[str]:
    """Return what is still to be done to a register, by name."""
    done = _applied(connection)
    return [migration.name for migration in register_migrations._migrations if migration.name not in done]


def unknown_migrations(connection: Connection) -> list[str]:
    """Return what a newer version of the program has done to this register, by name."""
    known = {migration.name for migration in register_migrations._migrations}
    return [name for name in _applied(connection) if name not in known]


def _applied(connection: Connection) -> list[str]:
    rows = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = 'register' ORDER BY id")
    return [row[0] for row in rows]
