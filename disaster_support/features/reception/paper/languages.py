"""Names of languages on paper: of the library where it has them, of CLDR where it has not."""

from collections.abc import Mapping
from functools import lru_cache

from disaster_support.content.model import SOURCE_LANGUAGE, Language
from disaster_support.content.tags import match_tag
from disaster_support.documents.model import Text
from disaster_support.features.reception.paper.names import NameMeasurer, language_of_name
from disaster_support.lists.languages import language_name


def autonym(tag: str, languages: Mapping[str, Language], measurer: NameMeasurer) -> Text:
    """Return what a language calls itself, or its Japanese name where that is not known or cannot be drawn."""
    known = match_tag(tag, languages)
    if known:
        return Text(languages[known].autonym, known)
    own = _own_name(tag)
    text = Text(own, language_of_name(own, (), languages))
    if own and not measurer.find_missing_characters(text):
        return text
    return Text(language_name(tag, languages, SOURCE_LANGUAGE), SOURCE_LANGUAGE)


@lru_cache(maxsize=1024)
def _own_name(tag: str) -> str:
    """Return the autonym from CLDR, empty where it has none."""
    from disaster_support.content.languages import parse_locale

    try:
        name = parse_locale(tag).get_display_name() or ""
    except ValueError:
        return ""
    return name[:1].upper() + name[1:]
