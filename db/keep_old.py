"""Keep a register of the present version under `db/old/`, before a migration is added: `python -m db.keep_old`.

The folder is called after the newest migration. Whoever adds the next one leaves it in the repository for good.
"""

import shutil
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from disaster_support.bilingual import Bilingual
from disaster_support.features.reception.comings import give, move, take_back
from disaster_support.features.reception.duplicates import keep_apart, merge
from disaster_support.features.reception.model import (
    Audience,
    Consent,
    Details,
    Level,
    MovementKind,
    Need,
    NeedKind,
    NeedState,
    Shelter,
    SpokenLanguage,
    State,
)
from disaster_support.features.reception.service import mark_need_met, register_household, remove_people
from disaster_support.features.training.model import Day, Goal, Instructor, Means, Method, Plan, Step, Unit
from disaster_support.features.training.people import (
    add_participants,
    list_participants,
    note_attendance,
    save_participant,
    take_back_attendance,
)
from disaster_support.features.training.service import copy_to_next_year, new_course, remove_course, save_instructor
from disaster_support.storage import keys
from disaster_support.storage.drafts import save_draft
from disaster_support.storage.migrations import register_migrations
from disaster_support.storage.people import get_person
from disaster_support.storage.register import Register, create_register
from disaster_support.storage.roles import Role
from disaster_support.storage.sheets import note_sheets
from disaster_support.storage.shelters import put_shelters
from disaster_support.storage.staff import add_member

PASSPHRASE = "a passphrase for tests"
STAFF_PASSPHRASE = "another passphrase for tests"
_FIRST_DAY = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)

FAMILY = (
    Details(
        name="Nguyễn Văn An",
        latin="NGUYEN VAN AN",
        sex="male",
        birth="1985-03-04",
        nationality="VN",
        phone="090-0000-0001",
        languages=(SpokenLanguage("vi", Level.FLUENT), SpokenLanguage("ja", Level.SLOW)),
        needs={NeedKind.ALLERGY: Need(NeedState.YES, "落花生"), NeedKind.PET: Need(NeedState.NO)},
        consents={Audience.RELATIVES: Consent(True), Audience.PUBLIC: Consent(False)},
        room="A-3",
    ),
    Details(name="Trần Thị Hoa", birth="1988", languages=(SpokenLanguage("vi", Level.INTERPRETER),), phone="-"),
)
OTHERS = (
    Details(name="田中 花子", kana="タナカ ハナコ", sex="female", birth="1950-01", address="架空市1-2-3"),
    Details(name="သီရိ", languages=(SpokenLanguage("my"),), needs={NeedKind.PREGNANCY: Need(NeedState.UNKNOWN)}),
    Details(name="सीता गुरुङ", age_years=34, age_on="2026-11-23", languages=(SpokenLanguage("ne", script="none"),)),
    Details(
        name="محمد علي", nationality="?", needs={NeedKind.DIET: Need(NeedState.YES, "halal")}, telling="voice;text"
    ),
    Details(name="김민수", note="-", notify="언니"),
)


class _Clock:
    def __init__(self) -> None:
        self.now = _FIRST_DAY

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def main(root: Path) -> int:
    """Make the register under `root`, in the place of one of the same name; return the exit code."""
    folder = root / "db" / "old" / register_migrations._migrations[-1].name
    shutil.rmtree(folder, ignore_errors=True)
    keys.USUAL_COST = keys.Cost(passes=1, memory_bytes=8192)
    register = create_register(folder, "訓練の大雨", "第一体育館", "山田", PASSPHRASE, _Clock()).register
    _fill(register)
    register.close()
    shutil.rmtree(folder / keys.BACKUPS_FOLDER)
    for name in ("in-use", "attempts.json"):
        (folder / name).unlink(missing_ok=True)
    return 0


def _fill(register: Register) -> None:
    add_member(register, "佐藤", Role.SUPPORT, STAFF_PASSPHRASE)
    put_shelters(
        register, [Shelter("s-1", "第二体育館", code="2", latitude=43.06, longitude=141.35, more={"備考": "坂"})]
    )
    an, hoa = register_household(register, FAMILY)
    hanako, thiri, sita, ali, minsu = (register_household(register, [one])[0] for one in OTHERS)
    again = register_household(register, [Details(name="NGUYEN VAN AN", birth="1985-03-04")])[0]
    register_household(register, [Details(name="これから来る人")], state=State.EXPECTED)
    keep, other = get_person(register, an), get_person(register, again)
    merge(register, keep, other, keep.details)
    keep_apart(register, thiri, sita)
    move(register, [hoa], MovementKind.TRANSFER_OUT, destination="第二体育館")
    move(register, [hanako], MovementKind.LEAVE, back_on="2026-11-25")
    take_back(register, move(register, [sita], MovementKind.OUT).movement_ids)
    give(register, [an, thiri], "毛布", 2)
    mark_need_met(register, get_person(register, ali), NeedKind.DIET)
    remove_people(register, [minsu])
    note_sheets(register, ["vi", "my"])
    save_draft(register, "d-1", "registration", {"name": "Ngu"})
    _fill_training(register)


def _fill_training(register: Register) -> None:
    goal = Goal("g1", Bilingual("呼びかけることができる", "Can call out"), Bilingual("相手が動く", "The other moves"))
    step = Step(50, Bilingual("実習"), Bilingual("「逃げて」"), Bilingual("言う"), Bilingual("–", "–"))
    unit = Unit("u1", Bilingual("呼びかけ", "Calling"), 1, Method.PRACTICE, goals=("g1",), step=(step,))
    days = (Day(date(2026, 12, 1)),)
    words = (Bilingual("試しの講習", "A trial course"), Bilingual("消防団"), Bilingual("逃げ遅れを防ぐ"))
    course = new_course(register, Plan("trial", *words, 50, 1, 20, (goal,), (unit,), days=days), 2026)
    save_instructor(register, Instructor("", "山本 一郎", proposed_by="国際課", languages="vi"))
    add_participants(register, course.id, "佐藤 健\t中央消防署\t消防士\n高橋 学\t第一分団")
    ken, manabu = list_participants(register, course.id)
    save_participant(register, replace(ken, quiz_percent=80))
    note_attendance(register, ken.id, "u1", Means.SCAN)
    note_attendance(register, manabu.id, "u1", Means.LIST)
    take_back_attendance(register, manabu.id, "u1")
    remove_course(register, copy_to_next_year(register, course).id)


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parents[1]))
