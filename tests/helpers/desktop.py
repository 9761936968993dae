"""A virtual screen with hands: the real program is driven on it by keys and clicks, as a person would."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 60.0

needs_a_desktop = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs xvfb and xdotool (see README)"
)


_HOMES = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")


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
        own = {name: str(home / name) for name in _HOMES}
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

    def start(self, folder: Path) -> subprocess.Popen[str]:
        """Start the program in a folder."""
        command = [sys.executable, str(ROOT / "main.py")]
        return subprocess.Popen(command, env=self.environment, cwd=folder, stderr=subprocess.PIPE, text=True)

    def focus_window(self) -> str:
        """Wait for the program's window and give it the keyboard; return its id."""
        window = wait_for("the window", lambda: self.do("search", "--onlyvisible", "--name", "災害支援")).split()[0]
        self.do("windowfocus", "--sync", window)
        time.sleep(2.0)  # the first start makes the fonts of the language board
        return window


def wait_for(what, condition):
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if found := condition():
            return found
        time.sleep(0.1)
    raise AssertionError(f"waited in vain for {what}")
