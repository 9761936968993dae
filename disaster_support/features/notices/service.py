"""What a person can do with notices: find a template, fill it in every language, print it, and keep it for tomorrow.

What stands in a notice that names a person is used for the sheet alone: nothing of it is kept.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from disaster_support.content.model import SOURCE_LANGUAGE, Entry, Kind, Phrase
from disaster_support.content.slots import fill_slots, find_slots
from disaster_support.errors import UserError
from disaster_support.features.notices.keeping import keep, move_days
from disaster_support.features.notices.model import KINDS, Filling, KeptSet, NoticeOptions, Place, Texts, Value, Values
from disaster_support.features.notices.places import FIRST_PLACES
from disaster_support.features.notices.reading import read_texts
from disaster_support.features.notices.store import NoticeStore
from disaster_support.i18n import gettext as _
from disaster_support.paper_files import Sheets
from disaster_support.ruby import strip_ruby
from disaster_support.wall_choices import WallChoices

if TYPE_CHECKING:
    from disaster_support.features.notices.filling import Filler

FILE_NAME = "notices.json"
_LINE = "______"
_SENTENCE_ENDS = re.compile(r"[。.!?！？។၊။।\n]+")


@dataclass(frozen=True, slots=True)
class Made(Sheets):
    """The sheets of a notice, and what people should know of them."""

    moved: tuple[str, ...]  # languages on a further sheet, where they can be read
    missing: tuple[str, ...]  # languages in which the library has no text
    has_unreviewed: bool


class NoticeService(WallChoices):
    """Notices from the library of a context; what is kept lies in the user's data folder."""

    @cached_property
    def store(self) -> NoticeStore:
        """What is kept, read when it is first asked for."""
        return NoticeStore(self._context.paths.data / FILE_NAME)

    @cached_property
    def _beginnings(self) -> dict[str, Counter[str]]:
        """How many templates begin with each first sentence, by language."""
        return {}

    # -- what there is

    def templates(self, found: Iterable[Entry] | None = None) -> dict[str, tuple[Entry, ...]]:
        """Return all notices and alerts by situation, or those among the found ones, in library order."""
        wanted = None if found is None else {entry.id for entry in found}
        by_situation: dict[str, tuple[Entry, ...]] = {}
        for entry in self._context.catalogue.entries.values():
            if entry.kind in KINDS and (wanted is None or entry.id in wanted):
                by_situation[entry.situation] = (*by_situation.get(entry.situation, ()), entry)
        order = [id_ for id_ in self._context.catalogue.situations if id_ in by_situation]
        return {id_: by_situation[id_] for id_ in order}

    def search(self, text: str) -> dict[str, tuple[Entry, ...]]:
        """Return the templates that say the text in any language, by situation; nothing to look for finds all."""
        if not text.strip():
            return self.templates()
        from disaster_support.content.search import search

        catalogue = self._context.catalogue
        return self.templates(search(catalogue, text, limit=len(catalogue.entries)))

    def get_template(self, entry_id: str) -> Entry:
        """Return the notice or alert of an id.

        Raises:
            UserError: there is none.

        """
        entry = self._context.catalogue.get_entry(entry_id)
        if entry.kind not in KINDS:
            raise UserError(_("{id} is no notice. See: notice --list.").format(id=entry_id))
        return entry

    def title(self, entry: Entry, tag: str) -> str:
        """Return the first sentence of a template in a language, else in Japanese; two where others begin like it."""
        text = self._context.catalogue.say(entry.id, tag).text
        beginning = _sentences(text, 1)
        return _sentences(text, 2) if self._count_beginnings(tag)[beginning] > 1 else beginning

    def _count_beginnings(self, tag: str) -> Counter[str]:
        if tag not in self._beginnings:
            catalogue = self._context.catalogue
            ids = (entry.id for entry in catalogue.entries.values() if entry.kind in KINDS)
            self._beginnings[tag] = Counter(_sentences(catalogue.say(id_, tag).text, 1) for id_ in ids)
        return self._beginnings[tag]

    def situation(self, situation_id: str, tag: str) -> str:
        """Return the name of a situation in a language, else in Japanese."""
        catalogue = self._context.catalogue
        return catalogue.say(catalogue.situations[situation_id].title, tag).text

    # -- filling

    def read(self, entry: Entry, texts: Texts) -> Filling:
        """Return the values of a notice's slots, and a sentence for each that is empty or wrong.

        Raises:
            UserError: a text is given for a slot that the notice does not have.

        """
        return read_texts(entry, texts, self._context.catalogue, self.today())

    def fill(self, entry: Entry, values: Values, tags: Iterable[str]) -> dict[str, Phrase]:
        """Return what the notice says in each of these languages; those without a text are left out."""
        phrases = {tag: self._filler.fill(entry, values, tag) for tag in tags}
        return {tag: phrase for tag, phrase in phrases.items() if phrase}

    def show(self, entry: Entry, values: Values, tags: Iterable[str]) -> dict[str, Phrase]:
        """Return what `fill` does, with a line to write on where nothing is filled in yet."""
        return {tag: _with_lines(phrase) for tag, phrase in self.fill(entry, values, tags).items()}

    @property
    def _filler(self) -> "Filler":
        from disaster_support.easy import add_readings
        from disaster_support.features.notices.filling import Filler

        return Filler(self._context.catalogue, self.today(), add_readings)

    # -- paper

    def make(self, entry: Entry, values: Values, options: NoticeOptions) -> Made:
        """Return the notice as PDF; what has no value is a line to write on.

        Raises:
            UserError: too many languages, or a text that no sheet holds.

        """
        from disaster_support.features.notices.documents import build_notice
        from disaster_support.printing import render_pdf

        phrases = self.show(entry, values, (SOURCE_LANGUAGE, *options.languages))
        languages = self._context.catalogue.languages
        built = build_notice(languages, entry, phrases, options, self._context.typesetter)
        return Made(
            title=self.title(entry, SOURCE_LANGUAGE),
            pdf=render_pdf(built.document, self._context.typesetter),
            pages=len(built.document.pages),
            moved=tuple(built.moved),
            missing=tuple(tag for tag in options.languages if tag not in phrases),
            has_unreviewed=built.has_unreviewed,
        )

    # -- what is kept

    def kept(self) -> tuple[KeptSet, ...]:
        """Return the sets whose notice the library still has, the newest first."""
        entries = self._context.catalogue.entries
        return tuple(one for one in self.store.current.kept if one.notice in entries)

    def keep(self, entry: Entry, texts: Texts) -> None:
        """Keep what a notice was filled with, unless it names a person; on other days it is the same set.

        Raises:
            UserError: the file cannot be written.

        """
        if entry.kind is Kind.NOTICE:
            self.store.put_kept(keep(self.store.current.kept, entry, texts))

    def use_kept(self, one: KeptSet, days_from_now: int) -> dict[str, str]:
        """Return the texts of a set with its first day so many days from today."""
        entry = self._context.catalogue.get_entry(one.notice)
        slots = {slot.name for slot in entry.slots}
        texts = {name: text for name, text in one.texts.items() if name in slots}
        return move_days(entry, texts, self.today() + timedelta(days=days_from_now))

    def rename_kept(self, one: KeptSet, name: str) -> None:
        """Give a set a name of its own; an empty one goes back to what the notice says.

        Raises:
            UserError: the file cannot be written.

        """
        renamed = replace(one, name=" ".join(name.split()))
        self.store.put_kept([renamed if other == one else other for other in self.store.current.kept])

    def put_kept(self, kept: Sequence[KeptSet]) -> None:
        """Keep exactly these sets.

        Raises:
            UserError: the file cannot be written.

        """
        self.store.put_kept(kept)

    def name_kept(self, one: KeptSet, tag: str) -> str:
        """Return the name of a set: the one that staff gave it, or what the notice says with its times and places."""
        entry = self._context.catalogue.get_entry(one.notice)
        return one.name or self.title(entry, tag)

    def describe_kept(self, one: KeptSet, tag: str) -> str:
        """Return what tells a set from others of its notice: all but its days, shortly."""
        filling = self.read(self._context.catalogue.get_entry(one.notice), self.use_kept(one, 0))
        said = (
            self.say_place(value, tag) if isinstance(value, Place) else _write_shortly(value, one.texts[name])
            for name, value in filling.values.items()
            if not isinstance(value, date)
        )
        return " · ".join(said)

    # -- places

    def places(self) -> tuple[Place, ...]:
        """Return the shelter's places, to begin with those that the library has words for."""
        stored = self.store.current.places
        known = self._context.catalogue.entries
        places = FIRST_PLACES if stored is None else stored
        return tuple(place for place in places if not place.entry or place.entry in known)

    def put_places(self, places: Sequence[Place]) -> None:
        """Keep these as the shelter's places, in this order.

        Raises:
            UserError: the file cannot be written.

        """
        self.store.put_places(places)

    def find_place(self, name: str) -> Place | None:
        """Return the place of the library that has this name in Japanese or English, as the list starts with it."""
        words = (place for place in FIRST_PLACES if place.entry)
        return next((one for one in words if name in (self.say_place(one, "ja"), self.say_place(one, "en"))), None)

    def say_place(self, place: Place, tag: str) -> str:
        """Return what a place is called in the interface's language."""
        return self._context.catalogue.say(place.entry, tag).text if place.entry else strip_ruby(place.name)


def _with_lines(phrase: Phrase) -> Phrase:
    lines = dict.fromkeys(find_slots(phrase.text), _LINE)
    text, ruby = fill_slots(phrase.text, phrase.ruby, lines)
    return replace(phrase, text=text, ruby=ruby)


def _write_shortly(value: Value, typed: str) -> str:
    return value.isoformat("minutes") if isinstance(value, time) else typed


def _sentences(text: str, most: int) -> str:
    """Return so many sentences from the beginning, without the last one's end, and with dots for slots."""
    ends = [end.start() for end in _SENTENCE_ENDS.finditer(text)]
    beginning = text[: ends[most - 1]] if len(ends) >= most else text
    return fill_slots(" ".join(beginning.split()), (), dict.fromkeys(find_slots(text), "…"))[0]
