"""Garbage is looked for on the window's thread: a widget freed on another takes the program with it."""

import gc
import threading
import weakref
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from disaster_support.ui import garbage


class Loop(QWidget):
    """A widget that holds itself, as pages with lambdas do."""

    def __init__(self, freed: list[Any]) -> None:
        super().__init__()
        self.me = self
        weakref.finalize(self, lambda: freed.append(threading.current_thread()))


def test_a_widget_that_holds_itself_goes_on_the_windows_thread(qapp: object, qtbot: QtBot, monkeypatch: Any) -> None:
    monkeypatch.setattr(garbage, "_EVERY_MS", 20)
    monkeypatch.setattr(garbage, "_YOUNG", 0)
    freed: list[Any] = []
    Loop(freed)
    thread = threading.Thread(target=lambda: [[object()] for _one in range(100_000)] and None)
    owner = QObject()
    thread.start()
    thread.join()
    assert freed == []
    monkeypatch.setattr(gc, "freeze", lambda: None)
    garbage.collect_here(owner)
    qtbot.waitUntil(lambda: freed == [threading.main_thread()])
