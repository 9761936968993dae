"""The real program in a real window: started, used by keys and clicks as a person would, and quit."""

import json
import os
import subprocess
import sys
import time

import pypdf
import pytest

from tests.helpers.desktop import PATIENCE_S, ROOT, Desktop, needs_a_desktop, wait_for

pytestmark = needs_a_desktop


@pytest.fixture
def desktop(tmp_path):
    desktop = Desktop(tmp_path)
    yield desktop
    desktop.close()


@pytest.fixture
def program(desktop, tmp_path):
    program = desktop.start(tmp_path)
    yield program
    program.kill()
    program.wait()
    program.stderr.close()


def read_settings(desktop):
    return json.loads(desktop.settings.read_text()) if desktop.settings.exists() else {}


def test_a_language_a_board_a_sign_and_out(desktop, program, tmp_path):
    window = desktop.focus_window()
    desktop.press("ctrl+f")
    desktop.type("nepali")
    desktop.press("Return", "Return")  # to the first language found, and choose it
    wait_for("Nepali", lambda: read_settings(desktop).get("board_languages") == ["ne"])

    desktop.press("ctrl+f")
    desktop.type("mizu")
    desktop.press("Return", "Return", "Escape", "Escape", "Escape")

    desktop.press("ctrl+2")
    time.sleep(3.0)
    desktop.press("ctrl+s")
    dialog = wait_for("the file dialogue", lambda: desktop.do("search", "--onlyvisible", "--name", "保存")).split()[0]
    desktop.do("windowfocus", "--sync", dialog)
    desktop.press("ctrl+a")
    desktop.type(str(tmp_path / "sign.pdf"))
    desktop.press("Return")
    wait_for("the sign", (tmp_path / "sign.pdf").exists)
    assert len(pypdf.PdfReader(tmp_path / "sign.pdf").pages) >= 1

    desktop.do("windowfocus", "--sync", window)
    desktop.press("ctrl+q")
    assert program.wait(PATIENCE_S) == 0
    assert "Traceback" not in program.stderr.read()


def test_without_a_display_the_program_says_so_and_ends(tmp_path):
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment |= {"QT_QPA_PLATFORM": "xcb", "LC_ALL": "en_US.UTF-8", "XDG_CACHE_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, ROOT / "main.py"], env=environment, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.startswith("There is no display")
    assert done.stderr.count("\n") == 1
