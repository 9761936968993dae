"""Answers, moments and names of a record in words."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from disaster_support.content.model import Language
from disaster_support.features.reception.answers import read_need
from disaster_support.features.reception.columns import CONSENT_COLUMNS, NEED_COLUMNS
from disaster_support.features.reception.dates import Birth, age_on, describe_birth
from disaster_support.features.reception.languages_text import read_languages
from disaster_support.features.reception.model import Details, Need, SpokenLanguage, Unanswered, is_answered
from disaster_support.features.reception.pages.form.language_rows import language_name
from disaster_support.features.reception.paper.names import language_of_name
from disaster_support.features.reception.words import (
    say_field,
    say_level,
    say_need_state,
    say_sex,
    say_telling,
    say_unanswered,
)
from disaster_support.i18n import current_language, pgettext
from disaster_support.i18n import gettext as _
from disaster_support.lists.countries import country_name

JOINT = "  ·  "


def join(words: Iterable[str]) -> str:
    """Return words in a row as the interface's language parts them."""
    # Translators: between two words of a list.
    return pgettext("list", ", ").join(words)


def language_of(details: Details, name: str, languages: Mapping[str, Language]) -> Language:
    """Return the registered language in whose letters a name of this person is shown."""
    return languages[language_of_name(name, [one.tag for one in details.languages], languages)]


def say_names(details: Details) -> str:
    """Return the reading and the Latin spelling, those that are known and say something new."""
    told = (details.kana, details.latin)
    return JOINT.join(name for name in told if name and is_answered(name) and name != details.name)


def say_age(details: Details, today: date) -> str:
    """Return the age in full years that is certain today; empty when nothing is known."""
    years = age_on(_birth(details), today)
    return "" if years is None else str(years)


def say_birth(details: Details, today: date) -> str:
    """Return the date of birth with its era in Japanese, and the age of today; or why there is none."""
    said = describe_birth(_birth(details), current_language())
    if not said:
        return say_unanswered(details.birth)
    if not is_answered(details.birth):
        return said
    return _("{birth}, {age} years old").format(birth=said, age=say_age(details, today))


def _birth(details: Details) -> Birth:
    return Birth(details.birth, details.age_years, details.age_on)


def say_moment(at: datetime, now: datetime) -> str:
    """Return a moment as the interface's language writes it, the year only where it is another one."""
    from babel.dates import format_skeleton

    local = at.astimezone()
    day = format_skeleton("MMMd" if local.year == now.astimezone().year else "yMMMd", local, locale=current_language())
    return f"{day} {local:%H:%M}"


def say_language(one: SpokenLanguage) -> str:
    """Return a language with how far somebody gets with it and the script they read."""
    more = [say_level(one.level)] if one.level else []
    if one.script:
        more.append(_("reads: {script}").format(script=say_script(one.script)))
    name = language_name(one.tag)
    return _("{language} ({level})").format(language=name, level=join(more)) if more else name


def say_script(code: str) -> str:
    """Return the name of a script by its ISO 15924 code."""
    from babel import Locale

    return _("Cannot read") if code == "none" else str(Locale.parse(current_language()).scripts.get(code, code))


def say_need_answer(need: Need) -> str:
    """Return the answer about a need and what exactly."""
    word = say_need_state(need.state)
    return _("{answer}: {detail}").format(answer=word, detail=need.detail) if need.detail else word


def say_answer(column: str, text: str) -> str:
    """Return what stands in a column, in words; empty is 'not asked'."""
    if not text or text in tuple(Unanswered):
        return say_unanswered(text)
    if column == "languages":
        return join(say_language(one) for one in read_languages(text))
    if column in NEED_COLUMNS:
        return say_need_answer(read_need(text))
    if column in CONSENT_COLUMNS:
        return _("Yes") if text == "yes" else _("No")
    if column == "nationality":
        return country_name(text, current_language())
    if column == "birth":
        return text if text.isdigit() and len(text) < 4 else describe_birth(Birth(text), current_language())
    return {"sex": say_sex, "telling": say_telling}.get(column, say_unanswered)(text)


def say_unasked(columns: list[str]) -> str:
    """Return in one quiet line what was not asked."""
    return _("Not asked: {fields}").format(fields=join(say_field(column) for column in columns))
