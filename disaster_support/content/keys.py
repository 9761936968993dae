"""Search keys, made when the library is compiled: each text as it may be typed."""

from collections.abc import Mapping

import jaconv

from disaster_support.content.fold import SPACELESS_SCRIPTS, fold, fold_romaji, fold_spaceless
from disaster_support.content.model import SOURCE_LANGUAGE, Phrase, Structure
from disaster_support.content.slots import fill_slots, find_slots
from disaster_support.ruby import read_out


def build_keys(structure: Structure, texts: Mapping[str, Mapping[str, Phrase]]) -> dict[str, dict[str, str]]:
    """Return by language and entry the folded text; in Japanese also its reading, its romaji and its former names."""
    keys = {
        tag: {id_: build_key(phrase, structure.languages[tag].script) for id_, phrase in phrases.items()}
        for tag, phrases in texts.items()
    }
    for id_, entry in structure.entries.items():
        if entry.formerly and id_ in keys.get(SOURCE_LANGUAGE, {}):
            keys[SOURCE_LANGUAGE][id_] += "".join(f"{fold_spaceless(name)}\n" for name in entry.formerly)
    return keys


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
