"""The real program over the real library, in folders of its own."""

import os
from pathlib import Path

import pytest

from disaster_support.app import main


@pytest.fixture(scope="session")
def home(tmp_path_factory):
    """A home for settings, caches and logs; the library is compiled there once."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def own_home(home, monkeypatch):
    """Keep the program to that home, speaking English."""
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(home / name))
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    return home


@pytest.fixture
def run(own_home, capsys, monkeypatch, tmp_path):
    """Run a command in an empty folder; return its exit code, output and error output."""
    monkeypatch.chdir(tmp_path)

    def run_command(*arguments):
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run_command


def is_root():
    """Whether permissions mean nothing to us."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def files_in(folder: Path):
    """Return the names in a folder, sorted."""
    return sorted(path.name for path in folder.iterdir())
