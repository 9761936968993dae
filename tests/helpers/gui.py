"""A context over a tiny library, and what GUI tests ask of a window."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QFileDialog, QWidget

from disaster_support.changes import Changes
from disaster_support.content.catalogue import open_catalogue
from disaster_support.context import Context
from disaster_support.paths import Paths
from disaster_support.settings import SettingsStore

_LANGUAGES = ("ja", "ja-simple", "en", "zh-Hans", "ko", "my", "km", "ne", "ar")
_SITUATIONS = """
[[situation]]
id = "reception"
title = "reception.title"
pictogram = "account-group"

[[situation]]
id = "facilities"
title = "facilities.title"
pictogram = "toilet"
"""
_PACKS = '[[pack]]\nid = "first-hour"\nsigns = ["facilities.toilet"]\nboards = ["reception"]\n'
_RECEPTION = """
[[entry]]
id = "reception.title"
kind = "word"
ja = "受付《うけつけ》"
note = "The title of a board."

[[entry]]
id = "reception.name"
kind = "question"
ja = "お名前《なまえ》は 何《なん》ですか。"
note = "Staff ask for the name."
pictogram = "account"
answers = ["reception.yes", "reception.no"]

[[entry]]
id = "reception.yes"
kind = "answer"
ja = "はい"
note = "An answer."
pictogram = "check"

[[entry]]
id = "reception.no"
kind = "answer"
ja = "いいえ"
note = "An answer."
pictogram = "close"

[[entry]]
id = "reception.wait"
kind = "staff"
ja = "ここで 待《ま》ってください。"
note = "Staff ask to wait here."
pictogram = "timer-sand"
"""
_FACILITIES = """
[[entry]]
id = "facilities.title"
kind = "word"
ja = "施設《しせつ》"
note = "The title of a board."

[[entry]]
id = "facilities.where-toilet"
kind = "evacuee"
ja = "トイレは どこですか。"
note = "An evacuee asks."
pictogram = "toilet"

[[entry]]
id = "facilities.toilet"
kind = "sign"
category = "information"
ja = "トイレ"
note = "A sign at the toilets."
pictogram = "toilet"

[[entry]]
id = "facilities.no-smoking"
kind = "sign"
category = "prohibition"
ja = "禁煙《きんえん》"
note = "A sign where smoking is not allowed."
pictogram = "smoking-off"
forbids = true
"""
_TEXTS = {
    "en": {
        "reception.title": "Reception",
        "reception.name": "What is your name?",
        "reception.yes": "Yes",
        "reception.no": "No",
        "reception.wait": "Please wait here.",
        "facilities.title": "Facilities",
        "facilities.where-toilet": "Where is the toilet?",
        "facilities.toilet": "Toilet",
        "facilities.no-smoking": "No smoking",
    },
    "my": {
        "reception.title": "ဧည့်ကြို",
        "reception.name": "နာမည် ဘယ်လိုခေါ်ပါသလဲ။",
        "reception.wait": "ဒီမှာ စောင့်ပေးပါ။",
        "facilities.where-toilet": "အိမ်သာ ဘယ်မှာလဲ။",
        "facilities.toilet": "အိမ်သာ",
    },
    "km": {"facilities.toilet": "បង្គន់", "reception.wait": "សូមរង់ចាំនៅទីនេះ។"},
    "ne": {"facilities.toilet": "शौचालय", "reception.wait": "कृपया यहाँ पर्खनुहोस्।"},
    "ar": {"facilities.toilet": "دورة المياه", "reception.wait": "يرجى الانتظار هنا."},
}


def make_context(folder: Path, fonts: Path) -> Context:
    """Build a context over the tiny library; font instances are shared by all tests through the folder `fonts`."""
    program = folder / "program"
    _write_library(program)
    paths = Paths(program, folder / "config", folder / "cache", folder / "logs", folder / "data", portable=False)
    paths.cache.mkdir()
    fonts.mkdir(exist_ok=True)
    (paths.cache / "fonts").symlink_to(fonts, target_is_directory=True)
    catalogue = open_catalogue(paths.resources, paths.translations, paths.compiled, paths.overlay)
    clock = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    return Context(paths, catalogue, SettingsStore(paths.settings), Changes(), lambda: clock)


def _write_library(program: Path) -> None:
    library = program / "resources" / "library"
    (library / "entries").mkdir(parents=True)
    easy = 'autonym = "やさしい日本語"\nname_ja = "やさしい日本語"\nname_en = "Easy Japanese"\n'
    tags = "".join(f'[[language]]\ntag = "{tag}"\nwave = 1\n{easy if tag == "ja-simple" else ""}' for tag in _LANGUAGES)
    (library / "languages.toml").write_text(tags, encoding="utf-8")
    (library / "situations.toml").write_text(_SITUATIONS, encoding="utf-8")
    (library / "packs.toml").write_text(_PACKS, encoding="utf-8")
    (library / "entries" / "reception.toml").write_text(_RECEPTION, encoding="utf-8")
    (library / "entries" / "facilities.toml").write_text(_FACILITIES, encoding="utf-8")
    for tag, texts in _TEXTS.items():
        _write_texts(program / "translations" / tag / "LC_MESSAGES" / "library.po", tag, texts)


def _write_texts(path: Path, tag: str, texts: dict[str, str]) -> None:
    path.parent.mkdir(parents=True)
    head = f'msgid ""\nmsgstr ""\n"Language: {tag}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    body = "".join(
        f'#, fuzzy\nmsgctxt "{entry}"\nmsgid "{_source(entry)}"\nmsgstr "{text}"\n\n' for entry, text in texts.items()
    )
    path.write_text(head + body, encoding="utf-8")


def _source(entry: str) -> str:
    import tomllib

    from disaster_support.ruby import strip_ruby

    entries = tomllib.loads(_RECEPTION)["entry"] + tomllib.loads(_FACILITIES)["entry"]
    return strip_ruby(next(one["ja"] for one in entries if one["id"] == entry))


def walk_accessible(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Yield the accessible interface of everything in a widget that is visible."""
    root = QAccessible.queryAccessibleInterface(widget)
    waiting = [root]
    while waiting:
        one = waiting.pop()
        if one is None or one.state().invisible:
            continue
        yield one
        waiting += [one.child(index) for index in range(one.childCount())]


def find_nameless(widget: QWidget) -> list[str]:
    """Return the roles and classes of everything focusable in a widget that has no accessible name."""
    return [
        f"{one.role().name} {type(one.object()).__name__}"
        for one in walk_accessible(widget)
        if one.state().focusable and not one.text(QAccessible.Text.Name)
    ]


def choose_file(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """Answer the dialogue that asks for a file with this path; None: the person would rather not."""

    def choose(dialog: QFileDialog) -> None:
        if path:
            dialog.selectFile(str(path))
            dialog.fileSelected.emit(dialog.selectedFiles()[0])

    monkeypatch.setattr(QFileDialog, "open", choose)
