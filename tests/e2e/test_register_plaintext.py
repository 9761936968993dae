"""No file that the program leaves anywhere holds a name, a telephone, an illness or a passphrase as it was typed."""

import json
import os
import sqlite3
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from disaster_support.storage.register import open_register
from disaster_support.storage.search_key import fold_spelling, split_words, to_latin

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "Falkenstein-Passphrase"
NAMES = (
    "Qwéntin Zarathustra",
    "綾小路 麻里絵子",
    "アヤノコウジ マリエコ",
    "ဇာနည်မင်းထက်",
    "ज़रीनाबेगम",
    "عبدالقهاروف",
    "크산티페황보",
)
PHONES = ("090-5827-4619",)
TEXTS = (
    "落花生アナフィラキシー",
    "xylophagous allergy",
    "Zubrowka-Allee 77",
    "架空氾濫川の大水害",
    "鹿角小学校第九体育館",
    "職員鷲巣権三郎",
)
DRAFT = ("下書鵜飼千鶴", "Halfwritten Quetzalcoatl")
PEOPLE = [
    {
        "name": NAMES[0],
        "latin": "QWENTIN ZARATHUSTRA",
        "phone": PHONES[0],
        "needs": {"allergy": TEXTS[1]},
        "address": TEXTS[2],
    },
    {"name": NAMES[1], "kana": NAMES[2], "needs": {"allergy": TEXTS[0]}},
    *({"name": name} for name in NAMES[3:]),
]
WORK = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from disaster_support.features.reception.intake import read_details
from disaster_support.features.reception.service import register_household, find_people, open_record
from disaster_support.features.reception.duplicates import likely_duplicates
from disaster_support.features.reception.model import Details, Filters
from disaster_support.storage.backups import make_backup
from disaster_support.storage.drafts import save_draft
from disaster_support.storage.register import open_register
folder, passphrase, names, drafts = Path(sys.argv[1]), sys.argv[2], sys.argv[3].split("|"), sys.argv[4].split("|")
register = open_register(folder, passphrase, datetime.now)
for draft in drafts:
    save_draft(register, draft, "registration", {"name": draft})
make_backup(register, "asked")
for number in range(300):  # enough for the log to be long and the sorting to be work
    register_household(register, [Details(name=name) for name in names])
for name in names:
    find_people(register, Filters(text=name))
    likely_duplicates(register, Details(name=name))
register.query("SELECT * FROM person, language ORDER BY name, person.id")
with register.writing("half") as writer:
    for number in range(5000):
        writer.insert("household", {"id": f"{names[0]}-{number}", "number": f"{names[0]}-{number}"})
    os.kill(os.getpid(), signal.SIGKILL)
"""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL, and folders that XDG variables name")


@pytest.fixture
def home(tmp_path):
    """All folders that the program may write to, in one."""
    home = tmp_path / "home"
    (home / "tmp").mkdir(parents=True)
    return home


@pytest.fixture
def call(home):
    """Run a Python program at home, with the program's own folders and its temporary files there."""
    own = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "CACHE", "STATE", "DATA")}
    environment = {**os.environ, **own, "HOME": str(home), "TMPDIR": str(home / "tmp"), "LC_ALL": "C.UTF-8"}
    environment["DISASTER_SUPPORT_PASSPHRASE"] = PASSPHRASE

    def run(*arguments, given=""):
        return subprocess.run(
            [sys.executable, *map(str, arguments)],
            **{"input": given, "cwd": home, "env": {**environment, "PYTHONPATH": str(ROOT)}},
            **{"capture_output": True, "text": True, "encoding": "utf-8", "timeout": 120, "check": False},
        )

    return run


def test_no_file_holds_what_people_told(home, call, tmp_path):
    data = home / "data" / "register"
    recovery_key = _use(call, data)
    assert (data / "register.db-wal").stat().st_size > 0  # the program was killed: its log is still there
    assert len(list((data / "backups").glob("*.db"))) >= 1
    markers = (*NAMES, *PHONES, *TEXTS, *DRAFT, PASSPHRASE, recovery_key)
    assert _scan(home, markers) == []

    _copy_plain(data, tmp_path / "plain" / "plain.db")
    found = {marker for _path, marker in _scan(tmp_path / "plain", markers)}
    assert found == set(markers) - {PASSPHRASE, recovery_key}  # the scan would have found them


def _use(call, data):
    """Use the register as staff and the command line do; return its recovery key."""
    names = ("--event", TEXTS[3], "--shelter", TEXTS[4], "--staff", TEXTS[5])
    made = call(ROOT / "main.py", "register", "create", "--data", data, *names)
    assert made.returncode == 0, made.stderr
    added = call(ROOT / "main.py", "evacuees", "add", "--data", data, "--json", "-", given=json.dumps(PEOPLE))
    assert added.returncode == 0, added.stderr
    for name in NAMES:
        assert call(ROOT / "main.py", "evacuees", "find", name, "--data", data, "--json").stdout.strip() != "[]"
    assert call(ROOT / "main.py", "evacuees", "in", NAMES[1], "--data", data).returncode == 2
    assert call(ROOT / "main.py", "evacuees", "add", "--data", data, "--json", "-", given=NAMES[0]).returncode == 2
    killed = call("-c", WORK, data, PASSPHRASE, "|".join(NAMES), "|".join(DRAFT))
    assert killed.returncode == -9, killed.stderr
    return made.stdout.strip()


def _scan(folder, markers):
    """Return which file holds which marker, in its bytes or in its name."""
    wanted = {marker: _spellings(marker) for marker in markers}
    found = []
    for path in (path for path in folder.rglob("*") if path.is_file()):
        content = path.name.encode() + b"\n" + path.read_bytes()
        found += [(path.name, marker) for marker, forms in wanted.items() if any(form in content for form in forms)]
    return found


def _spellings(marker):
    """Return the bytes that would give a marker away: as typed, and as the search key and JSON have it."""
    latin = to_latin(marker)
    texts = {marker, "".join(split_words(marker)), latin, fold_spelling(latin), json.dumps(marker)[1:-1]}
    texts |= {marker.replace("-", ""), marker.upper(), marker.casefold()}
    return {text.encode(code) for text in texts for code in ("utf-8", "utf-16-le", "utf-16-be")}


def _copy_plain(data, path):
    """Write the same rows to a database that is not encrypted."""
    path.parent.mkdir()
    plain = sqlite3.connect(path)
    register = open_register(data, PASSPHRASE, datetime.now)
    for table in ("incident", "shelter", "staff", "person", "need", "draft"):
        rows = register.query(f"SELECT * FROM {table}")
        plain.execute(f"CREATE TABLE {table} ({', '.join(f'c{number}' for number in range(len(rows[0])))})")
        plain.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
    plain.commit()
    plain.close()
    register.close()
