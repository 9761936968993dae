from contextlib import suppress
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disaster_support.errors import UserError
from disaster_support.features.reception.dates import Birth, age_on, describe_birth, describe_example, read_birth
from disaster_support.features.reception.eras import ERAS
from disaster_support.features.reception.moments import read_moment

TODAY = date(2026, 11, 23)
JST = timezone(timedelta(hours=9))
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=JST)
DAYS = st.dates(date(1902, 1, 1), TODAY)


@pytest.mark.parametrize(
    ("typed", "birth"),
    [
        ("1985-03-04", "1985-03-04"),
        ("1985/3/4", "1985-03-04"),
        ("1985.3.4", "1985-03-04"),
        ("19850304", "1985-03-04"),
        ("1985年3月4日", "1985-03-04"),
        ("１９８５年３月４日", "1985-03-04"),
        ("1985－03－04", "1985-03-04"),
        ("1985-03-04 00:00:00", "1985-03-04"),
        ("1985-03", "1985-03"),
        ("1985年3月", "1985-03"),
        ("1985", "1985"),
        ("1985年", "1985"),
        ("昭和60年3月4日", "1985-03-04"),
        ("昭和60年3月4日生", "1985-03-04"),
        ("昭和六十年三月四日", "1985-03-04"),
        ("一九八五年三月四日", "1985-03-04"),
        ("昭和 60年 3月 4日", "1985-03-04"),
        ("S60.3.4", "1985-03-04"),
        ("s60/3/4", "1985-03-04"),
        ("Ｓ６０．３．４", "1985-03-04"),
        ("S.60.3.4", "1985-03-04"),
        ("S600304", "1985-03-04"),
        ("令和元年5月1日", "2019-05-01"),
        ("R1.5.1", "2019-05-01"),
        ("H12", "2000"),
        ("平成十二年", "2000"),
        ("S64.1.7", "1989-01-07"),
        ("S64", "1989"),
        ("H1.1", "1989-01"),
        ("T15.12.25", "1926-12-25"),
        ("昭和元年12月25日", "1926-12-25"),
        ("M45.7.30", "1912-07-30"),
        ("2000-02-29", "2000-02-29"),
        ("?", "?"),
        ("？", "?"),
        ("-", "-"),
        ("ー", "-"),
        (" ", None),
    ],
)
def test_a_birth_is_read_as_it_is_typed(typed, birth):
    assert read_birth(typed, TODAY) == Birth(birth)


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("34", 34),
        ("３４", 34),
        ("34歳", 34),
        ("34才", 34),
        ("満34歳", 34),
        ("0", 0),
        ("6か月", 0),
        ("6ヶ月", 0),
        ("6m", 0),
        ("生後10か月", 0),
        ("18か月", 1),
        ("1歳6か月", 1),
        ("三十四歳", 34),
        ("100", 100),
        ("34 years old", 34),
    ],
)
def test_an_age_is_kept_with_its_day(typed, years):
    assert read_birth(typed, TODAY) == Birth(None, years, "2026-11-23")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("昭和64年1月8日", "ran from 1926-12-25 to 1989-01-07"),
        ("S64.2", "outside 昭和"),
        ("S0.3.4", "outside 昭和"),
        ("平成31年5月1日", "outside 平成"),
        ("令和元年4月30日", "began on 2019-05-01"),
        ("1985-02-29", "no such day"),
        ("1985-13-01", "no such day"),
        ("1985-04-31", "no such day"),
        ("2027-01-01", "in the future"),
        ("R20.1.1", "in the future"),
        ("2026-11-24", "in the future"),
        ("1800-01-01", "125 years ago"),
        ("M1.12.1", "125 years ago"),
        ("126", "too old"),
        ("03/04/1985", "more than one way"),
        ("4.3.1985", "more than one way"),
        ("4.3.85", "more than one way"),
        ("198503", "no date of birth"),
        ("85-03-04", "more than one way"),
        ("yesterday", "no date of birth"),
    ],
)
def test_what_is_no_birth_is_refused_with_a_reason(typed, says):
    with pytest.raises(UserError, match=says):
        read_birth(typed, TODAY)


@given(DAYS)
def test_a_day_reads_the_same_in_either_calendar(day):
    era = next(era for era in reversed(ERAS) if era.first <= day)
    number = day.year - era.first.year + 1
    assert read_birth(f"{era.letter}{number}.{day.month}.{day.day}", TODAY).birth == day.isoformat()
    assert read_birth(f"{era.name}{number}年{day.month}月{day.day}日", TODAY).birth == day.isoformat()
    assert read_birth(f"{day:%Y%m%d}", TODAY).birth == day.isoformat()


@given(st.text(max_size=20))
def test_any_text_is_a_birth_or_a_sentence(text):
    try:
        birth = read_birth(text, TODAY)
    except UserError:
        return
    describe_birth(birth, "ja")
    age_on(birth, TODAY)


@pytest.mark.parametrize(
    ("birth", "japanese", "english"),
    [
        (Birth("1985-03-04"), "1985年3月4日（昭和60年）", "March 4, 1985"),
        (Birth("1989-01-07"), "1989年1月7日（昭和64年）", "January 7, 1989"),
        (Birth("1989-01"), "1989年1月（昭和64年・平成元年）", "January 1989"),
        (Birth("1989"), "1989年（昭和64年・平成元年）", "1989"),
        (Birth("2019-05-01"), "2019年5月1日（令和元年）", "May 1, 2019"),
        (Birth(None, 34, "2026-11-23"), "34歳（2026/11/23）", "34 (Nov 23, 2026)"),
        (Birth("?", 34), "34歳", "34"),
        (Birth("-"), "", ""),
        (Birth(), "", ""),
    ],
)
def test_a_birth_is_said_in_the_language(birth, japanese, english):
    assert describe_birth(birth, "ja") == japanese
    assert describe_birth(birth, "en") == english


@given(DAYS)
def test_what_is_said_in_japanese_can_be_typed_again(day):
    said = describe_birth(Birth(day.isoformat()), "ja").split("（")
    assert read_birth(said[0], TODAY).birth == day.isoformat()
    assert read_birth(said[1].strip("）"), TODAY).birth == f"{day.year}"


@pytest.mark.parametrize(
    ("birth", "age"),
    [
        (Birth("1985-11-23"), 41),
        (Birth("1985-11-24"), 40),
        (Birth("2024-02-29"), 2),
        (Birth("1985"), 40),
        (Birth("1985-10"), 41),
        (Birth("2026"), 0),
        (Birth(None, 34, "2024-11-24"), 35),
        (Birth(None, 34, "2024-11-23"), 36),
        (Birth("?", 34, None), 34),
        (Birth("?"), None),
        (Birth(), None),
    ],
)
def test_an_age_counts_full_years(birth, age):
    assert age_on(birth, TODAY) == age


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("2026-11-22T18:30:00+09:00", "2026-11-22T18:30"),
        ("2026-11-22T18:30:00+00:00", "2026-11-23T03:30"),
        ("2026-11-22 18:30", "2026-11-22T18:30"),
        ("2026/11/22 18:30", "2026-11-22T18:30"),
        ("2026/11/22 18:30:15", "2026-11-22T18:30"),
        ("令和8年11月22日 18時30分", "2026-11-22T18:30"),
        ("R8.11.22 18:30", "2026-11-22T18:30"),
        ("2026-11-22", "2026-11-22T00:00"),
        ("11/22 18:30", "2026-11-22T18:30"),
        ("11月22日18時30分", "2026-11-22T18:30"),
        ("11月22日 午後6時半", "2026-11-22T18:30"),
        ("12/31 18:30", "2025-12-31T18:30"),
        ("08:30", "2026-11-23T08:30"),
        ("８：３０", "2026-11-23T08:30"),
        ("18:30", "2026-11-22T18:30"),
        ("6:30 pm", "2026-11-22T18:30"),
        ("午前0時5分", "2026-11-23T00:05"),
        ("12:05 am", "2026-11-23T00:05"),
    ],
)
def test_a_moment_is_read_as_it_is_typed(typed, moment):
    assert read_moment(typed, NOW).strftime("%Y-%m-%dT%H:%M") == moment
    assert read_moment(typed, NOW).tzinfo is JST


@pytest.mark.parametrize(
    "typed", ["25:00", "18:61", "soon", "", "2/29 10:00", "2026-11-23 09:01", "2027-01-01", "2026"]
)
def test_what_is_no_moment_is_refused(typed):
    with pytest.raises(UserError):
        read_moment(typed, NOW)


@pytest.mark.parametrize(
    ("language", "era"),
    [("th", "ค.ศ."), ("ne", "सन्"), ("ja-simple", "西暦"), ("zh-Hant", "西元"), ("fa", "م."), ("xx-none", "AD")],
)
def test_the_example_of_a_date_names_the_calendar_of_passports(language, era):
    typed, _equals, said = describe_example(language).partition(" = ")
    assert read_birth(typed, date(2026, 11, 23)).birth == typed
    assert era in said


@given(st.text(max_size=25))
def test_any_text_is_a_moment_or_a_sentence(text):
    with suppress(UserError):
        assert read_moment(text, NOW) <= NOW
