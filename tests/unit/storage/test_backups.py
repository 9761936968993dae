"""Backups are made by themselves, are whole, grow old in order, and bring everything back."""

import os
import shutil
import stat
from datetime import UTC, datetime, timedelta

import pytest

from disaster_support.errors import UserError
from disaster_support.features.reception.model import Details, Filters
from disaster_support.features.reception.service import register_household
from disaster_support.storage import backups, finding, keys, people, staff
from disaster_support.storage.check import check_register
from disaster_support.storage.drafts import delete_draft, list_drafts, save_draft
from disaster_support.storage.engine import DamagedError
from disaster_support.storage.register import open_register, open_with_recovery_key
from disaster_support.storage.roles import Role
from tests.helpers.registers import PASSPHRASE, make_register

pytestmark = pytest.mark.usefixtures("cheap_keys")


def names(register):
    return {one.details.name for one in people.load_people(register, finding.find_ids(register, Filters()))}


@pytest.fixture
def backed_up(register):
    """A register with An in a backup, and Berta added after it."""
    register_household(register, [Details(name="An")])
    backups.make_backup(register, "opening")
    register_household(register, [Details(name="Berta")])
    return register


def restore(register, secret=PASSPHRASE, backup=None):
    backup = backup or backups.list_backups(register.folder)[0].path
    backups.restore_backup(register.folder, backup, secret, register.clock)


def test_a_backup_is_made_once_for_each_state(register):
    made = backups.make_backup(register, "opening")
    assert (made.reason, made.at, made.size_bytes > 0) == ("opening", register.clock(), True)
    assert backups.make_backup(register, "hourly") is None
    register_household(register, [Details(name="An")])
    register.clock.now += timedelta(seconds=1)
    assert [one.reason for one in (backups.make_backup(register, "hourly"), made)] == ["hourly", "opening"]
    assert len(backups.list_backups(register.folder)) == 2


def test_it_is_due_after_an_hour_and_a_clock_that_was_wrong_puts_nothing_off(register):
    assert backups.is_due(register)
    register.clock.now += timedelta(days=900)
    backups.make_backup(register, "opening")
    assert not backups.is_due(register)
    register.clock.now += timedelta(hours=1)
    assert backups.is_due(register)
    register.clock.now -= timedelta(days=900)
    assert backups.is_due(register)


def test_a_copy_that_cannot_be_read_back_is_no_backup(register, monkeypatch):
    monkeypatch.setattr(backups, "verify", lambda *_: (_ for _ in ()).throw(DamagedError("broken")))
    with pytest.raises(DamagedError):
        backups.make_backup(register, "opening")
    assert [path.name for path in (register.folder / "backups").iterdir()] == ["keyring.json"]


def test_old_backups_are_thinned_out_by_age(tmp_path):
    now = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    folder = tmp_path / "backups"
    folder.mkdir()
    for minutes in range(0, 100 * 24 * 60, 30):
        at = now - timedelta(minutes=minutes)
        (folder / f"{at:%Y%m%dT%H%M%SZ}-hourly-{minutes:x}.db").touch()
    backups.thin_out(tmp_path, now)
    ages = [now - one.at for one in backups.list_backups(tmp_path)]
    assert sum(age <= timedelta(hours=6) for age in ages) == 13
    assert sum(timedelta(hours=6) < age <= timedelta(days=2) for age in ages) in (42, 43)
    assert sum(timedelta(days=2) < age <= timedelta(days=60) for age in ages) in (58, 59)
    assert sum(age > timedelta(days=60) for age in ages) in (6, 7)
    kept = backups.list_backups(tmp_path)
    backups.thin_out(tmp_path, now)
    assert backups.list_backups(tmp_path) == kept


def test_restoring_brings_the_state_back_and_keeps_what_was_there(backed_up):
    backed_up.close()
    restore(backed_up)
    opened = open_register(backed_up.folder, PASSPHRASE, backed_up.clock)
    assert names(opened) == {"An"}
    assert check_register(opened) == []
    opened.close()
    (aside,) = (backed_up.folder / "backups").glob("before-restore-*")
    for path in aside.iterdir():
        shutil.copyfile(path, backed_up.folder / path.name)
    again = open_register(backed_up.folder, PASSPHRASE, backed_up.clock)
    assert names(again) == {"An", "Berta"}
    again.close()


def test_a_restored_register_has_a_new_name_in_the_journal_and_gives_no_number_twice(backed_up):
    node = backed_up.node
    backed_up.close()
    restore(backed_up)
    opened = open_register(backed_up.folder, PASSPHRASE, backed_up.clock)
    assert opened.node != node
    (who,) = register_household(opened, [Details(name="Carl")])
    assert people.get_person(opened, who).number == "A-3-1"  # A-2-1 is on Berta's card
    assert check_register(opened) == []
    opened.close()


def _flip(data, place):
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


DAMAGES = {
    "cut short": lambda data: data[: len(data) // 2],
    "cut inside a page": lambda data: data[: len(data) // 2 + 100],
    "empty": lambda data: b"",
    "zeroed header": lambda data: bytes(4096) + data[4096:],
    "flipped byte": lambda data: (
        data[: len(data) // 2] + bytes([data[len(data) // 2] ^ 1]) + data[len(data) // 2 + 1 :]
    ),
    "another file": lambda data: b"SQLite format 3\0" + data[16:],
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_database_is_said_and_its_backup_brings_it_back(backed_up, damage):
    backed_up.close()
    backed_up.path.write_bytes(DAMAGES[damage](backed_up.path.read_bytes()))

    def read_everything():
        opened = open_register(backed_up.folder, PASSPHRASE, backed_up.clock)
        try:
            if findings := check_register(opened):
                raise UserError(findings[0].sentence)
        finally:
            opened.close()

    with pytest.raises(UserError, match=r"damaged.*[Rr]estore"):
        read_everything()
    restore(backed_up)
    read_everything()
    opened = open_register(backed_up.folder, PASSPHRASE, backed_up.clock)
    (who,) = register_household(opened, [Details(name="Carl")])
    assert people.get_person(opened, who).number != "A-2-1"  # which is on Berta's card
    opened.close()


def test_a_database_of_another_key_is_damaged(backed_up, tmp_path):
    backed_up.close()
    other = make_register(tmp_path / "other").register
    other.close()
    shutil.copyfile(other.path, backed_up.path)
    with pytest.raises(DamagedError):
        open_register(backed_up.folder, PASSPHRASE, backed_up.clock)
    restore(backed_up)
    open_register(backed_up.folder, PASSPHRASE, backed_up.clock).close()


def test_a_lost_folder_comes_back_from_its_backups_alone(backed_up):
    backed_up.close()
    for name in (keys.KEYRING_FILE, "register.db"):
        (backed_up.folder / name).unlink()
    restore(backed_up)
    assert (backed_up.folder / keys.KEYRING_FILE).is_file()
    open_register(backed_up.folder, PASSPHRASE, backed_up.clock).close()


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_backup_is_refused_and_nothing_changes(backed_up, damage):
    path = backups.list_backups(backed_up.folder)[0].path
    path.write_bytes(DAMAGES[damage](path.read_bytes()))
    backed_up.close()
    with pytest.raises(UserError):
        restore(backed_up, backup=path)
    opened = open_register(backed_up.folder, PASSPHRASE, backed_up.clock)
    assert names(opened) == {"An", "Berta"}
    opened.close()
    assert not list(backed_up.folder.glob("*.part"))


def test_only_a_manager_or_the_paper_restores_and_only_what_is_closed(tmp_path):
    made = make_register(tmp_path)
    register = made.register
    staff.add_member(register, "佐藤", Role.SUPPORT, "佐藤の合い言葉です")
    path = backups.make_backup(register, "asked").path
    with pytest.raises(UserError, match="open in another"):
        restore(register, backup=path)
    register.close()
    with pytest.raises(UserError, match="role"):
        restore(register, "佐藤の合い言葉です", path)
    with pytest.raises(keys.WrongPassphraseError):
        restore(register, "wrong", path)
    with pytest.raises(UserError, match="no backup"):
        restore(register, backup=tmp_path / "none.db")
    restore(register, made.recovery_key, path)
    open_with_recovery_key(tmp_path, made.recovery_key, "山田", "a new passphrase", register.clock).register.close()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_is_read_only_is_said(backed_up):
    backed_up.close()
    backed_up.folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with pytest.raises(UserError, match="permission"):
            open_register(backed_up.folder, PASSPHRASE, backed_up.clock)
    finally:
        backed_up.folder.chmod(stat.S_IRWXU)


def test_a_backup_on_a_write_protected_stick_is_restored_without_touching_it(backed_up, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    path = stick / "copy.db"
    shutil.copyfile(backups.list_backups(backed_up.folder)[0].path, path)
    content = path.read_bytes()
    backed_up.close()
    restore(backed_up, backup=path)
    assert [one.read_bytes() for one in stick.iterdir()] == [content]


def test_drafts_are_kept_replaced_and_forgotten(register):
    save_draft(register, "d1", "person", {"name": "Ngu"})
    register.clock.now += timedelta(seconds=1)
    save_draft(register, "d2", "check-in", {"name": "half \ud83d"})
    save_draft(register, "d1", "person", {"name": "Nguyễn"})
    assert [one.data for one in list_drafts(register, "person")] == [{"name": "Nguyễn"}]
    assert list_drafts(register, "check-in")[0].data == {"name": "half \ud83d"}
    delete_draft(register, "d1")
    assert list_drafts(register, "person") == []
