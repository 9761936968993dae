"""Signs as documents: entries of the library, laid out as sheets for walls."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from disaster_support.content.catalogue import Catalogue
from disaster_support.content.model import SOURCE_LANGUAGE, Entry
from disaster_support.documents.model import Document, TextMeasurer
from disaster_support.documents.sheet import scale_of
from disaster_support.documents.wall.layout import build_wall
from disaster_support.documents.wall.model import Style, Wall, pick_languages
from disaster_support.features.signs.model import (
    Missing,
    Moved,
    SignOptions,
    category_of,
    check_options,
    least_size_pt,
    page_size,
)


@dataclass(frozen=True, slots=True)
class BuiltSigns:
    """Signs ready to print, and what people should know of them."""

    document: Document
    moved: tuple[Moved, ...]
    missing: tuple[Missing, ...]


def build_signs(
    catalogue: Catalogue, entry_ids: Sequence[str], options: SignOptions, measurer: TextMeasurer
) -> BuiltSigns:
    """Return the signs of these entries, one after the other, each with as many sheets as its languages need.

    Raises:
        UserError: an entry or language is unknown, or the options cannot be printed.

    """
    tags = (catalogue.get_language(tag).tag for tag in options.languages)
    options = replace(options, languages=pick_languages(tags))
    check_options(options)
    entries = {id_: catalogue.get_entry(id_) for id_ in entry_ids}
    by_id = {id_: _build_sign(catalogue, entry, options, measurer) for id_, entry in entries.items()}
    built = [by_id[id_] for id_ in entry_ids]
    titles = [sign.document.title for sign in built]
    pages = tuple(page for sign in built for page in sign.document.pages)
    return BuiltSigns(
        Document("、".join(titles), SOURCE_LANGUAGE, pages, ", ".join(entry_ids)),
        tuple(moved for sign in built for moved in sign.moved),
        tuple(missing for sign in built for missing in sign.missing),
    )


def _build_sign(catalogue: Catalogue, entry: Entry, options: SignOptions, measurer: TextMeasurer) -> BuiltSigns:
    phrases = {tag: catalogue.text(entry.id, tag) for tag in options.languages}
    there = {tag: phrase for tag, phrase in phrases.items() if phrase}
    wall = Wall(
        id=entry.id,
        japanese=catalogue.say(entry.id),
        phrases=there,
        category=category_of(entry),
        pictogram=entry.pictogram,
        arrow=options.arrow,
        room=options.room,
        note=options.note,
    )
    paper = page_size(options)
    least = least_size_pt(options, scale_of(paper))
    style = Style(paper, least, marks=options.marks, printed_on=options.printed_on)
    built = build_wall(catalogue.languages, wall, style, measurer)
    return BuiltSigns(
        built.document,
        tuple(Moved(entry.id, tag, page) for tag, page in built.moved),
        tuple(Missing(entry.id, tag) for tag in phrases if tag not in there),
    )
