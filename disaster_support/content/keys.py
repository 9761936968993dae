"""Search keys, made when the library is compiled: each text as it may be typed."""

from collections.abc import Mapping

import jaconv

from disaster_support.content.fold import SPACELESS_SCRIPTS, fold, fold_romaji, fold_spaceless
from disaster_support.content.model import SOURCE_LANGUAGE, Entry, Language, Phrase, Structure
from disaster_support.content.search_keys import join_keys
from disaster_support.content.slots import fill_slots, find_slots
from disaster_support.ruby import read_out


def build_keys(structure: Structure, texts: Mapping[str, Mapping[str, Phrase]]) -> dict[str, str]:
    """Return by language the joined keys of all entries; in Japanese a text's reading, romaji and former names too."""
    return {
        tag: join_keys(
            _key(entry, phrases.get(entry.id), structure.languages[tag]) for entry in structure.entries.values()
        )
        for tag, phrases in texts.items()
        if phrases
    }


def _key(entry: Entry, phrase: Phrase | None, language: Language) -> str:
    if phrase is None:
        return ""
    former = entry.formerly if language.tag == SOURCE_LANGUAGE else ()
    return build_key(phrase, language.script) + "".join(f"{fold_spaceless(name)}\n" for name in former)


def build_key(phrase: Phrase, script: str) -> str:
    """Return the search key of one text: its forms, each with a line break before and after; slots are no words."""
    phrase = _without_slots(phrase)
    if script == "Jpan":
        forms = _japanese_forms(phrase)
    else:
        forms = [fold_spaceless(phrase.text) if script in SPACELESS_SCRIPTS else fold(phrase.text)]
    return "\n".join(["", *dict.fromkeys(forms), ""])


def _without_slots(phrase: Phrase) -> Phrase:
    text, ruby = fill_slots(phrase.text, phrase.ruby, dict.fromkeys(find_slots(phrase.text), " "))
    return Phrase(text, ruby)


def _japanese_forms(phrase: Phrase) -> list[str]:
    reading = fold_spaceless(read_out(phrase.text, phrase.ruby))
    return [fold_spaceless(phrase.text), reading, fold_romaji(jaconv.kana2alphabet(reading).replace("ー", ""))]
