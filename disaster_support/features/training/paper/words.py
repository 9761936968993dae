"""Words that stand on several papers of a course, in both languages: what is printed need not be the interface's."""

from datetime import date, datetime

from disaster_support.bilingual import Bilingual
from disaster_support.features.training.model import Plan, Unit

NUMBER = Bilingual("番号", "No.")
UNIT = Bilingual("単元", "Unit")
LESSONS = Bilingual("時限数", "Lessons")
METHOD = Bilingual("方法", "Method")
GOALS = Bilingual("到達目標", "Goals")
INSTRUCTOR = Bilingual("講師", "Instructor")
TOOLS = Bilingual("用具", "Tools")
MATERIALS = Bilingual("教材", "Materials")
ASSESSMENT = Bilingual("評価", "Assessment")
TIME = Bilingual("時間", "Time")
NAME = Bilingual("氏名", "Name")
ORGANISATION = Bilingual("所属", "Organisation")
DATE = Bilingual("日付", "Date")
VENUE = Bilingual("会場", "Venue")
ORGANISER = Bilingual("主催", "Organiser")
DAYS = Bilingual("日程", "Days")

_WEEKDAYS = Bilingual("月火水木金土日", "MonTueWedThuFriSatSun")
# Not `calendar`'s, which change with the system's language once a window is open.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def say_day(day: date) -> Bilingual:
    """Return a day with its day of the week."""
    weekday = day.weekday()
    return Bilingual(
        f"{day.year}年{day.month}月{day.day}日（{_WEEKDAYS.ja[weekday]}）",
        f"{_WEEKDAYS.en[3 * weekday : 3 * weekday + 3]} {say_english_day(day)}",
    )


def say_english_day(day: date) -> str:
    """Return a day as 23 November 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def say_span(begins: datetime, ends: datetime) -> str:
    """Return two times of a day with a dash between."""
    return f"{begins:%H:%M}–{ends:%H:%M}"


def say_lessons(count: int, plan: Plan) -> Bilingual:
    """Return lesson hours with the minutes they take."""
    minutes = count * plan.lesson_minutes
    return Bilingual(f"{count}時限（{minutes}分）", f"{count} {_lessons(count)} ({minutes} minutes)")


def name_unit(plan: Plan, unit: Unit) -> Bilingual:
    """Return a unit's number in the course with its title."""
    number = plan.unit.index(unit) + 1
    return Bilingual(f"{number}　{unit.title.ja}", f"{number}  {unit.title.en}" if unit.title.en else "")


def _lessons(count: int) -> str:
    return "lesson" if count == 1 else "lessons"
