"""A context over a small library, and a Qt that may not complain."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false;qt.accessibility.*=false;qt.text.font.db.info=false")

import gc
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from disaster_support import i18n
from disaster_support.context import Context
from disaster_support.ui.start import start_application
from disaster_support.ui.tasks import stop_all
from tests.helpers.gui import make_context

_OFFSCREEN_ONLY = "This plugin does not support"

FONTS = Path(tempfile.gettempdir()) / "disaster-support-test-cache"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """Look for garbage between the tests alone, on the window's thread, as the program does.

    What a test has closed goes first and whole: garbage would take its parts and leave it to the next test's events.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect(1)
        gc.enable()


@pytest.fixture
def context(tmp_path: Path, qapp: object) -> Iterator[Context]:
    """A context over a small library in ja, en, my, ar, km; settings, cache and logs in tmp_path; English interface."""
    context = make_context(tmp_path, FONTS)
    start_application(context)
    yield context
    stop_all()
    i18n.use_language("en", tmp_path)


@pytest.fixture(autouse=True)
def _no_qt_warnings(qtlog: object) -> Iterator[None]:
    yield
    records = qtlog.records  # type: ignore[attr-defined]
    assert not [one.message for one in records if not one.message.startswith(_OFFSCREEN_ONLY)]
