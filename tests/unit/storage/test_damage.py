"""Damaged files, full disks, folders that are none: one clear sentence, nothing half-written, and a way back."""

import os
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from disaster_support.errors import UserError
from disaster_support.features.reception.model import Details, Filters
from disaster_support.features.reception.service import find_people, register_household
from disaster_support.storage import keys
from disaster_support.storage.backups import list_backups, make_backup, restore_backup
from disaster_support.storage.check import check_register
from disaster_support.storage.counts import count_here
from disaster_support.storage.engine import DamagedError, connect
from disaster_support.storage.register import open_register
from tests.helpers.registers import CHEAP, PASSPHRASE, Clock, make_register

ROOT = Path(__file__).resolve().parents[3]
PEOPLE = [Details(name=name) for name in ("သီရိ", "田中 花子", "Nguyễn Văn An", "محمد علي")]


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """The folder of a closed register of 400 people, backed up."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "USUAL_COST", CHEAP)
        register = make_register(tmp_path_factory.mktemp("template") / "register").register
    register_household(register, PEOPLE * 100)
    make_backup(register, "asked")
    register.close()
    return register.folder


@pytest.fixture
def folder(template, tmp_path, cheap_keys):
    """A copy of it that may be harmed."""
    return Path(shutil.copytree(template, tmp_path / "harmed"))


def _is_one_sentence(said):
    said = str(said)
    return said.strip() == said and "\n" not in said and said.endswith(".") and "Traceback" not in said


def _work(folder):
    """Do what reception does: open, find, add, look over; return the first complaint, or nothing."""
    try:
        register = open_register(folder, PASSPHRASE, Clock())
        try:
            find_people(register, Filters("tanaka"))
            register_household(register, [Details(name="Novy")])
            return next((one.sentence for one in check_register(register)), "")
        finally:
            register.close()
    except UserError as error:
        return str(error)


def _restore(folder):
    restore_backup(folder, list_backups(folder)[0].path, PASSPHRASE, Clock())
    register = open_register(folder, PASSPHRASE, Clock())
    assert count_here(register) == 400
    register_household(register, [Details(name="Novy")])
    assert [one.details.name for one in find_people(register, Filters("novy"))] == ["Novy"]
    assert check_register(register) == []
    register.close()


def _cut(share):
    return lambda data: data[: int(len(data) * share)]


def _flip(share):
    def flip(data):
        place = int(len(data) * share)
        return data[:place] + bytes(byte ^ 0xFF for byte in data[place : place + 16]) + data[place + 16 :]

    return flip


@pytest.mark.parametrize(
    "harm",
    [
        *(_cut(0.0001), _cut(0.1), _cut(0.5), _cut(0.999)),
        lambda data: bytes(100) + data[100:],
        lambda data: bytes(len(data)),
        lambda _data: b"not a database at all, but a text that somebody saved under its name. " * 100,
        *(_flip(share / 10) for share in range(10)),
    ],
)
def test_a_damaged_database_says_so_and_a_backup_brings_it_back(folder, harm):
    path = folder / "register.db"
    path.write_bytes(harm(path.read_bytes()))
    said = _work(folder)
    assert "damaged" in said
    assert _is_one_sentence(said)
    _restore(folder)


def test_no_record_is_read_wrong_from_a_damaged_page(folder):
    path, shown = folder / "register.db", 0
    data = path.read_bytes()
    for page in range(0, len(data), 4096):
        path.write_bytes(data[: page + 2000] + b"\0\0\0\0" + data[page + 2004 :])
        try:
            register = open_register(folder, PASSPHRASE, Clock())
        except DamagedError:
            continue
        try:
            people = find_people(register, Filters(), limit=400)
        except DamagedError:
            shown += 1
        else:
            assert sorted(one.details.name for one in people) == sorted(one.name for one in PEOPLE * 100)
        finally:
            register.close()
    assert shown  # at least one page holds people


def test_another_key_opens_nothing(folder):
    with pytest.raises(DamagedError) as caught:
        connect(folder / "register.db", bytes(32))
    assert _is_one_sentence(caught.value)


def test_the_keyring_of_another_register_opens_nothing_and_harms_nothing(folder, tmp_path):
    other = make_register(tmp_path / "other").register
    other.close()
    own = (folder / keys.KEYRING_FILE).read_bytes()
    (folder / keys.KEYRING_FILE).write_bytes((other.folder / keys.KEYRING_FILE).read_bytes())
    with pytest.raises(DamagedError):
        open_register(folder, PASSPHRASE, Clock())
    (folder / keys.KEYRING_FILE).write_bytes(own)
    assert _work(folder) == ""


@pytest.mark.parametrize("keep", [0, 1, 10, 200])
def test_a_damaged_keyring_is_read_from_its_copy_and_a_restore_mends_it(folder, keep):
    path = folder / keys.KEYRING_FILE
    path.write_bytes(path.read_bytes()[:keep])
    _restore(folder)
    assert keys.read_keyring(folder) == keys.read_keyring(folder / keys.BACKUPS_FOLDER)


def test_a_damaged_backup_is_refused_and_the_register_stays(folder):
    backup = list_backups(folder)[0].path
    backup.write_bytes(_flip(0.5)(backup.read_bytes()))
    before = (folder / "register.db").read_bytes()
    with pytest.raises(UserError, match="damaged") as caught:
        restore_backup(folder, backup, PASSPHRASE, Clock())
    assert _is_one_sentence(caught.value)
    assert (folder / "register.db").read_bytes() == before
    assert list(folder.glob("*.part*")) == []


def test_a_file_where_the_folder_should_be(tmp_path):
    (tmp_path / "data").write_text("a file")
    with pytest.raises(UserError) as caught:
        make_register(tmp_path / "data")
    assert _is_one_sentence(caught.value)
    with pytest.raises(UserError) as caught:
        open_register(tmp_path / "data", PASSPHRASE, Clock())
    assert _is_one_sentence(caught.value)


def test_a_file_where_the_backups_should_be(register):
    for path in (register.folder / keys.BACKUPS_FOLDER).iterdir():
        path.unlink()
    (register.folder / keys.BACKUPS_FOLDER).rmdir()
    (register.folder / keys.BACKUPS_FOLDER).write_text("a file")
    with pytest.raises(UserError) as caught:
        make_backup(register, "asked")
    assert _is_one_sentence(caught.value)
    register_household(register, PEOPLE)  # work goes on


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_is_closed_to_us(folder):
    folder.chmod(0o500)
    try:
        with pytest.raises(UserError) as caught:
            open_register(folder, PASSPHRASE, Clock())
    finally:
        folder.chmod(0o700)
    assert _is_one_sentence(caught.value)


# -- a full disk


def test_a_full_disk_takes_all_of_a_household_or_nothing(register):
    register_household(register, PEOPLE)
    with register.using() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 20}")
    added = list(PEOPLE)

    def fill():
        while True:
            register_household(register, PEOPLE)
            added.extend(PEOPLE)

    with pytest.raises(UserError, match="full") as caught:
        fill()
    assert _is_one_sentence(caught.value)
    assert len(added) > len(PEOPLE)
    assert count_here(register) == len(added)
    with register.using() as connection:
        connection.execute("PRAGMA max_page_count = 100000")  # somebody made room
    register_household(register, PEOPLE)
    assert count_here(register) == len(added) + 4
    assert {one.code for one in check_register(register)} == {"backups"}


FILL_THE_DISK = """
import resource, signal, sys
from datetime import datetime
from pathlib import Path
from disaster_support.errors import UserError
from disaster_support.features.reception.model import Details
from disaster_support.features.reception.service import register_household
from disaster_support.storage.backups import make_backup
from disaster_support.storage.register import open_register
folder, passphrase, step = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # writing fails, as on a full disk
register = open_register(folder, passphrase, datetime.now)
largest = (folder / "register.db").stat().st_size // 2
resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
try:
    while step == "people":
        register_household(register, [Details(name="Novy")])
        print("added", flush=True)
    register_household(register, [Details(name="Novy")])
    print("added", flush=True)
    make_backup(register, "hourly")
except UserError as error:
    print(error, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="needs limits on the size of files")
@pytest.mark.parametrize("step", ["people", "backup"])
def test_a_disk_that_fills_up_in_the_middle(folder, step):
    command = [sys.executable, "-c", FILL_THE_DISK, str(folder), PASSPHRASE, step]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    *added, said = done.stdout.splitlines()
    assert done.returncode == 0, done.stderr
    assert said.startswith("The disk")
    assert set(added) == {"added"}
    register = open_register(folder, PASSPHRASE, datetime.now)
    assert count_here(register) == 400 + len(added)
    assert check_register(register) == []
    assert list(folder.rglob("*.part*")) == []
    register.close()


def test_a_restore_on_a_full_disk_leaves_the_register_as_it_was(folder, monkeypatch):
    backup, before = list_backups(folder)[0].path, (folder / "register.db").read_bytes()

    def fill(_source, target):
        Path(target).write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copyfile", fill)
    with pytest.raises(UserError, match="full"):
        restore_backup(folder, backup, PASSPHRASE, Clock())
    monkeypatch.undo()
    assert (folder / "register.db").read_bytes() == before
    assert list(folder.glob("*.part*")) == []
    _restore(folder)
