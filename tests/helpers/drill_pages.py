"""A drill on the screen: an open register, a clock that can be set, and a stand-in for drill mode."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from disaster_support.context import Context
from disaster_support.features.drills.model import Drill
from disaster_support.features.drills.page import DrillsPage
from disaster_support.features.drills.service import new_drill
from disaster_support.practice import Station
from disaster_support.ui.tasks import is_busy
from tests.helpers.drills import HELD_ON, RESOURCES, make_plan
from tests.helpers.registers import Clock, make_register


class FakePractice:
    """Drill mode without a register behind it."""

    def __init__(self) -> None:
        self.there: set[str] = set()
        self.on = ""
        self.begun: list[tuple[Any, ...]] = []

    def exists(self, drill_id: str) -> bool:
        """Whether it was begun."""
        return drill_id in self.there

    def is_on(self, drill_id: str) -> bool:
        """Whether it is on."""
        return self.on == drill_id

    def begin(self, *given: Any) -> str:
        """Note with what it was begun."""
        self.begun.append(given)
        self.there.add(given[0])
        return str(given[0])

    def resume(self, drill_id: str) -> str:
        """Return what `enter` takes."""
        return drill_id

    def enter(self, opened: str) -> None:
        """Be on."""
        self.on = opened

    def leave(self) -> None:
        """Be off."""
        self.on = ""

    def figures(self, _drill_id: str) -> list[Station]:
        """Return the figures of three newcomers."""
        return [
            Station("people", (3,)),
            Station("language.my", (2,)),
            Station("wait.language", (20, 40, 90)),
        ]

    def wipe(self, drill_id: str) -> None:
        """Forget it."""
        self.leave()
        self.there.discard(drill_id)


@pytest.fixture
def clock() -> Clock:
    """The clock of the page and of the register."""
    return Clock()


@pytest.fixture
def timed(context: Context, clock: Clock) -> Context:
    """The context with that clock and the real templates."""
    (context.paths.resources / "drills").symlink_to(RESOURCES / "drills", target_is_directory=True)
    return replace(context, clock=clock)


@pytest.fixture
def opened(timed: Context, clock: Clock, cheap_keys: None) -> Iterator[Context]:
    """The same with its register open; 山田 manages it."""
    timed.door.admit(make_register(timed.door.folder, clock).register)
    yield timed
    timed.door.lock()


@pytest.fixture
def drill(opened: Context) -> Drill:
    """A small drill of today that begins when the clock stands."""
    begins = opened.clock().astimezone().time()
    return new_drill(opened.door.home, make_plan(), HELD_ON, time(begins.hour, begins.minute))


@pytest.fixture
def practice() -> FakePractice:
    """A stand-in for drill mode."""
    return FakePractice()


@pytest.fixture
def page(timed: Context, practice: FakePractice, qtbot: QtBot) -> Any:
    """The place, shown in a window of 1366 by 768."""
    qtbot.wait(1)  # lets the page of the test before go
    page = DrillsPage(timed, practice, lambda _drill_id: QWidget())
    qtbot.addWidget(page)
    page.resize(1270, 716)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)
    return page


def open_tab(page: Any, drill: Drill, tab: str) -> Any:
    """Return a tab of a drill, shown."""
    page.list.refresh()
    page.show_drill(drill.id, tab)
    return page.view.tabs.current


def settle(qtbot: QtBot) -> None:
    """Wait until nothing works in the background."""
    qtbot.wait(30)
    qtbot.waitUntil(lambda: not is_busy(), timeout=20000)
    qtbot.wait(30)


__all__ = ["FakePractice", "clock", "drill", "open_tab", "opened", "page", "practice", "settle", "timed"]
