"""What every paper of a course is made of and with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from disaster_support.bilingual import Bilingual
from disaster_support.content.catalogue import Catalogue
from disaster_support.documents.listing import Column, Value
from disaster_support.documents.model import Align, Document, Text, TextMeasurer
from disaster_support.documents.paper import A4, Paper
from disaster_support.documents.report import (
    BODY_PT,
    FEWEST_PAGES,
    TABLE_PT,
    Block,
    Paragraph,
    Points,
    Table,
    build_report,
)
from disaster_support.documents.typed import typed
from disaster_support.features.training.model import Course, Instructor, Materials, Participant, Plan, Unit
from disaster_support.features.training.results import Result

_BULLET = "・"


@dataclass(frozen=True, slots=True)
class CoursePaper:
    """A course and the people at it, the library, the engine that sets texts, and the language of what is printed."""

    course: Course
    materials: Materials
    catalogue: Catalogue
    measurer: TextMeasurer
    language: str  # "ja" or "en"; titles are in both
    printed_on: date
    participants: Sequence[Participant] = ()
    instructors: Mapping[str, Instructor] = field(default_factory=dict)  # by id
    results: Sequence[Result] = ()

    @property
    def plan(self) -> Plan:
        """The course as it is planned."""
        return self.course.plan

    def say(self, words: Bilingual) -> str:
        """Return words in the language of what is printed."""
        return words.say(self.language)

    def text(self, words: Bilingual) -> Text:
        """Return words as a text; what has no English is Japanese."""
        return Text(self.say(words), "en" if self.language == "en" and words.en else "ja")

    def cell(self, *words: Bilingual) -> Value:
        """Return words below one another in a cell of a table."""
        return Value(tuple(self.text(one) for one in words if one.ja))

    def listed(self, points: Iterable[Bilingual]) -> Points:
        """Return words below one another in a cell, with a mark before each."""
        return Points(self.cell(*points).texts)

    def joined(self, words: Iterable[Bilingual]) -> Value:
        """Return words after one another in a cell."""
        said = ("、" if self.language == "ja" else ", ").join(self.say(one) for one in words)
        return Value((Text(said, self.language),) if said else ())

    def column(
        self,
        head: Bilingual,
        share: float,
        size_pt: float = TABLE_PT,
        *,
        is_bold: bool = False,
        align: Align = Align.START,
    ) -> Column:
        """Return a column of a table."""
        return Column(self.say(head), share, size_pt, is_bold, align)

    def paragraph(self, words: Bilingual, size_pt: float = BODY_PT, *, is_bold: bool = False) -> Paragraph:
        """Return words as a paragraph."""
        return Paragraph((self.text(words),), size_pt, is_bold)

    def points(self, points: Iterable[Bilingual], size_pt: float = BODY_PT) -> Iterator[Paragraph]:
        """Give a paragraph with a mark for each point."""
        return (Paragraph((self.text(one),), size_pt, bullet=_BULLET) for one in points if one.ja)

    def facts(self, facts: Iterable[tuple[Bilingual, Value]], share: float = 5.4) -> Table:
        """Return facts with what they are called beside them; what is empty is left out.

        `share` is how many times wider the facts' column is than that of what they are called.
        """
        columns = (Column("", 1.0, TABLE_PT, is_bold=True), Column("", share, TABLE_PT))
        rows = [(self.cell(name), value) for name, value in facts if value.texts]
        return Table(columns, rows, has_labels=True)

    def instructor_of(self, unit: Unit) -> Value:
        """Return the name of who teaches a unit as a cell, empty where nobody was chosen."""
        found = self.instructors.get(unit.instructor_id)
        return typed_cell(found.name if found else "")

    def build(
        self,
        title: Bilingual,
        blocks: Iterable[Block],
        *,
        about: str = "",
        paper: Paper = A4,
        scales: Sequence[float] = FEWEST_PAGES,
    ) -> Document:
        """Return the blocks as a document of this course; `about` is what of the course it is on, such as a unit.

        `scales` are those of `build_report`.
        """
        name = self.say(self.plan.title)
        return build_report(
            both(title),
            blocks,
            self.measurer,
            language=self.language,
            under=(about, name),
            facts=(about or name, self.printed_on.isoformat()),
            paper=paper,
            scales=scales,
        )


def both(words: Bilingual) -> str:
    """Return a title in Japanese and in English."""
    return f"{words.ja} / {words.en}" if words.en else words.ja


def plain(words: str) -> Bilingual:
    """Return what is the same in both languages, such as a number."""
    return Bilingual(words, words)


def typed_cell(words: str) -> Value:
    """Return what somebody typed, in whatever script, as a cell; empty where it is."""
    return Value((typed(words),) if words else ())
