"""What keeps a window from opening is said in one sentence with what to do."""

import pytest

from disaster_support import system


def test_no_display_is_said():
    assert "no display" in system.find_obstacle({}, "linux")


@pytest.mark.parametrize("environment", [{"QT_QPA_PLATFORM": "offscreen"}, {"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "w"}])
def test_nothing_is_said_where_all_is_there(environment, monkeypatch):
    monkeypatch.setattr(system, "_is_loadable", lambda _library: True)
    assert system.find_obstacle(environment, "linux") is None


def test_missing_libraries_are_named_with_the_command(monkeypatch):
    monkeypatch.setattr(system, "_is_loadable", lambda library: "cursor" not in library and "EGL" not in library)
    sentence = system.find_obstacle({"DISPLAY": ":0"}, "linux")
    assert "libEGL.so.1, libxcb-cursor.so.0" in sentence
    assert "sudo apt install libegl1 libxcb-cursor0" in sentence


def test_offscreen_needs_nothing_of_x11(monkeypatch):
    monkeypatch.setattr(system, "_is_loadable", lambda library: "xcb" not in library)
    assert system.find_obstacle({"QT_QPA_PLATFORM": "offscreen"}, "linux") is None


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_bring_their_own(platform):
    assert system.find_obstacle({}, platform) is None
