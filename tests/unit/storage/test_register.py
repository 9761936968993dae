"""Making, opening and closing a register; one program at a time; what is said when it cannot be opened."""

import itertools
import subprocess
import sys
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from disaster_support.errors import UserError
from disaster_support.storage import keys, register, staff
from disaster_support.storage.engine import DamagedError
from disaster_support.storage.register import create_register, open_register, open_with_recovery_key
from disaster_support.storage.roles import Right, Role
from disaster_support.storage.shelters import current_shelter, read_event
from tests.helpers.registers import PASSPHRASE, Clock, make_register

pytestmark = pytest.mark.usefixtures("cheap_keys")


def test_a_new_register_knows_its_event_shelter_and_manager(tmp_path):
    made = make_register(tmp_path / "data").register
    assert (read_event(made), current_shelter(made).name) == ("訓練の大雨", "第一体育館")
    assert (made.staff.name, made.staff.role) == ("山田", Role.MANAGER)
    made.close()
    again = open_register(tmp_path / "data", PASSPHRASE, Clock())
    assert again.staff.name == "山田"
    again.close()


@pytest.mark.parametrize("missing", range(3))
def test_names_are_needed(tmp_path, missing):
    names = ["大雨", "体育館", "山田"]
    names[missing] = "  "
    with pytest.raises(UserError, match="name"):
        create_register(tmp_path, *names, PASSPHRASE, Clock())
    assert not register.is_register(tmp_path)


def test_a_short_passphrase_is_refused_and_leaves_nothing(tmp_path):
    with pytest.raises(UserError, match="at least 4"):
        create_register(tmp_path / "data", "大雨", "体育館", "山田", "abc", Clock())
    assert not (tmp_path / "data").exists()


def test_a_second_register_in_the_folder_is_refused(register, tmp_path):
    register.close()
    with pytest.raises(UserError, match="already"):
        make_register(register.folder)
    open_register(register.folder, PASSPHRASE, Clock()).close()


def test_a_creation_that_was_cut_short_is_set_aside(tmp_path, monkeypatch):
    monkeypatch.setattr(keys, "write_keyring", lambda *_: (_ for _ in ()).throw(UserError("full")))
    with pytest.raises(UserError, match="full"):
        make_register(tmp_path)
    monkeypatch.undo()
    monkeypatch.setattr(keys, "USUAL_COST", keys.Cost(1, 8192))
    make_register(tmp_path).register.close()
    assert len(list(tmp_path.glob("left-*-register.db"))) == 1


def test_no_register_is_said(tmp_path):
    with pytest.raises(UserError, match="no register"):
        open_register(tmp_path, PASSPHRASE, Clock())


def test_a_lost_keyring_is_read_from_its_copy_and_nobody_writes_over_it(register):
    folder = register.folder
    register.close()
    (folder / keys.KEYRING_FILE).unlink()
    with pytest.raises(UserError, match="already"):
        make_register(folder)
    open_register(folder, PASSPHRASE, Clock()).close()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format": 1}', b"\xff\xfe"])
def test_a_damaged_keyring_is_read_from_its_copy(register, content):
    register.close()
    (register.folder / keys.KEYRING_FILE).write_bytes(content)
    open_register(register.folder, PASSPHRASE, Clock()).close()
    (register.folder / keys.BACKUPS_FOLDER / keys.KEYRING_FILE).write_bytes(content)
    with pytest.raises(UserError, match="damaged"):
        open_register(register.folder, PASSPHRASE, Clock())


def test_a_keyring_of_a_newer_version_is_said(register):
    register.close()
    path = register.folder / keys.KEYRING_FILE
    path.write_text(path.read_text().replace('"format": 1', '"format": 2'))
    with pytest.raises(UserError, match="newer version"):
        open_register(register.folder, PASSPHRASE, Clock())


def test_a_register_of_a_newer_version_is_said(register):
    with register.using() as connection:
        connection.execute("INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('register', 'm999')")
    register.close()
    with pytest.raises(UserError, match="newer version"):
        open_register(register.folder, PASSPHRASE, Clock())


def test_a_database_that_is_gone_or_empty_is_damaged_and_not_begun_anew(register):
    register.close()
    register.path.write_bytes(b"")
    with pytest.raises(DamagedError):
        open_register(register.folder, PASSPHRASE, Clock())
    register.path.unlink()
    with pytest.raises(DamagedError):
        open_register(register.folder, PASSPHRASE, Clock())
    assert not register.path.exists()


# -- one program at a time


def test_the_second_opening_is_told(register):
    with pytest.raises(UserError, match="open in another program"):
        open_register(register.folder, PASSPHRASE, Clock())
    register.close()
    open_register(register.folder, PASSPHRASE, Clock()).close()


def test_a_second_program_is_told(register):
    code = (
        "import sys; from datetime import datetime; from pathlib import Path\n"
        "from disaster_support.errors import UserError\n"
        "from disaster_support.storage.register import open_register\n"
        f"try: open_register(Path({str(register.folder)!r}), {PASSPHRASE!r}, datetime.now)\n"
        "except UserError as error: print(error)\n"
    )
    root = Path(__file__).resolve().parents[3]
    said = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True).stdout
    assert "open in another program" in said


def test_the_lock_of_a_program_that_was_killed_is_free(tmp_path):
    make_register(tmp_path / "data").register.close()
    code = (
        "import os, sys; from datetime import datetime; from pathlib import Path\n"
        "from disaster_support.storage.register import open_register\n"
        f"open_register(Path({str(tmp_path / 'data')!r}), {PASSPHRASE!r}, datetime.now)\n"
        "os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).resolve().parents[3], check=False)
    open_register(tmp_path / "data", PASSPHRASE, Clock()).close()


# -- closing


def test_a_closed_register_says_that_it_is_locked(register):
    register.close()
    register.close()
    with pytest.raises(UserError, match="locked"):
        register.query("SELECT 1")
    with pytest.raises(UserError, match="locked"), register.writing():
        pass
    assert register.key == b""


def test_closing_stops_what_other_threads_do_and_keeps_their_unfinished_writes_out(register):
    said, busy = [], threading.Barrier(4)
    count = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"

    def read():
        busy.wait()
        with pytest.raises(UserError) as caught:
            register.query(count)
        said.append(str(caught.value))

    def write_for_ever():
        with register.writing("long") as writer:
            for number in itertools.count():
                writer.insert("household", {"id": f"h{number}", "number": f"X-{number}"})

    def write():
        busy.wait()
        with pytest.raises(UserError) as caught:
            write_for_ever()
        said.append(str(caught.value))

    threads = [threading.Thread(target=work) for work in (read, read, write)]
    for thread in threads:
        thread.start()
    busy.wait()
    register.close()
    for thread in threads:
        thread.join(10)
    assert len(said) == 3
    assert all("locked" in one for one in said)
    again = open_register(register.folder, PASSPHRASE, Clock())
    assert again.query("SELECT count(*) FROM household") == [(0,)]
    again.close()


def test_threads_that_ended_leave_no_connection_open(register):
    for _turn in range(30):
        thread = threading.Thread(target=register.query, args=("SELECT 1",))
        thread.start()
        thread.join()
    assert len(register._connections._of_thread) <= 3


def test_an_error_inside_writing_leaves_nothing(register):
    def fail():
        with register.writing() as writer:
            writer.insert("household", {"id": "h", "number": "A-1"})
            raise ValueError("ours")

    with pytest.raises(ValueError, match="ours"):
        fail()
    assert register.query("SELECT count(*) FROM household") == [(0,)]
    assert register.query("SELECT count(*) FROM change WHERE row = 'h'") == [(0,)]


# -- passphrases


def test_a_wrong_passphrase_is_said(register):
    register.close()
    with pytest.raises(keys.WrongPassphraseError):
        open_register(register.folder, "another passphrase", Clock())


@pytest.mark.parametrize(
    "typed", ["ａ passphrase for tests", " a passphrase for tests ", "ａ　ｐａｓｓｐｈｒａｓｅ ｆｏｒ ｔｅｓｔｓ"]
)
def test_an_input_method_that_is_on_does_not_lock_anybody_out(register, typed):
    register.close()
    open_register(register.folder, typed, Clock()).close()


def test_wrong_passphrases_slow_down_also_over_a_new_start_and_wear_off(register):
    register.close()
    clock = Clock()
    for _slip in range(3):
        with pytest.raises(keys.WrongPassphraseError):
            open_register(register.folder, "wrong", clock)
    with pytest.raises(UserError, match="Wait 2 seconds"):
        open_register(register.folder, PASSPHRASE, clock)
    clock.now += timedelta(seconds=2)
    with pytest.raises(keys.WrongPassphraseError):
        open_register(register.folder, "wrong", clock)
    with pytest.raises(UserError, match="Wait 4 seconds"):
        open_register(register.folder, PASSPHRASE, clock)
    clock.now += timedelta(seconds=4)
    open_register(register.folder, PASSPHRASE, clock).close()
    with pytest.raises(keys.WrongPassphraseError):  # forgotten: the count begins anew
        open_register(register.folder, "wrong", clock)


def test_a_clock_that_was_set_back_locks_nobody_out(register):
    register.close()
    clock = Clock()
    for _slip in range(3):
        with pytest.raises(keys.WrongPassphraseError):
            open_register(register.folder, "wrong", clock)
    clock.now -= timedelta(days=400)
    open_register(register.folder, PASSPHRASE, clock).close()


def test_the_recovery_key_gives_a_manager_a_new_passphrase_and_the_paper_a_new_key(tmp_path):
    made = make_register(tmp_path)
    made.register.close()
    typed = made.recovery_key.lower().replace("-", " ").replace("0", "o")
    opened = open_with_recovery_key(tmp_path, typed, "山田", "a new passphrase", Clock())
    assert opened.register.staff.may(Right.MANAGE)
    assert [one.name for one in staff.list_staff(opened.register)] == ["山田"]
    opened.register.close()
    for worthless in (PASSPHRASE, made.recovery_key):
        with pytest.raises(UserError):
            open_register(tmp_path, worthless, Clock())
    open_register(tmp_path, "a new passphrase", Clock()).close()
    open_with_recovery_key(tmp_path, opened.recovery_key, "新人", "yet another one", Clock()).register.close()


def test_the_recovery_key_alone_opens_no_session_and_a_passphrase_is_no_recovery_key(tmp_path):
    made = make_register(tmp_path)
    made.register.close()
    with pytest.raises(UserError):
        open_register(tmp_path, made.recovery_key, Clock())
    with pytest.raises(UserError, match="not the recovery key"):
        open_with_recovery_key(tmp_path, PASSPHRASE, "山田", "a new passphrase", Clock())
