"""The participation log of a drill with 5,000 entries, beside the same rows on bare sqlite3.

- "add one": a person counted by a key, until the disk has it. "scan one": of a card that may not count twice.
- "count": people by part, language and nationality. "list": all entries that stand; "newest": those a page shows.
"""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from benchmarks.bare_register import Do, copy_bare, time_beside
from benchmarks.measure import Row
from disaster_support.app import build_context
from disaster_support.features.drills.log import add_participation, count_participation, list_participation, tally
from disaster_support.features.drills.materials import load_drills
from disaster_support.features.drills.model import LogMeans, Part, Participation
from disaster_support.features.drills.service import new_drill
from disaster_support.storage.participation import insert_participation
from disaster_support.storage.register import Register, create_register

ENTRIES, ADDED, SHOWN = 5_000, 100, 200
LANGUAGES = ("vi", "zh-Hans", "ne", "my", "en", "fil", "id", "pt-BR", "ko", "es", "th", "km", "mn", "")
COUNTRIES = ("VN", "CN", "NP", "MM", "US", "PH", "ID", "BR", "KR", "PE", "TH", "KH", "MN", "")


def measure(home: Path, runs: int) -> list[Row]:
    """Fill the log of a drill, and measure it beside its peer in turn."""
    context = build_context()
    passphrase = "a passphrase for benchmarks"
    register = create_register(home / "drills", "訓練", "体育館", "山田", passphrase, context.clock).register
    try:
        plan = next(iter(load_drills(context.paths.resources).values()))
        drill_id = new_drill(register, plan, date(2026, 11, 23)).id
        _fill(register, drill_id)
        bare = copy_bare(register, home / "bare-drills.db")
        try:
            return [row for what, do in _actions(drill_id, runs) for row in time_beside(what, register, bare, do)]
        finally:
            bare.close()
    finally:
        register.close()


def _fill(register: Register, drill_id: str) -> None:
    with register.writing("log") as writer:
        for number in range(ENTRIES):
            insert_participation(writer, drill_id, _invent(number, writer.now))


def _invent(number: int, at: datetime) -> Participation:
    place = number % len(LANGUAGES)
    name = f"参加者 {number}" if number % 3 == 0 else ""
    return Participation("", Part.RESIDENT, 1 + number % 5, LogMeans.LIST, at, LANGUAGES[place], COUNTRIES[place], name)


def _actions(drill_id: str, runs: int) -> list[tuple[str, list[Do]]]:
    def scan(source: Any, number: int) -> None:
        card = Participation("", Part.RESIDENT, 1, LogMeans.SCAN, source.clock(), "vi", code=f"DS{number}")
        add_participation(source, drill_id, card)

    adding: list[Do] = [lambda source: tally(source, drill_id, Part.RESIDENT, "vi")] * ADDED
    scanning: list[Do] = [lambda source, number=number: scan(source, number) for number in range(ADDED)]
    counting: list[Do] = [lambda source: count_participation(source, drill_id)] * runs
    listing: list[Do] = [lambda source: list_participation(source, drill_id)] * runs
    showing: list[Do] = [lambda source: list_participation(source, drill_id, SHOWN)] * runs
    return [
        ("drills: add one to the log", adding),
        ("drills: scan one into the log", scanning),
        ("drills: count the log", counting),
        ("drills: list the log", listing),
        (f"drills: the newest {SHOWN} of the log", showing),
    ]
