"""The real program in a real window: started, used by keys and clicks as a person would, and quit."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pypdf
import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 60.0

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs xvfb and xdotool (see README)"
)


class Desktop:
    """A virtual screen of 1366x768 with hands."""

    def __init__(self, home: Path) -> None:
        read, write = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as told:
            display = f":{told.readline().strip()}"
        own = {name: str(home / name) for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")}
        self.environment = {**os.environ, **own, "DISPLAY": display, "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "xcb"}
        self.settings = home / "XDG_CONFIG_HOME" / "disaster-support" / "settings.json"

    def do(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, timeout=PATIENCE_S
        )
        return done.stdout.strip()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.do("key", "--clearmodifiers", key)
            time.sleep(0.15)

    def type(self, text: str) -> None:
        self.do("type", "--delay", "40", text)
        time.sleep(0.4)

    def close(self) -> None:
        self._server.terminate()
        self._server.wait()


@pytest.fixture
def desktop(tmp_path):
    desktop = Desktop(tmp_path)
    yield desktop
    desktop.close()


@pytest.fixture
def program(desktop, tmp_path):
    command = [sys.executable, str(ROOT / "main.py")]
    program = subprocess.Popen(command, env=desktop.environment, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    yield program
    program.kill()
    program.wait()
    program.stderr.close()


def wait_for(what, condition):
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if found := condition():
            return found
        time.sleep(0.1)
    raise AssertionError(f"waited in vain for {what}")


def read_settings(desktop):
    return json.loads(desktop.settings.read_text()) if desktop.settings.exists() else {}


def test_a_language_a_board_a_sign_and_out(desktop, program, tmp_path):
    window = wait_for("the window", lambda: desktop.do("search", "--onlyvisible", "--name", "災害支援")).split()[0]
    desktop.do("windowfocus", "--sync", window)
    time.sleep(2.0)  # the first start makes the fonts of the language board

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
