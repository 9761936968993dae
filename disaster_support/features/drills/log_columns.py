"""What lists of participants call their columns, and as what people took part."""

from collections.abc import Sequence

from disaster_support.content.fold import fold_spaceless
from disaster_support.features.drills.model import Part
from disaster_support.features.drills.words import say_part

COLUMNS = ("part", "people", "language", "nationality", "name", "organisation")
"""The documented columns of a list; only as what people took part must be known."""

_HEADINGS = {
    "part": "区分 参加区分 役割 種別 立場 参加者の区分 role",
    "people": "人数 参加人数 参加者数 数 number count persons",
    "language": "言語 使用言語 母語 言葉 languages",
    "nationality": "国籍 国籍地域 出身国 国 国や地域 country",
    "name": "氏名 名前 お名前 参加者名 participant",
    "organisation": "所属 団体 団体名 機関 所属団体 organization affiliation",
}
_PARTS = {
    Part.RESIDENT: "外国人 外国人住民 在住外国人 外国人参加者 住民 外国人旅行者 旅行者 観光客 tourist visitor foreign",
    Part.INTERPRETER: "通訳 通訳者 通訳ボランティア 語学ボランティア",
    Part.CREW: "消防 消防職員 消防署 消防団 消防団員 救急隊 隊員 firefighter",
    Part.VOLUNTEER: "ボランティア 自主防災組織 町内会",
    Part.STAFF: "職員 市職員 運営 スタッフ 係員",
    Part.OBSERVER: "見学 見学者 視察 視察者 評価員 オブザーバー evaluator",
}
_COLUMNS = {fold_spaceless(heading): column for column in COLUMNS for heading in (column, *_HEADINGS[column].split())}


def find_column(heading: str) -> str:
    """Return the column that a list calls by this heading (区分, 国籍・地域, Number), or ''."""
    return _COLUMNS.get(fold_spaceless(heading), "")


def count_columns(row: Sequence[str]) -> int:
    """Return how many columns are named in a row: the heading of a list has the most."""
    return len({column for cell in row if (column := find_column(cell))})


def list_parts() -> dict[str, Part]:
    """Return as what people took part by the folded words for it: codes, other lists' words, the interface's."""
    named = {fold_spaceless(word): part for part, words in _PARTS.items() for word in words.split()}
    for part in Part:
        named |= dict.fromkeys((fold_spaceless(part), fold_spaceless(f"{part}s"), fold_spaceless(say_part(part))), part)
    return named
