"""Registers of invented people, opened without the wait that guards real passphrases."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from disaster_support.storage import keys
from disaster_support.storage.register import Created, Register, create_register

PASSPHRASE = "a passphrase for tests"
CHEAP = keys.Cost(passes=1, memory_bytes=8192)


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def make_register(folder: Path, clock: Clock | None = None) -> Created:
    """Make a register of one event, one shelter and the manager 山田, open."""
    return create_register(folder, "訓練の大雨", "第一体育館", "山田", PASSPHRASE, clock or Clock())


@pytest.fixture
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let passphrases cost next to nothing."""
    monkeypatch.setattr(keys, "USUAL_COST", CHEAP)


@pytest.fixture
def register(tmp_path: Path, cheap_keys: None):
    """An open register; 山田 manages it."""
    created = make_register(tmp_path / "register")
    yield created.register
    created.register.close()


__all__ = ["PASSPHRASE", "Clock", "Register", "cheap_keys", "make_register", "register"]
