"""What a course is: goals, units with their lesson plans, and the people who teach and learn."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from disaster_support.bilingual import EMPTY, Bilingual


class Method(StrEnum):
    """How a unit is taught."""

    LECTURE = "lecture"
    PRACTICE = "practice"  # with boards and sheets
    APP = "app"  # translation app exercise
    ROLE_PLAY = "role-play"
    DESK = "desk"  # exercise at a table
    PEER = "peer"  # trainees teach each other


@dataclass(frozen=True, slots=True)
class Goal:
    """What trainees can do afterwards, and how an instructor sees that."""

    id: str
    text: Bilingual
    observed: Bilingual


@dataclass(frozen=True, slots=True)
class Step:
    """A line of a lesson plan."""

    minutes: int
    activity: Bilingual
    says: Bilingual  # the instructor, in words that can be read out
    does: Bilingual  # the trainees
    materials: Bilingual


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a course of one lesson hour or more."""

    id: str
    title: Bilingual
    lessons: int
    method: Method
    goals: tuple[str, ...] = ()
    content: tuple[Bilingual, ...] = ()
    tools: tuple[Bilingual, ...] = ()
    materials: tuple[Bilingual, ...] = ()
    assessment: Bilingual = EMPTY
    boards: tuple[str, ...] = ()  # situations printed as practice boards
    signs: tuple[str, ...] = ()  # ids of sign entries
    scenes: tuple[str, ...] = ()  # role-play
    handouts: tuple[str, ...] = ()
    step: tuple[Step, ...] = ()  # the minutes add up to lessons * lesson_minutes
    instructor_id: str = ""


@dataclass(frozen=True, slots=True)
class Conditions:
    """Who gets a certificate."""

    attendance_percent: int = 80
    quiz_percent: int = 60


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a course; its lessons follow one another with breaks, and a longer one at noon."""

    on: date
    begins: time = time(9, 0)
    lessons: int = 6


@dataclass(frozen=True, slots=True)
class Plan:
    """A course as it is planned: a template, or what a school has made of one."""

    id: str  # of the template
    title: Bilingual
    audience: Bilingual
    aim: Bilingual
    lesson_minutes: int
    lessons: int  # the frame that the units have to fill
    trainees: int
    goal: tuple[Goal, ...]
    unit: tuple[Unit, ...]
    conditions: Conditions = Conditions()
    topics: tuple[str, ...] = ()  # of the question bank
    sort: int = 0
    break_minutes: int = 10
    days: tuple[Day, ...] = ()


@dataclass(frozen=True, slots=True)
class Course:
    """A course that is kept in the register."""

    id: str
    plan: Plan
    fiscal_year: int  # April to March
    venue: str = ""
    organiser: str = ""
    copied_from: str = ""
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Instructor:
    """A candidate for teaching, and the office that proposed them."""

    id: str
    name: str
    organisation: str = ""
    proposed_by: str = ""
    topics: str = ""
    languages: str = ""
    contact: str = ""
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes a course."""

    id: str
    course_id: str
    name: str
    organisation: str = ""
    role: str = ""
    quiz_percent: int | None = None  # None: no result yet
    removed: bool = False


class Means(StrEnum):
    """How attendance was noted."""

    LIST = "list"
    SCAN = "scan"
    CODE = "code"  # the code on the screen, typed by the trainee


@dataclass(frozen=True, slots=True)
class Attendance:
    """That somebody was at a unit."""

    id: str
    participant_id: str
    unit_id: str
    at: datetime
    means: Means
    by: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the bank; exactly one choice is right."""

    id: str
    text: Bilingual
    choices: tuple[Bilingual, ...]
    right: int  # counted from 1
    why: Bilingual
    topic: str = ""


@dataclass(frozen=True, slots=True)
class HandoutSection:
    """A part of a hand-out."""

    heading: Bilingual
    points: tuple[Bilingual, ...]


@dataclass(frozen=True, slots=True)
class Handout:
    """A page for trainees."""

    id: str
    title: Bilingual
    lead: Bilingual
    section: tuple[HandoutSection, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A role-play: the crew's side, and the evacuee's as entries of the library."""

    id: str
    title: Bilingual
    place: Bilingual
    minutes: int
    crew: Bilingual
    crew_goals: tuple[Bilingual, ...]
    crew_tools: tuple[Bilingual, ...]
    evacuee: tuple[str, ...]
    debrief: tuple[Bilingual, ...]


@dataclass(frozen=True, slots=True)
class Materials:
    """What ships for courses, by id."""

    templates: dict[str, Plan] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    handouts: dict[str, Handout] = field(default_factory=dict)
    scenes: dict[str, Scene] = field(default_factory=dict)
