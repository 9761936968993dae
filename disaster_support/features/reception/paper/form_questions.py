"""The questions of reception as rows of a form, in their order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from disaster_support.content.model import SOURCE_LANGUAGE
from disaster_support.documents.cells import Stack, settle
from disaster_support.documents.model import Text
from disaster_support.features.reception.paper.form_rows import (
    ASK_SHARE,
    LABEL_SHARE,
    PADDING_MM,
    TICK_COLUMN_MM,
    WRITING_MM,
    Blank,
    Pair,
    QuestionRow,
    Row,
    TickColumns,
    TickHeads,
    Ticks,
    option_width_mm,
)
from disaster_support.features.reception.paper.form_tables import (
    DATE_MM,
    DateBoxes,
    FamilyTable,
    family_widths_mm,
)
from disaster_support.features.reception.paper.form_texts import HINT_SHARE, FormTexts
from disaster_support.features.reception.questions import QUESTIONS, Answering, Question

ENTRIES = (
    *("form.title", "form.kept", "form.who_sees", "form.may_skip", "form.number", "form.for_staff"),
    *("form.yes", "form.no", "form.decline", "form.consent", "form.consent_note"),
    *("form.year", "form.month", "form.day", "form.age", "form.choose_all"),
)
"""What a form says beside its questions."""

_MOST_COLUMNS = 4
_LABELS = {  # a word in the place of the question, where a cell to write in says the rest
    id_: f"form.{id_}"
    for id_ in ("name", "latin", "kana", "sex", "birth", "nationality", "languages", "address", "phone", "contact")
} | {"notify": "form.notify"}
_ROOMY_MM = {"name": 11.0, "address": 11.0, "languages": 11.0, "need.other": 12.0, "notify": 11.0}
_SIDE_BY_SIDE = ("phone", "contact")  # both are short
_CONSENT_TICKS = ("form.yes", "form.no")
_NEED_TICKS = ("form.yes", "form.no", "form.decline")


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row, and the heads of columns that must stand above it somewhere on its page."""

    row: Row
    heads: TickHeads | None = None


def form_entries() -> tuple[str, ...]:
    """Return the ids of all entries that stand on a form."""
    asked = (
        id_
        for question in QUESTIONS
        for id_ in (question.entry, question.detail, question.hint, *(entry for _value, entry in question.options))
    )
    return (*ENTRIES, *_LABELS.values(), *(id_ for id_ in asked if id_))


def build_rows(texts: FormTexts, width_mm: float) -> list[FormRow]:
    """Return the rows of all questions, set in a width."""
    return list(_Rows(texts, width_mm).build())


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows at the sizes of `texts`; those of `_SIDE_BY_SIDE` stand in one line, in half the width each."""

    texts: FormTexts
    width_mm: float

    def build(self) -> Iterator[FormRow]:
        """Give the rows; runs of yes/no questions share the heads of their columns."""
        needs = self._heads(self._may_skip(), _NEED_TICKS, ASK_SHARE)
        consent_share = 1 - TICK_COLUMN_MM * len(_CONSENT_TICKS) / self.width_mm
        consents = self._heads(self._consent_note(consent_share), _CONSENT_TICKS, consent_share)
        for question in QUESTIONS:
            match question.answering:
                case _ if question.id in _SIDE_BY_SIDE:
                    if question.id == _SIDE_BY_SIDE[0]:
                        yield FormRow(self._side_by_side())
                case Answering.YES_NO if question.id.startswith("consent."):
                    ticks = TickColumns(len(_CONSENT_TICKS), None)
                    yield FormRow(QuestionRow(self._label(question, consent_share), ticks, consent_share), consents)
                case Answering.YES_NO:
                    ticks = TickColumns(len(_NEED_TICKS), self._detail(question))
                    yield FormRow(QuestionRow(self._label(question, ASK_SHARE), ticks, ASK_SHARE), needs)
                case Answering.FAMILY:
                    yield FormRow(self._family(question))
                case Answering.CHOICE | Answering.CHOICES:
                    yield FormRow(QuestionRow(self._label(question), self._ticks(question)))
                case Answering.DATE:
                    yield FormRow(QuestionRow(self._label(question), self._date(question)))
                case Answering.TEXT | Answering.COUNTRY | Answering.LANGUAGES:
                    yield FormRow(self._written(question))
                case _:
                    assert_never(question.answering)

    def _side_by_side(self) -> Pair:
        half = _Rows(self.texts, self.width_mm / 2)
        first, second = (half._written(question) for question in QUESTIONS if question.id in _SIDE_BY_SIDE)
        return Pair(first, second)

    @property
    def _answer_mm(self) -> float:
        return self.width_mm * (1 - LABEL_SHARE)

    def _label(self, question: Question, share: float = LABEL_SHARE) -> Stack:
        """Return what is asked, in a word where a cell to write in says the rest."""
        width = self.width_mm * share - 2 * PADDING_MM
        label = self.texts.stack(_LABELS.get(question.id, question.entry), width)
        if question.answering is Answering.CHOICES:
            return label.below(self.texts.hint("form.choose_all", width))
        return label

    def _written(self, question: Question) -> QuestionRow:
        """Return what is answered by writing, with what helps small above; a whole question needs a wider label."""
        share = LABEL_SHARE if question.id in _LABELS and question.id not in _SIDE_BY_SIDE else ASK_SHARE
        hint = question.entry if question.answering is Answering.LANGUAGES else question.hint
        width = self.width_mm * (1 - share) - 2 * PADDING_MM
        room = Blank(_ROOMY_MM.get(question.id, WRITING_MM), self.texts.hint(hint, width) if hint else None)
        return QuestionRow(self._label(question, share), room, share)

    def _may_skip(self) -> Stack:
        """Return the reminder that stands above what is hardest to tell."""
        return self.texts.hint("form.may_skip", self.width_mm * ASK_SHARE - 2 * PADDING_MM)

    def _consent_note(self, share: float) -> Stack:
        width = self.width_mm * share - 2 * PADDING_MM
        return self.texts.stack("form.consent", width, bold=True).below(self.texts.hint("form.consent_note", width))

    def _heads(self, heading: Stack, ticks: tuple[str, ...], share: float) -> TickHeads:
        column = TICK_COLUMN_MM - PADDING_MM
        return TickHeads(heading, tuple(self.texts.stack(id_, column, share=HINT_SHARE) for id_ in ticks), share)

    def _detail(self, question: Question) -> Blank:
        width = self.width_mm * (1 - ASK_SHARE) - TICK_COLUMN_MM * len(_NEED_TICKS) - 2 * PADDING_MM
        return Blank(WRITING_MM, self.texts.hint(question.detail, width) if question.detail else None)

    def _ticks(self, question: Question) -> Ticks:
        """Return the options in as many columns as make them lowest, the fewest of those."""
        detail = None
        if question.detail:
            detail = Blank(WRITING_MM, self.texts.hint(question.detail, self._answer_mm - 2 * PADDING_MM))

        def in_columns(count: int) -> Ticks:
            width = option_width_mm(self._answer_mm, count)
            return Ticks(tuple(self.texts.stack(id_, width) for _value, id_ in question.options), count, detail)

        counts = range(1, min(_MOST_COLUMNS, len(question.options)) + 1)
        return min(map(in_columns, counts), key=lambda ticks: round(ticks.height_mm))

    def _date(self, question: Question) -> DateBoxes:
        year, month, day = (
            self.texts.stack(id_, width, share=HINT_SHARE)
            for id_, width in zip(("form.year", "form.month", "form.day"), DATE_MM, strict=True)
        )
        age_mm = self._answer_mm - sum(DATE_MM) - 5 * PADDING_MM
        hint = self.texts.hint(question.hint, self._answer_mm - 2 * PADDING_MM)
        return DateBoxes((year, month, day), self.texts.stack("form.age", age_mm, share=HINT_SHARE), hint)

    def _family(self, question: Question) -> FamilyTable:
        sexes = next(one.options for one in QUESTIONS if one.id == "sex")
        name_mm, sex_mm, birth_mm = family_widths_mm(self.width_mm, len(sexes))
        width = self.width_mm - 2 * PADDING_MM
        asked = self.texts.stack(question.entry, width)
        if question.hint:
            asked = asked.below(self.texts.hint(question.hint, width))
        size = self.texts.sizes.japanese_pt
        numbers = [Text(str(number), SOURCE_LANGUAGE) for number in range(1, self.texts.sizes.family_lines + 1)]
        return FamilyTable(
            asked,
            self.texts.stack("form.name", name_mm, share=HINT_SHARE),
            tuple(self.texts.stack(id_, sex_mm, share=HINT_SHARE) for _value, id_ in sexes),
            self._birth_or_age(birth_mm),
            tuple(settle(self.texts.measurer, number, 6.0, size) for number in numbers),
        )

    def _birth_or_age(self, width_mm: float) -> Stack:
        """Return the names of the two things of which either is enough, the second below the first."""
        birth, age = (self.texts.stack(id_, width_mm, share=HINT_SHARE) for id_ in ("form.birth", "form.age"))
        return birth.below(age)
