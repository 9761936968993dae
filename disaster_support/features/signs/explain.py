"""What people should know of signs that were made, in sentences."""

from collections.abc import Sequence

from disaster_support.content.catalogue import Catalogue
from disaster_support.content.names import name_languages
from disaster_support.documents.wall.model import FEW_LANGUAGES
from disaster_support.features.signs.model import Missing, Moved, SignOptions
from disaster_support.i18n import gettext as _


def explain(
    catalogue: Catalogue, moved: Sequence[Moved], missing: Sequence[Missing], options: SignOptions
) -> tuple[str, ...]:
    """Return a sentence on the languages that went to a further sheet, and one on those left out."""
    sentences = []
    if moved:
        sentences.append(_explain_moved(catalogue, moved, options))
    if missing:
        names = name_languages(catalogue, (one.language for one in missing))
        sentences.append(_("Not yet translated, so left out: {languages}.").format(languages=names))
    return tuple(sentences)


def _explain_moved(catalogue: Catalogue, moved: Sequence[Moved], options: SignOptions) -> str:
    names = name_languages(catalogue, (one.language for one in moved))
    advice = [_("fewer languages")]
    if options.paper != "A3":
        advice.append(_("larger paper"))
    if options.landscape:
        advice.append(_("upright paper"))
    if len(options.languages) <= FEW_LANGUAGES and not options.one_sheet:
        advice.append(_("“Keep to one sheet” with smaller letters"))
    # Translators: {advice} is a list such as "fewer languages, larger paper".
    sentence = _("On a further sheet, so that they can be read: {languages}. What helps: {advice}.")
    return sentence.format(languages=names, advice=_(", ").join(advice))
