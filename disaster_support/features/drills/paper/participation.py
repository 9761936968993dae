"""The participation sheet: a list to sign in, where nobody need give a name, and a grid to count crowds by strokes."""

from collections.abc import Iterator, Sequence

from disaster_support.content.catalogue import Catalogue
from disaster_support.content.model import SOURCE_LANGUAGE, Phrase, Review
from disaster_support.documents.listing import Column, Value
from disaster_support.documents.model import Align, Document, Text, TextMeasurer
from disaster_support.documents.report import TABLE_PT, Block, Heading, NewPage, Paragraph, Table
from disaster_support.documents.sheet import text_of
from disaster_support.features.drills.model import Drill, Part, Plan, Tool
from disaster_support.features.drills.paper.sheet import build_sheet
from disaster_support.features.drills.paper.subject import Subject, cell, tell, word
from disaster_support.features.drills.words import say_part, say_tool
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext

NO_NAME = "feedback.no_name_needed"
_LINES, _LINE_MM = 18, 9.5
_STROKES_MM, _SPARE_LANGUAGES = 8.0, 3


def build_participation_sheet(
    drill: Plan | Drill, catalogue: Catalogue, tags: Sequence[str], measurer: TextMeasurer
) -> Document:
    """Return the list to sign in and the grid for strokes, by these languages and a few that are written in.

    Raises:
        UserError: there is no such language.

    """
    subject = Subject.of(drill)
    languages = [catalogue.get_language(tag).tag for tag in tags]
    phrases = [(tag, catalogue.text(NO_NAME, tag)) for tag in languages]
    said = [(tag, phrase) for tag, phrase in phrases if phrase]
    blocks = [*_list(said), NewPage(), *_tally(catalogue, languages)]
    unreviewed = any(phrase.review is Review.UNREVIEWED for _tag, phrase in said)
    return build_sheet(_("Participation sheet"), subject, blocks, measurer, is_unreviewed=unreviewed)


def _list(said: Sequence[tuple[str, Phrase]]) -> Iterator[Block]:
    if said:
        yield Table((Column("", 1, TABLE_PT), Column("", 1, TABLE_PT)), list(_pairs(said)))
    numbered = (f"{number} {say_part(part)}" for number, part in enumerate(Part, start=1))
    parts = "  ·  ".join(one.replace(" ", "\N{NO-BREAK SPACE}") for one in numbered)
    yield Paragraph((tell(_("Took part as: {parts}").format(parts=parts)),), TABLE_PT)
    columns = (
        Column(_("No."), 10, TABLE_PT, align=Align.CENTER),
        # The Japanese of these heads has the English below, since guests read them.
        Column(pgettext("sign-in sheet", "As"), 14, TABLE_PT),
        Column(pgettext("sign-in sheet", "Language"), 34, TABLE_PT),
        Column(pgettext("sign-in sheet", "Nationality"), 30, TABLE_PT),
        Column(pgettext("sign-in sheet", "Name (only if you like)"), 50, TABLE_PT),
        Column(pgettext("sign-in sheet", "Organisation"), 48, TABLE_PT),
    )
    rows = [(word(str(number)), *(word("") for _column in columns[1:])) for number in range(1, _LINES + 1)]
    yield Table(columns, rows, _LINE_MM)


def _pairs(said: Sequence[tuple[str, Phrase]]) -> Iterator[tuple[Value, Value]]:
    cells = [cell(text_of(phrase, tag)) for tag, phrase in said]
    cells += [cell()] * (len(cells) % 2)
    return zip(cells[::2], cells[1::2], strict=True)


def _tally(catalogue: Catalogue, languages: Sequence[str]) -> Iterator[Block]:
    yield Heading(_("Count of foreign residents by language"))
    yield Paragraph((tell(_("One stroke for each person who passes; write the total at the end.")),), TABLE_PT)
    names = [catalogue.languages[tag] for tag in languages]
    rows = [
        (cell(Text(one.autonym, one.tag)), cell(Text(one.name_ja, SOURCE_LANGUAGE)), word(""), word(""))
        for one in names
    ]
    rows += [(word(""),) * 4] * _SPARE_LANGUAGES
    columns = (
        Column(pgettext("person", "Language"), 36, 10.0, is_bold=True),
        Column("", 32, TABLE_PT),
        Column(_("Strokes"), 96, TABLE_PT),
        Column(pgettext("sum", "Total"), 22, TABLE_PT),
    )
    yield Table(columns, rows, _STROKES_MM)
    yield Heading(_("Count of all others"))
    others = [part for part in Part if part is not Part.RESIDENT]
    wide = (Column("", 68, TABLE_PT, is_bold=True), *columns[2:])
    yield Table(wide, [(word(say_part(part)), word(""), word("")) for part in others], _STROKES_MM)
    yield Heading(_("Tools"))
    tools = (
        Column("", 68, TABLE_PT, is_bold=True),
        Column(_("Tried"), 59, TABLE_PT),
        Column(_("Installed"), 59, TABLE_PT),
    )
    yield Table(tools, [(word(say_tool(tool)), word(""), word("")) for tool in Tool], _STROKES_MM)
