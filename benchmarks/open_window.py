"""The program as `main.py` opens it, ended as soon as the language board is painted: every card that can be seen.

With `--settle` it stays until its caches are made, as a first start does.
"""

import os
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from disaster_support.app import build_context, open_window
from disaster_support.system import find_obstacle

QUIET_S = 3.0


def main() -> None:
    """Open the window and wait."""
    context = build_context()
    assert find_obstacle(os.environ) is None
    window = open_window(context)
    wait_until_painted(window)
    if "--settle" in sys.argv:
        wait_until_settled()
    os._exit(0)  # taking the program apart is no part of its start


def wait_until_painted(window: Any) -> None:
    """Wait until every language on the screen has been painted."""
    from PySide6.QtCore import QCoreApplication

    from disaster_support.features.boards.language_card import LanguageCard

    painted = set()
    paint = LanguageCard.paintEvent

    def paint_and_note(card: Any, event: Any) -> None:
        paint(card, event)
        painted.add(card)

    LanguageCard.paintEvent = paint_and_note
    while not painted or any(not card.visibleRegion().isEmpty() for card in _cards(window) - painted):
        QCoreApplication.processEvents()


def _cards(window: Any) -> set[Any]:
    from disaster_support.features.boards.language_card import LanguageCard

    return set(window.findChildren(LanguageCard))


def wait_until_settled() -> None:
    """Wait until the fonts of all languages and whatever follows them are there for the next start."""
    from PySide6.QtCore import QCoreApplication

    from disaster_support.ui.fonts import fonts_are_coming

    end = time.monotonic() + QUIET_S
    while time.monotonic() < end:
        QCoreApplication.processEvents()
        if fonts_are_coming():
            end = time.monotonic() + QUIET_S


main()
