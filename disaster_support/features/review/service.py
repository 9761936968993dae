"""Texts out to reviewers and back, and how far each language is."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path

from disaster_support.content.catalogue import open_catalogue
from disaster_support.content.library import Library
from disaster_support.content.model import SOURCE_LANGUAGE
from disaster_support.content.overlay import find_own, write_corrections
from disaster_support.content.review_diff import compare, take
from disaster_support.content.review_file import ReviewFile, edition_of, find_text, make_review_file
from disaster_support.content.review_po import read_po, write_po
from disaster_support.content.tags import match_tag
from disaster_support.content.xliff import write_xliff
from disaster_support.content.xliff_in import read_xliff
from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.review.model import FORM_OF_ENDING, Difference, Form, LanguageStatus, Part
from disaster_support.features.review.sources import read_sources
from disaster_support.features.review.status import measure_language
from disaster_support.files import write_whole
from disaster_support.i18n import gettext as _
from disaster_support.lists.sheets import load

BeforeWriting = Callable[[], object]
"""Told when all is ready and nothing is written yet; it stops the work by raising."""


def _go_on() -> None:
    """Let the work go on."""


class ReviewService:
    """Reads the sources anew for each job, a second's work: what was corrected a moment ago counts."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The tags of the languages that are translations."""
        return tuple(tag for tag in self._context.catalogue.languages if tag != SOURCE_LANGUAGE)

    def get_tag(self, wanted: str) -> str:
        """Return the exact tag of a language; `pt_BR` is understood. Raises UserError for none, and for Japanese."""
        tag = self._context.catalogue.get_language(wanted).tag
        if tag == SOURCE_LANGUAGE:
            raise UserError(_("Japanese is the source: choose a language that it is translated into."))
        return tag

    # -- out

    def export(self, part: Part, path: Path, form: Form | None = None, before_writing: BeforeWriting = _go_on) -> int:
        """Write a part of the library for reviewers; return how many texts it has.

        Raises:
            UserError: there are none, the form is unknown, or the file cannot be written.

        """
        form = form or _form_of(path)
        sources = read_sources(self._context.paths)
        ids = _choose(sources.laid, part)
        if form is Form.SHEET:
            data = self._make_sheet(sources.laid, part.tag, ids)
        else:
            file = make_review_file(sources.laid, part.tag, ids, edition_of(sources.program, part.tag))
            data = _write(file, form)
        before_writing()
        write_whole(path, data)
        return len(ids)

    def _make_sheet(self, library: Library, tag: str, ids: Sequence[str]) -> bytes:
        from disaster_support.features.review.documents import build_review_sheet
        from disaster_support.printing import render_pdf

        measurer = self._context.typesetter
        return render_pdf(build_review_sheet(library, tag, ids, measurer, self._context.clock().date()), measurer)

    def export_own(self, tag: str, path: Path) -> int:
        """Write the corrections that differ from the program's texts as PO, to be sent upstream; return how many.

        Raises:
            UserError: there are none, the file is to be no PO, or it cannot be written.

        """
        if _form_of(path) is not Form.PO:
            raise UserError(_("Corrections are sent as PO: give a file name that ends in .po."))
        sources = read_sources(self._context.paths)
        own = {one.entry: one for one in find_own(sources.program, tag, sources.overlay)}
        if not own:
            raise UserError(_("There are no corrections in this language that the program does not have already."))
        file = make_review_file(sources.program, tag, own, edition_of(sources.program, tag))
        units = tuple(replace(unit, translation=own[unit.translation.entry]) for unit in file.units)
        write_whole(path, _write(replace(file, units=units), Form.PO))
        return len(own)

    # -- back

    def compare(self, path: Path) -> Difference:
        """Return what is in a file that came back, beside the library as it is.

        Raises:
            UserError: the file cannot be read, is no PO or XLIFF 2, or is not in a language of the library.

        """
        from disaster_support.probes import build_probes

        file = _read(path)
        tag = match_tag(file.tag, self.languages)
        if not tag:
            sentence = _("{path} does not say in which language of the library it is (it says “{tag}”).")
            raise UserError(sentence.format(path=path.name, tag=file.tag))
        sources = read_sources(self._context.paths)
        probes = build_probes(self._context.typesetter)
        lines = compare(file, tag, sources.laid, sources.rules, probes)
        return Difference(tag, tuple(lines), file.edition, edition_of(sources.program, tag))

    def accept(
        self,
        difference: Difference,
        ids: Iterable[str],
        reviewer: str,
        on: date,
        before_writing: BeforeWriting = _go_on,
    ) -> int:
        """Take these lines as corrections of a reviewer, all or none; return how many.

        What was compiled of the library is made anew, so that the next start need not; a running window shows the
        corrections after `Catalogue.reload`.

        Raises:
            UserError: no reviewer is named, a line is not in the file or is refused, or nothing can be written.

        """
        name = " ".join(reviewer.split())
        if not name:
            raise UserError(_("Who checked these texts? Name the reviewer: it is kept with the texts."))
        if lines := difference.pick(ids):
            paths, order = self._context.paths, list(self._context.catalogue.entries)
            before_writing()
            write_corrections(paths.overlay, difference.tag, take(lines, name, on.isoformat()), order)
            open_catalogue(paths.resources, paths.translations, paths.compiled, paths.overlay)
        return len(lines)

    # -- how far

    def status(self, tags: Iterable[str] = ()) -> list[LanguageStatus]:
        """Return the figures of these languages, or of all."""
        sources = read_sources(self._context.paths)
        return [measure_language(sources, tag) for tag in tags or self.languages]


def _form_of(path: Path) -> Form:
    form = FORM_OF_ENDING.get(path.suffix.lower())
    if not form:
        raise UserError(_("Give a file name that ends in .po, .xlf or .pdf (a sheet to print)."))
    return form


def _choose(library: Library, part: Part) -> list[str]:
    entries = library.structure.entries.values()
    unknown = set(part.situations) - {entry.situation for entry in entries}
    if unknown:
        raise UserError(_("The library has no situation “{wanted}”.").format(wanted=", ".join(sorted(unknown))))
    ids = [
        entry.id
        for entry in entries
        if (not part.situations or entry.situation in part.situations)
        and (not part.kinds or entry.kind in part.kinds)
        and (not part.only_unreviewed or find_text(library, part.tag, entry.id).fuzzy)
    ]
    if not ids:
        raise UserError(_("There is nothing to review in this part: choose another, or all texts."))
    return ids


def _write(file: ReviewFile, form: Form) -> bytes:
    return write_po(file) if form is Form.PO else write_xliff(file)


def _read(path: Path) -> ReviewFile:
    form = FORM_OF_ENDING.get(path.suffix.lower())
    if form not in (Form.PO, Form.XLIFF):
        raise UserError(_("{path} is neither PO nor XLIFF: give a file that ends in .po or .xlf.").format(path=path))
    return read_po(load(path)) if form is Form.PO else read_xliff(load(path))
