"""Keep a register of the present version under `db/old/`, before a migration is added: `python -m db.keep_old`.

The folder is called after the newest migration. Whoever adds the next one leaves it in the repository for good.
"""

import shutil
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from disaster_support.bilingual import Bilingual
from disaster_support.features.costs.model import Category, Expense, Subject
from disaster_support.features.costs.service import save_expense
from disaster_support.features.drills import after, log, model, running, service
from disaster_support.features.drills.practice_figures import take_over
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
from disaster_support.practice import Station
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
    _fill_drills(register)


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


def _fill_drills(register: Register) -> None:
    drill = service.start_drill(register, service.new_drill(register, _plan_drill(), date(2026, 11, 23)).id)
    running.mark_item(register, drill, "b1", model.Mark.DONE, "鈴木")
    running.mark_item(register, drill, "b1", model.Mark.NOT_DONE, "鈴木", "机がない")
    running.mark_inject(register, drill, "i1", model.Mark.DONE)
    note = running.add_note(register, drill, model.EventKind.NOTE, "列が長い")
    running.take_back_note(register, drill, note)
    running.add_note(register, drill, model.EventKind.HOT_WASH, "声がよく通った")
    take_over(register, drill, [Station("people", (2,)), Station("wait.registered", (95, 120))])
    log.tally(register, drill.id, model.Part.RESIDENT, "vi", "VN", 12)
    card = model.Participation(
        "", model.Part.RESIDENT, 1, model.LogMeans.SCAN, register.clock(), "my", code="DS", name="သီရိ"
    )
    log.add_participation(register, drill.id, card)
    log.undo_last(register, drill.id)
    log.add_participation(register, drill.id, card)
    log.note_tool(register, drill.id, model.Tool.SAFETY_TIPS, True, 5)
    log.note_tool(register, drill.id, model.Tool.VOICETRA, False, 3)
    log.undo_tool(register, drill.id)
    after.save_rating(register, drill.id, model.ObjectiveRating("o1", model.Rating.SOME, "少し遅い"))
    finding = model.Finding("", model.FindingKind.IMPROVEMENT, "通訳が遅い", "o1", owner="国際課", due=date(2027, 3, 1))
    after.save_finding(register, drill.id, finding)
    after.save_finding(register, drill.id, model.Finding("", model.FindingKind.STRENGTH, "掲示がわかりやすい"))
    after.add_feedback(register, drill.id, model.Feedback("", "my", {"feedback.safe": "yes"}, "ကောင်းတယ်"))
    ended = service.end_drill(register, drill.id)
    spent = (Category.DRILLS, "やさしい日本語のちらし", 12_000, "R-1", "特別交付税", Subject.DRILL, drill.id)
    save_expense(register, Expense("", date(2026, 11, 25), *spent))
    service.remove_drill(register, service.copy_drill(register, ended, date(2027, 11, 22)).id)


def _plan_drill() -> model.Plan:
    text = Bilingual("受付を試す", "Try the desk")
    return model.Plan(
        id="trial",
        title=Bilingual("試しの訓練", "A trial drill"),
        purpose=text,
        scenario=text,
        venue=Bilingual("第一体育館"),
        minutes=60,
        organisations=(Bilingual("市"),),
        safety=(Bilingual("走らない", "Nobody runs"),),
        objective=(model.Objective("o1", text),),
        role=(model.Role("desk", Bilingual("受付"), text),),
        slot=(model.Slot(0, 60, text),),
        inject=(model.Inject("i1", 10, text, text, "desk", text, "o1"),),
        item=(model.ChecklistItem("b1", model.Phase.BEFORE, text, "desk", text, text, "o1"),),
    )


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parents[1]))
