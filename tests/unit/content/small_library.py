"""A small library in a folder of its own, for tests of the content engine."""

from dataclasses import dataclass
from pathlib import Path

from disaster_support.content.catalogue import Catalogue, open_catalogue
from disaster_support.content.catalogues import write_translations
from disaster_support.content.fingerprint import catalogue_path

LANGUAGES = {"ja": 1, "ja-simple": 2, "en": 2, "vi": 2, "th": 2, "my": 2, "zh-Hans": 2, "zh-Hant": 2, "pt-BR": 2}
EASY = 'autonym = "やさしい日本語"\nname_ja = "やさしい日本語"\nname_en = "Easy Japanese"\n'
TITLES = '[[entry]]\nid = "title.places"\nkind = "word"\nja = "場所《ばしょ》"\nnote = "t"\n'
ENTRIES = """
[[entry]]
id = "place.toilet"
kind = "question"
ja = "トイレはどこですか。"
answers = ["answer.yes"]
note = "Evacuee to staff."

[[entry]]
id = "place.shelter"
kind = "word"
ja = "避難所《ひなんじょ》"
note = "The place."

[[entry]]
id = "place.keep_out"
kind = "sign"
ja = "立入禁止《たちいりきんし》"
category = "prohibition"
forbids = true
note = "Sign at a door."

[[entry]]
id = "answer.yes"
kind = "answer"
ja = "はい"
note = "Yes."
"""


@dataclass(frozen=True)
class Folders:
    root: Path

    @property
    def resources(self) -> Path:
        return self.root / "resources"

    @property
    def translations(self) -> Path:
        return self.root / "translations"

    @property
    def compiled(self) -> Path:
        return self.root / "cache" / "library"

    def write(self, name: str, text: str) -> Path:
        path = self.resources / "library" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def translate(self, tag: str, texts: dict[str, str]) -> None:
        write_translations(self.resources, self.translations, tag, texts)

    def po(self, tag: str) -> Path:
        return catalogue_path(self.translations, tag)

    def edit_po(self, tag: str, old: str, new: str) -> None:
        text = self.po(tag).read_text(encoding="utf-8")
        assert old in text
        self.po(tag).write_text(text.replace(old, new), encoding="utf-8")

    def open(self) -> Catalogue:
        return open_catalogue(self.resources, self.translations, self.compiled)


def build_folders(root: Path, entries: str = ENTRIES, languages: dict[str, int] | None = None) -> Folders:
    folders = Folders(root)
    tables = [
        f'[[language]]\ntag = "{tag}"\nwave = {wave}\n' + (EASY if tag == "ja-simple" else "")
        for tag, wave in (languages or LANGUAGES).items()
    ]
    folders.write("languages.toml", "\n".join(tables))
    folders.write("situations.toml", '[[situation]]\nid = "places"\ntitle = "title.places"\npictogram = "home"\n')
    folders.write("packs.toml", '[[pack]]\nid = "first"\nsigns = ["place.keep_out"]\nboards = ["places"]\n')
    folders.write("entries/places.toml", entries)
    folders.write("entries/titles.toml", TITLES)
    folders.translations.mkdir()
    return folders
