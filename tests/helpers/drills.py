"""A small plan of a drill that never changes, and where the templates are."""

from datetime import date
from pathlib import Path

from disaster_support.bilingual import Bilingual
from disaster_support.features.drills.model import (
    ChecklistItem,
    Inject,
    Objective,
    Phase,
    Plan,
    Role,
    Slot,
)

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
HELD_ON = date(2026, 11, 23)


def make_plan() -> Plan:
    """Return a plan of an hour with two roles, three injects and an item in each phase; nothing in it is at fault."""
    return Plan(
        id="small",
        title=Bilingual("小さな訓練", "A small drill"),
        purpose=Bilingual("受付を試す", "Try the desk"),
        scenario=Bilingual("地震", "An earthquake"),
        venue=Bilingual("第一体育館", "First gymnasium"),
        minutes=60,
        organisations=(Bilingual("市", "City"),),
        safety=(Bilingual("走らない", "Nobody runs"),),
        objective=(
            Objective("o1", Bilingual("30分以内に受け付ける", "Register within 30 minutes")),
            Objective("o2", Bilingual("言語を確かめる", "Ask for the language")),
        ),
        role=(
            Role("desk", Bilingual("受付", "Desk"), Bilingual("受け付ける", "Registers")),
            Role("lead", Bilingual("統括", "Director"), Bilingual("始める", "Begins")),
        ),
        slot=(Slot(0, 20, Bilingual("準備", "Setting up")), Slot(20, 40, Bilingual("実施", "Running"))),
        inject=(make_inject("i2", 30), make_inject("i1", 20), make_inject("i3", 45)),
        item=(
            make_item("b1", Phase.BEFORE, "o1"),
            make_item("d1", Phase.DURING, "o1"),
            make_item("d2", Phase.DURING, "o2"),
            make_item("a1", Phase.AFTER),
        ),
    )


def make_inject(id_: str, minute: int) -> Inject:
    """Return an inject to the desk at a minute."""
    words = Bilingual("10人が来る", "Ten people come")
    return Inject(id_, minute, words, Bilingual("評価員", "Evaluator"), "desk", Bilingual("受け付ける", "Registered"))


def make_item(id_: str, phase: Phase, objective: str = "") -> ChecklistItem:
    """Return an item that the desk does."""
    words = Bilingual("机を置く", "Put up the desk"), Bilingual("机", "Desk"), Bilingual("机がある", "It stands")
    return ChecklistItem(id_, phase, words[0], "desk", words[1], words[2], objective)
