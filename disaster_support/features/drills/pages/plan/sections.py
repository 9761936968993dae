"""The lists of a plan: which fields their rows have, and what a new row begins with."""

from collections.abc import Callable, Sequence

from disaster_support.bilingual import EMPTY
from disaster_support.features.drills.model import ChecklistItem, Inject, Objective, Phase, Plan, Role, Slot
from disaster_support.features.drills.pages.plan.rows import Field, RowsEditor
from disaster_support.features.drills.pages.reader import say_minute
from disaster_support.features.drills.words import say_phase
from disaster_support.i18n import current_language, pgettext
from disaster_support.i18n import gettext as _
from disaster_support.ui.choices import Choice

Read = Callable[[], Plan]


def build_sections(plan: Read) -> dict[str, RowsEditor]:
    """Return the editor of each list, by the attribute of the plan; choices are of the plan as it stands."""
    return {
        "objective": _objectives(),
        "role": _roles(),
        "slot": _slots(),
        "inject": _injects(plan),
        "item": _items(plan),
    }


def _objectives() -> RowsEditor:
    fields = (Field("text", lambda: _("What the drill is to show, so that it can be measured")),)
    return RowsEditor(
        lambda: _("Objectives"), fields, lambda new: Objective(new, EMPTY), lambda row: row.text.say(_tag()) or "…", "o"
    )


def _roles() -> RowsEditor:
    fields = (Field("title", lambda: pgettext("drill", "Role")), Field("duty", lambda: _("What they do")))
    return RowsEditor(
        lambda: _("Roles"), fields, lambda new: Role(new, EMPTY, EMPTY), lambda row: row.title.say(_tag()) or "…", "r"
    )


def _slots() -> RowsEditor:
    fields = (
        Field("minute", lambda: _("Minutes after the beginning"), "number"),
        Field("minutes", lambda: _("How many minutes it takes"), "number"),
        Field("text", lambda: _("What happens")),
    )
    return RowsEditor(
        lambda: _("Timetable"),
        fields,
        lambda _new: Slot(0, 10, EMPTY),
        lambda row: f"{say_minute(row.minute)}  {row.text.say(_tag())}",
        "s",
    )


def _injects(plan: Read) -> RowsEditor:
    fields = (
        Field("minute", lambda: _("Minutes after the beginning"), "number"),
        Field("text", lambda: _("What is given to the players")),
        Field("by", lambda: _("Who gives it")),
        Field("to", lambda: _("To whom"), "choice", lambda: _role_choices(plan())),
        Field("expected", lambda: _("What is expected of them")),
        Field("objective", lambda: pgettext("drill", "Objective"), "choice", lambda: objective_choices(plan())),
    )
    return RowsEditor(
        lambda: _("Injects"),
        fields,
        lambda new: Inject(new, 0, EMPTY, EMPTY, "", EMPTY),
        lambda row: f"{say_minute(row.minute)}  {row.text.say(_tag())}",
        "i",
    )


def _items(plan: Read) -> RowsEditor:
    fields = (
        Field("phase", lambda: pgettext("drill", "When"), "choice", lambda: [_phase(one) for one in Phase]),
        Field("text", lambda: _("What is to be done")),
        Field("who", lambda: pgettext("drill", "Who"), "choice", lambda: _role_choices(plan())),
        Field("means", lambda: _("With what")),
        Field("done", lambda: _("What ‘done’ looks like")),
        Field("objective", lambda: pgettext("drill", "Objective"), "choice", lambda: objective_choices(plan())),
    )
    return RowsEditor(
        lambda: pgettext("drill", "Checklist"),
        fields,
        lambda new: ChecklistItem(new, Phase.DURING, EMPTY, "", EMPTY, EMPTY),
        lambda row: f"{say_phase(row.phase)} · {row.text.say(_tag())}",
        "c",
    )


def objective_choices(plan: Plan) -> Sequence[Choice]:
    """Return the objectives of a plan by number and text, and none of them."""
    numbered = [(one.id, _numbered(number, one)) for number, one in enumerate(plan.objective, 1)]
    return [("", lambda: _("None")), *numbered]


def _numbered(number: int, objective: Objective) -> Callable[[], str]:
    return lambda: f"{number}. {objective.text.say(_tag())}"


def _role_choices(plan: Plan) -> Sequence[Choice]:
    return [("", lambda: _("Nobody yet")), *((one.id, _title(one)) for one in plan.role)]


def _title(role: Role) -> Callable[[], str]:
    return lambda: role.title.say(_tag())


def _phase(phase: Phase) -> Choice:
    return str(phase), lambda: say_phase(phase)


def _tag() -> str:
    return current_language()
