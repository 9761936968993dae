"""The questions of the paper card and the self check-in, in their order: one list, so that entry follows the paper."""

from dataclasses import dataclass
from enum import StrEnum

from disaster_support.features.reception.model import Audience, Level, NeedKind, Sex, Telling


class Answering(StrEnum):
    """How a question is answered."""

    TEXT = "text"
    DATE = "date"  # a date of birth, or an age
    CHOICE = "choice"  # one of the options
    CHOICES = "choices"  # several of the options
    YES_NO = "yes-no"  # with room for what exactly when the answer is yes
    COUNTRY = "country"
    LANGUAGES = "languages"
    FAMILY = "family"  # the people who came along: name, sex, age of each


@dataclass(frozen=True, slots=True)
class Question:
    """A question: what it asks for, the library's entry that asks it, and the entries of its options by value."""

    id: str  # a field of Details, "need.<kind>", "consent.<audience>", "family" or "languages"
    entry: str
    answering: Answering
    options: tuple[tuple[str, str], ...] = ()  # value -> library entry
    detail: str = ""  # the entry that asks what exactly, under a yes
    hint: str = ""  # the entry that helps to answer


_SEX = ((Sex.FEMALE, "form.female"), (Sex.MALE, "form.male"), (Sex.OTHER, "form.sex_other"))
_TELLING = (
    (Telling.VOICE, "form.told_voice"),
    (Telling.TEXT, "form.told_text"),
    (Telling.PICTURES, "form.told_pictures"),
    (Telling.SIGN, "form.told_sign"),
)
_DIET = (
    ("halal", "form.diet_halal"),
    ("vegetarian", "form.diet_vegetarian"),
    ("vegan", "form.diet_vegan"),
    ("no-pork", "form.diet_no_pork"),
    ("no-beef", "form.diet_no_beef"),
    ("no-alcohol", "form.diet_no_alcohol"),
    ("baby-food", "form.diet_baby_food"),
    ("soft-food", "form.diet_soft_food"),
)
JAPANESE = (
    (Level.FLUENT, "form.japanese_fluent"),
    (Level.EASY_JA, "form.japanese_easy"),
    (Level.SLOW, "form.japanese_slow"),
    (Level.READS, "form.japanese_reads"),
    (Level.INTERPRETER, "form.japanese_interpreter"),
)
"""What a person can do with Japanese; the last one means: hardly anything, an interpreter is needed."""


def _need(kind: NeedKind) -> Question:
    return Question(f"need.{kind}", f"form.{kind}_ask", Answering.YES_NO, detail=f"form.{kind}_detail")


def _consent(audience: Audience) -> Question:
    return Question(f"consent.{audience}", f"form.consent_{audience}", Answering.YES_NO)


QUESTIONS: tuple[Question, ...] = (
    Question("name", "form.name_ask", Answering.TEXT, hint="form.name_hint"),
    Question("latin", "form.latin_ask", Answering.TEXT, hint="form.latin_hint"),
    Question("kana", "form.kana_ask", Answering.TEXT, hint="form.kana_hint"),
    Question("sex", "form.sex_ask", Answering.CHOICE, _SEX),
    Question("birth", "form.birth_ask", Answering.DATE, hint="form.birth_hint"),
    Question("nationality", "form.nationality_ask", Answering.COUNTRY),
    Question("japanese", "form.japanese_ask", Answering.CHOICE, JAPANESE),
    Question("languages", "form.languages_ask", Answering.LANGUAGES),
    Question("telling", "form.telling_ask", Answering.CHOICES, _TELLING),
    Question("family", "form.family_ask", Answering.FAMILY, hint="form.family_hint"),
    Question("address", "form.address_ask", Answering.TEXT, hint="form.address_hint"),
    Question("phone", "form.phone_ask", Answering.TEXT),
    Question("contact", "form.contact_ask", Answering.TEXT, hint="form.contact_hint"),
    _need(NeedKind.INJURY),
    _need(NeedKind.ILLNESS),
    _need(NeedKind.MEDICINE),
    _need(NeedKind.PREGNANCY),
    _need(NeedKind.INFANT),
    _need(NeedKind.DISABILITY),
    _need(NeedKind.MOBILITY),
    _need(NeedKind.ALLERGY),
    Question("need.diet", "form.diet_ask", Answering.CHOICES, _DIET, detail="form.diet_detail"),
    _need(NeedKind.PRAYER),
    _need(NeedKind.PET),
    _need(NeedKind.CAR),
    Question("need.other", "form.other_ask", Answering.TEXT),
    Question("notify", "form.notify_ask", Answering.TEXT, hint="form.notify_hint"),
    _consent(Audience.RELATIVES),
    _consent(Audience.ACQUAINTANCES),
    _consent(Audience.PUBLIC),
)
