from pathlib import Path

import pytest

from disaster_support.content.catalogue import open_catalogue
from disaster_support.printing import Typesetter
from tests.golden.small_library import open_small_library

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    """A small library of real texts that never changes."""
    return open_small_library(tmp_path_factory.mktemp("small-library"))


@pytest.fixture(scope="session")
def half(tmp_path_factory):
    """The same library, where a person has checked Vietnamese and Arabic."""
    return open_small_library(tmp_path_factory.mktemp("half-reviewed"), reviewed=("vi", "ar"))


@pytest.fixture(scope="session")
def typesetter(small):
    return Typesetter(small.languages)


@pytest.fixture(scope="session")
def real(tmp_path_factory):
    """The library itself, as it is now."""
    return open_catalogue(ROOT / "resources", ROOT / "translations", tmp_path_factory.mktemp("compiled"))


@pytest.fixture(scope="session")
def real_typesetter(real):
    return Typesetter(real.languages)
