"""Which keyboard a question needs, said to the person in their language and to staff with the keys that change it."""

import sys
from typing import Self

from PySide6.QtWidgets import QVBoxLayout, QWidget

from disaster_support.content.model import SOURCE_LANGUAGE, Language
from disaster_support.features.reception.pages.checkin.phrases import own_phrase
from disaster_support.features.reception.self_check_in_texts import CheckInTexts
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.ui.panels import wrapping_label
from disaster_support.ui.theme import SMALL

_LATIN_KEYBOARD = "en"
_NO_LETTERS = ("phone",)
_ACCENTED = ("vi",)  # Latin letters that no other keyboard has
_KEYS = {"darwin": "Control + Space", "win32": "Windows + Space"}
_OTHER_KEYS = "Super + Space"


class KeyboardHint(QWidget):
    """What to do where the keyboard lacks the letters."""

    def __init__(self, texts: CheckInTexts, keyboard: Language) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(own_phrase(texts, "form.keyboard", SMALL, role="ink_secondary"))
        name = keyboard.name_ja if current_language() == SOURCE_LANGUAGE else keyboard.name_en
        words = _("Staff: keyboard for {language} ({keys} changes it).").format(
            language=name, keys=_KEYS.get(sys.platform, _OTHER_KEYS)
        )
        label = wrapping_label(words)
        label.setProperty("type", "secondary")
        column.addWidget(label)

    @classmethod
    def for_question(cls, question_id: str, texts: CheckInTexts) -> Self | None:
        """Return the hint for a question, None where every keyboard will do."""
        needed = _keyboard(question_id, texts)
        return cls(texts, needed) if needed else None


def _keyboard(question_id: str, texts: CheckInTexts) -> Language | None:
    languages, spoken = texts.catalogue.languages, texts.spoken
    has_latin_letters = spoken.script == "Latn"
    if question_id in _NO_LETTERS:
        return None
    if question_id == "latin":
        return None if has_latin_letters else languages[_LATIN_KEYBOARD]
    if question_id == "kana":
        return None if spoken.script == "Jpan" else languages[SOURCE_LANGUAGE]
    return spoken if spoken.script != "Jpan" and (not has_latin_letters or spoken.tag in _ACCENTED) else None
