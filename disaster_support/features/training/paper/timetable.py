"""The timetable: every day with its lessons, breaks and noon."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from disaster_support.bilingual import Bilingual
from disaster_support.documents.listing import Value
from disaster_support.documents.model import Align, Document
from disaster_support.documents.report import Block, Heading, Table
from disaster_support.features.training.model import Day, Plan
from disaster_support.features.training.paper.kit import CoursePaper, plain, typed_cell
from disaster_support.features.training.paper.words import (
    INSTRUCTOR,
    METHOD,
    ORGANISER,
    TIME,
    UNIT,
    VENUE,
    name_unit,
    say_day,
    say_span,
)
from disaster_support.features.training.timetable import Slot, schedule, usual_days
from disaster_support.features.training.words import METHODS

TITLE = Bilingual("時間割", "Timetable")

_LESSON = Bilingual("時限", "Lesson")
_BREAK = Bilingual("休憩", "Break")
_NOON = Bilingual("昼休み", "Noon break")
_EXAMPLE = Bilingual(
    "日程はまだ決まっていません。1日に6時限、9時に始める例です。",
    "The days are not settled yet. This is an example with six lessons a day, beginning at nine.",
)


def build_timetable(kit: CoursePaper) -> Document:
    """Return the timetable; a course whose days are not settled gets an example of one."""
    return kit.build(TITLE, _blocks(kit))


def list_slots(plan: Plan) -> list[list[Slot]]:
    """Return the lessons and breaks of each day; of usual days where none are settled."""
    planned = plan if plan.days else replace(plan, days=usual_days(plan, date(2001, 1, 1)))
    return [list(slots) for _day, slots in groupby(schedule(planned), key=lambda slot: slot.day)]


def name_day(plan: Plan, place: int, day: Day) -> Bilingual:
    """Return the number of a day with its date, where that is settled."""
    if not plan.days:
        return Bilingual(f"{place}日目", f"Day {place}")
    said = say_day(day.on)
    return Bilingual(f"{place}日目　{said.ja}", f"Day {place}: {said.en}")


def _blocks(kit: CoursePaper) -> Iterator[Block]:
    facts = [(VENUE, typed_cell(kit.course.venue)), (ORGANISER, typed_cell(kit.course.organiser))]
    if any(value.texts for _name, value in facts):
        yield kit.facts(facts)
    if not kit.plan.days:
        yield kit.paragraph(_EXAMPLE)
    number = 0
    for place, slots in enumerate(list_slots(kit.plan), 1):
        yield Heading(kit.say(name_day(kit.plan, place, slots[0].day)))
        yield _table(kit, slots, number)
        number += sum(slot.unit is not None for slot in slots)


def _table(kit: CoursePaper, slots: Sequence[Slot], before: int) -> Table:
    columns = (
        kit.column(TIME, 1.9, 10.5),
        kit.column(_LESSON, 0.9, 10.5, align=Align.CENTER),
        kit.column(UNIT, 5.2, 10.5),
        kit.column(METHOD, 2.6),
        kit.column(INSTRUCTOR, 2.0),
    )
    rows, number = [], before
    for slot in slots:
        number += slot.unit is not None
        rows.append(_row(kit, slot, number))
    breaks = {place for place, slot in enumerate(slots) if slot.unit is None}
    return Table(columns, rows, shaded=breaks)


def _row(kit: CoursePaper, slot: Slot, number: int) -> Sequence[Value]:
    time = kit.cell(plain(say_span(slot.begins, slot.ends)))
    if slot.unit is None:
        return time, Value(), kit.cell(_NOON if slot.is_noon else _BREAK), Value(), Value()
    name = name_unit(kit.plan, slot.unit)
    if slot.parts > 1:
        part = f" ({slot.part}/{slot.parts})"
        name = Bilingual(name.ja + part, name.en + part if name.en else "")
    method = kit.cell(METHODS[slot.unit.method])
    return time, kit.cell(plain(str(number))), kit.cell(name), method, kit.instructor_of(slot.unit)
