"""What a person can do with boards: find a language, open a board, search for a tile, choose languages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from disaster_support.changes import Change, Changes
from disaster_support.content.catalogue import Catalogue
from disaster_support.content.fold import fold
from disaster_support.content.model import Entry, Kind, Language, Phrase
from disaster_support.features.boards.history import add_history
from disaster_support.features.boards.model import MAX_LANGUAGES, Board, LanguageTile, Tile, newest_first
from disaster_support.settings import SettingsStore

I_SPEAK = "language.i_speak"
LANGUAGE_SITUATION = "language"
FALLBACK = "en"
MAX_RECENT = 12


class BoardService:
    """The boards of a catalogue, and the languages chosen for them."""

    def __init__(self, catalogue: Catalogue, settings: SettingsStore, changes: Changes) -> None:
        self._catalogue = catalogue
        self._settings = settings
        self._changes = changes

    def language_tiles(self, text: str = "") -> tuple[LanguageTile, ...]:
        """Return every language with `text` in one of its names, those used here last first."""
        languages = self._catalogue.languages
        recent = [tag for tag in self._settings.current.recent_languages if tag in languages]
        wanted = fold(text)
        return tuple(
            LanguageTile(languages[tag], self.has_boards(tag))
            for tag in newest_first(recent, languages)
            if any(wanted in fold(name) for name in _names(languages[tag]))
        )

    def i_speak(self, tag: str) -> Phrase | None:
        """Return 'I speak …' in the language, each naming itself; None where the library has no line for it."""
        return self._catalogue.text(I_SPEAK, tag)

    def has_boards(self, tag: str) -> bool:
        """Whether the library says more in this language than which one it is."""
        filled, _total, _reviewed = self._catalogue.coverage(tag)
        situation = self._catalogue.situations.get(LANGUAGE_SITUATION)
        return filled > (len(situation.entries) if situation else 1)

    def boards(self, languages: Sequence[str]) -> tuple[Board, ...]:
        """Return every board that has tiles, without its tiles: what the strip of situations shows."""
        catalogue = self._catalogue
        return tuple(
            Board(situation.id, self._title(situation.id, languages))
            for situation in catalogue.situations.values()
            if self._entries(situation.id)
        )

    def board(self, situation: str, languages: Sequence[str]) -> Board:
        """Return the board of a situation in these languages.

        Raises:
            UserError: there is no such situation.

        """
        entries = self._entries(situation)
        return Board(situation, self._title(situation, languages), self._tiles(entries, languages))

    def search_tiles(self, text: str, languages: Sequence[str]) -> tuple[Tile, ...]:
        """Return the tiles that say `text` in Japanese (kanji, kana, romaji) or in any language, best first.

        Alerts are on no board, but are found by their names and by those that they had before.
        """
        from disaster_support.content.search import search

        on_boards = {entry.id for situation in self._catalogue.situations for entry in self._entries(situation)}
        found = search(self._catalogue, text, languages, limit=len(self._catalogue.entries))
        sayable = [entry for entry in found if entry.id in on_boards or (entry.kind is Kind.ALERT and not entry.slots)]
        return self._tiles(sayable, languages)

    def chosen_languages(self) -> tuple[str, ...]:
        """Return the languages of the boards, as far as the library still has them."""
        languages = self._catalogue.languages
        return tuple(tag for tag in self._settings.current.board_languages if tag in languages)[:MAX_LANGUAGES]

    def choose_languages(self, tags: Iterable[str], spoken: Iterable[str] = ()) -> tuple[str, ...]:
        """Keep the languages of the boards, one to three, and remember them and the `spoken` as used here.

        Raises:
            UserError: the settings cannot be written; the choice holds until the program ends.

        """
        chosen = tuple(dict.fromkeys(tags))[:MAX_LANGUAGES]
        recent = newest_first((*spoken, *chosen), self._settings.current.recent_languages)[:MAX_RECENT]
        try:
            self._settings.update(board_languages=chosen, recent_languages=recent)
        finally:
            self._changes.announce(Change.BOARD_LANGUAGES)
        return chosen

    @property
    def languages(self) -> Mapping[str, Language]:
        """All registered languages by tag."""
        return self._catalogue.languages

    @property
    def edition(self) -> str:
        """A name of the library as it is now; another once a text has changed."""
        return self._catalogue.edition

    def language(self, tag: str) -> Language:
        """Return the registered language."""
        return self._catalogue.languages[tag]

    def _entries(self, situation: str) -> tuple[Entry, ...]:
        entries = self._catalogue.board(situation)
        title = self._catalogue.situations[situation].title
        return tuple(entry for entry in entries if entry.id != title)

    def _title(self, situation: str, languages: Sequence[str]) -> Tile:
        known = self._catalogue.situations[situation]
        japanese = self._catalogue.say(known.title)
        return Tile(known.title, Kind.WORD, known.pictogram, japanese, self._phrases(known.title, languages))

    def _tiles(self, entries: Iterable[Entry], languages: Sequence[str]) -> tuple[Tile, ...]:
        return tuple(self._tile(entry, languages) for entry in entries)

    def _tile(self, entry: Entry, languages: Sequence[str]) -> Tile:
        known = self._catalogue.entries
        answers = [self._plain(known[answer], languages) for answer in entry.answers if answer in known]
        return replace(self._plain(entry, languages), answers=tuple(answers))

    def _plain(self, entry: Entry, languages: Sequence[str]) -> Tile:
        japanese = add_history(entry, self._catalogue.say(entry.id))
        return Tile(entry.id, entry.kind, entry.pictogram, japanese, self._phrases(entry.id, languages))

    def _phrases(self, entry: str, languages: Sequence[str]) -> dict[str, Phrase]:
        """Return what is there in these languages; where there is nothing in any of them, the English."""
        found = self._texts(entry, languages)
        return found or self._texts(entry, (FALLBACK,))

    def _texts(self, entry: str, languages: Sequence[str]) -> dict[str, Phrase]:
        texts = {tag: self._catalogue.text(entry, tag) for tag in languages}
        return {tag: phrase for tag, phrase in texts.items() if phrase is not None}


def _names(language: Language) -> tuple[str, ...]:
    return language.autonym, language.name_ja, language.name_en, language.tag
