"""Documents against the ones that were looked at and found good.

After a change of the layout that is meant, look at the pages again and write the new ones:

    GOLDEN=write python -m pytest tests/golden
"""

import json
import os
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from disaster_support.documents.model import Direction, Document
from disaster_support.documents.paper import A3, A4
from disaster_support.features.boards.documents import build_board
from disaster_support.features.signs.documents import build_signs
from disaster_support.features.signs.model import SignOptions
from disaster_support.printing import Typesetter
from tests.golden.small_library import LANGUAGES, open_small_library

DAY = date(2026, 11, 23)
SIGNS = {
    "sign-toilet-1": ("facilities.toilet", SignOptions(("en",), printed_on=DAY)),
    "sign-no-smoking-6": (
        "rules.no_smoking",
        SignOptions(("en", "zh-Hans", "ko", "vi", "pt-BR", "ar"), printed_on=DAY),
    ),
    "sign-generator-12-landscape": ("rules.no_generator", SignOptions(LANGUAGES, landscape=True, printed_on=DAY)),
    "sign-danger-3-a3": ("rules.building_danger", SignOptions(("my", "km", "ne"), paper="A3", printed_on=DAY)),
    "sign-exit-arrow-room": (
        "facilities.emergency_exit",
        SignOptions(("ar", "en", "th"), arrow=Direction.UP_LEFT, room="体育館 2F", note="دور 2", printed_on=DAY),
    ),
    "sign-toilet-unmarked": ("facilities.toilet", SignOptions(("en", "ar"), printed_on=DAY, marks=False)),
    "sign-moved-6": ("rules.no_generator", SignOptions(LANGUAGES[:6], paper="A5", printed_on=DAY)),
}
BOARDS = {
    "board-reception-1": ("reception", ("en",), A4, True),
    "board-reception-6": ("reception", ("en", "ar", "my", "km", "zh-Hans", "vi"), A4.landscape, True),
    "board-reception-unmarked": ("reception", ("ne", "ar"), A4, False),
    "board-language-a3": ("language", ("ne", "ar"), A3, True),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return open_small_library(tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="module")
def typesetter(library):
    return Typesetter(library.languages)


@pytest.mark.parametrize("name", SIGNS)
def test_signs_look_as_they_were_found_good(name, library, typesetter):
    entry, options = SIGNS[name]
    check(name, build_signs(library, [entry], options, typesetter).document)


@pytest.mark.parametrize("name", BOARDS)
def test_boards_look_as_they_were_found_good(name, library, typesetter):
    situation, languages, paper, marks = BOARDS[name]
    check(name, build_board(library, situation, languages, paper, typesetter, printed_on=DAY, marks=marks))


def check(name: str, document: Document) -> None:
    path = Path(__file__).parent / f"{name}.txt"
    now = to_json(document)
    if os.environ.get("GOLDEN") == "write":
        path.write_text(now, encoding="utf-8")
    assert now == path.read_text(encoding="utf-8")


def to_json(document: Document) -> str:
    """Return a document as text that can be compared and read: one item a line, lengths to a hundredth."""
    head = {"title": document.title, "language": document.language, "subject": document.subject}
    lines = [json.dumps(head, ensure_ascii=False)]
    for page in document.pages:
        lines.append(f"page {page.width_mm:g} x {page.height_mm:g}")
        lines += [f"{type(item).__name__} {json.dumps(plain(asdict(item)), ensure_ascii=False)}" for item in page.items]
    return "\n".join(lines) + "\n"


def plain(value: object) -> object:
    if isinstance(value, float):
        return round(value, 2)
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items() if one not in (None, ())}
    return [plain(one) for one in value] if isinstance(value, list | tuple) else value
