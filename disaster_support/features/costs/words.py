"""What categories, courses and drills are called where costs name them, in the interface's language."""

from collections.abc import Mapping

from disaster_support.features.costs.model import Category, Occasion, Subject
from disaster_support.i18n import current_language, pgettext
from disaster_support.i18n import gettext as _


def say_category(category: Category) -> str:
    """Return the name of a category, as a finance section would have it."""
    return {
        Category.TRANSLATION: pgettext("costs", "Translation"),
        Category.TRAINING: pgettext("costs", "Training of people"),
        Category.INSTRUCTORS: pgettext("costs", "Dispatch of instructors"),
        Category.SUPPORT_CENTRE: pgettext("costs", "Disaster multilingual support centre"),
        Category.DRILLS: pgettext("costs", "Disaster drills"),
        Category.OTHER: pgettext("costs", "Other"),
    }[category]


def say_occasion(occasion: Occasion) -> str:
    """Return a course with its year, or a drill with its day."""
    title = occasion.title.say(current_language())
    if occasion.subject is Subject.COURSE:
        return _("Course: {title} (fiscal year {year})").format(title=title, year=occasion.when)
    return _("Drill: {title} ({day})").format(title=title, day=occasion.when)


def say_subject(subject_id: str, occasions: Mapping[str, Occasion]) -> str:
    """Return the course or drill of this id; without one, that an expense is for all of them."""
    return say_occasion(occasions[subject_id]) if subject_id else pgettext("costs", "General")


def say_yen(amount: int) -> str:
    """Return an amount with its unit: 12,000 yen, 12,000円."""
    return _("{amount} yen").format(amount=f"{amount:,}")


def say_eligibility() -> str:
    """Return who decides what this program does not."""
    return _(
        "Whether an expense is eligible for the special grant tax measure is for the municipality or prefecture to"
        " decide."
    )


def say_purpose() -> str:
    """Return what nobody may take the list for."""
    return _("This list shows what was entered. It does not say that an expense is eligible.")


def say_source() -> str:
    """Return where the categories come from."""
    return _(
        "The categories follow item (4) of the local fiscal measures for intercultural cohesion (Ministry of Internal"
        " Affairs and Communications, International Affairs Office, 13 February 2025)."
    )
