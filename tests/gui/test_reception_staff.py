"""Staff: letting somebody in, roles, removing, passphrases, the recovery key, and what others than managers see."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from disaster_support.context import Context
from disaster_support.features.reception.pages.manage.passphrase import PassphraseSection
from disaster_support.features.reception.pages.manage.staff import StaffSection
from disaster_support.storage.keys import WrongPassphraseError
from disaster_support.storage.roles import Role
from disaster_support.storage.staff import add_member, list_staff
from disaster_support.ui.tasks import is_busy
from tests.helpers.gui import find_nameless
from tests.helpers.reception import manage_page, open_door
from tests.helpers.registers import PASSPHRASE, cheap_keys

__all__ = ["cheap_keys", "open_door"]

Key = Qt.Key
OTHER = "another passphrase"

pytestmark = pytest.mark.usefixtures("cheap_keys", "open_door")


@pytest.fixture
def section(context: Context, qtbot: QtBot) -> StaffSection:
    section = StaffSection(context)
    qtbot.addWidget(section)
    section.show()
    section.activateWindow()
    return section


def wait(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not is_busy())


def test_somebody_is_let_in_by_keys_and_opens_the_register(
    section: StaffSection, context: Context, qtbot: QtBot
) -> None:
    form = section.adding
    form.name.line.setFocus()
    form.name.line.insert("佐藤")
    form.role.setFocus()
    qtbot.keyClick(form.role, Key.Key_End)
    qtbot.keyClicks(form.passphrase.first, OTHER)
    qtbot.keyClicks(form.passphrase.second, OTHER)
    qtbot.keyClick(form.passphrase.second, Key.Key_Return)
    wait(qtbot)
    assert [(one.name, one.role) for one in list_staff(context.door.register)] == [
        ("佐藤", Role.VIEWER),
        ("山田", Role.MANAGER),
    ]
    assert len(section.rows) == 2
    assert (form.name.text(), form.passphrase.first.text()) == ("", "")
    context.door.lock()
    opened = context.door.open(OTHER)
    assert opened.staff.name == "佐藤"
    opened.close()


def test_what_cannot_be_is_said_and_what_was_typed_stays(section: StaffSection, qtbot: QtBot) -> None:
    form = section.adding
    form.name.line.insert("山田")
    for line in (form.passphrase.first, form.passphrase.second):
        line.setText(OTHER)
    form.save()
    wait(qtbot)
    assert "already" in form.name.error()
    assert (form.name.text(), form.passphrase.first.text()) == ("山田", OTHER)


def test_the_last_manager_stays_manager(section: StaffSection, context: Context, qtbot: QtBot) -> None:
    (row,) = section.rows.values()
    row.role.setFocus()
    qtbot.keyClick(row.role, Key.Key_End)
    row.role.activated.emit(row.role.currentIndex())
    assert list_staff(context.door.register)[0].role is Role.MANAGER
    assert row.role.role() is Role.MANAGER
    assert any("Somebody must remain" in one.text() for one in row.findChildren(QLabel))


def test_a_role_is_changed_at_once(context: Context, qtbot: QtBot) -> None:
    member = add_member(context.door.register, "佐藤", Role.VIEWER, OTHER)
    section = StaffSection(context)
    qtbot.addWidget(section)
    row = section.rows[member.id]
    row.role.choose(Role.SUPPORT)
    row.role.activated.emit(row.role.currentIndex())
    assert next(one for one in list_staff(context.door.register) if one.id == member.id).role is Role.SUPPORT


def test_removing_asks_once_and_shows_a_way_back(context: Context, qtbot: QtBot) -> None:
    member = add_member(context.door.register, "佐藤", Role.VIEWER, OTHER)
    section = StaffSection(context)
    qtbot.addWidget(section)
    section.show()
    section.rows[member.id].removal.click()
    assert [one.active for one in list_staff(context.door.register) if one.id == member.id] == [True]
    qtbot.keyClick(section.focusWidget(), Key.Key_Space)
    assert [one.active for one in list_staff(context.door.register) if one.id == member.id] == [False]
    assert section.rows[member.id].passphrase.text() == "Let in again"


def test_a_forgotten_passphrase_is_replaced(context: Context, qtbot: QtBot) -> None:
    member = add_member(context.door.register, "佐藤", Role.VIEWER, OTHER)
    section = StaffSection(context)
    qtbot.addWidget(section)
    section.show()
    section.activateWindow()
    row = section.rows[member.id]
    row.passphrase.click()
    first: Any = section.focusWidget()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClicks(first, "the third one of all")
    qtbot.keyClick(first, Key.Key_Tab)
    second: Any = section.focusWidget()
    qtbot.keyClicks(second, "the third one of all")
    qtbot.keyClick(second, Key.Key_Return)
    wait(qtbot)
    context.door.lock()
    with pytest.raises(WrongPassphraseError):
        context.door.open(OTHER)
    opened = context.door.open("the third one of all")
    assert opened.staff.id == member.id
    opened.close()


def test_my_passphrase_is_changed_only_by_who_knows_it(context: Context, qtbot: QtBot) -> None:
    section = PassphraseSection(context)
    qtbot.addWidget(section)
    section.show()
    form = section.change
    form.former.line.setText("not this one")
    form.passphrase.first.setText(OTHER)
    form.passphrase.second.setText(OTHER)
    qtbot.keyClick(form.passphrase.second, Key.Key_Return)
    wait(qtbot)
    assert form.former.error()
    assert form.passphrase.first.text() == OTHER
    form.former.line.setText(PASSPHRASE)
    qtbot.keyClick(form.passphrase.second, Key.Key_Return)
    wait(qtbot)
    assert form.done.isVisible()
    assert form.former.line.text() == ""
    context.door.lock()
    context.door.open(OTHER).close()


def test_a_new_recovery_key_is_shown_until_it_is_kept(context: Context, qtbot: QtBot) -> None:
    section = PassphraseSection(context)
    qtbot.addWidget(section)
    section.show()
    section.recovery.make.click()
    wait(qtbot)
    card = section.recovery.card
    assert card is not None
    key = card.key
    assert not section.recovery.form.isVisible()
    qtbot.keyClick(card.kept, Key.Key_Space)
    assert section.recovery.form.isVisible()
    context.door.lock()
    context.door.recover(key, "山田", OTHER).register.close()


@pytest.mark.parametrize("section", ["staff", "backups", "log", "shelters"])
def test_others_than_managers_are_told_whom_to_ask(context: Context, qtbot: QtBot, section: str) -> None:
    add_member(context.door.register, "佐藤", Role.VIEWER, OTHER)
    context.door.lock()
    context.door.admit(context.door.open(OTHER))
    page = manage_page(context, qtbot)
    shown = page.sections.open(section)
    assert any("Ask 山田." in one.text() for one in shown.findChildren(QLabel))
    own: Any = page.sections.open("passphrase")
    assert not hasattr(own, "recovery")


@pytest.mark.parametrize("section", ["staff", "passphrase", "backups", "log", "shelters", "safety"])
def test_everything_that_takes_the_focus_has_a_name(context: Context, qtbot: QtBot, section: str) -> None:
    page = manage_page(context, qtbot)
    page.sections.open(section)
    wait(qtbot)
    assert find_nameless(page) == []
