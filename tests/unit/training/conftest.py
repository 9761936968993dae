"""What ships for courses, a small plan, and a register."""

from pathlib import Path

import pytest

from disaster_support.features.training.materials import load_materials
from tests.helpers.courses import small_plan
from tests.helpers.registers import cheap_keys, register

__all__ = ["cheap_keys", "register"]

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def materials():
    """What ships."""
    return load_materials(ROOT / "resources")


@pytest.fixture
def plan():
    """A plan in which everything fits."""
    return small_plan()
