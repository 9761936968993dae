"""Notices as documents: all languages on as few sheets as they can be read on, or a page for each language."""

from collections.abc import Mapping
from dataclasses import dataclass

from disaster_support.content.model import SOURCE_LANGUAGE, Category, Entry, Language, Phrase, Review
from disaster_support.documents.model import Document, TextMeasurer
from disaster_support.documents.paper import PAPERS
from disaster_support.documents.sheet import scale_of
from disaster_support.documents.wall.layout import build_wall
from disaster_support.documents.wall.model import NEAR_PT, BuiltWall, Style, Wall
from disaster_support.features.notices.model import NoticeOptions

_SMALL_JAPANESE = 0.55  # of a heading's usual height, where a page is for one language


@dataclass(frozen=True, slots=True)
class BuiltNotice:
    """A notice ready to print, and what people should know of it."""

    document: Document
    moved: tuple[str, ...]  # languages on a further sheet
    has_unreviewed: bool


def build_notice(
    languages: Mapping[str, Language],
    entry: Entry,
    phrases: Mapping[str, Phrase],
    options: NoticeOptions,
    measurer: TextMeasurer,
) -> BuiltNotice:
    """Return the sheets of a notice; `phrases` are filled in, by language, and have the Japanese among them.

    People step up to a notice, since it is longer than a sign: its least size is the nearer one, whatever the number
    of languages.
    """
    japanese = phrases.get(SOURCE_LANGUAGE) or Phrase(entry.id)
    told = {tag: phrases[tag] for tag in options.languages if tag in phrases and tag != SOURCE_LANGUAGE}
    groups = [{tag: phrase} for tag, phrase in told.items()] if options.one_a_page else []
    built = [_build(languages, entry, japanese, group, options, measurer) for group in groups or [told]]
    return BuiltNotice(
        Document(japanese.text, SOURCE_LANGUAGE, tuple(page for one in built for page in one.document.pages), entry.id),
        tuple(tag for one in built for tag, _page in one.moved),
        any(phrase.review is Review.UNREVIEWED for phrase in told.values()),
    )


def _build(
    languages: Mapping[str, Language],
    entry: Entry,
    japanese: Phrase,
    phrases: Mapping[str, Phrase],
    options: NoticeOptions,
    measurer: TextMeasurer,
) -> BuiltWall:
    upright = PAPERS[options.paper]
    paper = upright.landscape if options.landscape else upright
    wall = Wall(entry.id, japanese, phrases, entry.category or Category.INFORMATION, entry.pictogram)
    style = Style(
        paper,
        least_pt=NEAR_PT * scale_of(paper),
        heading=_SMALL_JAPANESE if options.one_a_page and phrases else 1.0,
        marks=options.marks,
        printed_on=options.printed_on,
    )
    return build_wall(languages, wall, style, measurer)
