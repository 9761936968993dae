import codecs
import io
import zipfile
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from disaster_support.errors import UserError
from disaster_support.features.reception.columns import COLUMNS, LEFT_OUT, TO_NOTE, guess_columns
from disaster_support.features.reception.model import Need, NeedKind, NeedState
from disaster_support.features.reception.tables import read_people, read_table
from disaster_support.lists import sheets

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=timezone(timedelta(hours=9)))
LIST = (
    "氏名,フリガナ,生年月日,電話番号\n山田 太郎,ヤマダ タロウ,S60.3.4,090-1234-5678\n髙﨑 花子,タカサキ ハナコ,不明,\n"
)
ANY_TABLE = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _pack(sheet):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    return content.getvalue()


@pytest.fixture
def save(tmp_path):
    def _save(content, name="list.csv"):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return _save


def people(path):
    table = read_table(path)
    return list(read_people(table, guess_columns(table.header), NOW))


def names(path):
    return [row.intake.details.name for row in people(path) if row.intake]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp932"])
def test_a_list_is_read_in_any_encoding(save, encoding):
    first, second = people(save(LIST.encode(encoding)))
    assert (first.number, second.number) == (2, 3)
    assert first.intake.details.name == "山田 太郎"
    assert first.intake.details.birth == "1985-03-04"
    assert second.intake.details.name == "髙﨑 花子"
    assert second.intake.details.birth == "?"
    assert first.mends == second.mends == ()


@pytest.mark.parametrize("encoding", ["euc_jp", "iso2022_jp", "euc_jis_2004"])
def test_a_list_is_read_in_the_old_encodings(save, encoding):
    assert names(save(LIST.replace("髙﨑", "高崎").encode(encoding))) == ["山田 太郎", "高崎 花子"]


def test_the_wave_dash_is_the_same_in_every_encoding(save):
    addresses = {
        people(save("氏名,住所\n山田,一〜三−一\n".encode(encoding)))[0].intake.details.address
        for encoding in ("euc_jp", "iso2022_jp")
    } | {people(save("氏名,住所\n山田,一～三－一\n".encode("cp932")))[0].intake.details.address}
    assert addresses == {"一～三－一"}


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        ("name,sex\nJosé Müller,male\n", "cp1252", "José Müller"),
        ("name,sex\nJoão Conceição,male\nAna,female\n", "cp1252", "João Conceição"),
        ("name,kana\nYamada,ﾔﾏﾀﾞ ﾀﾛｳ\n", "cp932", "Yamada"),
        ("氏名,備考\n①山田㈱,Ⅳ\n", "cp932", "①山田㈱"),
        ("氏名,備考\n①山田,Ⅳ\n", "euc_jis_2004", "①山田"),
        ("氏名\n田中\n", "cp932", "田中"),
        ("氏名\n田中\n", "euc_jp", "田中"),
    ],
)
def test_short_lists_are_read_too(save, text, encoding, name):
    assert names(save(text.encode(encoding)))[0] == name


@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_the_separator_is_found(save, separator):
    text = (
        LIST.replace("090-1234-5678", '"090-1;234,5"')
        .replace(",", separator, 3)
        .replace("タロウ,", "タロウ" + separator)
    )
    header = separator.join(["氏名", "性別", "備考"])
    row = separator.join(["山田", "男", '"a,b;c\td\n""e"""'])
    [person] = people(save(f"{header}\r\n{row}\r\n"))
    assert person.intake.details.sex == "male"
    assert person.intake.details.note == 'a,b;c d\n"e"'
    assert text


def test_titles_above_the_heading_are_passed_over(save):
    text = "避難者名簿,,\n令和8年11月23日現在,,\n,,\nNo.,氏名,国籍\n1,山田,日本\n,,\n2,Ram Thapa,ネパール\n,,\n"
    table = read_table(save(text))
    assert table.header == ("No.", "氏名", "国籍")
    assert [number for number, _cells in table.rows] == [5, 7]


def test_headings_that_are_missing_or_doubled_are_named(save):
    table = read_table(save("氏名,,電話,電話\n山田,x,1,2,extra\n佐藤\n"))
    assert table.header == ("氏名", "Column 2", "電話", "電話 (2)", "Column 5")
    assert table.rows == ((2, ("山田", "x", "1", "2", "extra")), (3, ("佐藤", "", "", "", "")))
    assert "Column 2, 電話 (2), Column 5" in table.remarks[0]
    assert "1" in table.remarks[1]


def test_columns_of_one_field_are_joined_and_the_others_are_noted(save):
    mapped = guess_columns(["姓", "名", "電話番号1", "電話番号2", "町内会", "備考"])
    assert list(mapped.values()) == ["name", "name", "phone", "phone", TO_NOTE, "note"]
    [person] = people(save("姓,名,電話番号1,電話番号2,町内会,備考\n山田,太郎,090-1,078-2,東,一人\n"))
    assert person.intake.details.name == "山田 太郎"
    assert person.intake.details.phone == "090-1"
    assert person.intake.details.note == "電話番号2: 078-2\n町内会: 東\n一人"


def test_a_mapping_may_leave_columns_out(save):
    table = read_table(save("氏名,町内会,備考\n山田,東,x\n"))
    [person] = read_people(table, {"氏名": "name", "町内会": LEFT_OUT}, NOW)
    assert person.intake.details.note is None


def test_a_row_without_a_name_is_refused_and_the_others_come_in(save):
    first, second, third = people(save("氏名,アレルギー,電話番号\n山田,卵,9012345678\n,そば,\n合計,2名,\n"))
    assert first.intake.details.needs == {NeedKind.ALLERGY: Need(NeedState.YES, "卵")}
    assert [(mend.column, mend.became) for mend in first.mends] == [("電話番号", "09012345678")]
    assert (second.number, second.intake, second.refused) == (3, None, "氏名: A name is missing: a nickname is enough.")
    assert third.intake


def test_examples_and_repeated_headings_are_passed_over(save):
    assert names(save("氏名,性別\n#例 山田,男\n山田,男\n氏名,性別\n佐藤,女\n")) == ["山田", "佐藤"]


def test_what_stands_for_the_row_above_is_filled_in(save):
    _first, second, third = people(save("氏名,住所,電話番号\n山田,東町1,078-1\n花子,同上,〃\n次郎,〃,\n"))
    assert (second.intake.details.address, second.intake.details.phone) == ("東町1", "078-1")
    assert third.intake.details.address == "東町1"
    assert [(mend.column, mend.was, mend.became) for mend in second.mends] == [
        ("住所", "同上", "東町1"),
        ("電話番号", "〃", "078-1"),
    ]


def test_guarded_cells_are_read_as_they_were(save):
    [person] = people(save("name,phone,need_diet,note,room\nA,'+81 90 1234,-,'=1+1,''@x\n"))
    assert person.intake.details.phone == "+81 90 1234"
    assert person.intake.details.needs == {NeedKind.DIET: Need(NeedState.DECLINED)}
    assert person.intake.details.note == "=1+1"
    assert person.intake.details.room == "'@x"


def test_a_quotation_mark_that_never_ends_swallows_nothing(save):
    path = save('氏名,備考\n山田,"身長 5 尺\n佐藤,x\n')
    assert names(path) == ["山田", "佐藤"]
    assert "quotation mark" in read_table(path).remarks[0]


def test_null_characters_and_broken_letters_are_reported(save):
    assert "Null" in read_table(save("氏名,備考\n山田,a\0b\n" + "佐藤,x\n" * 60)).remarks[0]
    broken = save(LIST.encode() * 5 + "山\n".encode()[:2] + b"\n")
    assert "could not be read" in read_table(broken).remarks[0]
    assert names(broken)[0] == "山田 太郎"


def test_a_list_without_a_known_heading_says_so(save):
    table = read_table(save("x,y\n1,2\n"))
    assert table.header == ("x", "y")
    assert "row 1 was taken" in table.remarks[0]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "holds no rows"),
        (b" ,,\n\n", "holds no rows"),
        (b"%PDF-1.7 abc", "no list"),
        (bytes(range(256)) * 20, "no list"),
        (b"PK\x03\x04 broken", "broken"),
        (_pack(b"<c>").replace(b"<c>", b"<d>"), "broken"),
        (_pack(b"<c>").replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\xe4"), "broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 broken", "broken"),
        (b"," * 1200 + b"x", "more than 1000 columns"),
    ],
)
def test_what_is_no_list_is_refused(save, content, says):
    with pytest.raises(UserError, match=says):
        people(save(content))


def test_a_missing_or_too_large_file_is_named(save, tmp_path, monkeypatch):
    with pytest.raises(UserError, match="cannot be read"):
        read_table(tmp_path / "none.csv")
    with pytest.raises(UserError, match="cannot be read"):
        read_table(tmp_path)
    monkeypatch.setattr(sheets, "LARGEST_MB", 0)
    with pytest.raises(UserError, match="divide it"):
        read_table(save(LIST))


def test_a_workbook_is_read(tmp_path):
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("表紙").write_string(0, 0, "避難者名簿")
        sheet = book.add_worksheet("名簿")
        sheet.write_row(0, 0, ["避難者名簿"])
        sheet.write_row(2, 0, ["氏名", "生年月日", "年齢", "電話番号", "ペット", "入所日時", "備考"])
        sheet.write_row(3, 0, ["山田", "", 41.0, 9012345678.0, True, "", ""])
        sheet.write_string(3, 6, "=x")
        sheet.write_datetime(3, 1, datetime(1985, 3, 4), book.add_format({"num_format": "yyyy/m/d"}))
        sheet.write_datetime(3, 5, datetime(2026, 11, 22, 18, 30), book.add_format({"num_format": "yyyy/m/d h:mm"}))
        sheet.write_string(5, 0, "佐藤")
        book.add_worksheet("他").write_string(0, 0, "x")
        book.add_worksheet("隠").hide()
    first, second = people(path)
    assert (first.number, second.number) == (4, 6)
    assert first.intake.details.birth == "1985-03-04"
    assert first.intake.details.age_years is None
    assert first.intake.details.phone == "09012345678"
    assert first.intake.details.needs == {NeedKind.PET: Need(NeedState.YES)}
    assert first.intake.details.note == "=x"
    assert first.intake.arrived_at.strftime("%m-%d %H:%M") == "11-22 18:30"
    assert [mend.column for mend in first.mends] == ["電話番号"]
    assert "名簿" in read_table(path).remarks[0]


def test_a_cell_in_the_last_corner_is_no_crash(tmp_path):
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_string(0, 0, "氏名")
        sheet.write_string(1_048_575, 16_383, "x")
    with pytest.raises(UserError, match="far outside"):
        read_table(path)


def test_a_workbook_without_anything_is_named(tmp_path):
    xlsxwriter.Workbook(tmp_path / "list.xlsx").close()
    with pytest.raises(UserError, match="holds no rows"):
        read_table(tmp_path / "list.xlsx")


@settings(ANY_TABLE, max_examples=50)
@given(st.data())
def test_a_damaged_workbook_is_a_list_or_a_sentence(one_file, data):
    with xlsxwriter.Workbook(one_file) as book:
        book.set_properties({"created": NOW})  # the same bytes in each run
        book.add_worksheet().write_column(0, 0, ["氏名", "山田"])
    content = bytearray(one_file.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place : place + data.draw(st.integers(1, 40))] = data.draw(st.binary(max_size=40))
    _import(one_file, bytes(content))


@pytest.fixture(scope="module")
def one_file(tmp_path_factory):
    return tmp_path_factory.mktemp("any") / "any.csv"


def _import(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with suppress(UserError):
        for row in people(path):
            assert bool(row.intake) != bool(row.refused)


CELLS = st.one_of(
    st.text(max_size=6),
    st.sampled_from(
        [
            "氏名",
            "生年月日",
            "昭和60年3月4日",
            "31/12/1999",
            "ベトナム語",
            "中国",
            '"',
            "=1",
            "○",
            "9012345678",
            "\0",
            "#",
            "?",
            "-",
        ]
    ),
)
TABLES = st.builds(
    lambda rows, separator, end, encoding: end.join(separator.join(row) for row in rows).encode(encoding, "replace"),
    st.lists(st.lists(CELLS | st.sampled_from(COLUMNS), max_size=4), max_size=4),
    st.sampled_from(",\t;"),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "cp932", "euc_jp", "iso2022_jp", "utf-16"]),
)
BYTES = st.builds(
    bytes.__add__,
    st.sampled_from(
        [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1b$B", "氏名,".encode()]
    ),
    st.binary(max_size=200),
)


@ANY_TABLE
@given(TABLES | BYTES)
def test_any_file_is_a_list_or_a_sentence(one_file, content):
    _import(one_file, content)


@settings(ANY_TABLE, max_examples=10_000, database=None, phases=[Phase.generate])
@given(TABLES)
def test_ten_thousand_lists_come_in_without_a_crash(one_file, content):
    _import(one_file, content)
