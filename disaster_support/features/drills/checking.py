"""What does not fit in the plan of a drill, said beside the field that it concerns."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from disaster_support.bilingual import Bilingual
from disaster_support.features.drills.model import ChecklistItem, Inject, Phase, Plan
from disaster_support.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class PlanFault:
    """Something that does not fit: the field ("minutes", "slot.3", "inject.i1.to", "item.b2.done" …) and a sentence."""

    field: str
    sentence: str


def check_plan(plan: Plan) -> list[PlanFault]:
    """Return what does not fit in a plan: nobody who does it, no 'done', a gap in the timetable, an unknown name."""
    return [
        *_check_frame(plan),
        *_check_ids(plan),
        *_check_timetable(plan),
        *(fault for inject in plan.inject for fault in _check_inject(inject, plan)),
        *(fault for item in plan.item for fault in _check_item(item, plan)),
    ]


def _check_frame(plan: Plan) -> Iterator[PlanFault]:
    if _is_empty(plan.title):
        yield PlanFault("title", _("Give the drill a title."))
    if plan.minutes < 1:
        yield PlanFault("minutes", _("Say how many minutes the drill takes."))
    for field, there, sentence in (
        ("objective", plan.objective, _("Say what the drill is to show: it has no objective yet.")),
        ("role", plan.role, _("Say who does what: there are no roles yet.")),
        ("safety", plan.safety, _("Write at least one rule of safety.")),
    ):
        if not there:
            yield PlanFault(field, sentence)
    for phase in Phase:
        if all(item.phase is not phase for item in plan.item):
            yield PlanFault(f"item.{phase}", _("This part of the checklist is empty."))
    for objective in plan.objective:
        yield from _check_texts(f"objective.{objective.id}", text=objective.text)
    for role in plan.role:
        yield from _check_texts(f"role.{role.id}", title=role.title)


def _check_ids(plan: Plan) -> Iterator[PlanFault]:
    marked = [("inject", one.id) for one in plan.inject] + [("item", one.id) for one in plan.item]
    often = Counter(id_ for _kind, id_ in marked)  # what is marked is told apart by the id alone
    named = [("objective", one.id) for one in plan.objective], [("role", one.id) for one in plan.role]
    twice = {one for one in marked if often[one[1]] > 1}
    twice |= {one for group in named for one, times in Counter(group).items() if times > 1}
    for kind, id_ in sorted(twice):
        yield PlanFault(f"{kind}.{id_}", _("“{id}” stands more than once in the plan.").format(id=id_))


def _check_timetable(plan: Plan) -> Iterator[PlanFault]:
    end = 0
    for place, slot in enumerate(plan.slot):
        field = f"slot.{place}"
        if slot.minutes < 1:
            yield PlanFault(field, _("A part of the timetable takes at least one minute."))
        if slot.minute > end:
            sentence = _("Nothing is planned between minute {end} and minute {begin}.")
            yield PlanFault(field, sentence.format(end=end, begin=slot.minute))
        elif slot.minute < end:
            yield PlanFault(field, _("This begins before what stands above it ends, at minute {end}.").format(end=end))
        if _is_empty(slot.text):
            yield PlanFault(field, _("This field is empty."))
        end = slot.minute + slot.minutes
    if end != plan.minutes:
        sentence = _("The timetable ends at minute {end}, the drill at minute {minutes}.")
        yield PlanFault("minutes", sentence.format(end=end, minutes=plan.minutes))


def _check_inject(inject: Inject, plan: Plan) -> Iterator[PlanFault]:
    field = f"inject.{inject.id}"
    if not 0 <= inject.minute < plan.minutes:
        yield PlanFault(f"{field}.minute", _("The drill has no minute {minute}.").format(minute=inject.minute))
    yield from _check_role(f"{field}.to", inject.to, plan)
    yield from _check_objective(f"{field}.objective", inject.objective, plan)
    yield from _check_texts(field, text=inject.text, by=inject.by, expected=inject.expected)


def _check_item(item: ChecklistItem, plan: Plan) -> Iterator[PlanFault]:
    field = f"item.{item.id}"
    yield from _check_role(f"{field}.who", item.who, plan)
    yield from _check_objective(f"{field}.objective", item.objective, plan)
    yield from _check_texts(field, text=item.text, means=item.means)
    if _is_empty(item.done):
        yield PlanFault(f"{field}.done", _("Say what it looks like when this is done."))


def _check_role(field: str, role_id: str, plan: Plan) -> Iterator[PlanFault]:
    if not role_id:
        yield PlanFault(field, _("Say who does this."))
    elif all(role.id != role_id for role in plan.role):
        yield PlanFault(field, _("There is no “{id}”.").format(id=role_id))


def _check_objective(field: str, objective_id: str, plan: Plan) -> Iterator[PlanFault]:
    if objective_id and all(objective.id != objective_id for objective in plan.objective):
        yield PlanFault(field, _("There is no “{id}”.").format(id=objective_id))


def _check_texts(field: str, **texts: Bilingual) -> Iterator[PlanFault]:
    for name, text in texts.items():
        if _is_empty(text):
            yield PlanFault(f"{field}.{name}", _("This field is empty."))


def _is_empty(text: Bilingual) -> bool:
    return not (text.ja.strip() or text.en.strip())
