"""Reception's pages for GUI tests, over an open register."""

from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from disaster_support.context import Context
from tests.helpers.registers import PASSPHRASE


@pytest.fixture
def open_door(context: Context, cheap_keys: None) -> Iterator[None]:
    """Let the context's register be there and open; 山田 manages it."""
    context.door.admit(context.door.create("訓練の大雨", "第一体育館", "山田", PASSPHRASE).register)
    yield
    context.door.lock()


class DeskNote:
    """A desk that only notes which records were to be opened."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    def open_person(self, person_id: str) -> None:
        """Note it."""
        self.opened.append(person_id)


def manage_page(context: Context, qtbot: QtBot) -> Any:
    """Return the page of staff and safety, shown."""
    from disaster_support.features.reception.pages.manage.page import ManagePage

    desk: Any = DeskNote()
    page: Any = ManagePage(context, desk)
    page.desk_note = desk
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    return page
