"""What holds for every test."""

from pathlib import Path

import pytest

from disaster_support import i18n


@pytest.fixture(autouse=True)
def _english():
    """Begin each test with the sentences as they stand in the code, whatever the one before it spoke."""
    i18n.use_language("en", Path("no catalogues"))
