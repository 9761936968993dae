"""The words of reception in the interface's language: fields, levels, needs, states and what happens to people."""

from collections.abc import Callable, Mapping

from disaster_support.features.reception.model import (
    Audience,
    Level,
    MovementKind,
    NeedKind,
    NeedState,
    Sex,
    State,
    Telling,
    Unanswered,
)
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext

_Say = Callable[[], str]

FIELDS: Mapping[str, _Say] = {
    "name": lambda: _("Name"),
    "kana": lambda: _("Reading (kana)"),
    "latin": lambda: _("Latin letters"),
    "other_names": lambda: _("Other names"),
    "sex": lambda: _("Sex"),
    "birth": lambda: _("Date of birth or age"),
    "age_years": lambda: _("Age"),
    "age_on": lambda: _("Age asked on"),
    "nationality": lambda: _("Nationality"),
    "address": lambda: _("Home address"),
    "phone": lambda: _("Telephone"),
    "contact": lambda: _("Other contact"),
    "languages": lambda: _("Languages"),
    "telling": lambda: _("How to tell them"),
    "room": lambda: _("Place in the shelter"),
    "notify": lambda: _("Who to tell"),
    "note": lambda: pgettext("field", "Note"),
    "household": lambda: _("Household"),
    "state": lambda: _("Where they are"),
    "arrived_at": lambda: _("Arrived"),
}
_NEEDS: Mapping[NeedKind, _Say] = {
    NeedKind.INJURY: lambda: _("Injury"),
    NeedKind.ILLNESS: lambda: _("Illness"),
    NeedKind.MEDICINE: lambda: _("Medicine"),
    NeedKind.PREGNANCY: lambda: _("Pregnancy"),
    NeedKind.INFANT: lambda: _("Baby"),
    NeedKind.DISABILITY: lambda: _("Disability"),
    NeedKind.MOBILITY: lambda: _("Help to walk"),
    NeedKind.ALLERGY: lambda: _("Allergy"),
    NeedKind.DIET: lambda: _("Diet"),
    NeedKind.PRAYER: lambda: _("Prayer"),
    NeedKind.PET: lambda: _("Pet"),
    NeedKind.CAR: lambda: _("Car"),
    NeedKind.OTHER: lambda: _("Other need"),
}
NEED_PICTOGRAMS: Mapping[NeedKind, str] = {
    NeedKind.INJURY: "bandage",
    NeedKind.ILLNESS: "emoticon-sick",
    NeedKind.MEDICINE: "pill",
    NeedKind.PREGNANCY: "human-pregnant",
    NeedKind.INFANT: "baby-bottle",
    NeedKind.DISABILITY: "human-white-cane",
    NeedKind.MOBILITY: "wheelchair",
    NeedKind.ALLERGY: "allergy",
    NeedKind.DIET: "food-halal",
    NeedKind.PRAYER: "hands-pray",
    NeedKind.PET: "paw",
    NeedKind.CAR: "car",
    NeedKind.OTHER: "dots-horizontal-circle-outline",
}
_LEVELS: Mapping[Level, _Say] = {
    Level.INTERPRETER: lambda: _("Interpreter needed"),
    Level.FLUENT: lambda: _("Fluent"),
    Level.SLOW: lambda: _("When spoken slowly"),
    Level.READS: lambda: _("Reads only"),
    Level.EASY_JA: lambda: _("Easy Japanese is enough"),
}
_STATES: Mapping[State, _Say] = {
    State.EXPECTED: lambda: pgettext("person", "Expected"),
    State.HERE: lambda: pgettext("person", "Here"),
    State.ON_LEAVE: lambda: pgettext("person", "Away for the night"),
    State.LEFT: lambda: pgettext("person", "Left"),
    State.TRANSFERRED: lambda: pgettext("person", "Transferred"),
}
_MOVEMENTS: Mapping[MovementKind, _Say] = {
    MovementKind.IN: lambda: pgettext("movement", "Came in"),
    MovementKind.OUT: lambda: pgettext("movement", "Left"),
    MovementKind.LEAVE: lambda: pgettext("movement", "Away for the night"),
    MovementKind.TRANSFER_OUT: lambda: pgettext("movement", "Transferred out"),
    MovementKind.TRANSFER_IN: lambda: pgettext("movement", "Transferred in"),
    MovementKind.VOID: lambda: pgettext("movement", "Taken back"),
}
_AUDIENCES: Mapping[Audience, _Say] = {
    Audience.RELATIVES: lambda: _("Relatives may be told"),
    Audience.ACQUAINTANCES: lambda: _("Friends and acquaintances may be told"),
    Audience.PUBLIC: lambda: _("Anyone may be told, the embassy too"),
}
_SEXES: Mapping[str, _Say] = {
    Sex.FEMALE: lambda: _("Female"),
    Sex.MALE: lambda: _("Male"),
    Sex.OTHER: lambda: pgettext("sex", "Other"),
}
_TELLINGS: Mapping[str, _Say] = {
    Telling.VOICE: lambda: _("By voice"),
    Telling.TEXT: lambda: _("In writing"),
    Telling.PICTURES: lambda: _("With pictures"),
    Telling.SIGN: lambda: _("In sign language"),
}
_NEED_STATES: Mapping[NeedState, _Say] = {
    NeedState.YES: lambda: _("Yes"),
    NeedState.NO: lambda: _("No"),
    NeedState.UNKNOWN: lambda: say_unanswered(Unanswered.UNKNOWN),
    NeedState.DECLINED: lambda: say_unanswered(Unanswered.DECLINED),
}


def say_field(column: str) -> str:
    """Return what a column is called, those of needs and consents too; the column itself where it is unknown."""
    if column in FIELDS:
        return FIELDS[column]()
    group, _line, one = column.partition("_")
    if group == "need" and one in _NEEDS:
        return _NEEDS[NeedKind(one)]()
    if group == "consent" and one in _AUDIENCES:
        return _AUDIENCES[Audience(one)]()
    return column


def say_need(kind: NeedKind) -> str:
    """Return the word for a kind of need."""
    return _NEEDS[kind]()


def say_need_state(state: NeedState) -> str:
    """Return the word for an answer about a need."""
    return _NEED_STATES[state]()


def say_level(level: Level) -> str:
    """Return the word for how far somebody gets with a language."""
    return _LEVELS[level]()


def say_state(state: State) -> str:
    """Return the word for where somebody is."""
    return _STATES[state]()


def say_movement(kind: MovementKind) -> str:
    """Return the word for a movement."""
    return _MOVEMENTS[kind]()


def say_audience(audience: Audience) -> str:
    """Return what a consent allows."""
    return _AUDIENCES[audience]()


def say_sex(value: str) -> str:
    """Return the word for a sex, or for why it was not answered."""
    return _SEXES[value]() if value in _SEXES else say_unanswered(value)


def say_telling(value: str) -> str:
    """Return the words for ways of being told, parted by ';' in the field."""
    return "、".join(_TELLINGS[one]() if one in _TELLINGS else say_unanswered(one) for one in value.split(";"))


def say_unanswered(value: str | None) -> str:
    """Return why a field has no answer; a real answer comes back as it is."""
    if value is None or value == "":
        return _("Not asked")
    if value == Unanswered.UNKNOWN:
        return _("Does not know")
    if value == Unanswered.DECLINED:
        return _("Does not want to say")
    return value
