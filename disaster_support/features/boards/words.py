"""The words and icons that tell tiles apart, the same on the board and on the full screen."""

from collections.abc import Mapping

from PySide6.QtCore import Qt

from disaster_support.content.model import Language
from disaster_support.features.boards.model import Speaker, Tile
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import IconButton
from disaster_support.ui.unreviewed import unreviewed_sentence

SPEAKER_ICONS = {Speaker.STAFF: "account-tie", Speaker.EVACUEE: "account", Speaker.BOTH: "hand-pointing-up"}


def speaker_word(speaker: Speaker) -> str:
    """Return whose line it is, in a word; nothing where both may point at it."""
    if speaker is Speaker.STAFF:
        return _("Staff")
    return _("Evacuee") if speaker is Speaker.EVACUEE else ""


def point_outwards(before: IconButton, after: IconButton) -> None:
    """Give two buttons arrows that point to where reading began and to where it goes on."""
    names = ("chevron-left", "chevron-right")
    is_mirrored = after.layoutDirection() == Qt.LayoutDirection.RightToLeft
    for button, name in zip((before, after), reversed(names) if is_mirrored else names, strict=True):
        button.set_icon_name(name)


def explain_mark(tile: Tile, languages: Mapping[str, Language]) -> str:
    """Return what the mark on a tile means, and where only some of its languages are meant, which."""
    unreviewed = dict.fromkeys(tag for one in (tile, *tile.answers) for tag in one.unreviewed)
    if len(unreviewed) == len(tile.phrases):
        return unreviewed_sentence()
    names = _(", ").join(staff_name(languages[tag]) for tag in unreviewed)
    return _("Not checked yet by anybody who speaks it: {languages}. Watch whether you are understood.").format(
        languages=names
    )


def staff_name(language: Language) -> str:
    """Return the language's name as staff read it."""
    return language.name_ja if current_language() == "ja" else language.name_en
