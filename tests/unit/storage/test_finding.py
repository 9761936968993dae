"""People are found by any part of any name, however it is typed."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disaster_support.features.reception.model import (
    Details,
    Filters,
    MovementKind,
    Need,
    NeedKind,
    NeedState,
    SpokenLanguage,
    State,
)
from disaster_support.storage import finding, keys, movements, people
from tests.helpers.registers import CHEAP, make_register
from tests.unit.storage.test_people import NAMES

PEOPLE = {
    "yamada": Details(
        name="山田 太郎", kana="ヤマダ タロウ", phone="090-0000-1234", room="体育館A", languages=(SpokenLanguage("ja"),)
    ),
    "ohno": Details(name="大野裕子", kana="おおの ゆうこ"),
    "ohara": Details(name="小原", kana="おはら"),
    "namba": Details(name="難波", kana="なんば", latin="NAMBA"),
    "susan": Details(name="Susan Miller", kana="スーザン・ミラー"),
    "duc": Details(
        name="Nguyễn Văn Đức", latin="NGUYEN VAN DUC", languages=(SpokenLanguage("vi"),), phone="+81 80-0000-5678"
    ),
    "minsu": Details(name="김민수", languages=(SpokenLanguage("ko"),), needs={NeedKind.MEDICINE: Need(NeedState.YES)}),
    "xiaoming": Details(name="王小明", contact="wechat xiaoming88"),
    "olena": Details(name="Олена Шевченко"),
    "obrien": Details(name="Seán O’Brien-Smith"),
    "tara": Details(name="तारा गुरुङ", other_names="Tara"),
    "odd": Details(name="100% _[*]?"),
}


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    usual, keys.USUAL_COST = keys.USUAL_COST, CHEAP
    register = make_register(tmp_path_factory.mktemp("finding")).register
    keys.USUAL_COST = usual
    with register.writing() as writer:
        names = {}
        for name, details in PEOPLE.items():
            names[people.add_person(writer, details, people.add_household(writer)[0], "s")] = name
        for who in names:
            movements.add_movement(writer, who, MovementKind.IN, "s")
    yield register, names
    register.close()


def find(known, text="", **filters):
    register, names = known
    return {names[one] for one in finding.find_ids(register, Filters(text=text, **filters))}


TYPED = {
    "yamada": ["山田", "山", "太郎", "山田太郎", "山田\u3000太郎", "太郎 山田", "やまだ", "ヤマダ",
        "ﾔﾏﾀﾞ", "ヤマダタロウ", "yamada",
        "YAMADA Taro", "taro yamada", "Tarō", "tarou", "ｙａｍａｄａ", "yama", "mada", "09000001234",
        "090-0000-1234", "1234", "０９０－００００－１２３４"],
    "ohno": ["ohno", "oono", "Ōno", "ono yuko", "yuuko", "大野\u3000裕子"],
    "ohara": ["ohara", "hara", "A-3-1", "a-3-1", "Ａ－３－１"],
    "namba": ["namba", "nanba", "なんば"],
    "susan": ["スーザン", "suzan", "miller susan", "Miller, Susan", "ミラー"],
    "duc": ["nguyen duc", "nguyễn", "Nguyễn", "Đức", "duc", "van duc", "080 0000 5678", "+81 80 0000 5678"],
    "minsu": ["김", "민수", "김민수"],
    "xiaoming": ["小明", "xiaoming", "明", "xiaoming88"],
    "olena": ["Олена", "шевч", "olena", "Olena Shevchenko"],
    "obrien": ["Sean", "obrien", "O'Brien", "brien-smith"],
    "tara": ["तारा", "गुरुङ", "tara"],
    "odd": ["100%", "_[", "*", "?", "]?"],
}  # fmt: skip


@pytest.mark.parametrize(("who", "typed"), [(who, typed) for who, many in TYPED.items() for typed in many])
def test_found_as_typed(known, who, typed):
    assert who in find(known, typed)


@pytest.mark.parametrize("typed", ["山田 花子", "%", "a%", "xyz", "01234", "  "])
def test_not_everybody_is_found(known, typed):
    found = find(known, typed)
    assert found == set(PEOPLE) if not typed.strip() else found <= {"odd", "yamada"}


@pytest.mark.parametrize(
    ("typed", "who"), [("yamda taro", "yamada"), ("nguyem van duk", "duc"), ("shevchenka", "olena")]
)
def test_a_slip_of_the_fingers_finds_the_similar(known, typed, who):
    assert who in find(known, typed)


def test_filters_narrow_down(known):
    assert find(known, language="vi") == {"duc"}
    assert find(known, need=NeedKind.MEDICINE) == {"minsu"}
    assert find(known, room="体育館A") == {"yamada"}
    assert find(known, "a", room="体育館A") == {"yamada"}
    assert find(known, "nguyem van duk", language="ja") == set()
    assert find(known, state=State.LEFT) == set()
    assert find(known, shelter_id="s") == set(PEOPLE)
    assert find(known, "o", state=State.HERE, shelter_id="t") == set()


def test_the_count_is_that_of_the_list(known):
    for text in ("", "山", "a", "an", "nguyen duc", "090", "tara"):
        assert finding.count_matching(known[0], Filters(text=text)) == len(find(known, text))
    assert finding.count_matching(known[0], Filters(language="ko")) == 1


def test_the_newest_come_first_and_no_more_than_asked(register):
    with register.writing() as writer:
        ids = [
            people.add_person(writer, Details(name=f"An {one}"), people.add_household(writer)[0], "s")
            for one in range(9)
        ]
    assert finding.find_ids(register, Filters(text="an"), limit=3) == ids[:-4:-1]
    assert finding.find_ids(register, Filters(text="an "), limit=3) == ids[:-4:-1]


def test_who_was_removed_is_not_found_and_a_changed_name_is(register):
    with register.writing() as writer:
        who = people.add_person(writer, Details(name="Anna"), people.add_household(writer)[0], "s")
    person = people.get_person(register, who)
    with register.writing() as writer:
        people.change_person(writer, person, Details(name="Berta"))
    assert finding.find_ids(register, Filters(text="anna")) == []
    assert finding.find_ids(register, Filters(text="berta")) == [who]
    with register.writing() as writer:
        people.mark_removed(writer, who, True)
    assert finding.find_ids(register, Filters(text="berta")) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(NAMES), st.data())
def test_any_part_of_any_name_finds_it(register, name, data):
    name = unicodedata.normalize("NFKC", name)  # ﾀﾞ is one letter
    with register.writing() as writer:
        who = people.add_person(writer, Details(name=name), people.add_household(writer)[0], "s")
    start = data.draw(st.integers(0, len(name) - 1))
    part = name[start : data.draw(st.integers(start + 1, len(name)))]
    if part.strip("・’- "):
        assert who in finding.find_ids(register, Filters(text=part), limit=1000), part
