"""Reading the library's structure: the TOML under `resources/library`."""

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from disaster_support.bilingual import Bilingual
from disaster_support.content.languages import build_language, load_languages
from disaster_support.content.model import (
    SOURCE_LANGUAGE,
    Category,
    Entry,
    Kind,
    Language,
    Pack,
    Problem,
    Situation,
    Slot,
    SlotType,
    Structure,
)

ALL = "all"  # in the place of a pack's signs: those that will be written are not forgotten
TITLES = "titles"  # entries that only head a situation's page
Table = dict[str, Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sources:
    """The structure, the Japanese of every entry with its ruby marks, and what could not be read."""

    structure: Structure
    japanese: dict[str, str]
    problems: tuple[Problem, ...]


def read_sources(folder: Path) -> Sources:
    """Read all TOML of the library; a broken file or table is left out and reported."""
    problems: list[Problem] = []
    languages = _read_languages(folder / "languages.toml", problems)
    situations = _read_tables(folder / "situations.toml", "situation", _situation, problems)
    entries: dict[str, tuple[Entry, str]] = {}
    for path in list_entry_files(folder, [situation.id for situation in situations]):
        for entry, japanese in _read_tables(path, "entry", partial(_entry, path.stem), problems):
            if entry.id in entries:
                problems.append(Problem("duplicate-id", f"entries/{path.name}", _line_of(path, entry.id), entry.id))
            else:
                entries[entry.id] = (entry, japanese)
    signs = tuple(id_ for id_, (entry, _) in entries.items() if entry.kind is Kind.SIGN)
    packs = _read_tables(folder / "packs.toml", "pack", partial(_pack, signs), problems)
    structure = Structure(
        languages=languages,
        entries={id_: entry for id_, (entry, _) in entries.items()},
        situations=_fill(situations, [entry for entry, _ in entries.values()]),
        packs={pack.id: pack for pack in packs},
    )
    return Sources(structure, {id_: japanese for id_, (_, japanese) in entries.items()}, tuple(problems))


def list_entry_files(folder: Path, order: Iterable[str] = ()) -> list[Path]:
    """Return the entry files, in the order of the situations, then by name."""
    places = {name: place for place, name in enumerate(order)}
    return sorted((folder / "entries").glob("*.toml"), key=lambda path: (places.get(path.stem, len(places)), path.stem))


def _read_languages(path: Path, problems: list[Problem]) -> dict[str, Language]:
    try:
        languages = load_languages(path)
    except FileNotFoundError:
        problems.append(Problem("missing", path.name))
    except (ValueError, OSError) as error:
        problems.append(Problem("broken-structure", path.name, _line_in(str(error)), str(error)))
    else:
        return languages
    return {SOURCE_LANGUAGE: build_language(SOURCE_LANGUAGE, wave=1)}


def _read_tables(path: Path, key: str, build: Callable[[Table], T], problems: list[Problem]) -> list[T]:
    name = path.name if path.parent.name != "entries" else f"entries/{path.name}"
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8")).get(key, [])
    except FileNotFoundError:
        problems.append(Problem("missing", name))
        return []
    except (ValueError, OSError) as error:
        problems.append(Problem("broken-structure", name, _line_in(str(error)), str(error)))
        return []
    built: list[T] = []
    for table in tables:
        try:
            built.append(build(table))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            id_ = str(table.get("id", "")) if isinstance(table, dict) else ""
            problems.append(Problem("broken-table", name, _line_of(path, id_), f"{id_}: {error}"))
    return built


def _line_in(message: str) -> int:
    found = re.search(r"at line (\d+)", message)
    return int(found[1]) if found else 0


def _line_of(path: Path, id_: str) -> int:
    """Return the last line that gives this id: where two do, the second is the one to mend."""
    wanted = re.compile(rf"""\s*id\s*=\s*["']{re.escape(id_)}["']""")
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    return max((number for number, line in lines if wanted.match(line)), default=0)


def _entry(stem: str, table: Table) -> tuple[Entry, str]:
    entry = Entry(
        id=_text(table, "id"),
        kind=Kind(table["kind"]),
        situation=table.get("situation", stem),
        note=_text(table, "note"),
        pictogram=table.get("pictogram", ""),
        category=Category(table["category"]) if "category" in table else None,
        answers=tuple(table.get("answers", ())),
        forbids=bool(table.get("forbids", False)),
        numbers=tuple(str(number) for number in table.get("numbers", ())),
        since=str(table.get("since", "")),
        formerly=tuple(str(name) for name in table.get("formerly", ())),
        slots=tuple(_slot(slot) for slot in table.get("slots", ())),
    )
    return entry, _text(table, "ja")


def _slot(table: Table) -> Slot:
    label = table.get("label")
    return Slot(
        name=_text(table, "name"),
        type=SlotType(table["type"]),
        label=Bilingual(**label) if label else None,
        least=int(table.get("least", 0)),
        most=int(table.get("most", 0)),
        after=table.get("after", ""),
        counted=bool(table.get("counted", False)),
    )


def _situation(table: Table) -> Situation:
    return Situation(_text(table, "id"), _text(table, "title"), table.get("pictogram", ""))


def _pack(all_signs: tuple[str, ...], table: Table) -> Pack:
    signs = table.get("signs", [])
    if signs == ALL:
        signs = all_signs
    elif not isinstance(signs, list):
        raise ValueError(f'signs is a list of ids, or "{ALL}"')
    return Pack(_text(table, "id"), tuple(signs), tuple(table.get("boards", ())))


def _text(table: Table, key: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{key} is missing")
    return value.strip()


def _fill(situations: Iterable[Situation], entries: Iterable[Entry]) -> dict[str, Situation]:
    members: dict[str, list[str]] = {situation.id: [] for situation in situations}
    for entry in entries:
        members.get(entry.situation, []).append(entry.id)
    return {situation.id: replace(situation, entries=tuple(members[situation.id])) for situation in situations}
