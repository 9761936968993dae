"""A drill that is logged is killed again and again, and resumed: what was acknowledged is there exactly once."""

import contextlib
import itertools
import os
from collections import Counter
from datetime import datetime
from functools import partial
from random import Random

from disaster_support.errors import UserError
from disaster_support.features.drills import log, running, service
from disaster_support.features.drills.model import LogMeans, Mark, Part, Participation
from disaster_support.storage.check import check_register
from disaster_support.storage.register import create_register, open_register
from tests.helpers.drills import HELD_ON, make_plan
from tests.helpers.kills import needs_fork, run_until_killed
from tests.helpers.registers import PASSPHRASE, cheap_keys

__all__ = ["cheap_keys"]

pytestmark = needs_fork

KILLS = 20
LONGEST_S = 0.2  # from the first thing that a program has said to its death
ITEMS = [item.id for item in make_plan().item]


def test_a_log_that_is_killed_and_resumed_counts_everybody_once(cheap_keys, tmp_path):
    folder, dice, told = tmp_path / "register", Random(7), []
    created = create_register(folder, "訓練", "体育館", "山田", PASSPHRASE, datetime.now)
    drill_id = service.start_drill(created.register, service.new_drill(created.register, make_plan(), HELD_ON).id).id
    created.register.close()
    for _turn in range(KILLS):
        told += run_until_killed(partial(_work, folder, drill_id), dice.uniform(0, LONGEST_S))
        register = open_register(folder, PASSPHRASE, datetime.now)
        try:
            _check(register, drill_id, told)
        finally:
            register.close()
    assert {kind for kind, *_rest in told} == {"tally", "scan", "undo", "mark"}, "too little was written"


def _work(folder, drill_id, write):
    """Log for ever, going on where the program before was killed."""
    register = open_register(folder, PASSPHRASE, datetime.now)
    drill = service.get_drill(register, drill_id)
    first = len(log.list_participation(register, drill_id))

    def tell(*words):
        os.write(write, (" ".join(map(str, words)) + "\n").encode())

    for number in itertools.count(first):
        tell("tally", log.tally(register, drill_id, Part.RESIDENT, "vi", people=3))
        code = f"DS{number // 2}"  # every card is held up twice, also to a program that was begun anew
        entry = Participation("", Part.RESIDENT, 1, LogMeans.SCAN, register.clock(), "my", code=code)
        with contextlib.suppress(UserError):
            tell("scan", log.add_participation(register, drill_id, entry), code)
        if number % 5 == 0:
            log.tally(register, drill_id, Part.CREW)
            tell("undo", log.undo_last(register, drill_id).id)
        tell("mark", running.mark_item(register, drill, ITEMS[number % len(ITEMS)], Mark.DONE).id)


def _check(register, drill_id, told):
    listed = log.list_participation(register, drill_id)
    ids = Counter(entry.id for entry in listed)
    for kind, id_, *_rest in told:
        if kind in ("tally", "scan"):
            assert ids[id_] == 1
        elif kind == "undo":
            assert ids[id_] == 0
    marked = Counter(event.id for event in running.list_events(register, drill_id))
    assert {marked[id_] for kind, id_, *_rest in told if kind == "mark"} <= {1}
    cards = [entry.code for entry in listed if entry.code]
    assert len(cards) == len(set(cards))
    assert log.count_participation(register, drill_id).total == sum(entry.people for entry in listed)
    assert {one.code for one in check_register(register)} <= {"backups"}
