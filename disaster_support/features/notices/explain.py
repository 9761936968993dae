"""What people should know of a notice that was made, in sentences."""

from collections.abc import Iterable

from disaster_support.content.catalogue import Catalogue
from disaster_support.content.names import name_languages
from disaster_support.i18n import gettext as _


def explain(catalogue: Catalogue, moved: Iterable[str], missing: Iterable[str]) -> tuple[str, ...]:
    """Return a sentence on the languages on a further sheet, and one on those without a text."""
    sentences = []
    if names := name_languages(catalogue, moved):
        sentences.append(_("On a further sheet, so that they can be read: {languages}.").format(languages=names))
    if names := name_languages(catalogue, missing):
        sentences.append(_("Not yet translated, so left out: {languages}.").format(languages=names))
    return tuple(sentences)
