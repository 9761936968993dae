"""Search keys, made when the library is compiled: each text as it may be typed."""

from collections.abc import Mapping

import jaconv

from disaster_support.content.fold import SPACELESS_SCRIPTS, fold, fold_romaji, fold_spaceless
from disaster_support.content.model import Language, Phrase
from disaster_support.ruby import read_out


def build_keys(
    languages: Mapping[str, Language], texts: Mapping[str, Mapping[str, Phrase]]
) -> dict[str, dict[str, str]]:
    """Return by language and entry the folded text; in Japanese also its reading and its romaji, one a line."""
    return {
        tag: {id_: build_key(phrase, languages[tag].script) for id_, phrase in phrases.items()}
        for tag, phrases in texts.items()
    }


def build_key(phrase: Phrase, script: str) -> str:
    """Return the search key of one text: its forms, each with a line break before and after."""
    if script == "Jpan":
        forms = _japanese_forms(phrase)
    else:
        forms = [fold_spaceless(phrase.text) if script in SPACELESS_SCRIPTS else fold(phrase.text)]
    return "\n".join(["", *dict.fromkeys(forms), ""])


def _japanese_forms(phrase: Phrase) -> list[str]:
    reading = fold_spaceless(read_out(phrase.text, phrase.ruby))
    return [fold_spaceless(phrase.text), reading, fold_romaji(jaconv.kana2alphabet(reading).replace("ー", ""))]
