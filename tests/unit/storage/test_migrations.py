"""Registers of earlier versions open and hold together; a step that fails leaves the register as it was."""

import shutil
from pathlib import Path

import pytest

from disaster_support.features.reception import service
from disaster_support.features.reception.model import Details, Filters, State
from disaster_support.storage.backups import list_backups
from disaster_support.storage.check import check_register
from disaster_support.storage.counts import count_states
from disaster_support.storage.migrations import pending_migrations, register_migrations
from disaster_support.storage.register import open_register
from disaster_support.storage.roles import Role
from disaster_support.storage.schema import make_schema, read_schema
from tests.helpers.registers import PASSPHRASE, Clock

DB = Path(__file__).resolve().parents[3] / "db"
STEPS = [step.name for step in register_migrations._migrations]
NAMES = ("Nguyễn Văn An", "Trần Thị Hoa", "田中 花子", "သီရိ", "सीता गुरुङ", "محمد علي", "これから来る人")


def _copy(name, folder):
    shutil.copytree(DB / "old" / name, folder)
    return folder


def _open(folder, passphrase=PASSPHRASE):
    return open_register(folder, passphrase, Clock())


def test_the_schema_is_written_down():
    written = (DB / "schema.sql").read_text(encoding="utf-8")
    assert written == make_schema(), "run: .venv/bin/python -m disaster_support.storage.schema"


@pytest.mark.parametrize("name", STEPS)
def test_every_migration_has_its_old_register(name):
    assert (DB / "old" / name / "register.db").is_file(), "see db/README.md"


@pytest.mark.parametrize("name", STEPS)
def test_an_old_register_opens_and_holds_together(name, tmp_path):
    register = _open(_copy(name, tmp_path / "old"))
    with register.using() as connection:
        assert read_schema(connection) == make_schema()
        assert pending_migrations(connection) == []
    assert {one.code for one in check_register(register)} <= {"backups"}
    assert {one.details.name for one in service.find_people(register, Filters())} == set(NAMES)
    for text, found in (("nguyen", NAMES[0]), ("たなか", NAMES[2]), ("သီရိ", NAMES[3]), ("gurun", NAMES[4])):
        assert [one.details.name for one in service.find_people(register, Filters(text))] == [found]
    assert count_states(register) == {"expected": 1, "here": 4, "on-leave": 1, "transferred": 1}
    (person_id,) = service.register_household(register, [Details(name="Novy")])
    assert service.open_record(register, person_id).state is State.HERE
    register.close()


@pytest.mark.parametrize("name", STEPS)
def test_staff_of_an_old_register_are_let_in_with_their_role(name, tmp_path):
    register = _open(_copy(name, tmp_path / "old"), "another passphrase for tests")
    assert (register.staff.name, register.staff.role) == ("佐藤", Role.SUPPORT)
    register.close()


@pytest.fixture
def add_step(monkeypatch):
    """Let this version have one more migration."""
    monkeypatch.setattr(register_migrations, "_migrations", list(register_migrations._migrations))
    return lambda step: register_migrations(name="m999_next")(step)


def test_a_register_is_backed_up_before_it_is_migrated(add_step, tmp_path):
    folder = _copy(STEPS[-1], tmp_path / "old")
    add_step(lambda db: db.execute("CREATE TABLE later (id TEXT)"))
    register = _open(folder)
    assert register.query("SELECT count(*) FROM later") == [(0,)]
    register.close()
    (backup,) = list_backups(folder)
    assert backup.reason == "migration"


def test_a_step_that_fails_stays_pending_and_leaves_nothing(add_step, monkeypatch, tmp_path):
    folder = _copy(STEPS[-1], tmp_path / "old")

    def fail(db):
        db.execute("CREATE TABLE half (id TEXT)")
        db.execute("UPDATE person SET name = 'lost'")
        raise RuntimeError("a fault in the step")

    add_step(fail)
    with pytest.raises(RuntimeError, match="a fault in the step"):
        _open(folder)
    assert [one.reason for one in list_backups(folder)] == ["migration"]
    monkeypatch.undo()
    register = _open(folder)  # nothing of the step: the former version reads it as before
    assert {one.details.name for one in service.find_people(register, Filters())} == set(NAMES)
    assert register.query("SELECT count(*) FROM sqlite_master WHERE name = 'half'") == [(0,)]
    assert check_register(register) == []
    register.close()
