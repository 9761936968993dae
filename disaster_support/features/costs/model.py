"""What courses and drills cost, by the categories of the ministry's fiscal measures."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from disaster_support.bilingual import Bilingual


class Category(StrEnum):
    """What money was spent on.

    Source: Ministry of Internal Affairs and Communications, International Affairs Office, 13 February 2025, fiscal
    measures, item (4) and the parts on fire schools and drills. Whether an expense is eligible is for the municipality
    to decide.
    """

    TRANSLATION = "translation"  # of disaster and disaster-prevention information
    TRAINING = "training"  # of people who respond to foreign nationals
    INSTRUCTORS = "instructors"  # dispatch of instructors
    SUPPORT_CENTRE = "support-centre"  # disaster multilingual support centre
    DRILLS = "drills"
    OTHER = "other"


class Subject(StrEnum):
    """What an expense belongs to."""

    COURSE = "course"
    DRILL = "drill"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Expense:
    """One expense with its receipt."""

    id: str
    paid_on: date
    category: Category
    text: str
    amount_yen: int
    receipt: str = ""  # the receipt's number
    funding: str = ""  # what it is paid from
    subject: Subject = Subject.GENERAL
    subject_id: str = ""
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Occasion:
    """A course or a drill that money is spent on, as far as costs name it."""

    id: str
    subject: Subject
    title: Bilingual
    when: str  # a course's fiscal year, a drill's day in ISO 8601
    removed: bool = False
