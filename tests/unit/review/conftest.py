"""A small library with everything that can get lost on the way: slots, plural forms, readings, directions."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from disaster_support.changes import Changes
from disaster_support.content.catalogue import open_catalogue
from disaster_support.content.glossary import Rules
from disaster_support.content.library import Library, read_library
from disaster_support.context import Context
from disaster_support.features.review.service import ReviewService
from disaster_support.paths import Paths
from disaster_support.settings import SettingsStore
from tests.unit.content.small_library import ENTRIES, Folders, build_folders

NOTICE = """
[[entry]]
id = "place.water"
kind = "notice"
ja = "水《みず》を{people}人《にん》に配《くば》ります。\\n時間《じかん》：{start}"
note = "Notice: water for so many people."
slots = [
  { name = "people", type = "count", least = 1, most = 99, counted = true },
  { name = "start", type = "time" },
]
"""
TEXTS = {
    "en": {
        "place.toilet": "Where is the toilet?",
        "place.shelter": "Shelter",
        "place.keep_out": "Do not enter",
        "answer.yes": "Yes",
        "title.places": "Places",
        "place.water": ("Water for {people} person.\nTime: {start}", "Water for {people} people.\nTime: {start}"),
    },
    "ja-simple": {
        "place.toilet": "トイレは どこですか。",
        "place.shelter": "避難所《ひなんじょ》 〈みんなが にげる ところ〉",
        "place.water": "水《みず》を {people}人《にん》に あげます。\n時間《じかん》：{start}",
    },
    "ar": {"answer.yes": "نعم", "place.toilet": "أين المرحاض؟"},
    "my": {"answer.yes": "ဟုတ်ကဲ့", "place.shelter": "ခိုလှုံရာနေရာ"},
}
LANGUAGES = {"ja": 1, **dict.fromkeys(("ja-simple", "en", "ar", "my", "vi", "ru"), 2)}
NEGATIONS = 'en = ["\\\\bnot\\\\b", "\\\\bno\\\\b"]\n'
TODAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def build_library(root: Path) -> Folders:
    folders = build_folders(root / "program", ENTRIES + NOTICE, LANGUAGES)
    folders.write("negation.toml", NEGATIONS)
    for tag, texts in TEXTS.items():
        folders.translate(tag, texts)  # type: ignore[arg-type]
    return folders


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """The library, for tests that do not change it."""
    return build_library(tmp_path_factory.mktemp("shared"))


@pytest.fixture(scope="session")
def read(shared: Folders) -> Library:
    return read_library(shared.resources, shared.translations)


@pytest.fixture(scope="session")
def rules() -> Rules:
    return Rules({"en": (r"\bnot\b", r"\bno\b")})


@pytest.fixture
def library(tmp_path: Path) -> Folders:
    return build_library(tmp_path)


def open_context(library: Folders, root: Path) -> Context:
    """A context over the library as it is, with folders of its own."""
    paths = Paths(library.root, root / "config", root / "cache", root / "logs", root / "data", portable=False)
    catalogue = open_catalogue(paths.resources, paths.translations, paths.compiled, paths.overlay)
    return Context(paths, catalogue, SettingsStore(paths.settings), Changes(), lambda: TODAY)


@pytest.fixture
def context(library: Folders, tmp_path: Path) -> Context:
    return open_context(library, tmp_path)


@pytest.fixture
def service(context: Context) -> ReviewService:
    return ReviewService(context)
