"""Looking a register over finds what does not hold."""

import pytest

from disaster_support.features.reception.model import Details
from disaster_support.features.reception.service import register_household
from disaster_support.storage.backups import list_backups, make_backup
from disaster_support.storage.check import check_register


@pytest.fixture
def whole(register):
    register_household(register, [Details(name="Sita"), Details(name="Ram")])
    make_backup(register, "asked")
    return register


def _codes(register):
    return [one.code for one in check_register(register)]


def test_a_whole_register_has_no_findings(whole):
    assert _codes(whole) == []


def test_a_register_without_a_backup_says_so(register):
    assert _codes(register) == ["backups"]


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("UPDATE person SET name = 'Gita' WHERE name = 'Sita'", "rows"),
        ("DELETE FROM movement WHERE rowid = 1", "rows"),
        ("UPDATE presence SET state = 'left'", "presence"),
        ("UPDATE person_key SET key = 'x'", "keys"),
    ],
)
def test_what_was_changed_behind_the_journal_is_found(whole, sql, code):
    with whole.using() as connection:
        connection.execute(sql)
    assert code in _codes(whole)


def test_a_gap_in_the_journal_is_found(whole):
    with whole.using() as connection:
        connection.execute("DROP TRIGGER change_is_not_deleted")
        connection.execute("DELETE FROM change WHERE seq = 3")
    assert "journal" in _codes(whole)


def test_a_broken_backup_is_found(whole):
    path = list_backups(whole.folder)[0].path
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(bytes(data))
    assert _codes(whole) == ["backups"]
