"""The sign-in sheet: a line for each trainee, a column for each half day."""

from collections.abc import Iterator, Sequence

from disaster_support.bilingual import Bilingual
from disaster_support.documents.listing import Value
from disaster_support.documents.model import Align, Document
from disaster_support.documents.paper import A4
from disaster_support.documents.report import Block, NewPage, Table
from disaster_support.features.training.model import Participant
from disaster_support.features.training.paper.kit import CoursePaper, plain, typed_cell
from disaster_support.features.training.paper.timetable import list_slots
from disaster_support.features.training.paper.words import NAME, NUMBER, ORGANISATION

TITLE = Bilingual("出席簿", "Sign-in sheet")

_ADVICE = Bilingual("出席した半日ごとに、署名してください。", "Please sign for each half day that you attend.")
_MORNING = Bilingual("午前", "a.m.")
_AFTERNOON = Bilingual("午後", "p.m.")
_NOON_HOUR = 12
_MOST_COLUMNS, _UPRIGHT_COLUMNS = 6, 4
_ROW_MM, _LEAST_BLANK = 9.5, 3


def build_sign_in(kit: CoursePaper) -> Document:
    """Return the sheet with everybody who is expected, and blank lines for the other places and a few guests."""
    halves = list_half_days(kit)
    paper = A4 if len(halves) <= _UPRIGHT_COLUMNS else A4.landscape
    return kit.build(TITLE, _blocks(kit, halves), paper=paper)


def list_half_days(kit: CoursePaper) -> list[Bilingual]:
    """Return the mornings and afternoons that have a lesson, each with its day."""
    halves: list[Bilingual] = []
    for place, slots in enumerate(list_slots(kit.plan), 1):
        day = slots[0].day.on
        number = Bilingual(f"{day.month}/{day.day}", f"{day.day}/{day.month}")
        name = number if kit.plan.days else Bilingual(f"{place}日目", f"Day {place}")
        taught = dict.fromkeys(_half_of(slot.begins.hour) for slot in slots if slot.unit)
        halves += (Bilingual(f"{name.ja} {half.ja}", f"{name.en} {half.en}") for half in taught)
    return halves


def _half_of(hour: int) -> Bilingual:
    return _MORNING if hour < _NOON_HOUR else _AFTERNOON


def _blocks(kit: CoursePaper, halves: Sequence[Bilingual]) -> Iterator[Block]:
    yield kit.paragraph(_ADVICE)
    for start in range(0, max(1, len(halves)), _MOST_COLUMNS):
        if start:
            yield NewPage()
        yield _table(kit, halves[start : start + _MOST_COLUMNS])


def _table(kit: CoursePaper, halves: Sequence[Bilingual]) -> Table:
    columns = (
        kit.column(NUMBER, 0.6, 10.0, align=Align.CENTER),
        kit.column(NAME, 2.6, 11.0),
        kit.column(ORGANISATION, 2.4, 9.0),
        *(kit.column(half, 1.6) for half in halves),
    )
    listed: list[Participant | None] = [*kit.participants]
    listed += [None] * max(_LEAST_BLANK, kit.plan.trainees - len(listed))
    rows = [_row(kit, number, one, len(halves)) for number, one in enumerate(listed, 1)]
    return Table(columns, rows, least_row_mm=_ROW_MM)


def _row(kit: CoursePaper, number: int, one: Participant | None, halves: int) -> Sequence[Value]:
    who = (typed_cell(one.name), typed_cell(one.organisation)) if one else (Value(), Value())
    return (kit.cell(plain(str(number))), *who, *[Value()] * halves)
