from hypothesis import given
from hypothesis import strategies as st

from disaster_support.content.slots import fill_slots, find_slots
from disaster_support.ruby import Ruby, parse_ruby, read_out

LETTERS = st.text(st.characters(exclude_characters="{}《》｜", codec="utf-8"), max_size=12)


def fill(marked: str, **values: str) -> tuple[str, str]:
    """Return the filled text, plain and as it is read."""
    text, ruby = fill_slots(*parse_ruby(marked), values)
    return text, read_out(text, ruby)


def test_slots_are_found_as_often_as_they_stand_there() -> None:
    assert find_slots("{start}～{end}、{start}") == ["start", "end", "start"]


def test_readings_stay_above_what_they_belong_to() -> None:
    filled = fill("水《みず》は{place}で{count}本《ほん》です。", place="体育館《たいいくかん》の前《まえ》", count="2")
    assert filled == ("水は体育館の前で2本です。", "みずはたいいくかんのまえで2ほんです。")


def test_a_slot_without_a_value_stays() -> None:
    assert fill("{date}、場所《ばしょ》：{place}", date="5月") == ("5月、場所：{place}", "5月、ばしょ：{place}")


def test_a_value_is_not_looked_into_again() -> None:
    assert fill("{one} {two}", one="{two}", two="2")[0] == "{two} 2"


@given(before=LETTERS, after=LETTERS, value=LETTERS)
def test_filling_a_slot_puts_the_value_in_its_place(before: str, after: str, value: str) -> None:
    text, ruby = fill_slots(f"{before}{{x}}{after}", (), {"x": value})
    assert (text, ruby) == (before + value + after, ())


@given(st.lists(st.tuples(LETTERS.filter(bool), st.booleans()), max_size=6), LETTERS)
def test_every_reading_stands_above_the_same_letters_afterwards(parts: list[tuple[str, bool]], value: str) -> None:
    text, ruby = "", []
    for part, has_reading in parts:
        ruby += [Ruby(len(text), len(text) + len(part), "よみ")] if has_reading else []
        text += part + "{x}"
    filled, moved = fill_slots(text, ruby, {"x": value})
    assert [filled[one.start : one.end] for one in moved] == [text[one.start : one.end] for one in ruby]
