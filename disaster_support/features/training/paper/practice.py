"""Boards and signs to practise with, as the shelters print them.

They belong to other rooms: their builders are handed in by whoever puts the program together.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from disaster_support.bilingual import Bilingual
from disaster_support.content.model import SOURCE_LANGUAGE
from disaster_support.documents.builders import BuildSheet
from disaster_support.documents.model import Document
from disaster_support.documents.paper import A4
from disaster_support.features.training.paper.kit import CoursePaper, both

BOARD = Bilingual("練習用ボード", "Practice board")
SIGNS = Bilingual("練習用の表示シート", "Practice signs")

_BOARD_LANGUAGES, _SIGN_LANGUAGES = 6, 16  # as many as a tile of a printed board, and a sign, take


@dataclass(frozen=True, slots=True)
class Sheets:
    """What courses print of other rooms."""

    build_board: BuildSheet
    build_sign: BuildSheet


def build_practice_board(kit: CoursePaper, sheets: Sheets, situation: str, tags: Sequence[str]) -> Document:
    """Return the board of a situation, with further sheets where there are more languages than one takes.

    Raises:
        UserError: there is no such board.

    """
    boards = (
        sheets.build_board(kit.catalogue, situation, group, A4, kit.measurer, printed_on=kit.printed_on)
        for group in _groups(tags, _BOARD_LANGUAGES)
    )
    pages = dict.fromkeys(page for board in boards for page in board.pages)  # the sheet of all languages once
    return Document(f"{both(BOARD)}: {kit.say(name_situation(kit, situation))}", SOURCE_LANGUAGE, tuple(pages))


def build_practice_signs(kit: CoursePaper, sheets: Sheets, entries: Sequence[str], tags: Sequence[str]) -> Document:
    """Return the signs of these entries, one after the other; only Japanese where no language is given.

    Raises:
        UserError: there is no such entry.

    """
    signs = (
        sheets.build_sign(kit.catalogue, entry, group, A4, kit.measurer, printed_on=kit.printed_on)
        for entry in entries
        for group in _groups(tags, _SIGN_LANGUAGES) or [()]
    )
    return Document(both(SIGNS), SOURCE_LANGUAGE, tuple(page for sign in signs for page in sign.pages))


def _groups(tags: Sequence[str], most: int) -> list[Sequence[str]]:
    return [tags[start : start + most] for start in range(0, len(tags), most)]


def name_situation(kit: CoursePaper, situation: str) -> Bilingual:
    """Return the title of a situation's board."""
    japanese, english = (kit.catalogue.title(situation, tag) for tag in (SOURCE_LANGUAGE, "en"))
    return Bilingual(japanese.text if japanese else situation, english.text if english else "")
