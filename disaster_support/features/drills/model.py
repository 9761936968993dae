"""What a drill is: objectives, timetable, injects and checklist, what happened, who took part, what comes of it."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from disaster_support.bilingual import Bilingual


class Phase(StrEnum):
    """When an item of the checklist is due."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Objective:
    """What the drill is to show; specific and measurable."""

    id: str
    text: Bilingual


@dataclass(frozen=True, slots=True)
class Role:
    """A part that somebody of the staff has."""

    id: str
    title: Bilingual
    duty: Bilingual


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of the timetable, in minutes from the beginning."""

    minute: int
    minutes: int
    text: Bilingual


@dataclass(frozen=True, slots=True)
class Inject:
    """An event that is given to the players at its minute."""

    id: str
    minute: int
    text: Bilingual
    by: Bilingual
    to: str  # a role
    expected: Bilingual
    objective: str = ""


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """Something to do: who, with what, and what 'done' looks like."""

    id: str
    phase: Phase
    text: Bilingual
    who: str  # a role
    means: Bilingual
    done: Bilingual
    objective: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A drill as it is planned: a template, or what a coordinator has made of one."""

    id: str  # of the template
    title: Bilingual
    purpose: Bilingual
    scenario: Bilingual
    venue: Bilingual
    minutes: int
    organisations: tuple[Bilingual, ...]
    safety: tuple[Bilingual, ...]
    objective: tuple[Objective, ...]
    role: tuple[Role, ...]
    slot: tuple[Slot, ...]
    inject: tuple[Inject, ...]
    item: tuple[ChecklistItem, ...]
    sort: int = 0


@dataclass(frozen=True, slots=True)
class Drill:
    """A drill that is kept in the register."""

    id: str
    plan: Plan
    held_on: date
    begins: time = time(9, 0)
    copied_from: str = ""
    started_at: datetime | None = None
    ended_at: datetime | None = None
    removed: bool = False


class EventKind(StrEnum):
    """What happened."""

    ITEM = "item"  # of the checklist
    INJECT = "inject"
    NOTE = "note"
    HOT_WASH = "hot-wash"  # a note of the talk right afterwards
    STATION = "station"  # figures of drill mode that were taken over: ref is their name, text numbers with commas


class Mark(StrEnum):
    """How an item or an inject ended."""

    DONE = "done"  # of an inject: given
    NOT_DONE = "not-done"
    OPEN = "open"  # taken back


@dataclass(frozen=True, slots=True)
class Event:
    """Something that was marked or noted; only ever added."""

    id: str
    kind: EventKind
    ref: str  # id of the item or inject
    mark: Mark
    at: datetime
    by: str  # who did it, as typed: not always a member of staff
    text: str = ""  # why not, or the note


class Part(StrEnum):
    """As what somebody took part."""

    RESIDENT = "resident"  # foreign resident or visitor
    INTERPRETER = "interpreter"
    CREW = "crew"  # fire service, fire corps
    VOLUNTEER = "volunteer"
    STAFF = "staff"
    OBSERVER = "observer"


class LogMeans(StrEnum):
    """How participation was noted."""

    LIST = "list"
    SCAN = "scan"
    TALLY = "tally"


@dataclass(frozen=True, slots=True)
class Participation:
    """People who took part: one with or without a name, or several counted by a key."""

    id: str
    part: Part
    people: int
    means: LogMeans
    at: datetime
    language: str = ""  # BCP 47
    nationality: str = ""  # ISO 3166-1 alpha-2
    name: str = ""
    organisation: str = ""
    code: str = ""  # of the card that was scanned, or the row of the file: nobody is counted twice by it
    by: str = ""


class Tool(StrEnum):
    """Tools that drills spread."""

    SAFETY_TIPS = "safety-tips"
    VOICETRA = "voicetra"
    BOARDS = "boards"
    SIGNS = "signs"


@dataclass(frozen=True, slots=True)
class ToolUse:
    """That people tried a tool, or installed it."""

    id: str
    tool: Tool
    installed: bool
    people: int
    at: datetime


class Rating(StrEnum):
    """How an objective was reached.

    Source: Homeland Security Exercise and Evaluation Program (HSEEP), 2020, exercise evaluation guide.
    """

    PERFORMED = "P"
    SOME = "S"  # performed with some challenges
    MAJOR = "M"  # performed with major challenges
    UNABLE = "U"


@dataclass(frozen=True, slots=True)
class ObjectiveRating:
    """The rating of an objective, and what was seen."""

    objective: str
    rating: Rating
    note: str = ""


class FindingKind(StrEnum):
    """What the report draws from the drill."""

    STRENGTH = "strength"
    IMPROVEMENT = "improvement"


@dataclass(frozen=True, slots=True)
class Finding:
    """A strength, or an area for improvement with what is done about it by whom until when."""

    id: str
    kind: FindingKind
    text: str
    objective: str = ""
    cause: str = ""
    action: str = ""
    owner: str = ""
    due: date | None = None
    done_on: date | None = None
    followed_from: str = ""  # the finding of the drill before
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Feedback:
    """A filled feedback form: question id (feedback.understood …) to 'yes', 'partly', 'no', and free words."""

    id: str
    language: str
    answers: dict[str, str]
    good: str = ""
    difficult: str = ""
