"""A drill as its papers speak of it: in the language of the interface, by numbers, with times of day where known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from disaster_support.bilingual import Bilingual
from disaster_support.documents.listing import Value
from disaster_support.documents.model import Text
from disaster_support.features.drills.model import ChecklistItem, Drill, Inject, Phase, Plan
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class Subject:
    """A plan, with day and hour unless it is a template."""

    plan: Plan
    held_on: date | None = None
    begins: time | None = None

    @classmethod
    def of(cls, drill: Plan | Drill) -> "Subject":
        """Return a template, or a drill that is kept."""
        return cls(drill) if isinstance(drill, Plan) else cls(drill.plan, drill.held_on, drill.begins)

    @property
    def title(self) -> str:
        """What the drill is called."""
        return say(self.plan.title).string

    @property
    def when(self) -> str:
        """Day and hours; how long it takes where no day is settled."""
        if self.held_on is None:
            return _("{minutes} minutes").format(minutes=self.plan.minutes)
        return f"{self.held_on.isoformat()} {self.clock(0)}–{self.clock(self.plan.minutes)}"

    def clock(self, minute: int) -> str:
        """Return the time of day of a minute of the drill; hours and minutes from the beginning for a template."""
        if self.begins is None:
            return f"{minute // 60}:{minute % 60:02}"
        return (datetime.combine(date.min, self.begins) + timedelta(minutes=minute)).strftime("%H:%M")

    def role(self, role_id: str) -> Text:
        """Return what a role is called; what is no role of the plan stands as it is."""
        found = (role.title for role in self.plan.role if role.id == role_id)
        return say(next(found, Bilingual(role_id)))

    def objective_number(self, objective_id: str) -> str:
        """Return the number that an objective has on all papers, empty where there is none."""
        ids = [objective.id for objective in self.plan.objective]
        return str(ids.index(objective_id) + 1) if objective_id in ids else ""

    @property
    def items(self) -> list[tuple[int, ChecklistItem]]:
        """The checklist with the numbers that its items have on all papers."""
        ordered = (item for phase in Phase for item in self.plan.item if item.phase is phase)
        return list(enumerate(ordered, start=1))

    @property
    def injects(self) -> list[tuple[int, Inject]]:
        """The injects by their minute, with the numbers that they have on all papers."""
        return list(enumerate(sorted(self.plan.inject, key=lambda inject: inject.minute), start=1))


def say(words: Bilingual) -> Text:
    """Return what somebody planned, in the interface's language where it has that."""
    language = current_language()
    return Text(words.say(language), language if words.en else "ja")


def tell(words: str) -> Text:
    """Return words of the program as a text."""
    return Text(words, current_language())


def cell(*texts: Text) -> Value:
    """Return a cell of a table with texts below one another; empty ones take no room."""
    return Value(tuple(text for text in texts if text.string))


def word(words: str) -> Value:
    """Return a cell with words of the program, or a number."""
    return cell(tell(words))


def written(words: Iterable[Bilingual]) -> list[Text]:
    """Return several planned texts."""
    return [say(one) for one in words]


def time_of(moment: datetime) -> str:
    """Return the time of day of a moment where we are."""
    return moment.astimezone().strftime("%H:%M")


def point() -> str:
    """Return the mark before a point of a list."""
    return "・" if current_language() == "ja" else "•"
