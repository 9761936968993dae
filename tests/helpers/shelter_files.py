"""Shelter lists with the faults that published ones have; the places are invented."""

import csv
import io
from collections.abc import Mapping, Sequence

from disaster_support.features.reception.shelter_headings import STANDARD, ListKind


def as_csv(rows: Sequence[Sequence[str]], encoding: str = "utf-8-sig") -> bytes:
    """Return the rows as CSV with the line ends of Windows."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode(encoding)


def fill(header: Sequence[str], *rows: Mapping[str, str]) -> list[list[str]]:
    """Return the header and the rows below it, each given by its filled cells."""
    return [list(header), *([row.get(heading, "") for heading in header] for row in rows)]


def municipal() -> bytes:
    """39 columns and an unnamed one, in CP932, as a spreadsheet left them: zeros lost, kana narrow, ids empty."""
    header = [*STANDARD[ListKind.MUNICIPAL], ""]
    rows = fill(
        header,
        {
            "全国地方公共団体コード": "92011",
            "ID": "1",
            "名称": "青波中央小学校",
            "名称_カナ": "ｱｵﾅﾐﾁｭｳｵｳｼｮｳｶﾞｯｺｳ",
            "所在地_連結表記": "栃木県青波市中央本町1-29",
            "緯度": "36.559259",
            "経度": "139.884777",
            "電話番号": "28-600-0001",
            "災害種別_洪水": "1",
            "指定避難所との重複": "1",
            "想定収容人数": "50,700 ",
            "": "市の独自の備考",
        },
        {
            "全国地方公共団体コード": "92011",
            "名称": "汐見公民館",
            "所在地_都道府県": "栃木県",
            "所在地_市区町村": "青波市",
            "所在地_町字": "汐見町",
            "所在地_番地以下": "3-1",
            "緯度": "36.56",
            "経度": "139.88",
            "想定収容人数": "５００人",
        },
        {"全国地方公共団体コード": "92011", "ID": "3", "所在地_連結表記": "栃木県青波市名無町1"},
    )
    return as_csv([*rows, [""] * 40, [""] * 40], "cp932")


def municipal_old() -> bytes:
    """26 columns with two of the town's own, lat and lng in the heading, and positions of every kind."""
    standard = STANDARD[ListKind.MUNICIPAL_OLD]
    header = [{"緯度": "lat", "経度": "lng"}.get(heading, heading) for heading in standard]
    header += ["ペット同行", "ペット同行"]
    code = {"都道府県コード又は市区町村コード": "13101", "都道府県名": "東京都"}
    rows = fill(
        header,
        code | {"NO": "1", "名称": "波除体育館\n（２階）", "住所": "青波市波除1", "lat": "139.70", "lng": "35.68"},
        code | {"NO": "2", "名称": "灯台公園", "住所": "青波市灯台2", "lat": "35度41分22.2秒", "lng": "139°41'30\""},
        code | {"NO": "3", "名称": "貝塚中学校", "住所": "青波市貝塚3", "lat": "-33.86", "lng": "151.2"},
        code | {"NO": "4", "名称": "松風会館", "住所": "青波市松風4", "lat": "３５．６８", "lng": "139.70"},
        code | {"NO": "4", "名称": "鴎集会所", "住所": "青波市鴎5", "lat": "35.68", "電話番号": "９０１２３４００００"},
        code | {"NO": "6", "名称": "灯台公園", "住所": "青波市灯台2", "lat": "35度41分22.2秒", "lng": "139°41'30\""},
    )
    for row in rows[1:]:
        row[-2:] = ["可", "屋外のみ"]
    return as_csv([["青波市 避難場所一覧", "令和8年11月現在"], [], *rows])


def gsi_sites() -> bytes:
    """国土地理院's emergency evacuation sites of one town."""
    header = [heading for heading in STANDARD[ListKind.GSI_SITES] if heading != "都道府県名及び市町村名"]
    return as_csv(
        fill(
            header,
            {
                "NO": "28",
                "共通ID": "E1310100002201",
                "施設・場所名": "波除小学校",
                "住所": "東京都青波区六番町8",
                "洪水": "1",
                "地震": "1",
                "指定避難所との住所同一": "1",
                "緯度": "35.688111802263",
                "経度": "139.73407899331",
            },
            {"NO": "29", "施設・場所名": "潮路公園", "住所": "東京都青波区潮路1", "緯度": "0", "経度": "0"},
        )
    )


def gsi_shelters() -> bytes:
    """国土地理院's shelters of the whole country."""
    return as_csv(
        fill(
            STANDARD[ListKind.GSI_SHELTERS],
            {
                "NO": "1",
                "共通ID": "E0110000001111",
                "都道府県名及び市町村名": "北海道青波市",
                "施設・場所名": "もみの木中学校",
                "住所": "北海道青波市もみの木1-1",
                "指定緊急避難場所との住所同一": "1",
                "受入対象者": "地域住民",
                "緯度": "43.03806",
                "経度": "141.48471",
            },
        )
    )
