"""What the mark of an unchecked text on a tile means."""

from collections.abc import Sequence

from disaster_support.content.model import Language
from disaster_support.features.boards.words import staff_name
from disaster_support.i18n import gettext as _
from disaster_support.ui.unreviewed import unreviewed_sentence


def explain_mark(unreviewed: Sequence[str], languages: Sequence[Language]) -> str:
    """Return what the mark means beside texts in these languages; where some of them are checked, which are not."""
    if len(unreviewed) == len(languages):
        return unreviewed_sentence()
    names = _(", ").join(staff_name(language) for language in languages if language.tag in unreviewed)
    return _("Not checked yet by anybody who speaks it: {languages}. Watch whether you are understood.").format(
        languages=names
    )
