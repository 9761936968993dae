"""The names of languages in a sentence of the interface."""

from collections.abc import Iterable

from disaster_support.content.catalogue import Catalogue
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _


def name_languages(catalogue: Catalogue, tags: Iterable[str]) -> str:
    """Return the names of languages, each once, in the interface's language."""
    known = [catalogue.languages[tag] for tag in dict.fromkeys(tags)]
    is_japanese = current_language() == "ja"
    return _(", ").join(language.name_ja if is_japanese else language.name_en for language in known)
