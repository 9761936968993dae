"""Keeping the PO catalogues in line with the library's TOML, so that translators' tools show what there is to do.

Run as `python -m disaster_support.content.catalogues [--check]`. Writing twice changes nothing.
"""

import sys
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

from babel.messages.catalog import Message

from disaster_support.content.fingerprint import catalogue_path
from disaster_support.content.library import Library, read_library
from disaster_support.content.model import SOURCE_LANGUAGE, Entry, Kind, SlotType
from disaster_support.content.plurals import plural_categories
from disaster_support.content.po import (
    OpenCatalogue,
    forms_of,
    is_filled,
    is_review,
    open_po,
    source_of,
    write_po_text,
)
from disaster_support.content.problems import describe_problem
from disaster_support.errors import UserError
from disaster_support.files import make_folder, write_whole
from disaster_support.i18n import gettext as _

_SAID_BY = {
    Kind.WORD: "Word or heading, pointed at or printed.",
    Kind.STAFF: "Said by a member of staff to an evacuee.",
    Kind.EVACUEE: "Said by an evacuee to a member of staff.",
    Kind.QUESTION: "Asked by a member of staff; the evacuee answers by pointing.",
    Kind.ANSWER: "Answer to a question, pointed at.",
    Kind.SIGN: "Sign on a wall, read by everybody.",
    Kind.NOTICE: "Notice on a wall; {names in braces} are filled in and must stay as they are.",
    Kind.ALERT: "Official warning, read by everybody.",
    Kind.FORM: "Line of the registration card or the self check-in, read by an evacuee.",
}

_SLOTS = {
    SlotType.DATE: "a date with the day of the week, as your language writes it in full.",
    SlotType.TIME: "a time of day, such as 18:30 or 6:30 PM.",
    SlotType.PLACE: "a place in the shelter, or the name of one.",
    SlotType.COUNT: "a whole number.",
    SlotType.PHONE: "a telephone number.",
    SlotType.NAME: "the name of a person.",
    SlotType.TEXT: "something that is the same in every language: a bus number, the name of a network.",
}


def update_catalogues(resources: Path, translations: Path, *, dry_run: bool = False) -> list[Path]:
    """Bring every catalogue there is, and one for each language of wave 1, in line with the library.

    New entries are added empty and in library order; a text whose Japanese changed becomes fuzzy and shows the Japanese
    from before; a text whose entry is gone becomes obsolete. Returns the catalogues that changed, or would change.

    Raises:
        UserError: a source is broken or a file cannot be written; then nothing was changed.

    """
    library = _read_whole(resources, translations)
    changed: dict[Path, bytes] = {}
    for language in library.structure.languages.values():
        path = catalogue_path(translations, language.tag)
        if language.tag != SOURCE_LANGUAGE and (language.wave == 1 or path.exists()):
            data = _merge(library, language.tag, open_po(path), {})
            if not path.exists() or path.read_bytes() != data:
                changed[path] = data
    if not dry_run:
        _write_all(changed)
    return list(changed)


def write_translations(resources: Path, translations: Path, tag: str, texts: Mapping[str, str | Sequence[str]]) -> None:
    """Put texts (by entry id) into a language's catalogue: each as unreviewed, even where the old one was reviewed.

    A text that is there already stays as it is. Texts of `ja-simple` carry ruby marks. Where grammar follows a number,
    a sequence gives the forms by plural category; a single text serves for all of them.

    Raises:
        UserError: an id or the language is unknown, a source is broken, or the file cannot be written.

    """
    library = _read_whole(resources, translations)
    unknown = [id_ for id_ in texts if id_ not in library.structure.entries]
    if unknown:
        raise UserError(_("The library has no entry “{wanted}”.").format(wanted=", ".join(unknown)))
    if tag not in library.structure.languages or tag == SOURCE_LANGUAGE:
        raise UserError(_("There is no language “{wanted}”.").format(wanted=tag))
    path = catalogue_path(translations, tag)
    _write_all({path: _merge(library, tag, open_po(path), texts)})


def _read_whole(resources: Path, translations: Path) -> Library:
    library = read_library(resources, translations)
    # With half of the library missing, half of every catalogue would be thrown away.
    broken = [problem for problem in library.problems if problem.code != "missing" or problem.file.endswith(".toml")]
    if broken:
        raise UserError("\n".join(describe_problem(problem) for problem in broken))
    return library


def _write_all(files: Mapping[Path, bytes]) -> None:
    for path, data in files.items():
        make_folder(path.parent)
        write_whole(path, data)


def _merge(library: Library, tag: str, old: OpenCatalogue, texts: Mapping[str, str | Sequence[str]]) -> bytes:
    sources = library.texts[SOURCE_LANGUAGE]
    kept = {**old.obsolete, **old.messages}
    messages = []
    for entry in library.structure.entries.values():
        message = _bring_up(kept.get(entry.id), entry, sources[entry.id].source, tag)
        if entry.id in texts:
            _put(message, texts[entry.id])
        messages.append(message)
    gone = [message for id_, message in kept.items() if id_ not in library.structure.entries and is_filled(message)]
    return write_po_text(tag, old, messages, gone).encode()


def _bring_up(old: Message | None, entry: Entry, japanese: str, tag: str) -> Message:
    id_ = (japanese, japanese) if entry.counted else japanese
    count = len(plural_categories(tag)) if entry.counted else 0
    if old is None:
        return Message(id_, ("",) * count, context=entry.id, auto_comments=explain_entry(entry))
    flags = set(old.flags)
    previous = old.previous_id
    if is_filled(old) and source_of(old) != japanese:
        previous = previous or [source_of(old)]
        flags.add("fuzzy")
    if "fuzzy" not in flags or japanese in previous:
        previous = []
    return Message(
        id_,
        _shape(forms_of(old), count),
        flags=flags - {"python-format", "python-brace-format"},  # Babel finds these itself
        auto_comments=explain_entry(entry),
        user_comments=old.user_comments,
        previous_id=previous,
        context=entry.id,
    )


def _shape(given: Sequence[str], count: int) -> str | tuple[str, ...]:
    """Return a text in as many forms as it needs; 0 stands for a text without plural."""
    forms = tuple(unicodedata.normalize("NFC", form) for form in given)
    if not count:
        return forms[-1]
    return forms if len(forms) == count else (forms[-1],) * count


def _put(message: Message, text: str | Sequence[str]) -> None:
    given = [text] if isinstance(text, str) else text
    wanted = _shape(given, len(forms_of(message)) if message.pluralizable else 0)
    if message.string == wanted:
        return
    message.string = wanted
    message.flags.add("fuzzy")
    message.previous_id = []
    message.user_comments = [comment for comment in message.user_comments if not is_review(comment)]


def explain_entry(entry: Entry) -> list[str]:
    """Return what a translator has to know of an entry, a line for each thing."""
    comments = [f"{entry.kind.value}: {_SAID_BY[entry.kind]}", entry.note]
    if entry.category:
        comments.append(f"Category of the sign: {entry.category.value}")
    if entry.forbids:
        comments.append("It forbids or denies: the translation must do so too, in plain words.")
    if entry.numbers:
        comments.append(f"Numbers that must stay: {', '.join(entry.numbers)}")
    if entry.since:
        comments.append(f"Holds from {entry.since}; before: {', '.join(entry.formerly) or 'no such word'}")
    comments += [f"{{{slot.name}}}: {_SLOTS[slot.type]}" for slot in entry.slots]
    if entry.counted:
        comments.append(f"One form for each plural category of your language; {{{entry.counted.name}}} is the number.")
    return comments


def main(arguments: Sequence[str], root: Path) -> int:
    """Update the catalogues under `root`; with `--check` only say which are out of date. Returns the exit code."""
    is_check = "--check" in arguments
    try:
        changed = update_catalogues(root / "resources", root / "translations", dry_run=is_check)
    except UserError as error:
        print(error, file=sys.stderr)
        return 2
    for path in changed:
        print(path.relative_to(root))
    return 1 if is_check and changed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path(__file__).resolve().parents[2]))
