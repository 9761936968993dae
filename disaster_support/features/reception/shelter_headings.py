"""What lists of shelters call their columns, and which of the published forms a list has.

An emergency evacuation site (指定緊急避難場所) is where people save themselves from a danger; a shelter (指定避難所) is
where they stay afterwards: two designations, often of the same building.

Source: 自治体標準オープンデータセット 指定緊急避難場所一覧 (39 columns; 26 in the older 推奨データセット); 国土地理院
指定緊急避難場所データ and 指定避難所データ (two files).
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from enum import StrEnum


class ListKind(StrEnum):
    """The published form that a list has."""

    MUNICIPAL = "municipal-39"  # emergency evacuation sites
    MUNICIPAL_OLD = "municipal-26"  # emergency evacuation sites
    GSI_SITES = "gsi-sites"  # emergency evacuation sites
    GSI_SHELTERS = "gsi-shelters"  # shelters
    OWN = "own"  # a form of the publisher's own


HAZARDS = ("洪水", "崖崩れ、土石流及び地滑り", "高潮", "地震", "津波", "大規模な火事", "内水氾濫", "火山現象")
_HAZARD_COLUMNS = tuple(f"災害種別_{hazard}" for hazard in HAZARDS)

STANDARD: Mapping[ListKind, tuple[str, ...]] = {
    ListKind.MUNICIPAL: (
        "全国地方公共団体コード",
        "ID",
        "名称",
        "名称_カナ",
        "名称_英字",
        "所在地_全国地方公共団体コード",
        "町字ID",
        "所在地_連結表記",
        "所在地_都道府県",
        "所在地_市区町村",
        "所在地_町字",
        "所在地_番地以下",
        "建物名等(方書)",
        "緯度",
        "経度",
        "標高",
        "電話番号",
        "内線番号",
        "連絡先メールアドレス",
        "連絡先FormURL",
        "連絡先備考（その他、SNSなど）",
        "郵便番号",
        "市区町村コード",
        "地方公共団体名",
        *_HAZARD_COLUMNS,
        "指定避難所との重複",
        "想定収容人数",
        "対象となる町会・自治会",
        "URL",
        "画像",
        "画像_ライセンス",
        "備考",
    ),
    ListKind.MUNICIPAL_OLD: (
        "都道府県コード又は市区町村コード",
        "NO",
        "都道府県名",
        "市区町村名",
        "名称",
        "名称_カナ",
        "住所",
        "方書",
        "緯度",
        "経度",
        "標高",
        "電話番号",
        "内線番号",
        *_HAZARD_COLUMNS,
        "指定避難所との重複",
        "想定収容人数",
        "対象となる町会・自治会",
        "URL",
        "備考",
    ),
    ListKind.GSI_SITES: (
        "NO",
        "共通ID",
        "都道府県名及び市町村名",  # only in the file of the whole country
        "施設・場所名",
        "住所",
        *HAZARDS,
        "指定避難所との住所同一",
        "緯度",
        "経度",
        "備考",
    ),
    ListKind.GSI_SHELTERS: (
        "NO",
        "共通ID",
        "都道府県名及び市町村名",  # only in the file of the whole country
        "施設・場所名",
        "住所",
        "指定緊急避難場所との住所同一",
        "その他市町村長が必要と認める事項",
        "受入対象者",
        "緯度",
        "経度",
        "備考",
    ),
}
"""The columns of each published form, in their order."""

ALSO_SHELTER = ("指定避難所との重複", "指定避難所との住所同一")
"""Where a list of sites marks with 1 that a site is a shelter too."""

NUMBER_HEADINGS = ("共通ID", "ID", "NO", "No", "No.", "番号")
"""Columns that only number the rows or shelters."""

ADDRESS_PARTS = ("所在地_都道府県", "所在地_市区町村", "所在地_町字", "所在地_番地以下")
"""What an address is put together from where it does not stand in one cell."""

_HEADINGS: Mapping[str, str] = {  # the first is what the standard says
    "name": """名称 施設・場所名 施設名 施設名称 避難所名 避難所名称 避難所等名称 避難場所名 避難場所名称 避難施設名
        指定避難所名 指定緊急避難場所名 場所名 name""",
    "kana": "名称_カナ 名称カナ 名称(カナ) 名称_かな 名称かな 施設名カナ 施設名_カナ 施設名(カナ) フリガナ カナ",
    "code": """全国地方公共団体コード 都道府県コード又は市区町村コード 市区町村コード 市町村コード 団体コード
        自治体コード""",
    "number": "ID 共通ID NO No. 番号 施設番号 施設ID",
    "address": "住所 所在地_連結表記 所在地 施設所在地 address",
    "latitude": "緯度 緯度(世界測地系) 北緯 lat latitude Y Y座標 fY",
    "longitude": "経度 経度(世界測地系) 東経 lon lng long longitude X X座標 fX",
    "capacity": """想定収容人数 収容人数 収容人員 収容可能人数 最大収容人数 収容人数(人) 収容人員(人) 収容可能人数(人)
        定員 capacity""",
    "phone": "電話番号 電話 施設電話番号 連絡先電話番号 TEL phone",
}
_STANDARD_HEADINGS = frozenset(heading for columns in STANDARD.values() for heading in columns)
_OF_SHELTERS = re.compile("避難|収容|災害種別|洪水|津波|地震|土砂|shelter|evacuation|hinan", re.IGNORECASE)


def _plain(heading: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", heading)).casefold()


_PREFERENCES = {field: [_plain(heading) for heading in headings.split()] for field, headings in _HEADINGS.items()}


def find_fields(header: Sequence[str]) -> dict[str, int]:
    """Return which column holds each field of a shelter, where there is one.

    The fields: name, kana, code, number, address, latitude, longitude, capacity, phone. Where several columns would do,
    the one that the standard prefers is taken.
    """
    places = {_plain(heading): place for place, heading in reversed(list(enumerate(header)))}
    return {
        field: places[found]
        for field, names in _PREFERENCES.items()
        if (found := next((name for name in names if name in places), None)) is not None
    }


def standard_heading(field: str, heading: str) -> str:
    """Return what the standard calls the column of this field; a heading of the standard stays."""
    return heading if heading in _STANDARD_HEADINGS else _HEADINGS[field].split()[0]


def is_about_shelters(texts: Sequence[str]) -> bool:
    """Whether a file name or headings speak of shelters, evacuation or hazards."""
    return any(_OF_SHELTERS.search(text) for text in texts)


def find_kind(header: Sequence[str]) -> ListKind:
    """Return the published form of a list by the headings that only it has."""
    names = {_plain(heading) for heading in header}
    if "指定緊急避難場所との住所同一" in names or {"施設・場所名", "受入対象者"} <= names:
        return ListKind.GSI_SHELTERS
    if "指定避難所との住所同一" in names or {"施設・場所名", "洪水"} <= names:
        return ListKind.GSI_SITES
    if {"全国地方公共団体コード", "所在地_連結表記"} & names and "名称" in names:
        return ListKind.MUNICIPAL
    if "名称" in names and any(name.startswith("災害種別_") for name in names):
        return ListKind.MUNICIPAL_OLD
    return ListKind.OWN
