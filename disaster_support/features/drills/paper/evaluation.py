"""The evaluation guide: for each objective what to look for, a rating on four steps, room for what was seen.

Source: Homeland Security Exercise and Evaluation Program (HSEEP), 2020, exercise evaluation guide.
"""

from collections.abc import Iterator

from disaster_support.documents.areas import Area
from disaster_support.documents.cells import fit_line
from disaster_support.documents.listing import Column, Value
from disaster_support.documents.model import INK, Box, Document, Item, TextMeasurer
from disaster_support.documents.report import TABLE_PT, Block, Drawing, Heading, NewPage, Paragraph, Table
from disaster_support.features.drills.model import Drill, Objective, Phase, Plan, Rating
from disaster_support.features.drills.paper.fields import TICK, frame_to_write, lines_to_write
from disaster_support.features.drills.paper.sheet import build_sheet
from disaster_support.features.drills.paper.subject import Subject, cell, say, tell, word
from disaster_support.features.drills.words import say_rating
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext

_ROW_MM, _RATINGS_MM, _NOTES_MM = 10.0, 9.0, 56.0
_TICK_MM, _GAP_MM = 4.6, 1.5
_WORDS_PT = 8.5


def build_evaluation_guide(drill: Plan | Drill, measurer: TextMeasurer) -> Document:
    """Return a part for each objective: the items and injects that serve it, the four ratings, room for notes."""
    subject = Subject.of(drill)
    return build_sheet(_("Evaluation guide"), subject, _blocks(subject, measurer), measurer)


def _blocks(subject: Subject, measurer: TextMeasurer) -> Iterator[Block]:
    note = _("Write what you see and hear with its time. Rate each objective when the drill is over.")
    yield Paragraph((tell(note),))
    yield lines_to_write((_("Evaluator"), _("Place")), measurer)
    for place, objective in enumerate(subject.plan.objective):
        if place:
            yield NewPage()  # each evaluator takes the page of an objective along
        number = subject.objective_number(objective.id)
        yield Heading(_("Objective {number}").format(number=number))
        yield Paragraph((say(objective.text),), is_bold=True)
        yield from _look_for(objective, subject)
        yield Drawing(_RATINGS_MM, lambda area: _draw_ratings(area, measurer))
        yield frame_to_write(_("What was seen, and why"), _NOTES_MM, measurer)


def _look_for(objective: Objective, subject: Subject) -> Iterator[Table]:
    columns = (
        Column("", 8, TABLE_PT),
        Column(pgettext("drill", "Time"), 17, TABLE_PT, is_bold=True),
        Column(_("What is done"), 62, TABLE_PT),
        Column(_("What to look for"), 62, TABLE_PT),
        Column(pgettext("drill", "Note"), 37, TABLE_PT),
    )
    rows = [*_items(objective, subject), *_injects(objective, subject)]
    if rows:
        yield Table(columns, rows, _ROW_MM)


def _items(objective: Objective, subject: Subject) -> Iterator[tuple[Value, ...]]:
    """Give what is to be done during and after the drill; before it there is nothing to see."""
    for _number, item in subject.items:
        if item.objective == objective.id and item.phase is not Phase.BEFORE:
            yield TICK, word(""), cell(say(item.text)), cell(say(item.done)), word("")


def _injects(objective: Objective, subject: Subject) -> Iterator[tuple[Value, ...]]:
    for _number, inject in subject.injects:
        if inject.objective == objective.id:
            clock = word(subject.clock(inject.minute))
            yield TICK, clock, cell(say(inject.text)), cell(say(inject.expected)), word("")


def _draw_ratings(area: Area, measurer: TextMeasurer) -> Iterator[Item]:
    """Give a box to tick for each rating, with its letter and what it means."""
    width = area.width_mm / len(Rating)
    for rating in Rating:
        one, area = area.cut_left(width)
        box, words = one.cut_left(_TICK_MM, _GAP_MM)
        y = box.y_mm + (box.height_mm - _TICK_MM) / 2
        yield Box(box.x_mm, y, _TICK_MM, _TICK_MM, stroke=INK, stroke_mm=0.35)
        letter, words = words.cut_left(5.0)
        yield fit_line(measurer, tell(rating.value), letter, 12.0, bold=True)
        yield fit_line(measurer, tell(say_rating(rating)), words.cut_right(_GAP_MM)[1], _WORDS_PT)
