"""The words and icons that tell tiles apart, the same on the board and on the full screen."""

from PySide6.QtCore import Qt

from disaster_support.content.model import Language
from disaster_support.features.boards.model import Speaker
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import IconButton

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


def staff_name(language: Language) -> str:
    """Return the language's name as staff read it."""
    return language.name_ja if current_language() == "ja" else language.name_en
