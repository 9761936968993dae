"""Japanese dates and times with their readings, in Aozora Bunko notation.

A reading stands above the counter, as in 11月《がつ》, and above the number too where the two are read together, as in
｜4月《しがつ》.
"""

from collections.abc import Mapping
from datetime import date, time

_WEEKDAYS = ("月げつ", "火か", "水すい", "木もく", "金きん", "土ど", "日にち")
_MONTHS = {4: "しがつ", 7: "しちがつ", 9: "くがつ"}
_DAYS = {
    1: "ついたち",
    2: "ふつか",
    3: "みっか",
    4: "よっか",
    5: "いつか",
    6: "むいか",
    7: "なのか",
    8: "ようか",
    9: "ここのか",
    10: "とおか",
    14: "じゅうよっか",
    20: "はつか",
    24: "にじゅうよっか",
}
_HOURS = {0: "れいじ", 4: "よじ", 7: "しちじ", 9: "くじ"}
_SOFT_MINUTES = (2, 5, 7, 9)  # last digits before which 分 is read ふん, not ぷん


def write_japanese_date(day: date, *, has_year: bool, whole_weekday: bool) -> str:
    """Return a day such as 11月24日（火）, the weekday as 火曜日 where it is wanted whole, with ruby marks."""
    name, reading = _WEEKDAYS[day.weekday()][0], _WEEKDAYS[day.weekday()][1:]
    weekday = f"{name}曜日《{reading}ようび》" if whole_weekday else f"{name}《{reading}》"
    year = f"{day.year}年《ねん》" if has_year else ""
    month = _counted(day.month, "月", "がつ", _MONTHS)
    return f"{year}{month}{_counted(day.day, '日', 'にち', _DAYS)}（{weekday}）"


def write_japanese_time(moment: time) -> str:
    """Return a time such as 午後3時30分, with ruby marks.

    Noon is 昼の12時: 午後0時 is right, and taken for midnight by whoever learnt other clocks.
    """
    half = "午前《ごぜん》" if moment.hour < 12 else "午後《ごご》"
    hour = moment.hour % 12
    if moment.hour == 12:
        half, hour = "昼《ひる》の", 12
    minutes = ""
    if moment.minute:
        minutes = f"{moment.minute}分《{'ふん' if moment.minute % 10 in _SOFT_MINUTES else 'ぷん'}》"
    return half + _counted(hour, "時", "じ", _HOURS) + minutes


def _counted(number: int, counter: str, reading: str, together: Mapping[int, str]) -> str:
    if number in together:
        return f"｜{number}{counter}《{together[number]}》"
    return f"{number}{counter}《{reading}》"
