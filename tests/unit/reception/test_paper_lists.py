from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disaster_support.documents.model import Box, Line, Pictogram, QrCode, TextBox
from disaster_support.errors import UserError
from disaster_support.features.reception.model import (
    Audience,
    Consent,
    Details,
    Level,
    Need,
    NeedKind,
    NeedState,
    Person,
    SpokenLanguage,
    State,
)
from disaster_support.features.reception.paper.count_sheet import (
    AgeBand,
    CountSheet,
    LanguageLine,
    age_band,
    build_count_sheets,
    count_ages,
)
from disaster_support.features.reception.paper.public_list import build_public_list
from disaster_support.features.reception.paper.recovery_sheet import build_recovery_sheet
from disaster_support.features.reception.paper.roster import Order, RosterRow, build_roster, roster_row
from disaster_support.features.reception.words import NEED_PICTOGRAMS
from disaster_support.printing import render_pdf

AT = datetime(2026, 11, 23, 6, 30)
NAMES = ("မသီတာ အောင်", "Nguyễn Thị Mai", "山田 太郎", "عبد الرحمن", "राम बहादुर थापा", "Сайханбаяр" * 6)


def texts_of(document):
    return [item.text.string for page in document.pages for item in page.items if isinstance(item, TextBox)]


def rows(count):
    return [
        RosterRow(
            *(f"A-{place // 3 + 1}-{place % 3 + 1}", NAMES[place % len(NAMES)], "", "", "female", place % 90),
            languages=(SpokenLanguage(("my", "vi", "bo")[place % 3], Level.INTERPRETER),),
            needs=tuple(NeedKind)[: place % 5],
            room=("体育館", "1-2", "1-10", "")[place % 4],
            household=f"A-{place // 3 + 1}",
        )
        for place in range(count)
    ]


def test_long_roster_has_its_head_and_number_on_every_page(real, real_typesetter):
    document = build_roster(rows(90), real, real_typesetter, at=AT, shelter="中央小学校")
    count = len(document.pages)
    assert count > 3
    for place, page in enumerate(document.pages, 1):
        said = texts_of(replace(document, pages=(page,)))
        assert {"Name", "Room", "中央小学校"} <= set(said)
        assert any(text.endswith(f"{place}/{count}") for text in said)
    assert sum(text in {row.number for row in rows(90)} for text in texts_of(document)) == 90
    render_pdf(document, real_typesetter)


def test_no_row_runs_off_its_page(real, real_typesetter):
    for page in build_roster(rows(90), real, real_typesetter, at=AT).pages:
        footer = max(item.y1_mm for item in page.items if isinstance(item, Line))
        assert footer < page.height_mm - 12
        assert all(
            item.y_mm + item.height_mm <= page.height_mm - 12 for item in page.items if isinstance(item, TextBox)
        )


@pytest.mark.parametrize(
    ("order", "headings"),
    [
        (Order.ROOM, ["1-2  —  3 people", "1-10  —  3 people", "体育館  —  3 people", "No room  —  3 people"]),
        (Order.LANGUAGE, ["Burmese  —  4 people", "Tibetan  —  4 people", "Vietnamese  —  4 people"]),
        (Order.HOUSEHOLD, ["A-1  —  3 people", "A-2  —  3 people", "A-3  —  3 people", "A-4  —  3 people"]),
    ],
)
def test_groups_come_in_order_with_their_counts(order, headings, real, real_typesetter):
    said = texts_of(build_roster(rows(12), real, real_typesetter, at=AT, order=order))
    assert list(dict.fromkeys(text for text in said if "  —  " in text)) == headings


def test_heading_stands_again_where_a_group_goes_on(real, real_typesetter):
    people = [replace(row, room="体育館") for row in rows(60)]
    document = build_roster(people, real, real_typesetter, at=AT)
    assert len(document.pages) > 2
    assert texts_of(document).count("体育館  —  60 people") == len(document.pages)


def test_needs_have_icon_and_word(real, real_typesetter):
    row = replace(rows(1)[0], needs=(NeedKind.MEDICINE, NeedKind.PET))
    document = build_roster([row], real, real_typesetter, at=AT)
    icons = [item.name for item in document.pages[0].items if isinstance(item, Pictogram)]
    assert icons == [NEED_PICTOGRAMS[NeedKind.MEDICINE], NEED_PICTOGRAMS[NeedKind.PET]]
    assert "Medicine, Pet" in texts_of(document)


def test_empty_roster_prints(real, real_typesetter):
    document = build_roster([], real, real_typesetter, at=AT)
    assert "0 people" in texts_of(document)
    render_pdf(document, real_typesetter)


@settings(max_examples=25, deadline=None)
@given(people=st.lists(st.tuples(st.text(max_size=300), st.text(max_size=60), st.text(max_size=60)), max_size=6))
def test_any_text_of_the_register_prints(people, real, real_typesetter):
    listed = [
        RosterRow(f"A-{place}-1", name, kana, room, room=room, is_public=True)
        for place, (name, kana, room) in enumerate(people)
    ]
    render_pdf(build_roster(listed, real, real_typesetter, at=AT), real_typesetter)
    render_pdf(build_public_list(listed, real, real_typesetter, at=AT, has_rooms=True), real_typesetter)


def test_person_of_the_register_as_a_row():
    details = Details(
        name="山田 太郎",
        kana="?",
        latin="Yamada Taro",
        birth="1955-11-24",
        needs={NeedKind.PET: Need(NeedState.NO), NeedKind.CAR: Need(NeedState.YES)},
        consents={Audience.PUBLIC: Consent(True)},
        room="-",
    )
    row = roster_row(Person("id", "A-1-1", details, "h", "s", State.ON_LEAVE), "A-1", date(2026, 11, 23))
    assert (row.kana, row.latin, row.room, row.age, row.needs) == ("", "Yamada Taro", "", 70, (NeedKind.CAR,))
    assert (row.state, row.household, row.is_public) == (State.ON_LEAVE, "A-1", True)


@pytest.mark.parametrize("consents", [{}, {Audience.PUBLIC: Consent(False)}, {Audience.RELATIVES: Consent(True)}])
def test_nobody_is_public_without_saying_so(consents):
    person = Person("id", "A-1-1", Details(name="山田", consents=consents), "h", "s")
    assert not roster_row(person, "A-1", date(2026, 11, 23)).is_public


def test_list_for_the_notice_board_refuses_who_has_not_agreed(real, real_typesetter):
    first, second = rows(2)
    with pytest.raises(UserError, match="A-1-2"):
        build_public_list([replace(first, is_public=True), second], real, real_typesetter, at=AT)


def test_list_for_the_notice_board_has_hardly_more_than_names(real, real_typesetter):
    row = replace(rows(5)[4], is_public=True, latin="Ram Thapa", room="体育館")
    document = build_public_list([row], real, real_typesetter, at=AT)
    said = texts_of(document)
    assert {row.name, "Ram Thapa"} <= set(said)
    assert not {row.number, "体育館", "Female", "Medicine"} & set(said)
    assert not [item for item in document.pages[0].items if isinstance(item, Pictogram)]
    assert "体育館" in texts_of(build_public_list([row], real, real_typesetter, at=AT, has_rooms=True))


@pytest.mark.parametrize(
    ("age", "band"),
    [(0, "0-5"), (5, "0-5"), (6, "6-14"), (14, "6-14"), (15, "15-64"), (64, "15-64"), (65, "65+"), (None, "?")],
)
def test_age_bands(age, band):
    assert age_band(age) == AgeBand(band)


@given(st.lists(st.none() | st.integers(0, 120)))
def test_everybody_is_in_one_age_band(ages):
    assert sum(count_ages(ages).values()) == len(ages)


def count(**more):
    return CountSheet("中央小学校", AT, 233, 81, 14, 6, 3, 690, **more)


def test_count_sheet_says_all_figures(real, real_typesetter):
    sheet = count(
        languages=(LanguageLine("vi", 21, 19), LanguageLine("", 7)),
        nationalities=(("VN", 22), ("-", 5)),
        ages=count_ages([1, 70]),
        sexes={"female": 11},
        needs={NeedKind.PET: 4},
    )
    document = build_count_sheets([sheet], real, real_typesetter)
    said = texts_of(document)
    assert {"233", "81", "14", "6", "3", "690"} <= set(said)
    assert {"Vietnamese", "21", "19", "Vietnam", "22", "65+ years", "Female", "11", "Pet", "4"} <= set(said)
    assert {"2026-11-23 06:30", "Counted by", "Checked by"} <= set(said)
    render_pdf(document, real_typesetter)


def test_each_shelter_has_a_sheet_and_many_languages_go_on(real, real_typesetter):
    many = count(languages=tuple(LanguageLine(tag, 1) for tag in real.languages) * 2)
    document = build_count_sheets([count(), many], real, real_typesetter)
    assert len(document.pages) > 2
    said = texts_of(document)
    assert said.count("Counted by") == 2
    assert {"1/1", f"2/{len(document.pages) - 1}"} <= {text.split("  ·  ")[-1] for text in said}
    render_pdf(document, real_typesetter)


def test_recovery_sheet_shows_every_letter_of_the_key(real_typesetter):
    key = "7KQ29-XMV4T-RDW8H-N3BGP-6YCEJ"
    document = build_recovery_sheet(
        key, real_typesetter, event="地震", shelter="中央小学校", made_by="佐藤 花子", made_on=AT
    )
    items = document.pages[0].items
    cells = {(item.x_mm, item.y_mm) for item in items if isinstance(item, Box)}
    letters = [item for item in items if isinstance(item, TextBox) and (item.x_mm, item.y_mm) in cells]
    assert "".join(item.text.string for item in letters) == key.replace("-", "")
    assert [item.content for item in items if isinstance(item, QrCode)] == [key]
    assert {"佐藤 花子", "地震", "中央小学校", "2026-11-23 06:30"} <= set(texts_of(document))
    assert key not in document.title + document.subject
    render_pdf(document, real_typesetter)
