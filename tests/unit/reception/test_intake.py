from contextlib import suppress
from datetime import datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from disaster_support.errors import UserError
from disaster_support.features.reception.columns import COLUMNS
from disaster_support.features.reception.intake import read_details, write_fields
from disaster_support.features.reception.model import (
    Audience,
    Consent,
    Details,
    Level,
    Need,
    NeedKind,
    NeedState,
    SpokenLanguage,
    State,
)
from disaster_support.features.reception.names import clean_line
from tests.helpers.intakes import JST, intakes

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=JST)


@settings(max_examples=300, deadline=None)
@given(intakes())
def test_what_is_written_is_read_again(intake):
    fields = write_fields(intake)
    assert tuple(fields) == COLUMNS
    assert read_details(fields, NOW) == intake
    assert read_details(fields, NOW).details.needs == intake.details.needs


def test_a_person_from_json():
    intake = read_details(
        {
            "name": "Nguyễn Văn An",
            "age_years": 34,
            "phone": 8012345678,
            "nationality": "Viet Nam",
            "languages": [{"tag": "vi", "level": "interpreter"}, {"tag": "ne", "script": "Deva"}, "ja=slow"],
            "needs": {"allergy": "peanut", "infant": False, "pet": True, "car": None},
            "consents": {"relatives": True, "public": False},
            "state": "expected",
            "room": None,
        },
        NOW,
    )
    assert intake.details == Details(
        name="Nguyễn Văn An",
        age_years=34,
        age_on="2026-11-23",
        phone="8012345678",
        nationality="VN",
        languages=(
            SpokenLanguage("vi", Level.INTERPRETER),
            SpokenLanguage("ne", None, "Deva"),
            SpokenLanguage("ja", Level.SLOW),
        ),
        needs={
            NeedKind.ALLERGY: Need(NeedState.YES, "peanut"),
            NeedKind.INFANT: Need(NeedState.NO),
            NeedKind.PET: Need(NeedState.YES),
        },
        consents={Audience.RELATIVES: Consent(True), Audience.PUBLIC: Consent(False)},
    )
    assert intake.state is State.EXPECTED


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "A name is missing"),
        ({"name": " "}, "A name is missing"),
        ({"name": "-"}, "A name is missing"),
        ({"name": "A", "nationalty": "VN"}, "is “nationality” meant"),
        ({"name": "A", "needs": {"alergy": "x"}}, "is “need_allergy” meant"),
        ({"name": "A", "needs": "peanut"}, "must hold an object"),
        ({"name": "A", "languages": [{"code": "vi"}]}, "is “tag, level, script” meant"),
        ({"name": "A", "room": ["1"]}, "must hold a text"),
        ({"name": "A", "birth": "4.3.1985"}, "birth: .* more than one way"),
        ({"name": "A", "birth": "1985-03-04", "age_years": 12}, "does not fit"),
        ({"name": "A", "sex": "woman"}, "female, male, other"),
        ({"name": "A", "kana": "Yamada"}, "kana: "),
        ({"name": "A", "nationality": "無国籍"}, "no country"),
        ({"name": "A", "languages": "klingonese"}, "klingonese"),
        ({"name": "A", "languages": "-"}, "languages: "),
        ({"name": "A", "consent_public": "maybe"}, "yes, no"),
        ({"name": "A", "telling": "smoke"}, "voice, text"),
        ({"name": "A", "state": "gone"}, "expected, here"),
        ({"name": "A", "arrived_at": "soon"}, "date and time"),
        ({"name": "A", "age_on": "2026"}, "no day"),
    ],
)
def test_a_form_is_read_strictly(fields, says):
    with pytest.raises(UserError, match=says):
        read_details(fields, NOW)


def test_a_file_is_read_leniently_and_nothing_is_lost():
    fields = {"name": "山田", "birth": "4.3.1985", "nationality": "無国籍", "sex": "W", "note": "一人", "room": "A-3"}
    intake = read_details(fields, NOW, lenient=True, labels={"birth": "生年月日"})
    assert intake.details == Details(
        name="山田",
        room="A-3",
        note="一人\n生年月日: 4.3.1985\nsex: W\nnationality: 無国籍",
    )
    assert [(mend.column, mend.was, mend.became) for mend in intake.mends] == [
        ("生年月日", "4.3.1985", ""),
        ("sex", "W", ""),
        ("nationality", "無国籍", ""),
    ]
    assert all(mend.why.endswith(".") for mend in intake.mends)


@pytest.mark.parametrize(
    ("cells", "expected", "why"),
    [
        ({"phone": "9012345678"}, {"phone": "09012345678"}, "leading zero"),
        ({"phone": "781234567"}, {"phone": "0781234567"}, "leading zero"),
        ({"kana": "ﾔﾏﾀﾞ"}, {"kana": "ヤマダ"}, "widened"),
        ({"languages": "中国語"}, {"languages": (SpokenLanguage("zh-Hans"),)}, "Which form"),
        ({"name": "", "latin": "Ram Thapa"}, {"name": "Ram Thapa", "latin": "Ram Thapa"}, "no name"),
        ({"birth": "1985-03-04", "age_years": "12"}, {"birth": "1985-03-04", "note": "age_years: 12"}, "does not fit"),
    ],
)
def test_what_was_mended_is_told(cells, expected, why):
    intake = read_details({"name": "山田", **cells}, NOW, lenient=True)
    assert {field: getattr(intake.details, field) for field in expected} == expected
    assert [why in mend.why for mend in intake.mends] == [True]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"birth": "昭和60年3月4日", "age_years": "41"}, {"birth": "1985-03-04", "age_years": None}),
        ({"birth": "不明", "age_years": "34歳"}, {"birth": "?", "age_years": 34, "age_on": "2026-11-23"}),
        ({"age_years": "1985-03-04"}, {"birth": "1985-03-04", "age_years": None}),
        ({"age_years": "34", "age_on": "2026-11-01"}, {"birth": None, "age_years": 34, "age_on": "2026-11-01"}),
        ({"age_years": "?"}, {"birth": "?", "age_years": None, "age_on": None}),
        ({"birth": "34"}, {"birth": None, "age_years": 34, "age_on": "2026-11-23"}),
        ({"sex": "女"}, {"sex": "female"}),
        ({"sex": "１"}, {"sex": "male"}),
        ({"sex": "？"}, {"sex": "?"}),
        ({"sex": "ー"}, {"sex": "-"}),
        ({"telling": "手話、文字"}, {"telling": "sign;text"}),
        ({"phone": "０９０ー１２３４"}, {"phone": "090-1234"}),
        ({"phone": "9012345678 (夫)"}, {"phone": "9012345678 (夫)"}),
        ({"need_allergy": "卵"}, {"needs": {NeedKind.ALLERGY: Need(NeedState.YES, "卵")}}),
        ({"need_allergy": "あり：卵"}, {"needs": {NeedKind.ALLERGY: Need(NeedState.YES, "卵")}}),
        ({"need_allergy": "特になし"}, {"needs": {NeedKind.ALLERGY: Need(NeedState.NO)}}),
        (
            {"need_pet": "○", "need_car": "×"},
            {"needs": {NeedKind.PET: Need(NeedState.YES), NeedKind.CAR: Need(NeedState.NO)}},
        ),
        (
            {"need_diet": "-", "need_pet": "?"},
            {"needs": {NeedKind.DIET: Need(NeedState.DECLINED), NeedKind.PET: Need(NeedState.UNKNOWN)}},
        ),
        (
            {"consent_public": "○", "consent_relatives": "いいえ"},
            {"consents": {Audience.PUBLIC: Consent(True), Audience.RELATIVES: Consent(False)}},
        ),
        ({"consent_public": "?"}, {"consents": {}}),
    ],
)
def test_what_files_hold_is_understood(cells, expected):
    intake = read_details({"name": "山田", **cells}, NOW, lenient=True)
    assert {field: getattr(intake.details, field) for field in expected} == expected
    assert intake.mends == ()


@settings(max_examples=300, deadline=None)
@example({"telling": ";"})
@given(st.dictionaries(st.sampled_from(COLUMNS), st.text()))
def test_in_a_file_only_a_missing_name_refuses_a_person(cells):
    cells["name"] = "A"
    intake = read_details(cells, NOW, lenient=True)
    for mend in intake.mends:
        assert mend.became or clean_line(mend.was) in (intake.details.note or "")
    assert read_details(write_fields(intake), NOW).details == intake.details


@settings(deadline=None)  # the names of countries and languages are loaded on the way
@given(
    st.dictionaries(
        st.sampled_from([*COLUMNS, "needs", "x"]),
        st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists, max_leaves=3),
    )
)
def test_any_json_is_a_person_or_a_sentence(fields):
    with suppress(UserError):
        read_details(fields, NOW)
