"""The small library with the texts of reception's papers beside it, as they were when the papers were looked at."""

import tomllib
from pathlib import Path

from disaster_support.content.catalogue import Catalogue
from disaster_support.content.model import Phrase, Review
from disaster_support.ruby import parse_ruby
from tests.golden.small_library import open_small_library

_TEXTS = Path(__file__).parent / "form_texts.toml"


class SmallForms:
    """Answers as a catalogue does, for what papers ask of one."""

    def __init__(self, library: Catalogue, texts: dict[str, dict[str, str]]) -> None:
        self.languages = library.languages
        self.get_language = library.get_language
        self._texts = texts

    def text(self, entry_id: str, tag: str) -> Phrase | None:
        text = self._texts.get(entry_id, {}).get(tag)
        if text is None:
            return None
        return Phrase(*parse_ruby(text), Review.SOURCE) if tag == "ja" else Phrase(text)

    def say(self, entry_id: str, tag: str = "ja") -> Phrase:
        return self.text(entry_id, tag) or self.text(entry_id, "ja") or Phrase(entry_id)


def open_small_forms(folder: Path, more: dict[str, dict[str, str]] | None = None) -> SmallForms:
    """Open the library, with more texts by entry and language where a test needs them."""
    texts = tomllib.loads(_TEXTS.read_text(encoding="utf-8"))
    for entry, translations in (more or {}).items():
        texts[entry] = {**texts.get(entry, {}), **translations}
    return SmallForms(open_small_library(folder), texts)
