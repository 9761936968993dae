"""Whatever was acknowledged is there after the program was killed, at any moment, two hundred times over."""

import itertools
import os
from datetime import datetime
from functools import partial
from random import Random

from disaster_support.features.reception.comings import move
from disaster_support.features.reception.model import (
    Audience,
    Consent,
    Details,
    MovementKind,
    Need,
    NeedKind,
    NeedState,
    SpokenLanguage,
)
from disaster_support.features.reception.service import register_household
from disaster_support.storage.backups import list_backups, make_backup
from disaster_support.storage.check import check_register
from disaster_support.storage.drafts import list_drafts, save_draft
from disaster_support.storage.register import create_register, open_register
from tests.helpers.kills import needs_fork, run_until_killed
from tests.helpers.registers import PASSPHRASE, cheap_keys

__all__ = ["cheap_keys"]

pytestmark = needs_fork

KILLS = 200
LONGEST_S = 0.1  # from its birth, or from the first thing it has said, to the death of a program
LOOKED_OVER_EVERY = 40
FAMILY = (
    Details(name="Nguyễn Văn An", phone="090-0000-0001", languages=(SpokenLanguage("vi"), SpokenLanguage("ja"))),
    Details(
        name="田中 花子",
        needs={NeedKind.ALLERGY: Need(NeedState.YES, "卵")},
        consents={Audience.PUBLIC: Consent(True)},
    ),
)
KINDS = ("person", "movement", "draft", "backup")


def test_what_was_acknowledged_survives_every_kill(cheap_keys, tmp_path):
    folder, dice = tmp_path / "register", Random(11)
    create_register(folder, "訓練", "体育館", "山田", PASSPHRASE, datetime.now).register.close()
    told = {kind: set() for kind in KINDS}
    for turn in range(1, KILLS + 1):
        waits = turn % 2 == 0  # the others die while they open the register, or just after
        for kind, id_ in run_until_killed(partial(_work, folder, turn), dice.uniform(0, LONGEST_S), waits=waits):
            told[kind].add(id_)
        register = open_register(folder, PASSPHRASE, datetime.now)
        try:
            _check(register, told, thoroughly=turn % LOOKED_OVER_EVERY == 0)
        finally:
            register.close()
    assert all(told.values()), "nothing was written between the kills"


def _work(folder, turn, write):
    """Write for ever, as a user and the program by itself would."""
    register = open_register(folder, PASSPHRASE, datetime.now)

    def tell(kind, ids):
        os.write(write, "".join(f"{kind} {id_}\n" for id_ in ids).encode())

    for number in itertools.count():
        if turn % 5 == 0 and (backup := make_backup(register, "asked")):
            tell("backup", [backup.path.name])
        draft = f"{turn}-{number}"
        save_draft(register, draft, "registration", {"name": "Ngu"})
        tell("draft", [draft])
        ids = register_household(register, FAMILY)
        tell("person", ids)
        tell("movement", move(register, ids, MovementKind.OUT).movement_ids)


def _check(register, told, *, thoroughly):
    assert told["person"] <= _ids(register, "SELECT id FROM person")
    assert told["movement"] <= _ids(register, "SELECT id FROM movement")
    assert told["draft"] <= {draft.id for draft in list_drafts(register, "registration")}
    assert told["backup"] <= {one.path.name for one in list_backups(register.folder)}
    assert list(register.folder.rglob("*.part*")) == []  # of backups that were cut short
    assert _halves(register) == []
    gaps = "SELECT node FROM change GROUP BY node HAVING count(*) <> max(seq) OR min(seq) <> 1"
    assert register.query(gaps) == []
    if thoroughly:
        assert {one.code for one in check_register(register)} <= {"backups"}


def _ids(register, sql):
    return {row[0] for row in register.query(sql)}


def _halves(register):
    """Return the people of whom something is missing that was written in the same transaction."""
    return register.query(
        "SELECT person.id FROM person WHERE NOT ("
        " EXISTS (SELECT 1 FROM presence WHERE person_id = person.id)"
        " AND EXISTS (SELECT 1 FROM person_key WHERE person_id = person.id)"
        " AND EXISTS (SELECT 1 FROM household WHERE id = person.household_id)"
        " AND EXISTS (SELECT 1 FROM movement WHERE person_id = person.id)"
        " AND EXISTS (SELECT 1 FROM change WHERE row = person.id)"
        " AND (SELECT count(*) FROM household JOIN person AS other ON other.household_id = household.id"
        "      WHERE household.id = person.household_id) = 2)"
    )
