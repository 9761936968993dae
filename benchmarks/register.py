"""A register of 100,000 invented people, beside the same rows on bare sqlite3.

What each row is:

- "open": from the passphrase, with its slow function; "without Argon2" from the key that it gives. Modules are loaded.
  What is beside both is the opening of the bare file.
- "add one person": a household of one with languages, needs and consents, until the disk has it.
- "find as typed": names in their scripts, in kana and in Latin letters, single letters, telephones, cards; the people
  that a page shows.
- "likely duplicates": of a newcomer at the door. "count by language": of everybody here.
- "roster of 500": read from the register and drawn to the PDF.
- "import of 10,000 rows": read already, into the full register, known people looked for.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.bare_register import AIM, BareRegister, Do, copy_bare, name_row, open_bare, time_beside
from benchmarks.measure import Row, percentile, time_each
from disaster_support.app import build_context
from disaster_support.context import Context
from disaster_support.features.reception.duplicates import likely_duplicates
from disaster_support.features.reception.exchange_in import add_intakes, import_people
from disaster_support.features.reception.intake import Intake, read_details
from disaster_support.features.reception.model import Details, Filters
from disaster_support.features.reception.paper.roster import build_roster, roster_row
from disaster_support.features.reception.sample import invent_people
from disaster_support.features.reception.service import find_people, register_household
from disaster_support.features.reception.tables import Row as ListRow
from disaster_support.printing import Typesetter, render_pdf
from disaster_support.storage.counts import count_languages
from disaster_support.storage.people import load_people
from disaster_support.storage.register import Register, _open, create_register, open_register

PEOPLE, IMPORTED, ADDED, QUICK = 100_000, 10_000, 100, 20
PASSPHRASE = "a passphrase for benchmarks"
SHOWN = 50
QUERIES = tuple(
    query
    for line in (
        "山田,山,田中 花子,佐藤,鈴木 一郎,高橋,翔,太郎,やまだ,ヤマダ,ﾔﾏﾀﾞ,さとう,た,すずき はなこ",
        "yamada,sato,suzuki hanako,tanaka,takahashi,ito,y,ya,ta,a,an,taro yamada",
        "nguyen,Nguyễn,Nguyễn Văn,Trần,tran thi,hoa,maria,santos,João,joao,silva,dela cruz",
        "王,李,wang,김,kim,थापा,thapa,gurung,သီ,thi,สม,rahman,محمد,ivanov",
        "090,0900000,090-0000-0012,0012,A-1-1,a-1200-1,A-99,yamda taro,nguyem,zzzz unknowable",
    )
    for query in line.split(",")
)
NEWCOMERS = (
    Details(name="山田 太郎", kana="ヤマダ タロウ", birth="1985-03-04"),
    Details(name="Nguyễn Văn An", birth="1990-01-01", phone="090-0000-0012"),
    Details(name="Maria Santos"),
    Details(name="佐藤 花子", birth="1950-06-15"),
    Details(name="김민수"),
    Details(name="Sita Gurung", birth="2001-11-30"),
)


def measure(home: Path, runs: int) -> list[Row]:
    """Build the register and its peer, and measure both in turn; a quick run does with a twentieth of the people."""
    context, part = build_context(), 1 if runs > 2 else QUICK
    folder, many, imported = home / "register", PEOPLE // part, IMPORTED // part
    intakes = _invent(context, many + imported + ADDED)
    created = create_register(folder, "訓練", "体育館", "山田", PASSPHRASE, context.clock)
    for start in range(0, many, IMPORTED):
        add_intakes(created.register, intakes[start : min(start + IMPORTED, many)])
    key, bare = created.register.key, copy_bare(created.register, home / "bare.db")
    created.register.close()
    rows = _measure_opening(context, folder, key, bare.path, runs)
    register = open_register(folder, PASSPHRASE, context.clock)
    try:
        return [*rows, *_measure_work(context, register, bare, intakes[many:], runs)]
    finally:
        register.close()
        bare.close()


def _invent(context: Context, people: int) -> list[Intake]:
    now = context.clock().astimezone()
    rows = invent_people(people, 1, now.date(), context.paths.resources / "sample")
    return [read_details(row, now) for row in rows]


def _measure_opening(context: Context, folder: Path, key: bytes, bare: Path, runs: int) -> list[Row]:
    ways: tuple[tuple[str, Callable[[], object], str], ...] = (
        ("open", lambda: open_register(folder, PASSPHRASE, context.clock).close(), ""),
        ("open without Argon2", lambda: _open(folder, key, context.clock).close(), AIM),
    )
    rows = []
    for what, way, aim in ways:
        ours = time_each([way] * runs)
        theirs = time_each([lambda: open_bare(bare).close()] * runs)
        rows.append(name_row(f"register: {what}", percentile(ours, 0.5), percentile(theirs, 0.5), aim))
    return rows


def _measure_work(
    context: Context, register: Register, bare: BareRegister, more: Sequence[Intake], runs: int
) -> list[Row]:
    adding: list[Do] = [lambda source, one=one: register_household(source, [one.details]) for one in more[:ADDED]]
    finding: list[Do] = [lambda source, text=text: find_people(source, Filters(text=text), SHOWN) for text in QUERIES]
    doubting: list[Do] = [lambda source, one=one: likely_duplicates(source, one) for one in NEWCOMERS]
    drawing = [_make_roster(context, register)]
    listed = [ListRow(number, one) for number, one in enumerate(more[ADDED:], 1)]
    return [
        *time_beside("register: add one person", register, bare, adding),
        *time_beside("register: find as typed", register, bare, finding * runs, "10 ms or less"),
        *time_beside("register: likely duplicates of a newcomer", register, bare, doubting * runs, "50 ms or less"),
        *time_beside("register: count by language", register, bare, [count_languages] * runs),
        *time_beside("register: roster of 500 to PDF", register, bare, drawing * max(2, runs // 2)),
        *time_beside(
            f"register: import of {len(listed)} rows",
            *(register, bare),
            [lambda source: import_people(source, listed, len(listed), lambda *_steps: None)],
        ),
    ]


def _make_roster(context: Context, register: Register) -> Do:
    ids = [row[0] for row in register.query("SELECT id FROM person LIMIT 500")]
    typesetter, now = Typesetter(context.catalogue.languages), context.clock()

    def draw(source: Any) -> None:
        rows = [roster_row(one, one.household_id, now.date()) for one in load_people(source, ids)]
        render_pdf(build_roster(rows, context.catalogue, typesetter, at=now), typesetter)

    draw(register)  # fonts, and the shapes of words
    return draw
