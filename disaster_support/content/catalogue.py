"""What the program asks about the library: languages, entries and their texts, each language loaded when needed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from disaster_support.content.compiled import (
    ENTRIES,
    SEARCH,
    STRUCTURE,
    Document,
    check_rows,
    language_file,
    unpack_entries,
    unpack_phrase,
    unpack_problems,
    unpack_structure,
)
from disaster_support.content.model import (
    SOURCE_LANGUAGE,
    Entry,
    Kind,
    Language,
    Pack,
    Phrase,
    Problem,
    Situation,
    Structure,
)
from disaster_support.content.search_keys import SearchKeys
from disaster_support.content.store import CompiledStore
from disaster_support.content.tags import match_tag
from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _

_NOT_ON_BOARDS = (Kind.SIGN, Kind.NOTICE, Kind.ALERT, Kind.FORM)


def open_catalogue(resources: Path, translations: Path, compiled: Path, overlay: Path | None = None) -> "Catalogue":
    """Open the library; compile it first where the sources changed or the compiled form is missing or corrupt.

    `resources` and `translations` are the program's folders of these names, `compiled` is where the compiled form is
    kept, `overlay` the folder of a municipality's own corrections. Never fails: what could not be read is left out and
    is one of the catalogue's `problems`.
    """
    return Catalogue(lambda: CompiledStore(resources, translations, compiled, overlay))


class Catalogue:
    """The library, read only. Entries are loaded when the first is asked for, languages at their first text."""

    def __init__(self, open_store: Callable[[], CompiledStore]) -> None:
        self._open_store = open_store
        self._rows: dict[str, Document] = {}
        self.reload()

    def reload(self) -> None:
        """Open the library again: texts were corrected. What is no text stays as it is."""
        self._store = self._open_store()
        self._base = self._store.load(STRUCTURE, _unpack_base, _Base(Structure({}, {}, {})))
        self._rows.clear()

    @property
    def languages(self) -> Mapping[str, Language]:
        """All registered languages by tag, in the order in which lists show them."""
        return self._base.structure.languages

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """All entries by id, in library order."""
        nothing: dict[str, Entry] = {}
        return self._store.load(ENTRIES, unpack_entries, nothing)

    @property
    def situations(self) -> Mapping[str, Situation]:
        """All situations by id, in library order."""
        return self._base.structure.situations

    @property
    def packs(self) -> Mapping[str, Pack]:
        """What is printed in one go, by id."""
        return self._base.structure.packs

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is missing or corrupt, as far as it was needed until now; `problems.describe_problem` says it."""
        return (*self._base.problems, *self._store.problems)

    @property
    def edition(self) -> str:
        """A short name of the library as it is now, for whoever keeps what was made of it."""
        return self._store.edition

    def get_language(self, tag: str) -> Language:
        """Return the language that is meant by the tag: `pt_BR`, `zh-TW` and `EN` are understood.

        Raises:
            UserError: there is none; it names the nearest.

        """
        found = match_tag(tag, self.languages)
        if found is None:
            raise _not_found(_("There is no language “{wanted}”."), tag, list(self.languages))
        return self.languages[found]

    def get_entry(self, entry_id: str) -> Entry:
        """Return the entry of this id.

        Raises:
            UserError: there is none; it names the nearest.

        """
        if entry_id not in self.entries:
            raise _not_found(_("The library has no entry “{wanted}”."), entry_id, list(self.entries))
        return self.entries[entry_id]

    def text(self, entry_id: str, tag: str) -> Phrase | None:
        """Return what the entry says in the language; None where the library has no text. Takes the exact tag."""
        if tag not in self._rows:
            self._rows[tag] = self._store.load(language_file(tag), check_rows, {}) if tag in self.languages else {}
        row = self._rows[tag].get(entry_id)
        return unpack_phrase(row) if row else None

    def say(self, entry_id: str, tag: str = SOURCE_LANGUAGE) -> Phrase:
        """Return what the entry says in the language, else in Japanese; its id where the library has no such entry."""
        return self.text(entry_id, tag) or self.text(entry_id, SOURCE_LANGUAGE) or Phrase(entry_id)

    def title(self, situation_id: str, tag: str) -> Phrase | None:
        """Return the heading of a situation in the language; None where there is none."""
        situation = self.situations.get(situation_id)
        return self.text(situation.title, tag) if situation else None

    def coverage(self, tag: str) -> tuple[int, int, int]:
        """Return how many entries have a text in the language, how many there are, how many a person reviewed.

        Japanese is the source, nobody's translation: its reviewed count is 0.
        """
        filled, reviewed = self._base.coverage.get(tag, (0, 0))
        return filled, self._base.total, reviewed

    def signs(self) -> dict[str, tuple[Entry, ...]]:
        """Return the signs by situation, in library order; situations without signs are left out."""
        signs = {id_: self._of(id_, lambda kind: kind is Kind.SIGN) for id_ in self.situations}
        return {id_: entries for id_, entries in signs.items() if entries}

    def board(self, situation_id: str) -> tuple[Entry, ...]:
        """Return what is said by pointing in a situation: everything but its signs, notices, alerts and lines of forms.

        Empty for a situation that has no board, such as the registration card.

        Raises:
            UserError: there is no such situation; it names the nearest.

        """
        if situation_id not in self.situations:
            raise _not_found(_("There is no board “{wanted}”."), situation_id, list(self.situations))
        return self._of(situation_id, lambda kind: kind not in _NOT_ON_BOARDS)

    @cached_property
    def search_keys(self) -> Mapping[str, SearchKeys]:
        """The folded texts of each language that has any, for `search.search`."""
        nothing: dict[str, SearchKeys] = {}
        return self._store.load(SEARCH, _unpack_keys, nothing)

    def _of(self, situation_id: str, wanted: Callable[[Kind], bool]) -> tuple[Entry, ...]:
        members = (self.entries[id_] for id_ in self.situations[situation_id].entries)
        return tuple(entry for entry in members if wanted(entry.kind))


@dataclass(frozen=True, slots=True)
class _Base:
    """What is the same in every language, but for the entries, as it was compiled."""

    structure: Structure
    total: int = 0
    problems: tuple[Problem, ...] = ()
    coverage: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def _unpack_base(document: Document) -> _Base:
    coverage = {tag: (filled, reviewed) for tag, (filled, reviewed) in document["coverage"].items()}
    return _Base(unpack_structure(document), int(document["total"]), tuple(unpack_problems(document)), coverage)


def _unpack_keys(document: Document) -> dict[str, SearchKeys]:
    if not all(isinstance(keys, str) for keys in document.values()):
        raise ValueError("not joined keys")
    return {tag: SearchKeys(keys) for tag, keys in document.items()}


def _not_found(sentence: str, wanted: str, names: Sequence[str]) -> UserError:
    from difflib import get_close_matches

    message = sentence.format(wanted=wanted)
    nearest = get_close_matches(wanted, names, n=3, cutoff=0.4)
    if nearest:
        message += " " + _("Did you mean {names}?").format(names=", ".join(nearest))
    return UserError(message)
