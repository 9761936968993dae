"""The words of the register in the interface's language, as its lists print them, and the needs' pictograms."""

from disaster_support.features.reception.model import Level, NeedKind, Sex, State, Unanswered
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext

NEED_PICTOGRAMS = {
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


def sex_word(sex: str | None) -> str:
    """Return a value of `Sex` in a word, or what stands for a missing answer."""
    words = {Sex.FEMALE: _("Female"), Sex.MALE: _("Male"), Sex.OTHER: pgettext("sex", "Other")}
    return {**words, **_unanswered()}.get(sex or "", "")


def need_word(kind: NeedKind) -> str:
    """Return a kind of need in a word or two."""
    return {
        NeedKind.INJURY: _("Injury"),
        NeedKind.ILLNESS: _("Illness"),
        NeedKind.MEDICINE: _("Medicine"),
        NeedKind.PREGNANCY: _("Pregnancy"),
        NeedKind.INFANT: _("Infant"),
        NeedKind.DISABILITY: _("Disability"),
        NeedKind.MOBILITY: _("Help with moving"),
        NeedKind.ALLERGY: _("Allergy"),
        NeedKind.DIET: _("Food"),
        NeedKind.PRAYER: _("Prayer"),
        NeedKind.PET: _("Pet"),
        NeedKind.CAR: _("Car"),
        NeedKind.OTHER: pgettext("need", "Other"),
    }[kind]


def state_word(state: State) -> str:
    """Return where a person is, in a word or two."""
    return {
        State.EXPECTED: _("Expected"),
        State.HERE: pgettext("person", "Here"),
        State.ON_LEAVE: _("On leave"),
        State.LEFT: pgettext("person", "Left"),
        State.TRANSFERRED: _("Transferred"),
    }[state]


def level_word(level: Level | None) -> str:
    """Return how far a person gets with a language, in a word or two; nothing where it was not asked."""
    words = {
        Level.FLUENT: _("fluent"),
        Level.SLOW: _("when spoken slowly"),
        Level.READS: _("reads"),
        Level.INTERPRETER: _("interpreter needed"),
        Level.EASY_JA: _("Easy Japanese"),
    }
    return words[level] if level else ""


def _unanswered() -> dict[str, str]:
    return {Unanswered.UNKNOWN: _("Unknown"), Unanswered.DECLINED: _("Declined")}
