from dataclasses import replace

import pytest

from disaster_support.features.notices.service import NoticeService
from tests.helpers.notices import make_notice_context


@pytest.fixture(scope="session")
def notice_library(tmp_path_factory):
    """A context over the small library with notices; its folders are shared by the tests that keep nothing."""
    folder = tmp_path_factory.mktemp("notices")
    return make_notice_context(folder, folder / "fonts")


@pytest.fixture
def context(notice_library, tmp_path):
    """The same library with a folder for data of its own."""
    return replace(notice_library, paths=replace(notice_library.paths, data=tmp_path / "data"))


@pytest.fixture
def service(context):
    return NoticeService(context)
