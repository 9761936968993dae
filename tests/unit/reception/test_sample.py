"""Invented people: the same for a seed, in many scripts, and such as the register takes them without a word."""

import csv
import unicodedata
from collections import Counter, defaultdict
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest

from disaster_support.content.scripts import find_foreign_letters, script_name
from disaster_support.features.reception.columns import COLUMNS
from disaster_support.features.reception.intake import read_details
from disaster_support.features.reception.languages_text import read_languages
from disaster_support.features.reception.model import Sex, State
from disaster_support.features.reception.sample import invent_people, write_people
from disaster_support.features.reception.sample_names import Member, name_household, read_groups

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "sample"
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LETTERS = {  # what the library has no language of
    "Armn": "ARMENIAN",
    "Ethi": "ETHIOPIC",
    "Geor": "GEORGIAN",
    "Gujr": "GUJARATI",
    "Guru": "GURMUKHI",
    "Hebr": "HEBREW",
    "Telu": "TELUGU",
}
FAMOUS = {  # people whose names lie near: both halves are common
    "李娜", "李强", "刘涛", "马丽", "林俊傑", "渡辺直美", "小林幸子", "高橋大輔", "山本太郎", "木村清", "渡辺翔太",
    "박서준", "이준호", "Nguyễn Quang Hải", "Phạm Đức Huy", "Ramon Bautista", "Somchai Wongsawat", "Rohit Sharma",
    "Manoj Kumar", "عمران خان", "محمد علی", "Kevin Smith", "Brian Wilson", "Andrew Johnson", "Julia Fischer",
    "Murat Yıldırım", "محمد رمضان", "خالد يوسف", "علی کریمی", "Տիգրան Պետրոսյան", "Արամ Խաչատրյան", "דוד לוי",
    "မင်း ကို နိုင်", "Hendra Setiawan", "Dewi Lestari", "সাকিব খান", "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ ਸੰਧੂ",
}  # fmt: skip


def invent(people, seed=1):
    return list(invent_people(people, seed, TODAY, FOLDER))


@pytest.fixture(scope="module")
def crowd():
    return invent(5000)


@pytest.fixture(scope="module")
def groups():
    return {group.id: group for group in read_groups(FOLDER)}


def find_group(groups, row):
    """The group by its main language; nobody has two groups' languages first."""
    return next(group for group in groups.values() if group.language == row["languages"].split("=")[0].split(";")[0])


def find_strangers(text, group):
    letters = LETTERS.get(group.script)
    if letters:
        return [letter for letter in text if letter.isalpha() and script_name(letter) != letters]
    return list(find_foreign_letters(text, group.language, group.script))


def households(rows):
    found = defaultdict(list)
    for row in rows:
        found[row["household"]].append(row)
    return list(found.values())


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    for name in ("one.csv", "two.csv"):
        write_people(tmp_path / name, invent_people(300, 7, TODAY, FOLDER))
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()
    assert invent(300, 7) != invent(300, 8)


def test_the_first_people_do_not_depend_on_how_many_follow():
    assert invent(400)[:100] == invent(100)


@pytest.mark.parametrize("people", [0, 1, 2, 499])
def test_there_are_as_many_as_were_asked_for(people):
    assert len(invent(people)) == people


def test_the_file_is_the_documented_csv(tmp_path):
    rows = invent(50)
    write_people(tmp_path / "people.csv", iter(rows))
    with (tmp_path / "people.csv").open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.DictReader(file))
    assert read == rows
    assert tuple(read[0]) == COLUMNS


def test_the_register_takes_every_row_as_it_stands(crowd):
    for row in crowd:
        intake = read_details({column: text for column, text in row.items() if text}, NOW)
        assert intake.mends == ()
        assert intake.details.name == row["name"]
        assert intake.arrived_at is None or intake.arrived_at < NOW
        assert (intake.state is State.EXPECTED) == (intake.arrived_at is None)


def test_four_hundred_people_write_in_twenty_scripts(groups):
    scripts = {find_group(groups, row).script for row in invent(400)}
    assert len(scripts) >= 20


def test_most_are_japanese_and_then_the_largest_groups(crowd):
    counts = Counter(row["nationality"] for row in crowd if row["nationality"])
    assert [country for country, _count in counts.most_common(3)] == ["JP", "CN", "VN"]
    assert min(counts.values()) > 5


def test_households_have_one_to_six_people_and_most_live_alone(crowd):
    sizes = Counter(len(members) for members in households(crowd[:-6]))
    assert set(sizes) == {1, 2, 3, 4, 5, 6}
    assert sizes[1] > sizes[2] > sizes[3] > sizes[4] > sizes[5] > sizes[6]


def test_every_name_is_written_in_its_script(crowd, groups):
    for row in crowd:
        group = find_group(groups, row)
        assert unicodedata.is_normalized("NFC", row["name"])
        assert find_strangers(row["name"], group) == [], row["name"]
        assert not row["latin"] or row["latin"].isascii()
        assert row["latin"] == row["latin"].upper()


@pytest.mark.parametrize("side", ["families", "middles", "given"])
def test_every_word_has_a_passport_spelling_and_katakana(groups, side):
    for group in groups.values():
        for words in getattr(group, side).values():
            for word in words:
                assert bool(word.written) == bool(word.latin) == bool(word.kana)
                assert unicodedata.is_normalized("NFC", word.written)
                assert find_strangers(word.written, group) == [], word
                assert word.latin.isascii()
                assert all("ァ" <= letter <= "ー" for letter in word.kana), word


def test_there_are_names_enough(groups):
    for group in groups.values():
        assert sum(len(set(words)) for words in group.given.values()) >= 20, group.id
        assert len(set(group.families[Sex.MALE])) >= 14 or group.family_rule == "none", group.id


def test_nobody_is_called_like_somebody_famous():
    assert not FAMOUS & {
        row["name"].replace(" ", "") if " " not in row["name"] else row["name"] for row in invent(40_000)
    }


def last(row):
    return row["name"].split(" ")[-1]


def families_of(rows, groups, language):
    return [members for members in households(rows[:-6]) if find_group(groups, members[0]).language == language]


def test_a_nepali_household_shares_its_family_name(crowd, groups):
    families = families_of(crowd, groups, "ne")
    assert families
    assert all(len({last(row) for row in members}) == 1 for members in families)


def test_a_chinese_couple_keeps_two_family_names(crowd, groups):
    several = [{row["name"][0] for row in members} for members in families_of(crowd, groups, "zh-Hans")]
    assert any(len(names) == 2 for names in several)


def test_russian_women_have_women_s_family_names(crowd, groups):
    rows = [row for members in families_of(crowd, groups, "ru") for row in members if row["sex"] in ("female", "male")]
    assert {row["sex"] for row in rows} == {"female", "male"}
    assert all(last(row).endswith("а") == (row["sex"] == "female") for row in rows)


def test_vietnamese_names_begin_with_the_family(crowd, groups):
    group = groups["vi"]
    first = {word.written for word in group.families["male"]}
    names = [row["name"] for row in crowd if find_group(groups, row) is group]
    assert names
    assert all(name.split(" ")[0] in first and len(name.split(" ")) == 3 for name in names)


def test_indonesians_may_have_one_name_and_burmese_have_no_family(crowd, groups):
    lengths = {len(row["name"].split(" ")) for row in crowd if find_group(groups, row).id == "id"}
    assert lengths == {1, 2, 3}
    assert groups["my"].families == {"male": [], "female": []}


@pytest.mark.parametrize("seed", range(20))
def test_mongolian_children_are_called_after_their_father(groups, seed):
    people = [Member(Sex.FEMALE), Member(Sex.MALE), Member(Sex.FEMALE, is_child=True), Member(Sex.MALE, is_child=True)]
    _mother, father, *children = name_household(groups["mn"], people, Random(seed))
    stem = father.written.split(" ")[1][:3]
    assert all(child.written.startswith(stem) for child in children)
    assert len({child.written.split(" ")[0] for child in children}) == 1


@pytest.mark.parametrize(("group", "place"), [("es", 1), ("pt-BR", 2)])
def test_two_family_names_come_from_both_parents(groups, group, place):
    people = [Member(Sex.MALE), Member(Sex.FEMALE), Member(Sex.FEMALE, is_child=True)]
    father, mother, child = (name.written.split(" ") for name in name_household(groups[group], people, Random(1)))
    assert child[place] == father[place]
    assert child[3 - place] == mother[place]


def test_the_telephones_ring_nobody(crowd):
    assert all(row["phone"][:9] in ("", "090-0000-", "080-0000-", "070-0000-") for row in crowd)
    assert all(
        row["contact"].startswith(("LINE", "WhatsApp")) or "@example." in row["contact"]
        for row in crowd
        if row["contact"]
    )


def test_answers_are_given_withheld_and_unknown(crowd):
    assert {"", "?", "-"} <= {row["birth"] for row in crowd}
    assert any(row["age_years"] and row["age_on"] == TODAY.isoformat() and not row["birth"] for row in crowd)
    assert {4, 7, 10} <= {len(row["birth"]) for row in crowd}
    assert {"", "yes", "no"} <= {row["consent_relatives"] for row in crowd}
    assert all(
        row["need_infant"][:3] == "yes" for row in crowd if row["need_diet"] and "2025-01" < row["birth"] < "2027"
    )


def test_a_household_speaks_its_language(crowd):
    for members in households(crowd):
        assert len({read_languages(row["languages"])[0].tag for row in members}) == 1
