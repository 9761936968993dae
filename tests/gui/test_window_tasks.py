"""Work in the background and the log of faults."""

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.ui import faults
from disaster_support.ui.panels import ProgressPanel
from disaster_support.ui.tasks import Progress, is_busy, run_in_background


@pytest.fixture
def owner(context: Context, qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_results_and_steps_arrive_on_the_window_s_thread(owner: QWidget, qtbot: QtBot) -> None:
    steps: list[tuple[int, int, str]] = []
    done: list[tuple[int, threading.Thread]] = []

    def work(progress: Progress) -> int:
        progress.report(1, 2, "half")
        return 42

    run_in_background(
        owner,
        work,
        on_done=lambda result: done.append((result, threading.current_thread())),
        on_progress=lambda *step: steps.append(step),
    )
    qtbot.waitUntil(lambda: not is_busy())
    assert done == [(42, threading.main_thread())]
    assert steps == [(1, 2, "half")]


def test_a_user_error_is_told_in_its_own_words(owner: QWidget, qtbot: QtBot) -> None:
    def work(_progress: Progress) -> None:
        raise UserError("The disk is full.")

    told: list[str] = []
    run_in_background(owner, work, on_error=told.append)
    qtbot.waitUntil(lambda: told == ["The disk is full."])


def test_a_bug_is_logged_without_what_was_typed(
    owner: QWidget, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faults, "_folder", tmp_path / "logs")

    def work(_progress: Progress) -> None:
        raise ValueError("Yamada Taro")

    told: list[str] = []
    run_in_background(owner, work, on_error=told.append)
    qtbot.waitUntil(lambda: bool(told))
    log = (tmp_path / "logs" / "faults.log").read_text(encoding="utf-8")
    assert str(tmp_path / "logs" / "faults.log") in told[0]
    assert "ValueError" in log
    assert "work" in log
    assert "Yamada" not in log


def test_cancelled_work_stops_and_is_silent(owner: QWidget, qtbot: QtBot) -> None:
    started, told = threading.Event(), []

    def work(progress: Progress) -> None:
        while True:
            started.set()
            progress.report(0, 1)

    task = run_in_background(owner, work, on_done=told.append, on_error=told.append)
    started.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: not is_busy())
    assert told == []


def test_nothing_is_told_to_an_owner_that_is_gone(context: Context, qtbot: QtBot) -> None:
    owner, go, told = QWidget(), threading.Event(), []
    run_in_background(owner, lambda _progress: go.wait(5), on_done=told.append)
    import shiboken6

    shiboken6.delete(owner)
    go.set()
    qtbot.waitUntil(lambda: not is_busy())
    assert told == []


def test_an_uncaught_error_is_logged_and_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(faults, "_folder", None)
    shown: list[str] = []
    faults.watch_faults(tmp_path, shown.append)
    sys.excepthook(KeyError, KeyError("name"), None)
    assert str(tmp_path / "faults.log") in shown[0]
    assert "KeyError" in (tmp_path / "faults.log").read_text(encoding="utf-8")


def test_the_panel_shows_how_far_work_is_and_stops_it(owner: QWidget, qtbot: QtBot) -> None:
    panel, go = ProgressPanel(owner), threading.Event()

    def work(progress: Progress) -> None:
        progress.report(3, 10, "Sign 3 of 10")
        go.wait(5)

    task = run_in_background(owner, work)
    panel.follow(task, lambda: "Making signs")
    qtbot.waitUntil(lambda: panel._bar.value() == 3)
    assert panel._label.text() == "Sign 3 of 10"
    panel._stop.click()
    assert task.cancelled
    assert panel.isHidden()
    go.set()
    qtbot.waitUntil(lambda: not is_busy())
