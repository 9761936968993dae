"""What a person can do with signs: make them as PDF or PNG, print whole packs, keep the usual languages.

Boards are printed here too, beside the signs of a pack. They belong to another room, so their builder is handed in by
whoever puts the program together, and this room knows only how to call it (`BuildSheet`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from disaster_support.content.model import SOURCE_LANGUAGE, Entry, Pack, Review
from disaster_support.context import Context
from disaster_support.documents.builders import BuildSheet
from disaster_support.documents.model import Document
from disaster_support.documents.paper import PAPERS
from disaster_support.documents.wall.model import pick_languages
from disaster_support.errors import UserError
from disaster_support.features.signs.documents import BuiltSigns, build_signs
from disaster_support.features.signs.model import (
    BOARD_LANGUAGES,
    Missing,
    Moved,
    SignOptions,
    share_evenly,
)
from disaster_support.files import make_folder, write_whole
from disaster_support.i18n import gettext as _
from disaster_support.paper_files import Sheets
from disaster_support.wall_choices import WallChoices

ALL_IN_ONE = "00-all.pdf"

Report = Callable[[int, int, str], object]
"""Told how many of how many steps are done and what comes next; it stops the work by raising."""


@dataclass(frozen=True, slots=True)
class Made(Sheets):
    """Sheets, and what people should know of them."""

    moved: tuple[Moved, ...] = ()
    missing: tuple[Missing, ...] = ()
    has_unreviewed: bool = False  # whether there is a text on it that no person has checked


@dataclass(frozen=True, slots=True)
class SavedPack:
    """The files of a pack in their order, and what people should know of them."""

    files: tuple[Path, ...]
    moved: tuple[Moved, ...]
    missing: tuple[Missing, ...]


class SignService(WallChoices):
    """Signs from the library of a context; boards through the builder that is handed in."""

    def __init__(self, context: Context, build_board: BuildSheet) -> None:
        super().__init__(context)
        self._build_board = build_board

    # -- making

    def make_signs(self, entries: Sequence[str], options: SignOptions) -> Made:
        """Return the signs of these entries as one PDF.

        Raises:
            UserError: an entry or language is unknown, or the options cannot be printed.

        """
        built = self._build(entries, options)
        has_unreviewed = self._has_unreviewed(entries, options)
        return Made(
            built.document.title,
            self._render(built.document),
            _pages(built),
            built.moved,
            built.missing,
            has_unreviewed,
        )

    def make_board(self, situation: str, options: SignOptions) -> Made:
        """Return the board of a situation as PDF; more languages than a tile takes make several boards.

        Raises:
            UserError: there is no such board, or no language was chosen.

        """
        document = self._board(situation, options)
        entries = [entry.id for entry in self._context.catalogue.board(situation)]
        return Made(
            document.title,
            self._render(document),
            len(document.pages),
            missing=self._untold(situation, options),
            has_unreviewed=self._has_unreviewed(entries, options),
        )

    def save_pack(self, pack_id: str, options: SignOptions, folder: Path, report: Report) -> SavedPack:
        """Write everything of a pack into a folder: numbered files in the order of the pack, and one with all of them.

        `report` is told of each file before it is made. Each file is there whole or not at all; those written before
        the work was stopped stay. The room, note and arrow of one sign are not put on all of them.

        Raises:
            UserError: there is no such pack, no language was chosen, or a file cannot be written.

        """
        pack = self._context.catalogue.packs.get(pack_id)
        if pack is None:
            names = ", ".join(self._context.catalogue.packs)
            raise UserError(_("There is no pack “{name}”. There is: {names}.").format(name=pack_id, names=names))
        if not pick_languages(options.languages):  # boards need one: better no file than most of them
            raise UserError(_("Choose at least one language first."))
        options = replace(options, room="", note="", arrow=None)
        make_folder(folder)
        steps = [*(("sign", id_) for id_ in pack.signs), *(("board", id_) for id_ in pack.boards)]
        digits = max(2, len(str(len(steps))))
        files: list[Path] = []
        built: list[BuiltSigns] = []
        for number, (kind, id_) in enumerate(steps, start=1):
            path = folder / f"{number:0{digits}}-{kind}-{id_.replace('.', '-')}.pdf"
            report(number - 1, len(steps) + 1, _("Making {file}").format(file=path.name))
            built.append(self._build([id_], options) if kind == "sign" else self._built_board(id_, options))
            write_whole(path, self._render(built[-1].document))
            files.append(path)
        report(len(steps), len(steps) + 1, _("Making {file}").format(file=ALL_IN_ONE))
        files.insert(0, folder / ALL_IN_ONE)
        write_whole(files[0], self._render(_join(pack_id, [one.document for one in built])))
        report(len(steps) + 1, len(steps) + 1, "")
        return SavedPack(
            tuple(files),
            tuple(moved for one in built for moved in one.moved),
            tuple(missing for one in built for missing in one.missing),
        )

    # -- what was chosen

    def usual_options(self) -> SignOptions:
        """Return what was chosen last, dated today."""
        paper, landscape = self.usual_paper()
        return SignOptions(self.usual_languages(), paper, landscape, printed_on=self.today())

    def keep_options(self, options: SignOptions) -> None:
        """Keep languages, paper and direction for the next start.

        Raises:
            UserError: the settings cannot be written; the choice holds until the program ends.

        """
        self.keep_choice(options.languages, options.paper, landscape=options.landscape)

    # -- what there is

    def packs(self) -> Mapping[str, Pack]:
        """Return what is made in one go, by id."""
        return self._context.catalogue.packs

    def say(self, entry_id: str, tag: str) -> str:
        """Return what an entry says in the interface's language, else in Japanese."""
        return self._context.catalogue.say(entry_id, tag).text

    def title(self, situation: str, tag: str) -> str:
        """Return the name of a situation in the interface's language, else in Japanese."""
        return self.say(self._context.catalogue.situations[situation].title, tag)

    def signs(self, found: Sequence[Entry] | None = None) -> dict[str, tuple[Entry, ...]]:
        """Return all signs by situation, or those among the found ones."""
        signs = self._context.catalogue.signs()
        if found is None:
            return signs
        wanted = {entry.id for entry in found}
        kept = {id_: tuple(entry for entry in entries if entry.id in wanted) for id_, entries in signs.items()}
        return {id_: entries for id_, entries in kept.items() if entries}

    def search(self, text: str) -> dict[str, tuple[Entry, ...]]:
        """Return the signs that say the text in any language, by situation; nothing to look for finds all."""
        if not text.strip():
            return self.signs()
        from disaster_support.content.search import search

        catalogue = self._context.catalogue
        return self.signs(search(catalogue, text, self.usual_languages(), limit=len(catalogue.entries)))

    def boards(self, text: str = "") -> tuple[str, ...]:
        """Return the situations that have a board, those with the text in a name where one is looked for."""
        catalogue = self._context.catalogue
        found = [situation.id for situation in catalogue.situations.values() if catalogue.board(situation.id)]
        if not text.strip():
            return tuple(found)
        from disaster_support.content.search import search

        titles = {entry.id for entry in search(catalogue, text, limit=len(catalogue.entries))}
        return tuple(id_ for id_ in found if catalogue.situations[id_].title in titles)

    def first_page(self, kind: str, id_: str, options: SignOptions) -> Document:
        """Return the document of a sign or board, for a small picture of its first page."""
        if kind == "board":
            return next(self._boards(id_, options))
        return self._build([id_], replace(options, room="", note="", arrow=None, copies_on_a_page=1)).document

    # -- inside

    def _build(self, entries: Sequence[str], options: SignOptions) -> BuiltSigns:
        built = build_signs(self._context.catalogue, entries, options, self._context.typesetter)
        return replace(built, document=_several_up(built.document, options))

    def _board(self, situation: str, options: SignOptions) -> Document:
        boards = list(self._boards(situation, options))
        pages = dict.fromkeys(page for board in boards for page in board.pages)  # the sheet of all languages once
        return replace(boards[0], pages=tuple(pages))

    def _boards(self, situation: str, options: SignOptions) -> Iterator[Document]:
        paper = PAPERS[options.paper]
        for languages in share_evenly(options.languages, BOARD_LANGUAGES):
            yield self._build_board(
                self._context.catalogue,
                situation,
                languages,
                paper.landscape if options.landscape else paper,
                self._context.typesetter,
                printed_on=options.printed_on,
                marks=options.marks,
            )

    def _built_board(self, situation: str, options: SignOptions) -> BuiltSigns:
        return BuiltSigns(self._board(situation, options), (), self._untold(situation, options))

    def _untold(self, situation: str, options: SignOptions) -> tuple[Missing, ...]:
        """Return the languages in which a board says less than in Japanese."""
        catalogue = self._context.catalogue
        entries = catalogue.board(situation)
        tags = options.languages
        return tuple(Missing(entry.id, tag) for tag in tags for entry in entries if not catalogue.text(entry.id, tag))

    def _has_unreviewed(self, entries: Iterable[str], options: SignOptions) -> bool:
        phrases = (self._context.catalogue.text(entry, tag) for entry in entries for tag in options.languages)
        return any(phrase is not None and phrase.review is Review.UNREVIEWED for phrase in phrases)

    def _render(self, document: Document) -> bytes:
        from disaster_support.printing import render_pdf

        return render_pdf(document, self._context.typesetter)


def _pages(built: BuiltSigns) -> int:
    return len(built.document.pages)


def _join(title: str, documents: Sequence[Document]) -> Document:
    pages = tuple(page for document in documents for page in document.pages)
    return Document(title, SOURCE_LANGUAGE, pages, title)


def _several_up(document: Document, options: SignOptions) -> Document:
    """Put copies of each page beside one another on a sheet of the paper that was chosen, to be cut apart."""
    copies = options.copies_on_a_page
    if copies == 1:
        return document
    from disaster_support.printing.imposition import impose

    paper = PAPERS[options.paper]
    # Two upright halves make a lying sheet, two lying ones an upright sheet; quarters keep the direction.
    sheet = paper.landscape if options.landscape == (copies == 4) else paper
    columns = 1 if copies == 2 and options.landscape else 2
    repeated = replace(document, pages=tuple(page for page in document.pages for _copy in range(copies)))
    return impose(repeated, sheet, columns=columns, rows=copies // columns)
