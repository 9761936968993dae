"""What the report says of the people: who took part, which tools they met, how long they waited, what they answered."""

from collections.abc import Iterator, Mapping

from disaster_support.content.catalogue import Catalogue
from disaster_support.documents.listing import Column
from disaster_support.documents.model import Align, Text, TextMeasurer
from disaster_support.documents.report import BODY_PT, TABLE_PT, Block, Heading, Paragraph, Table
from disaster_support.documents.typed import typed
from disaster_support.features.drills.after import ANSWERS
from disaster_support.features.drills.paper.charts import draw_bars, draw_stacked_bars
from disaster_support.features.drills.paper.subject import point, tell, word
from disaster_support.features.drills.practice_figures import PracticeFigures
from disaster_support.features.drills.report_data import FeedbackResult, ReportData
from disaster_support.features.drills.words import say_part, say_tool, say_wait
from disaster_support.i18n import current_language, pgettext
from disaster_support.i18n import gettext as _
from disaster_support.lists.countries import country_name
from disaster_support.lists.languages import language_name


def build_participation(data: ReportData, catalogue: Catalogue, measurer: TextMeasurer) -> Iterator[Block]:
    """Give bars by part, language and nationality."""
    yield Heading(_("Who took part"))
    counts = data.counts
    if not counts.total:
        yield Paragraph((tell(_("Nobody was counted.")),))
        return
    yield from draw_bars([(tell(say_part(part)), people) for part, people in counts.by_part.items()], measurer)
    yield from _languages(_("By language"), counts.by_language, catalogue, measurer)
    if any(counts.by_nationality):
        yield Heading(_("By nationality"), 2)
        named = [(_country(code), people) for code, people in counts.by_nationality.items()]
        yield from draw_bars(named, measurer)


def _languages(
    heading: str, counts: Mapping[str, int], catalogue: Catalogue, measurer: TextMeasurer
) -> Iterator[Block]:
    if counts:
        yield Heading(heading, 2)
        yield from draw_bars([(_language(tag, catalogue), people) for tag, people in counts.items()], measurer)


def _language(tag: str, catalogue: Catalogue) -> Text:
    return tell(language_name(tag, catalogue.languages, current_language()) if tag else pgettext("count", "Not known"))


def _country(code: str) -> Text:
    return tell(country_name(code, current_language()) if code else pgettext("count", "Not known"))


def build_tools(data: ReportData, measurer: TextMeasurer) -> Iterator[Block]:
    """Give how many people tried and installed each tool, where anybody did."""
    used = [(tool, tried, installed) for tool, (tried, installed) in data.tools.items() if tried or installed]
    if not used:
        return
    yield Heading(_("Tools"))
    bars = []
    for tool, tried, installed in used:
        bars.append((tell(_("{tool}: tried").format(tool=say_tool(tool))), tried))
        if installed:
            bars.append((tell(_("{tool}: installed").format(tool=say_tool(tool))), installed))
    yield from draw_bars(bars, measurer)


def build_practice(figures: PracticeFigures | None, catalogue: Catalogue, measurer: TextMeasurer) -> Iterator[Block]:
    """Give what drill mode has measured, where it was used."""
    if figures is None:
        return
    yield Heading(_("Reception in drill mode"))
    columns = (
        Column(_("Time"), 80, TABLE_PT),
        Column(_("People"), 30, TABLE_PT, align=Align.END),
        Column(_("Median (min:s)"), 38, TABLE_PT, is_bold=True, align=Align.END),
        Column(_("Longest (min:s)"), 38, TABLE_PT, align=Align.END),
    )
    rows = [
        (word(say_wait(name)), word(str(wait.people)), word(_clock(wait.median_s)), word(_clock(wait.longest_s)))
        for name, wait in figures.waits.items()
    ]
    if rows:
        yield Table(columns, rows)
    said = _("Registered: {people} invented people. Needs noted: {needs}.")
    yield Paragraph((tell(said.format(people=figures.people, needs=sum(figures.needs.values()))),))
    yield from _languages(_("Languages of those registered"), figures.languages, catalogue, measurer)


def _clock(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"


def build_feedback(result: FeedbackResult, catalogue: Catalogue, measurer: TextMeasurer) -> Iterator[Block]:
    """Give how many answered what to each question, and what they wrote."""
    if not result.forms:
        return
    yield Heading(_("What participants said"))
    bars = [
        (_entry(question, catalogue), tuple(answers.get(answer, 0) for answer in ANSWERS))
        for question, answers in result.answers.items()
    ]
    yield from draw_stacked_bars(bars, [_entry(f"feedback.{answer}", catalogue) for answer in ANSWERS], measurer)
    languages = (f"{_language(tag, catalogue).string} {forms}" for tag, forms in result.by_language.items())
    forms = _("{count} forms: {languages}").format(count=result.forms, languages=_(", ").join(languages))
    yield Paragraph((tell(forms),))
    for heading, words in ((_("What was good"), result.good), (_("What was difficult"), result.difficult)):
        if words:
            yield Heading(heading, 2)
        for one in words:
            yield Paragraph((typed(one),), BODY_PT, bullet=point())


def _entry(entry_id: str, catalogue: Catalogue) -> Text:
    """Return a text of the form in the interface's language, without readings."""
    language = current_language()
    phrase = catalogue.text(entry_id, language)
    return Text(phrase.text if phrase else entry_id, language)
