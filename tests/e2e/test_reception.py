"""Reception in the real window: registered by keys alone, killed while somebody types, opened again, found."""

import json
import subprocess
import sys
import time

import pytest

from tests.helpers.desktop import PATIENCE_S, ROOT, Desktop, needs_a_desktop, wait_for

pytestmark = needs_a_desktop

PASSPHRASE = "correct horse battery"


@pytest.fixture
def desktop(tmp_path):
    desktop = Desktop(tmp_path)
    desktop.environment["DISASTER_SUPPORT_PASSPHRASE"] = PASSPHRASE
    yield desktop
    desktop.close()


@pytest.fixture
def run(desktop, tmp_path):
    """Run a command on the register that the window opens by itself."""
    data = tmp_path / "XDG_DATA_HOME" / "disaster-support" / "register"
    desktop.backups = data / "backups"

    def call(*arguments):
        command = [sys.executable, ROOT / "main.py", *arguments, "--data", data]
        done = subprocess.run(command, env=desktop.environment, capture_output=True, text=True, timeout=PATIENCE_S)
        assert done.returncode == 0, done.stderr
        return done.stdout

    call("register", "create", "--event", "訓練", "--shelter", "体育館", "--staff", "山田")
    return call


def _find(run, text):
    return [one["name"] for one in json.loads(run("evacuees", "find", text, "--json"))]


def _open_door(desktop):
    desktop.focus_window()
    desktop.press("ctrl+3")
    time.sleep(2.0)
    desktop.type(PASSPHRASE)
    before = len(list(desktop.backups.glob("*.db")))
    desktop.press("Return")
    wait_for("the register", lambda: before or len(list(desktop.backups.glob("*.db"))) > before)
    time.sleep(5.0)  # the fonts of every script come now
    desktop.press("ctrl+Tab")
    time.sleep(3.0)


def test_people_are_registered_by_keys_and_a_kill_loses_nothing(desktop, run, tmp_path):
    program = desktop.start(tmp_path)
    _open_door(desktop)
    for name in ("Nguyễn Văn An", "Nguyễn Thị Hoa"):
        desktop.type(name)
        desktop.press("Return")
        time.sleep(0.5)
    desktop.press("Return")  # closes the household
    desktop.type("Carlos")
    desktop.press("Tab", "Tab", "Tab")
    desktop.type("-")
    desktop.press("Return")
    desktop.type("Sita Gurung")
    time.sleep(2.0)
    program.kill()
    program.wait()
    program.stderr.close()

    assert sorted(_find(run, "nguyen")) == ["Nguyễn Thị Hoa", "Nguyễn Văn An"]
    assert _find(run, "Carlos") == ["Carlos"]
    assert _find(run, "Gurung") == []

    again = desktop.start(tmp_path)
    _open_door(desktop)
    desktop.press("Return")  # what was being typed stands in the form
    time.sleep(1.0)
    desktop.press("ctrl+q")
    assert again.wait(PATIENCE_S) == 0
    assert "Traceback" not in again.stderr.read()
    again.stderr.close()
    wait_for("her", lambda: _find(run, "Gurung") == ["Sita Gurung"])
