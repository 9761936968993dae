import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disaster_support.content.catalogue import Catalogue, open_catalogue
from disaster_support.content.compiled import SEARCH
from disaster_support.content.fold import fold, fold_romaji
from disaster_support.content.search import search
from disaster_support.content.search_keys import SearchKeys, join_keys
from tests.unit.content.small_library import Folders, build_folders

TEXTS = {
    "en": "Where is the Wi-Fi?",
    "vi": "Nhà vệ sinh ở đâu?",
    "th": "ห้องน้ำอยู่ที่ไหน",
    "my": "အိမ်သာ ဘယ်မှာလဲ။",
    "zh-Hans": "厕所在哪里？",
    "zh-Hant": "廁所在哪裡？",
    "pt-BR": "Onde fica o banheiro? Não há água.",
    "ja-simple": "トイレは どこですか。",
}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    library = build_folders(tmp_path_factory.mktemp("library"))
    for tag, text in TEXTS.items():
        library.translate(tag, {"place.toilet": text})
    return library.open()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("避難所", "place.shelter"),
        ("ひなん", "place.shelter"),
        ("ヒナン", "place.shelter"),
        ("ﾋﾅﾝ", "place.shelter"),
        ("hinanjo", "place.shelter"),
        ("hinanzyo", "place.shelter"),
        ("hinanjyo", "place.shelter"),
        ("HINANJŌ", "place.shelter"),
        ("hinannjo", "place.shelter"),
        ("hinanjou", "place.shelter"),
        ("といれ", "place.toilet"),
        ("toire", "place.toilet"),
        ("トイレ は", "place.toilet"),
        ("tachiiri", "place.keep_out"),
        ("tatiiri", "place.keep_out"),
        ("wi-fi", "place.toilet"),
        ("WIFI", "place.toilet"),
        ("nha ve sinh", "place.toilet"),
        ("o dau", "place.toilet"),
        ("nao ha agua", "place.toilet"),
        ("ห้องน้ำ", "place.toilet"),
        ("ဘယ်မှာ", "place.toilet"),
        ("哪里", "place.toilet"),
    ],
)
def test_an_entry_is_found_by_any_way_of_writing_it(catalogue: Catalogue, text: str, found: str) -> None:
    assert found in [entry.id for entry in search(catalogue, text)]


@pytest.mark.parametrize("pair", [("oosaka", "ohsaka"), ("Tōkyō", "toukyou"), ("shinbun", "shimbun"),
                                  ("matcha", "mattya"), ("kin'en", "kinen"), ("jisin", "zishin"), ("huton", "futon"),
                                  ("tsunami", "tunami"), ("syokudô", "shokudoo"), ("raamen", "rāmen")])  # fmt: skip
def test_spellings_of_romaji_are_one(pair: tuple[str, str]) -> None:
    assert fold_romaji(pair[0]) == fold_romaji(pair[1])


def test_what_fits_best_comes_first(tmp_path: Path) -> None:
    texts = {"inside": "温水", "prefix": "水がほしい", "exact": "水", "word": "x"}
    entries = "".join(f'[[entry]]\nid = "{id_}"\nkind = "word"\nja = "{ja}"\nnote = "n"\n' for id_, ja in texts.items())
    library = build_folders(tmp_path, entries)
    library.translate("en", {"inside": "seawater", "word": "hot water", "prefix": "waters", "exact": "Water!"})
    catalogue = library.open()
    assert [entry.id for entry in search(catalogue, "水")] == ["exact", "prefix", "inside"]
    assert [entry.id for entry in search(catalogue, "water")] == ["exact", "prefix", "word", "inside"]
    assert [entry.id for entry in search(catalogue, "water", limit=2)] == ["exact", "prefix"]


def test_chosen_languages_come_first(tmp_path: Path) -> None:
    entries = "".join(f'[[entry]]\nid = "{id_}"\nkind = "word"\nja = "あ"\nnote = "n"\n' for id_ in ("one", "two"))
    library = build_folders(tmp_path, entries)
    library.translate("en", {"one": "sal"})
    library.translate("pt-BR", {"two": "sal"})
    catalogue = library.open()
    assert [entry.id for entry in search(catalogue, "sal")] == ["one", "two"]
    assert [entry.id for entry in search(catalogue, "sal", ["pt-BR"])] == ["two", "one"]


def test_an_alert_is_found_by_its_former_names_too(tmp_path: Path) -> None:
    alert = """
[[entry]]
id = "alert.flood"
kind = "alert"
ja = "レベル4氾濫危険警報《はんらんきけんけいほう》"
category = "danger"
since = "2026-05-28"
formerly = ["氾濫危険情報"]
note = "n"
"""
    catalogue = build_folders(tmp_path, alert).open()
    for typed in ("氾濫危険情報", "危険情報", "氾濫危険警報", "はんらんきけん", "レベル4"):
        assert [entry.id for entry in search(catalogue, typed)] == ["alert.flood"], typed


def test_a_slot_is_no_word_of_a_notice(tmp_path: Path) -> None:
    notice = """
[[entry]]
id = "notice.bus"
kind = "notice"
ja = "{place}からバスが来《き》ます。"
slots = [{ name = "place", type = "place" }]
note = "n"
"""
    library = build_folders(tmp_path, notice)
    library.translate("en", {"notice.bus": "A bus leaves from {place} soon."})
    catalogue = library.open()
    assert search(catalogue, "place") == []
    assert [entry.id for entry in search(catalogue, "from soon")] == ["notice.bus"]


@given(st.data())
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_part_of_any_text_finds_its_entry(catalogue: Catalogue, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([*TEXTS.values(), "トイレはどこですか。"]))
    start = data.draw(st.integers(0, len(text) - 2))
    part = text[start : data.draw(st.integers(start + 2, len(text)))]
    if sum(letter.isalpha() for letter in part) >= 2:
        assert "place.toilet" in [entry.id for entry in search(catalogue, part)]


SYLLABLES = ["a", "na", "ban", "a na", "na", "b"]
LONG = 400  # entries: more than are looked at one by one


@pytest.fixture(scope="module")
def long_library(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """Many entries of few letters, so that each is found in several ways, in three languages."""
    table = '[[entry]]\nid = "e{0}"\nkind = "word"\nja = "{1}"\nnote = "n"\n'
    entries = "".join(table.format(number, "あな" if number % 3 else "なばな") for number in range(LONG))
    library = build_folders(tmp_path_factory.mktemp("long"), entries)
    for tag, step in (("en", 1), ("vi", 7), ("pt-BR", 11)):
        library.translate(tag, {f"e{number}": _word(number * step) for number in range(0, LONG, step)})
    return library


def _word(number: int) -> str:
    return "".join(SYLLABLES[number // size % len(SYLLABLES)] for size in (1, 6, 36))


@pytest.mark.parametrize("preferred", [[], ["vi"], ["pt-BR", "en"]])
@pytest.mark.parametrize("text", ["a", "n", "ba", "na na", "ana", "あ", "な", "bananab", "b a", "z"])
def test_the_order_is_that_of_looking_at_every_text(long_library: Folders, text: str, preferred: list[str]) -> None:
    catalogue = long_library.open()
    best: dict[int, tuple[int, bool]] = {}
    for tag, keys in catalogue.search_keys.items():
        for number, key in enumerate(keys.text.split("\t")):
            form = text if tag in ("en", "vi", "pt-BR") else text.replace(" ", "")
            parts = (f"\n{form}\n", f"\n{form}", f" {form}", form)
            ranks = [rank for rank, part in enumerate(parts) if part in key]
            if ranks:
                found = (ranks[0], tag not in ("ja", *preferred))
                best[number] = min(best.get(number, found), found)
    ids = list(catalogue.entries)
    expected = [ids[number] for number in sorted(best, key=lambda number: (best[number], number))]
    assert [entry.id for entry in search(catalogue, text, preferred, limit=LONG + 1)] == expected
    assert [entry.id for entry in search(catalogue, text, preferred, limit=20)] == expected[:20]


@given(st.lists(st.text("ab\n ", max_size=4), min_size=1, max_size=5), st.text("ab\n ", min_size=1, max_size=3))
@settings(max_examples=200)
def test_keys_are_found_whether_looked_at_one_by_one_or_together(few: list[str], part: str) -> None:
    keys = few * 100
    joined = SearchKeys(join_keys(keys))
    expected = {number for number, key in enumerate(keys) if part in key}
    everything = set(range(len(keys)))
    assert set(joined.find(part, everything)) == expected
    some = set(range(0, len(keys), 40))
    assert set(joined.find(part, some)) == expected & some


def test_keys_are_loaded_when_the_first_is_looked_for(library: Folders, tmp_path: Path) -> None:
    library.open()
    (library.compiled / SEARCH).unlink()
    catalogue = open_catalogue(tmp_path / "no", tmp_path / "neither", library.compiled)
    assert catalogue.entries
    assert catalogue.problems == ()
    assert search(catalogue, "はい") == []
    assert [problem.file for problem in catalogue.problems] == [SEARCH]


@given(st.text())
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_typed_breaks_the_search(catalogue: Catalogue, text: str) -> None:
    for entry in search(catalogue, text):
        assert entry.id in catalogue.entries


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("text", ["", "  ", "。", "\u200b", "?!"])
def test_nothing_to_look_for_finds_nothing(catalogue: Catalogue, text: str) -> None:
    assert search(catalogue, text) == []


def test_a_search_is_quick(catalogue: Catalogue) -> None:
    search(catalogue, "x")
    start = time.perf_counter()
    for _ in range(100):
        search(catalogue, "toilet")
    assert (time.perf_counter() - start) / 100 < 0.01
