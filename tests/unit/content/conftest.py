from pathlib import Path

import pytest

from tests.unit.content.small_library import Folders, build_folders


@pytest.fixture
def library(tmp_path: Path) -> Folders:
    return build_folders(tmp_path)
