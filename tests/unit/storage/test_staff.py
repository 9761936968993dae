"""Who may open the register, with what role and which passphrase."""

from datetime import timedelta

import pytest

from disaster_support.errors import UserError
from disaster_support.storage import keys, staff
from disaster_support.storage.journal import read_changes
from disaster_support.storage.register import open_register
from disaster_support.storage.roles import Right, Role
from tests.helpers.registers import PASSPHRASE, Clock

pytestmark = pytest.mark.usefixtures("cheap_keys")
OTHER = "佐藤の合い言葉です"


def reopen(register, passphrase):
    register.close()
    return open_register(register.folder, passphrase, Clock())


@pytest.mark.parametrize(
    ("role", "rights"),
    [
        (Role.RECEPTION, {Right.REGISTER, Right.SUPPORT}),
        (Role.SUPPORT, {Right.REGISTER, Right.SUPPORT, Right.EXPORT}),
        (Role.MANAGER, set(Right)),
        (Role.VIEWER, set()),
    ],
)
def test_roles_have_their_rights(register, role, rights):
    staff.add_member(register, "佐藤", role, OTHER)
    opened = reopen(register, OTHER)
    assert {right for right in Right if opened.staff.may(right)} == rights
    for right in set(Right) - rights:
        with pytest.raises(UserError, match="role"):
            opened.require(right)
    opened.close()


@pytest.mark.parametrize("role", [Role.RECEPTION, Role.SUPPORT, Role.VIEWER])
def test_only_managers_manage(register, role):
    manager = register.staff.id
    staff.add_member(register, "佐藤", role, OTHER)
    opened = reopen(register, OTHER)
    for forbidden in (
        lambda: staff.add_member(opened, "鈴木", Role.MANAGER, "a third passphrase"),
        lambda: staff.change_role(opened, opened.staff.id, Role.MANAGER),
        lambda: staff.remove_member(opened, manager),
        lambda: staff.reset_passphrase(opened, manager, "a third passphrase"),
        lambda: staff.renew_recovery_key(opened),
    ):
        with pytest.raises(UserError, match="role"):
            forbidden()
    opened.close()


@pytest.mark.parametrize(("name", "passphrase"), [("", OTHER), ("山田", OTHER), ("佐藤", "abc"), ("佐藤", PASSPHRASE)])
def test_a_member_needs_a_name_and_a_passphrase_of_their_own(register, name, passphrase):
    with pytest.raises(UserError):
        staff.add_member(register, name, Role.RECEPTION, passphrase)
    assert len(staff.list_staff(register)) == 1


def test_a_member_is_not_there_when_the_keyring_cannot_be_written(register, monkeypatch):
    monkeypatch.setattr(keys, "write_whole", lambda *_: (_ for _ in ()).throw(UserError("full")))
    with pytest.raises(UserError, match="full"):
        staff.add_member(register, "佐藤", Role.RECEPTION, OTHER)
    assert len(staff.list_staff(register)) == 1


def test_a_removed_member_stays_out_and_stays_named(register):
    member = staff.add_member(register, "佐藤", Role.RECEPTION, OTHER)
    staff.remove_member(register, member.id)
    assert [(one.name, one.active) for one in staff.list_staff(register)] == [("佐藤", False), ("山田", True)]
    register.close()
    with pytest.raises(UserError):
        open_register(register.folder, OTHER, Clock())


def test_a_slot_of_a_removed_member_that_came_back_opens_nothing(register):
    member = staff.add_member(register, "佐藤", Role.RECEPTION, OTHER)
    former = keys.read_keyring(register.folder)
    staff.remove_member(register, member.id)
    keys.write_keyring(register.folder, former)
    register.close()
    with pytest.raises(UserError, match="does not open"):
        open_register(register.folder, OTHER, Clock())


def test_somebody_always_manages(register):
    with pytest.raises(UserError, match="must remain"):
        staff.remove_member(register, register.staff.id)
    with pytest.raises(UserError, match="must remain"):
        staff.change_role(register, register.staff.id, Role.VIEWER)
    other = staff.add_member(register, "佐藤", Role.MANAGER, OTHER)
    staff.change_role(register, register.staff.id, Role.VIEWER)
    assert staff.find_member(register, other.id).role is Role.MANAGER


def test_a_member_changes_their_own_passphrase(register):
    with pytest.raises(keys.WrongPassphraseError):
        staff.change_passphrase(register, "wrong", OTHER)
    staff.change_passphrase(register, PASSPHRASE, OTHER)
    opened = reopen(register, OTHER)
    opened.close()
    with pytest.raises(keys.WrongPassphraseError):
        open_register(register.folder, PASSPHRASE, Clock())


def test_guessing_the_former_passphrase_slows_down_too(register):
    for _slip in range(3):
        with pytest.raises(keys.WrongPassphraseError):
            staff.change_passphrase(register, "wrong", OTHER)
    with pytest.raises(UserError, match="Wait"):
        staff.change_passphrase(register, PASSPHRASE, OTHER)


def test_a_manager_gives_a_forgotten_passphrase_anew_and_the_journal_says_so(register):
    member = staff.add_member(register, "佐藤", Role.RECEPTION, OTHER)
    staff.reset_passphrase(register, member.id, "one more passphrase")
    newest = read_changes(register, rows=(member.id,))[0]
    assert (newest.reason, newest.user) == ("passphrase", register.staff.id)
    reopen(register, "one more passphrase").close()


def test_a_renewed_recovery_key_replaces_the_old_one(register):
    renewed = staff.renew_recovery_key(register)
    assert keys.open_keyring(keys.read_keyring(register.folder), renewed).staff_id == ""
    assert renewed not in (register.folder / keys.KEYRING_FILE).read_text()


def test_a_role_holds_from_the_next_opening(register):
    member = staff.add_member(register, "佐藤", Role.VIEWER, OTHER)
    staff.change_role(register, member.id, Role.SUPPORT)
    opened = reopen(register, OTHER)
    assert opened.staff.role is Role.SUPPORT
    opened.close()


def test_a_lost_clock_does_not_matter_to_staff(register):
    register.clock.now -= timedelta(days=1)
    staff.add_member(register, "佐藤", Role.VIEWER, OTHER)
    hlcs = [one.hlc for one in read_changes(register)]
    assert hlcs == sorted(hlcs, reverse=True)
    assert len(set(hlcs)) == len(hlcs)
