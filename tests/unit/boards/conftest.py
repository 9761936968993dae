from collections.abc import Callable
from pathlib import Path

import pytest

from disaster_support.changes import Changes
from disaster_support.content.catalogue import open_catalogue
from disaster_support.features.boards.service import BoardService
from disaster_support.settings import SettingsStore

LANGUAGES = """
[[language]]
tag = "ja"
wave = 1
[[language]]
tag = "en"
wave = 1
[[language]]
tag = "vi"
wave = 1
[[language]]
tag = "ar"
wave = 2
"""
SITUATIONS = """
[[situation]]
id = "language"
title = "title.language"
pictogram = "translate"
[[situation]]
id = "needs"
title = "title.needs"
pictogram = "hand-extended"
[[situation]]
id = "signs"
title = "title.signs"
"""
FLOOD = 'since = "2026-05-28"\nformerly = ["氾濫危険情報", "洪水予報"]'
ENTRIES = {
    "titles": [
        ("title.language", "word", "言葉《ことば》", ""),
        ("title.needs", "word", "ほしい物《もの》", ""),
        ("title.signs", "word", "掲示《けいじ》", ""),
    ],
    "language": [("language.i_speak", "evacuee", "日本語《にほんご》を話《はな》します。", "")],
    "needs": [
        ("needs.water", "evacuee", "水《みず》がほしいです。", ""),
        ("needs.ask", "question", "何《なに》が要《い》りますか。", 'answers = ["needs.water", "yes", "no", "gone"]'),
        ("yes", "answer", "はい", 'pictogram = "check-circle"'),
        ("no", "answer", "いいえ", ""),
    ],
    "signs": [
        ("signs.exit", "sign", "出口《でぐち》", ""),
        ("signs.flood", "alert", "氾濫《はんらん》危険警報", FLOOD),
    ],
}
TEXTS = {
    "en": {"needs.water": "I need water.", "needs.ask": "What do you need?", "yes": "Yes", "no": "No"},
    "vi": {"language.i_speak": "Tôi nói tiếng Việt.", "needs.water": "Tôi cần nước.", "yes": "Có", "no": "Không"},
    "ar": {"language.i_speak": "أتحدث العربية."},
}


@pytest.fixture
def service(tmp_path: Path) -> BoardService:
    return open_service(tmp_path)


@pytest.fixture
def reopen(tmp_path: Path) -> Callable[[], BoardService]:
    return lambda: open_service(tmp_path)


def open_service(folder: Path) -> BoardService:
    write_library(folder)
    catalogue = open_catalogue(folder / "resources", folder / "translations", folder / "compiled")
    assert not [problem for problem in catalogue.problems if problem.file != "packs.toml"]
    return BoardService(catalogue, SettingsStore(folder / "settings.json"), Changes())


def write_library(folder: Path) -> None:
    library = folder / "resources" / "library"
    (library / "entries").mkdir(parents=True, exist_ok=True)
    (library / "languages.toml").write_text(LANGUAGES, encoding="utf-8")
    (library / "situations.toml").write_text(SITUATIONS, encoding="utf-8")
    for stem, entries in ENTRIES.items():
        text = "".join(write_entry(*entry) for entry in entries)
        (library / "entries" / f"{stem}.toml").write_text(text, encoding="utf-8")
    for tag, texts in TEXTS.items():
        path = folder / "translations" / tag / "LC_MESSAGES" / "library.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write_po(tag, texts), encoding="utf-8")


def write_entry(entry: str, kind: str, japanese: str, more: str) -> str:
    return f'[[entry]]\nid = "{entry}"\nkind = "{kind}"\nja = "{japanese}"\nnote = "n"\n{more}\n\n'


def write_po(tag: str, texts: dict[str, str]) -> str:
    head = f'msgid ""\nmsgstr ""\n"Language: {tag}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    return head + "".join(
        f'#, fuzzy\nmsgctxt "{entry}"\nmsgid "{entry}"\nmsgstr "{text}"\n\n' for entry, text in texts.items()
    )
