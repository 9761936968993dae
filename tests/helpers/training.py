"""The training place for GUI tests: the small library with the real materials of courses, and an open register."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from disaster_support.context import Context
from disaster_support.course_sheets import course_sheets
from disaster_support.features.training.model import Course, Day, Plan
from disaster_support.features.training.page import TrainingPage
from disaster_support.features.training.pages.desk import CourseDesk
from disaster_support.features.training.service import new_course
from disaster_support.ui.notice import Notice
from tests.helpers.courses import small_plan
from tests.helpers.registers import PASSPHRASE

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def materials(context: Context) -> None:
    """Let what ships for courses be there."""
    (context.paths.resources / "training").symlink_to(ROOT / "resources" / "training")


@pytest.fixture
def home(context: Context, materials: None, cheap_keys: None) -> Iterator[Any]:
    """The open register; 山田 manages it."""
    created = context.door.create("訓練の大雨", "第一体育館", "山田", PASSPHRASE)
    context.door.admit(created.register)
    yield created.register
    context.door.lock()


def keep_course(home: Any, plan: Plan | None = None, fiscal_year: int = 2026) -> Course:
    """Keep a course of four lesson hours in three units on one day."""
    return new_course(home, plan or small_plan(days=(Day(date(2026, 11, 24)),)), fiscal_year)


@pytest.fixture
def make_desk(context: Context, home: Any, qtbot: QtBot) -> Iterator[Callable[[Course], CourseDesk]]:
    """Make the desk of a course, with a place for messages; no timer of it outlives the test."""
    notice, desks = Notice(), list[CourseDesk]()
    qtbot.addWidget(notice)

    def make(course: Course) -> CourseDesk:
        desks.append(CourseDesk(context, course, notice))
        return desks[-1]

    yield make
    for desk in desks:
        shiboken6.delete(desk)


class Opened(QWidget):
    """A window that only notes which pages were to be opened."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: list[str] = []

    def open_page(self, page_id: str) -> None:
        """Note it."""
        self.pages.append(page_id)


def training_page(context: Context, qtbot: QtBot) -> Any:
    """Return the training place, shown in a window of its own."""
    window = Opened()
    page: Any = TrainingPage(context, course_sheets(), QWidget)
    QVBoxLayout(window).addWidget(page)
    page.opened = window
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return page
