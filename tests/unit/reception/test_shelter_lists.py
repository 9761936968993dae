"""Lists of shelters as they are published: every fault mended and told, nothing lost."""

import contextlib
import csv
import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disaster_support.errors import UserError
from disaster_support.features.reception.shelter_headings import STANDARD, ListKind, find_kind
from disaster_support.features.reception.shelter_lists import read_shelters, write_repairs
from disaster_support.features.reception.shelter_repairs import (
    Repair,
    mend_capacity,
    mend_code,
    mend_degrees,
    mend_phone,
    mend_text,
)
from tests.helpers import shelter_files
from tests.helpers.shelter_files import as_csv, fill

ZERO = "The zero at the beginning had been lost."
NUMBER = "Only the number was taken over."
NARROW = "Full-width digits were made narrow."


@pytest.fixture
def read(tmp_path):
    """Read these bytes as a list of shelters."""

    def read_bytes(data, name="hinanjo.csv"):
        (tmp_path / name).write_bytes(data)
        return read_shelters(tmp_path / name)

    return read_bytes


def brief(repairs):
    return [(one.row, one.column, one.was, one.became) for one in repairs]


def test_39_columns_out_of_a_spreadsheet(read):
    found = read(shelter_files.municipal())
    assert found.kind is ListKind.MUNICIPAL
    school, hall = found.shelters
    assert (school.name, school.kana, school.code) == ("青波中央小学校", "アオナミチュウオウショウガッコウ", "092011")
    assert (school.latitude, school.longitude, school.capacity) == (36.559259, 139.884777, 50_700)
    assert school.phone == "028-600-0001"
    assert school.more == {"ID": "1", "災害種別_洪水": "1", "指定避難所との重複": "1", "列40": "市の独自の備考"}
    assert (hall.address, hall.capacity) == ("栃木県青波市汐見町3-1", 500)
    assert brief(found.repairs) == [
        (0, "", "", ""),  # CP932
        (1, "", "", "列40"),
        (2, "全国地方公共団体コード", "92011", "092011"),
        (2, "名称_カナ", "ｱｵﾅﾐﾁｭｳｵｳｼｮｳｶﾞｯｺｳ", "アオナミチュウオウショウガッコウ"),
        (2, "想定収容人数", "50,700 ", "50700"),
        (2, "電話番号", "28-600-0001", "028-600-0001"),
        (3, "所在地_連結表記", "", "栃木県青波市汐見町3-1"),
        (3, "全国地方公共団体コード", "92011", "092011"),
        (3, "ID", "", hall.id),
        (3, "想定収容人数", "５００人", "500"),
        (5, "", "", ""),
    ]
    assert "older encoding" in found.repairs[0].why
    assert found.repairs[-1].why == "Empty rows were left out: 2."
    assert [(one.row, one.why) for one in found.refused] == [(4, "There is no name in it.")]
    assert "名無町" in found.refused[0].text


def test_26_columns_with_the_town_s_own(read):
    found = read(shelter_files.municipal_old())
    assert found.kind is ListKind.MUNICIPAL_OLD
    gym, park, school, hall, house = found.shelters
    assert (gym.name, gym.latitude, gym.longitude) == ("波除体育館 （２階）", 35.68, 139.7)
    assert gym.more["ペット同行"] == "可"
    assert gym.more["ペット同行 (2)"] == "屋外のみ"
    assert gym.address == "青波市波除1"  # no prefecture in it: left as it is
    assert (park.latitude, park.longitude) == (35.6895, 139.6916667)
    assert (school.latitude, school.longitude) == (None, None)
    assert (school.more["lat"], school.more["lng"]) == ("-33.86", "151.2")
    assert (hall.latitude, hall.longitude) == (35.68, 139.7)
    assert (house.latitude, house.phone) == (None, "09012340000")
    assert house.id != hall.id
    assert {shelter.code for shelter in found.shelters} == {"131016"}
    code = ("都道府県コード又は市区町村コード", "13101", "131016")
    assert brief(found.repairs) == [
        (3, "ペット同行", "ペット同行", "ペット同行 (2)"),
        (3, "lat", "lat", "緯度"),
        (3, "lng", "lng", "経度"),
        (4, "名称", "波除体育館\n（２階）", "波除体育館 （２階）"),
        (4, *code),
        (4, "lat", "139.70", "35.68"),
        (4, "lng", "35.68", "139.7"),
        (5, *code),
        (5, "lat", "35度41分22.2秒", "35.6895"),
        (5, "lng", "139°41'30\"", "139.6916667"),
        (6, *code),
        (6, "lat", "-33.86", ""),
        (6, "lng", "151.2", ""),
        (7, *code),
        (7, "lat", "３５．６８", "35.68"),
        (8, *code),
        (8, "lat", "35.68", ""),
        (8, "NO", "4", ""),
        (8, "電話番号", "９０１２３４００００", "09012340000"),
    ]
    assert [(one.row, one.why) for one in found.refused] == [(9, "It says the same as row 5.")]


def test_sites_and_shelters_of_gsi_are_two_things(read):
    sites, shelters = read(shelter_files.gsi_sites()), read(shelter_files.gsi_shelters())
    assert (sites.kind, shelters.kind) == (ListKind.GSI_SITES, ListKind.GSI_SHELTERS)
    assert sites.about.startswith("This is a list of emergency evacuation sites (指定緊急避難場所)")
    assert sites.about.endswith("1 of these 2 are marked as both.")
    assert shelters.about.startswith("This is a list of shelters (指定避難所)")
    assert (sites.shelters[0].code, shelters.shelters[0].code) == ("131016", "011002")
    assert sites.shelters[0].more["洪水"] == "1"
    assert shelters.shelters[0].more["受入対象者"] == "地域住民"
    assert brief(sites.repairs) == [
        (3, "緯度", "0", ""),
        (3, "経度", "0", ""),
        (3, "共通ID", "", sites.shelters[1].id),
    ]
    assert shelters.repairs == ()


def test_a_workbook_whose_codes_became_numbers(read, tmp_path):
    import xlsxwriter

    with xlsxwriter.Workbook(tmp_path / "made.xlsx") as workbook:
        sheet = workbook.add_worksheet("避難場所")
        sheet.write_row(
            0, 0, ["全国地方公共団体コード", "ID", "名称", "所在地_連結表記", "緯度", "経度", "想定収容人数"]
        )
        sheet.write_row(1, 0, [92011, 1, "青波中央小学校", "栃木県青波市1", 36.5, 139.8, 300])
    found = read((tmp_path / "made.xlsx").read_bytes(), "hinanjo.xlsx")
    (school,) = found.shelters
    assert (school.code, school.capacity, school.latitude) == ("092011", 300, 36.5)
    assert brief(found.repairs) == [(2, "全国地方公共団体コード", "92011", "092011")]


def test_ids_stay_the_same_from_one_edition_to_the_next(read):
    first, again = read(shelter_files.municipal()), read(shelter_files.municipal())
    assert [one.id for one in first.shelters] == [one.id for one in again.shelters]
    assert all(uuid.UUID(one.id).version == 5 for one in first.shelters)


@pytest.mark.parametrize("kind", STANDARD)
def test_every_published_form_is_recognised(kind):
    assert find_kind(STANDARD[kind]) is kind
    assert len(STANDARD[kind]) == {ListKind.MUNICIPAL: 39, ListKind.MUNICIPAL_OLD: 26}.get(kind, len(STANDARD[kind]))


def test_a_town_s_own_form_without_numbers(read):
    found = read(
        as_csv([["施設名", "所在地", "Y", "X", "収容人数"], ["潮路小", "青波市潮路1", "35.6", "139.7", "120"]])
    )
    assert found.kind is ListKind.OWN
    assert found.about.startswith("This list has a form of its own")
    assert [(one.column, one.became) for one in found.repairs] == [
        ("施設名", "名称"),
        ("所在地", "住所"),
        ("Y", "緯度"),
        ("X", "経度"),
        ("収容人数", "想定収容人数"),
        ("ID", ""),
    ]
    assert (found.shelters[0].latitude, found.shelters[0].capacity) == (35.6, 120)


def test_two_rows_of_one_place_that_differ_are_both_kept(read):
    rows = [
        ["避難所名", "住所", "収容人数"],
        ["潮路小", "青波市1", "120"],
        ["潮路小", "青波市1", "80"],
        ["潮路小", "青波市1", ""],
    ]
    found = read(as_csv(rows))
    assert [one.capacity for one in found.shelters] == [120, 80, None]
    assert len({one.id for one in found.shelters}) == 3
    assert [one.row for one in found.repairs if "both were kept" in one.why] == [3, 4]


def test_what_is_no_number_is_kept_as_text(read):
    found = read(as_csv([["避難所名", "住所", "収容人数"], ["潮路小", "青波市1", "体育館による"]]))
    assert found.shelters[0].capacity is None
    assert found.shelters[0].more == {"収容人数": "体育館による"}
    assert found.repairs[-1] == Repair(
        2, "収容人数", "体育館による", "", "This is no number of people: it was kept as a text."
    )


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["氏名", "住所", "電話番号"], ["青波 三郎", "青波市1", ""]],
        [["名称", "住所", "設置位置"], ["AED", "青波市1", "玄関"]],
        [["避難所名", "人数"], ["潮路小", "3"]],
    ],
)
def test_what_is_no_list_of_shelters_is_said_to_be_none(read, rows):
    with pytest.raises(UserError, match=r"is no list of shelters|no rows"):
        read(as_csv(rows), "liste.csv")


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(UserError):
        read_shelters(tmp_path / "hinanjo.csv")


@pytest.mark.parametrize(
    ("text", "place", "code", "why"),
    [
        ("131016", "", "131016", ""),
        ("92011", "", "092011", ZERO),
        ("13101", "", "131016", "The check digit was added."),
        ("1100", "", "011002", f"{ZERO} The check digit was added."),
        ("01100", "", "011002", "The check digit was added."),
        ("１３１０１６", "", "131016", NUMBER),
        ("131017", "", "131017", "This is no municipality code: it was left as it is."),
        ("青波市", "", "青波市", "This is no municipality code: it was left as it is."),
        ("", "", "", ""),
    ],
)
def test_codes(text, place, code, why):
    mended = mend_code(text, place)
    assert (mended.value, mended.why) == (code, why)


@pytest.mark.parametrize(
    ("place", "code"),
    [("埼玉県青波市", "111007"), ("北海道青波市", "011100"), ("青波市", "11100"), ("東京都", "11100")],
)
def test_a_code_of_two_meanings_is_decided_by_the_place(place, code):
    mended = mend_code("11100", place)
    assert mended.value == code
    assert ("may stand for 011100, 111007" in mended.why) == (code == "11100")


@pytest.mark.parametrize(
    ("text", "phone", "why"),
    [
        ("028-635-0000", "028-635-0000", ""),
        ("28-635-0000", "028-635-0000", ZERO),
        ("286350000", "0286350000", ZERO),
        ("9012340000", "09012340000", ZERO),
        ("０２８−６３５−００００", "028-635-0000", NARROW),
        ("内線 12", "内線 12", ""),
        ("", "", ""),
    ],
)
def test_telephones(text, phone, why):
    assert (mend_phone(text).value, mend_phone(text).why) == (phone, why)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("300", 300),
        ("50,700 ", 50_700),
        ("５００人", 500),
        ("約1,200名", 1200),
        ("80.0", 80),
        ("0", 0),
        ("-", None),
        ("3,00", None),
    ],
)
def test_capacities(text, people):
    assert mend_capacity(text).value == people
    assert bool(mend_capacity(text).why) == (text not in ("300", "0"))


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        ("35.6", 35.6),
        (" 139 ", 139.0),
        ("北緯35.6度", 35.6),
        ("35度41分22.2秒", 35.6895),
        ("35°41′22.2″", 35.6895),
        ("N35 41 22.2", 35.6895),
        ("35.41.22.2", 35.6895),
        ("35°71′0″", None),
        ("35,6", None),
        ("調査中", None),
    ],
)
def test_degrees(text, degrees):
    assert mend_degrees(text).value == degrees


def test_names():
    assert mend_text("ﾎｰﾙ　A").value == "ホール　A"
    assert mend_text("第１小\r\n体育館\u200b").value == "第１小 体育館"
    assert mend_text(" 第１小 ").why == ""


def test_the_report_opens_in_a_spreadsheet(read, tmp_path):
    found = read(shelter_files.municipal())
    write_repairs(tmp_path / "report.csv", found.repairs, found.refused, found.about)
    data = (tmp_path / "report.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines()))
    assert rows[0] == ["Row", "Column", "Was", "Became", "Why"]
    assert rows[1] == ["", "", "", "", found.about]
    assert ["2", "想定収容人数", "50,700 ", "50700", NUMBER] in rows
    assert any(row[0] == "4" and row[4] == "Not taken over: There is no name in it." for row in rows)
    assert len(rows) == 2 + len(found.repairs) + len(found.refused)


def test_the_report_runs_no_formula(tmp_path):
    write_repairs(tmp_path / "report.csv", [Repair(2, "名称", "=1+1", "", "why")], [])
    assert ",'=1+1," in (tmp_path / "report.csv").read_text(encoding="utf-8-sig")


CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["", " ", "131016", "92011", "潮路小", "139.7", "35.6", "３５．６", "E1310100002201", "35°41'2\"", "1"]
    ),
)
HEADINGS = st.lists(
    st.one_of(
        st.sampled_from([heading for kind in STANDARD.values() for heading in kind] + ["lat", "X", "", "ペット"]),
        st.text(max_size=6),
    ),
    max_size=10,
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(more=HEADINGS, rows=st.lists(st.lists(CELLS, max_size=14), max_size=8))
def test_no_table_breaks_it_and_no_row_is_lost(read, more, rows):
    data = as_csv([["名称", "住所", "想定収容人数", *more], *rows], "utf-8-sig")
    found = read(data.replace(b"\0", b""))
    numbers = {one.row for one in found.refused}
    told = sum(int(one.why.split(": ")[1][:-1]) for one in found.repairs if one.why.startswith("Empty rows"))
    assert len(numbers) == len(found.refused)
    assert len(found.shelters) + len(found.refused) + told == len(rows)
    assert len({one.id for one in found.shelters}) == len(found.shelters)
    assert all((one.latitude is None) == (one.longitude is None) for one in found.shelters)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300))
def test_bytes_of_any_kind_are_read_or_explained(read, data):
    with contextlib.suppress(UserError):
        assert read("名称,住所,緯度,経度\n".encode() + data).kind


def test_every_filled_cell_is_somewhere(read):
    header = STANDARD[ListKind.MUNICIPAL]
    cells = {heading: f"{place}番" for place, heading in enumerate(header)}
    shelter = read(as_csv(fill(header, cells))).shelters[0]
    kept = {*shelter.more.values(), shelter.name, shelter.kana, shelter.code, shelter.address, shelter.phone}
    assert set(cells.values()) <= kept
