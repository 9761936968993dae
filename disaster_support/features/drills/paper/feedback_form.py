"""The feedback form: a page in each language, with small Japanese beside it for the staff who enter the answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from disaster_support.content.catalogue import Catalogue
from disaster_support.documents.areas import Area
from disaster_support.documents.cells import Stack, fit_line
from disaster_support.documents.mirror import mirror
from disaster_support.documents.model import INK, Align, Box, Document, Item, Page, Text, TextMeasurer
from disaster_support.documents.paper import A4
from disaster_support.documents.sheet import GREY, HAIRLINE, MARK_MM, SURFACE, body_of, build_footer, build_mark
from disaster_support.documents.typed import typed
from disaster_support.errors import UserError
from disaster_support.features.drills.after import ANSWERS, QUESTIONS
from disaster_support.features.drills.model import Drill, Plan
from disaster_support.features.drills.paper.feedback_texts import TITLE, FeedbackTexts, Lines, form_languages
from disaster_support.features.drills.paper.subject import Subject
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.lists.languages import language_name

TICK_MM = 6.0
_FIRST, _LAST = ("feedback.thanks", "feedback.no_name_needed"), "feedback.give_to_staff"
_IN_WORDS = ("feedback.good", "feedback.difficult")
_YES_OR_NO = "feedback.installed_safety_tips"  # nobody has installed something partly
_HEADS = tuple(f"feedback.{answer}" for answer in ANSWERS)
_ENTRIES = (TITLE, *_FIRST, *QUESTIONS, *_HEADS, *_IN_WORDS, _LAST)
_SIZES_PT = (15.0, 14.0, 13.0, 12.0, 11.0, 10.0)
_TITLE_SHARE, _HEAD_SHARE, _LANGUAGE_SHARE = 1.7, 0.8, 0.32
_NAMES_MM, _RULE_MM, _GAP_MM, _PADDING_MM = 5.0, 1.0, 4.0, 1.8
_ANSWER_MM, _ROW_MM, _WRITING_MM = 23.0, 13.0, 22.0
_BODY = body_of(A4)
_NAMES_PT = 9.0


def build_feedback_form(
    drill: Plan | Drill, catalogue: Catalogue, tags: Sequence[str], measurer: TextMeasurer
) -> Document:
    """Return the form, one page a language in the order given.

    Raises:
        UserError: no language is given, there is no such language, or the library has no form in it.

    """
    if not tags:
        raise UserError(_("Choose at least one language first."))
    subject, title, known = Subject.of(drill), _("Feedback form"), form_languages(catalogue)
    languages = [catalogue.get_language(tag) for tag in tags]
    lacking = (one.tag for one in languages if one.tag not in known)
    missing = [language_name(tag, catalogue.languages, current_language()) for tag in lacking]
    if missing:
        raise UserError(_("The library has no feedback form in: {languages}").format(languages=", ".join(missing)))
    rtl = {one.tag for one in catalogue.languages.values() if one.direction == "rtl"}
    pages = []
    for language in languages:
        form = _fitting(subject, catalogue, language.tag, measurer)
        items = mirror(form.draw(), A4.width_mm, rtl) if language.tag in rtl else form.draw()
        day = subject.held_on.isoformat() if subject.held_on else ""
        footer = build_footer(A4, (title, day), is_unreviewed=form.texts.is_unreviewed(_ENTRIES))
        pages.append(Page(A4.width_mm, A4.height_mm, (*items, *footer)))
    return Document(title, current_language(), tuple(pages), subject.title)


def _fitting(subject: Subject, catalogue: Catalogue, tag: str, measurer: TextMeasurer) -> "_Form":
    """Return the form at the largest size that leaves room to write, or at the smallest."""
    forms = (_Form.settle(subject, FeedbackTexts(catalogue, tag, measurer, size)) for size in _SIZES_PT)
    form = next(forms)
    while form.writing_mm < _WRITING_MM and (smaller := next(forms, None)):
        form = smaller
    return form


@dataclass(frozen=True, slots=True)
class _Form:
    """A page whose texts are settled; what they leave is room to write."""

    subject: Subject
    texts: FeedbackTexts
    title: Stack
    first: Lines
    heads: tuple[Stack, ...]
    questions: tuple[Stack, ...]
    words: tuple[Stack, ...]
    last: Stack

    @classmethod
    def settle(cls, subject: Subject, texts: FeedbackTexts) -> "_Form":
        """Settle all texts at the size of `texts`."""
        width = _BODY.width_mm
        asked = width - len(ANSWERS) * _ANSWER_MM - 2 * _PADDING_MM
        return cls(
            subject,
            texts,
            texts.stack(TITLE, width, share=_TITLE_SHARE, bold=True),
            Lines(tuple(texts.stack(entry, width) for entry in _FIRST)),
            tuple(texts.stack(entry, _ANSWER_MM - _PADDING_MM, share=_HEAD_SHARE, bold=True) for entry in _HEADS),
            tuple(texts.stack(entry, asked) for entry in QUESTIONS),
            tuple(texts.stack(entry, width - 2 * _PADDING_MM) for entry in _IN_WORDS),
            texts.stack(_LAST, width, bold=True),
        )

    @property
    def writing_mm(self) -> float:
        """The height of each field to write in, below what it asks."""
        fixed = _NAMES_MM + self.title.height_mm + _RULE_MM + self.first.height_mm + self.last.height_mm + 6 * _GAP_MM
        asked = sum(stack.height_mm + 2 * _PADDING_MM for stack in self.words)
        return (_BODY.height_mm - fixed - self._heads_mm - sum(map(_row_mm, self.questions)) - asked) / len(self.words)

    @property
    def _heads_mm(self) -> float:
        return max(stack.height_mm for stack in self.heads) + _PADDING_MM

    def draw(self) -> Iterator[Item]:
        """Give the page from its top to its foot."""
        names, area = _BODY.cut_top(_NAMES_MM)
        yield from self._names(names)
        title, area = area.cut_top(self.title.height_mm, _GAP_MM / 2)
        yield from self.title.draw(title)
        rule, area = area.cut_top(_RULE_MM, _GAP_MM / 2)
        yield Box(rule.x_mm, rule.y_mm, rule.width_mm, rule.height_mm, INK)
        first, area = area.cut_top(self.first.height_mm, _GAP_MM)
        yield from self.first.draw(first)
        heads, area = area.cut_top(self._heads_mm)
        yield from self._heads(heads)
        for entry, question in zip(QUESTIONS, self.questions, strict=True):
            row, area = area.cut_top(_row_mm(question))
            yield from self._row(entry, question, row)
        last, area = area.cut_bottom(self.last.height_mm, _GAP_MM)
        yield from self.last.draw(last)
        for asked in self.words:
            area = area.cut_top(_GAP_MM)[1]
            frame, area = area.cut_top(asked.height_mm + 2 * _PADDING_MM + self.writing_mm)
            yield Box(frame.x_mm, frame.y_mm, frame.width_mm, frame.height_mm, stroke=HAIRLINE)
            yield from asked.draw(frame.inset(_PADDING_MM).cut_top(asked.height_mm)[0])

    def _names(self, area: Area) -> Iterator[Item]:
        """Give the language in its own name and in Japanese, and at the other side which drill it was."""
        language = self.texts.catalogue.languages[self.texts.tag]
        start, end = area.cut_left(area.width_mm * _LANGUAGE_SHARE)
        if self.texts.is_unreviewed(_ENTRIES):
            mark, start = start.cut_left(MARK_MM, 1.0)
            yield build_mark(mark)
        names = "  ·  ".join(dict.fromkeys((language.autonym, language.name_ja)))
        yield fit_line(self.texts.measurer, Text(names, language.tag), start, _NAMES_PT, color=GREY)
        yield fit_line(self.texts.measurer, typed(self.subject.title), end, _NAMES_PT, color=GREY, align=Align.END)

    def _heads(self, area: Area) -> Iterator[Item]:
        area = area.cut_left(area.width_mm - len(self.heads) * _ANSWER_MM)[1]
        for head in self.heads:
            one, area = area.cut_left(_ANSWER_MM)
            yield from head.draw(one.inset(_PADDING_MM / 2), Align.CENTER)

    def _row(self, entry: str, question: Stack, area: Area) -> Iterator[Item]:
        """Give a question and a box for each answer; where there is nothing between yes and no, its cell is grey."""
        asked, area = area.cut_left(area.width_mm - len(ANSWERS) * _ANSWER_MM)
        yield Box(asked.x_mm, asked.y_mm, asked.width_mm, asked.height_mm, stroke=HAIRLINE)
        yield from question.draw(asked.inset(_PADDING_MM))
        for answer in ANSWERS:
            one, area = area.cut_left(_ANSWER_MM)
            is_asked = (entry, answer) != (_YES_OR_NO, "partly")
            fill = None if is_asked else SURFACE
            yield Box(one.x_mm, one.y_mm, one.width_mm, one.height_mm, fill, stroke=HAIRLINE)
            if is_asked:
                x, y = one.x_mm + (one.width_mm - TICK_MM) / 2, one.y_mm + (one.height_mm - TICK_MM) / 2
                yield Box(x, y, TICK_MM, TICK_MM, stroke=INK, stroke_mm=0.35)


def _row_mm(question: Stack) -> float:
    return max(_ROW_MM, question.height_mm + 2 * _PADDING_MM)
