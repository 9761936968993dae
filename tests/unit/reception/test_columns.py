import pytest

from disaster_support.features.reception.columns import COLUMNS, LEFT_OUT, TO_NOTE, find_column, guess_columns
from disaster_support.features.reception.model import TEXT_FIELDS, Audience, NeedKind


def test_there_is_a_column_for_everything_that_is_asked():
    assert set(TEXT_FIELDS) < set(COLUMNS)
    assert {f"need_{kind}" for kind in NeedKind} | {f"consent_{audience}" for audience in Audience} < set(COLUMNS)
    assert len(COLUMNS) == len(set(COLUMNS)) == len(TEXT_FIELDS) + 4 + len(NeedKind) + len(Audience)


@pytest.mark.parametrize("column", COLUMNS)
def test_our_own_names_are_known(column):
    assert find_column(column) == column
    assert find_column(f" {column.upper()} ") == column


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("氏名", "name"),
        ("氏　名", "name"),
        ("氏名（漢字）", "name"),
        ("氏名※", "name"),
        ("氏名【必須】", "name"),
        ("Full Name", "name"),
        ("氏名（カナ）", "kana"),
        ("ﾌﾘｶﾞﾅ", "kana"),
        ("ふりがな", "kana"),
        ("ローマ字", "latin"),
        ("性別", "sex"),
        ("生年月日", "birth"),
        ("生年月日(西暦)", "birth"),
        ("date_of_birth", "birth"),
        ("年齢", "age_years"),
        ("国籍", "nationality"),
        ("国籍・地域", "nationality"),
        ("住所", "address"),
        ("電話\n番号", "phone"),
        ("電話番号2", "phone"),
        ("使用言語", "languages"),
        ("母語", "languages"),
        ("アレルギー", "need_allergy"),
        ("持病", "need_illness"),
        ("服薬", "need_medicine"),
        ("妊娠", "need_pregnancy"),
        ("乳幼児", "need_infant"),
        ("障がい", "need_disability"),
        ("世帯番号", "household"),
        ("世帯Ｎｏ", "household"),
        ("部屋", "room"),
        ("備考", "note"),
        ("alternate_names", "other_names"),
        ("好きな色", None),
        ("", None),
        ("※", None),
    ],
)
def test_the_headings_of_other_files_are_known(heading, column):
    assert find_column(heading) == column


def test_what_is_not_known_is_proposed_for_the_note():
    assert guess_columns(["№", "氏名", "町内会"]) == {"№": LEFT_OUT, "氏名": "name", "町内会": TO_NOTE}
