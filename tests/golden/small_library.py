"""A small library of real texts that never changes, for golden documents and for tests that need texts."""

import tomllib
from collections.abc import Container
from pathlib import Path

from disaster_support.content.catalogue import Catalogue, open_catalogue
from disaster_support.ruby import strip_ruby

HERE = Path(__file__).parent
LANGUAGES = ("ja-simple", "en", "zh-Hans", "zh-Hant", "ko", "vi", "pt-BR", "th", "ne", "my", "km", "ar")
_EASY = 'autonym = "やさしい日本語"\nname_ja = "やさしい日本語"\nname_en = "Easy Japanese"\n'
_REVIEWED = "# reviewed: 山田 花子; 2026-11-20"
_PICTOGRAMS = {"reception": "clipboard-account", "language": "translate"}


def open_small_library(folder: Path, reviewed: Container[str] = ()) -> Catalogue:
    """Write the library's sources into a folder and open it; in the `reviewed` languages a person has checked all."""
    entries = tomllib.loads((HERE / "library.toml").read_text(encoding="utf-8"))["entry"]
    _write_structure(folder / "resources" / "library", entries)
    for tag in LANGUAGES:
        state = _REVIEWED if tag in reviewed else "#, fuzzy"
        _write_texts(folder / "translations" / tag / "LC_MESSAGES" / "library.po", tag, entries, state)
    return open_catalogue(folder / "resources", folder / "translations", folder / "compiled")


def _write_structure(library: Path, entries: list[dict]) -> None:
    (library / "entries").mkdir(parents=True)
    languages = "".join(
        f'[[language]]\ntag = "{tag}"\nwave = 1\n{_EASY if tag == "ja-simple" else ""}' for tag in ("ja", *LANGUAGES)
    )
    (library / "languages.toml").write_text(languages, encoding="utf-8")
    situations = dict.fromkeys(entry["situation"] for entry in entries)
    (library / "situations.toml").write_text("".join(map(_situation, situations)), encoding="utf-8")
    pack = '[[pack]]\nid = "opening"\nsigns = ["facilities.toilet", "rules.no_smoking"]\nboards = ["reception"]\n'
    (library / "packs.toml").write_text(pack, encoding="utf-8")
    (library / "entries" / "all.toml").write_text("\n".join(map(_entry, entries)), encoding="utf-8")


def _situation(situation: str) -> str:
    picture = _PICTOGRAMS.get(situation, "sign-direction")
    return f'[[situation]]\nid = "{situation}"\ntitle = "title.{situation}"\npictogram = "{picture}"\n'


def _entry(entry: dict) -> str:
    fields = {name: value for name, value in entry.items() if name not in ("texts", "answers")}
    lines = [f'{name} = "{value}"' for name, value in fields.items()]
    return "\n".join(["[[entry]]", *lines, f"answers = {entry.get('answers', [])}", ""])


def _write_texts(path: Path, tag: str, entries: list[dict], state: str) -> None:
    path.parent.mkdir(parents=True)
    head = f'msgid ""\nmsgstr ""\n"Language: {tag}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    path.write_text(
        head + "".join(_message(entry, tag, state) for entry in entries if tag in entry["texts"]), encoding="utf-8"
    )


def _message(entry: dict, tag: str, state: str) -> str:
    source, text = strip_ruby(entry["ja"]), entry["texts"][tag]
    return f'\n{state}\nmsgctxt "{entry["id"]}"\nmsgid "{source}"\nmsgstr "{text}"\n'
