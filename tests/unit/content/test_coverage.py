"""What the library must have at least, and that it says whatever the tools of others say (`coverage.toml`)."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from disaster_support.content.catalogue import Catalogue, open_catalogue
from disaster_support.content.library import Library, read_library
from disaster_support.content.model import Entry, Kind
from disaster_support.content.search import search

ROOT = Path(__file__).parents[3]
LEAST_ENTRIES, LEAST_SIGNS, LEAST_NOTICES, LEAST_ALLERGENS = 450, 120, 60, 28
LEAST_ITEMS = {  # of each tool that the library must not fall behind: the groups or lines that are known of it
    "clair-sheets-2006": 18,  # categories, of 166 messages
    "clair-board-1": 2,
    "clair-board-2": 7,
    "clair-board-3": 23,
    "clair-texts": 22,
    "show-me": 8,
    "ambulance-phrases": 28,  # that stand for 46 phrases
    "red-cross-phrasebook": 21,  # topics, of 60 questions
    "tochigi-signs": 15,
    "allergens": 28,
}
LEAST_NAMED = {"ambulance-phrases": 46, "red-cross-phrasebook": 60, "tochigi-signs": 50}  # entries of ours
BOARD_3 = (  # the evacuee's board, line by line
    *("食事の制限がある", "持病がある", "妊娠している", "障害がある", "体調が悪い", "お祈りをしたい", "授乳したい"),
    *(
        "個室・人に見えない場所を使いたい",
        "ペットがいる",
        "Wi-Fiを使いたい",
        "携帯電話を充電したい",
        "家族に連絡したい",
    ),
    *("大使館に連絡したい", "今、家に帰りたい", "交通機関を知りたい", "水", "毛布", "おむつ", "生理用品", "食べ物"),
    *("ハラルフード", "薬", "ミルク"),
)
REQUIRED_ALLERGENS = ("えび", "かに", "くるみ", "小麦", "そば", "卵", "乳", "落花生（ピーナッツ）")
HAZARDS = {"river": "氾濫", "rain": "大雨", "landslide": "土砂災害", "surge": "高潮"}
LEVELS = {2: "注意報", 3: "警報", 4: "危険警報", 5: "特別警報"}
NEW_WARNINGS = "2026-05-28"
"""The day from which the four hazards have the level in their name. Source: Japan Meteorological Agency."""
OLD_NAMES = {
    "氾濫発生情報": "レベル5氾濫特別警報",
    "氾濫危険情報": "レベル4氾濫危険警報",
    "氾濫警戒情報": "レベル3氾濫警報",
    "氾濫注意情報": "レベル2氾濫注意報",
    "土砂災害警戒情報": "レベル4土砂災害危険警報",
    "大雨特別警報（浸水害）": "レベル5大雨特別警報",
    "大雨警報（土砂災害）": "レベル3土砂災害警報",
    "洪水警報": "レベル3氾濫警報",
    "避難勧告": "避難指示",
}


@dataclass(frozen=True)
class Tool:
    """A tool of others: its lines or groups, and the entries of ours that say each."""

    items: Mapping[str, tuple[str, ...]]


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(ROOT / "resources", ROOT / "translations")


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return open_catalogue(ROOT / "resources", ROOT / "translations", tmp_path_factory.mktemp("compiled"))


@pytest.fixture(scope="module")
def tools() -> dict[str, Tool]:
    table = tomllib.loads((ROOT / "resources" / "library" / "coverage.toml").read_text(encoding="utf-8"))
    for tool in table["tool"]:
        assert tool["source"].strip()
        assert all(tool["name"][tag].strip() for tag in ("ja", "en"))
    return {tool["id"]: Tool({item["name"]: tuple(item["entries"]) for item in tool["item"]}) for tool in table["tool"]}


@pytest.fixture(scope="module")
def whole(library: Library) -> dict[str, Entry]:
    """The entries that have a text in every language of the first wave."""
    tags = [language.tag for language in library.structure.languages.values() if language.wave == 1]
    assert len(tags) == 16
    return {
        id_: entry
        for id_, entry in library.structure.entries.items()
        if all(id_ in library.texts[tag] and library.texts[tag][id_].text.strip() for tag in tags)
    }


def test_the_library_is_as_large_as_it_must_be(whole: dict[str, Entry]) -> None:
    kinds = Counter(entry.kind for entry in whole.values())
    assert len(whole) >= LEAST_ENTRIES
    assert kinds[Kind.SIGN] >= LEAST_SIGNS
    assert kinds[Kind.NOTICE] >= LEAST_NOTICES
    assert sum(id_.startswith("food.allergen.") for id_ in whole) >= LEAST_ALLERGENS


def test_notices_have_slots(whole: dict[str, Entry]) -> None:
    assert sum(bool(entry.slots) for entry in whole.values() if entry.kind is Kind.NOTICE) >= LEAST_NOTICES


def test_every_tool_is_there_with_all_that_is_known_of_it(tools: dict[str, Tool]) -> None:
    assert {id_: len(tool.items) for id_, tool in tools.items() if len(tool.items) < LEAST_ITEMS[id_]} == {}
    assert set(tools) == set(LEAST_ITEMS)
    assert set(BOARD_3) <= set(tools["clair-board-3"].items)
    assert set(REQUIRED_ALLERGENS) <= set(tools["allergens"].items)
    named = {id_: {entry for ids in tools[id_].items.values() for entry in ids} for id_ in LEAST_NAMED}
    assert [id_ for id_, least in LEAST_NAMED.items() if len(named[id_]) < least] == []


def test_every_item_is_said_in_every_language(tools: dict[str, Tool], whole: dict[str, Entry]) -> None:
    items = [(id_, name, ids) for id_, tool in tools.items() for name, ids in tool.items.items()]
    assert [(id_, name) for id_, name, ids in items if not ids] == []
    assert [(id_, name, one) for id_, name, ids in items for one in ids if one not in whole] == []


@pytest.mark.parametrize("hazard", HAZARDS)
@pytest.mark.parametrize("level", LEVELS)
def test_the_new_warnings_are_there_from_their_day(library: Library, level: int, hazard: str) -> None:
    name = f"レベル{level}{HAZARDS[hazard]}{LEVELS[level]}"
    found = [id_ for id_ in library.structure.entries if library.texts["ja"][id_].source == name]
    assert len(found) == 1, name
    entry = library.structure.entries[found[0]]
    assert (entry.kind, entry.since) == (Kind.ALERT, NEW_WARNINGS)
    assert str(level) in entry.numbers, "every translation must keep the level"


@pytest.mark.parametrize(("old", "new"), OLD_NAMES.items())
def test_an_old_name_finds_the_new(catalogue: Catalogue, old: str, new: str) -> None:
    found = [text.text for entry in search(catalogue, old) if (text := catalogue.text(entry.id, "ja"))]
    assert any(new in text for text in found), found


def test_nothing_is_still_called_by_an_old_name(library: Library) -> None:
    former = {name for entry in library.structure.entries.values() for name in entry.formerly}
    assert len(former) >= 20
    assert former & {text.source for text in library.texts["ja"].values()} == set()
