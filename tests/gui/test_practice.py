"""Drill mode: a register of the drill's own, seen by its colour, timed, and never mixed up with the real one."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.model import Details, Filters
from disaster_support.features.reception.pages.door import DoorPage
from disaster_support.features.reception.practice import PracticeRegisters
from disaster_support.features.reception.service import find_people, register_household
from disaster_support.pages import PAGES, read_status
from disaster_support.storage.check import check_register
from disaster_support.storage.register import open_register
from disaster_support.ui.tasks import is_busy
from disaster_support.ui.window import MainWindow
from tests.helpers.registers import PASSPHRASE, cheap_keys

__all__ = ["cheap_keys"]

ROOT = Path(__file__).resolve().parents[2]
DRILL = "11111111-2222-8333-8444-555555555555"


@pytest.fixture
def context(context: Context) -> Context:
    """The small library with the sample's names and an open register in which somebody real is."""
    shutil.copytree(ROOT / "resources" / "sample", context.paths.resources / "sample")
    return context


@pytest.fixture
def home(context: Context, cheap_keys: None) -> Any:
    """The real register, open."""
    created = context.door.create("大雨", "体育館", "山田", PASSPHRASE)
    context.door.admit(created.register)
    register_household(created.register, [Details(name="Real Person")])
    yield created.register
    context.door.lock()


@pytest.fixture
def practice(context: Context, home: object) -> PracticeRegisters:
    """Drill mode, not begun."""
    return PracticeRegisters(context)


def test_a_drill_has_people_of_its_own_and_the_real_register_is_left_alone(context, home, practice):
    practice.enter(practice.begin(DRILL, "避難所の開設訓練", 30))
    drill = context.door.register
    assert drill is not home
    assert drill.is_practice
    assert not home.is_practice
    assert practice.is_on(DRILL)
    assert find_people(drill, Filters(text="Real Person")) == []
    assert drill.query("SELECT count(*) FROM person") == [(30,)]
    register_household(drill, [Details(name="Player One")])
    practice.leave()
    assert context.door.register is home
    assert find_people(home, Filters(text="Player")) == []
    assert [one.code for one in check_register(home)] == ["backups"]


def test_the_real_passphrase_does_not_open_the_drill(context, practice):
    folder = practice.begin(DRILL, "訓練", 0)
    folder.close()
    with pytest.raises(UserError):
        open_register(folder.folder, PASSPHRASE, context.clock)


def test_it_is_found_again_after_leaving_and_gone_after_wiping(context, practice):
    practice.enter(practice.begin(DRILL, "訓練", 3))
    register_household(context.door.register, [Details(name="Player One")])
    practice.leave()
    assert practice.exists(DRILL)
    practice.enter(practice.resume(DRILL))
    assert [one.details.name for one in find_people(context.door.register, Filters(text="player"))] == ["Player One"]
    practice.wipe(DRILL)
    assert not context.door.is_practising
    assert not practice.exists(DRILL)
    with pytest.raises(UserError, match="no practice register"):
        practice.resume(DRILL)


def test_a_beginning_that_fails_leaves_nothing(context, practice, monkeypatch):
    def fail(*_arguments: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(PracticeRegisters, "_invent", fail)
    with pytest.raises(UserError, match="full"):
        practice.begin(DRILL, "訓練", 3)
    assert not practice.exists(DRILL)


def test_locking_closes_both(context, practice):
    practice.enter(practice.begin(DRILL, "訓練", 0))
    drill, home = context.door.register, context.door.home
    context.door.lock()
    assert not context.door.is_open
    assert not context.door.is_practising
    for register in (drill, home):
        with pytest.raises(UserError, match="locked"):
            register.query("SELECT 1")


def test_figures_are_those_of_the_newcomers_alone(context, practice, qtbot, monkeypatch):
    now = datetime(2026, 11, 23, 9, 0).astimezone()
    object.__setattr__(context, "clock", lambda: now)
    practice.enter(practice.begin(DRILL, "訓練", 5))
    page = DoorPage(context, _Desk())
    qtbot.addWidget(page)
    page.form.set_fields({"name": "Player One"})
    page.form.edited.emit()
    now += timedelta(seconds=20)
    page.form.set_fields({"name": "Player One", "languages": "vi=interpreter"})
    page.form.edited.emit()
    now += timedelta(seconds=15)
    page.form.set_fields({"name": "Player One", "languages": "vi=interpreter", "need_diet": "halal"})
    page.form.edited.emit()
    now += timedelta(seconds=5)
    page.add()
    figures = {one.name: one.numbers for one in practice.figures(DRILL)}
    assert figures == {
        "people": (1,),
        "language.vi": (1,),
        "need.diet": (1,),
        "wait.language": (20,),
        "wait.need": (35,),
        "wait.registered": (40,),
    }
    practice.leave()
    with pytest.raises(UserError, match="drill mode"):
        practice.figures(DRILL)


def test_no_time_is_taken_in_the_real_register(context, home, qtbot):
    page = DoorPage(context, _Desk())
    qtbot.addWidget(page)
    page.form.set_fields({"name": "Somebody"})
    page.form.edited.emit()
    page.add()
    assert home.query("SELECT count(*) FROM stopwatch") == [(0,)]


def test_the_window_wears_the_drills_colour_until_it_ends(context, home, practice, qtbot: QtBot):
    window = MainWindow(context, PAGES, lambda: read_status(context))
    qtbot.addWidget(window)
    window.show()
    window.open_page("reception")
    assert not window.practice.isVisible()
    practice.enter(practice.begin(DRILL, "避難所の開設訓練", 2))
    assert window.practice.isVisible()
    assert "DRILL" in window.practice.findChild(QLabel).text()
    assert "Drill: 避難所の開設訓練" in window.bar.register.place.text()
    assert context.door.register is not home
    qtbot.mouseClick(window.practice.leave, Qt.MouseButton.LeftButton)
    assert not window.practice.isVisible()
    assert context.door.register is home
    qtbot.waitUntil(lambda: not is_busy())


def test_everybody_is_told_before_and_after(context, practice):
    heard: list[Change] = []
    context.changes.listen(heard.append)
    practice.enter(practice.begin(DRILL, "訓練", 0))
    practice.leave()
    assert heard == [Change.REGISTER_CLOSING, Change.REGISTER] * 2


class _Desk:
    def open_person(self, _person_id: str) -> None:
        """Nobody is opened here."""

    def start_check_in(self) -> None:
        """No check-in is started here."""
