"""Panels that say something: a message that stays until it is dismissed, an empty place, work that runs."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.icons import icon_pixmap
from disaster_support.ui.say import Words, say
from disaster_support.ui.tasks import Task
from disaster_support.ui.theme import current_theme

Meaning = Literal["information", "success", "warning", "error"]

_ICONS = {
    "information": ("information", "action"),
    "success": ("check-circle", "success"),
    "warning": ("alert", "warning"),
    "error": ("alert-circle", "error"),
}


def _meaning_word(meaning: Meaning) -> str:
    return {
        "information": _("Note"),
        "success": _("Done"),
        "warning": _("Caution"),
        "error": _("Error"),
    }[meaning]


class IconLabel(QLabel):
    """An icon in a role's colour that follows theme and text size; decoration, unless it is given a name."""

    def __init__(self, name: str, size: int = 24, role: str = "ink", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = (name, size, role)
        self._draw()

    def draw(self, name: str, size: int = 24, role: str = "ink") -> None:
        """Show another icon."""
        self._drawing = (name, size, role)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw it in the new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        name, size, role = self._drawing
        self.setPixmap(icon_pixmap(name, current_theme().px(size), role))


class MessagePanel(QFrame):
    """An icon, a word for what kind of message it is, the sentence, and what can be done about it."""

    def __init__(
        self,
        meaning: Meaning,
        words: Words,
        *,
        action: tuple[Words, Callable[[], object]] | None = None,
        on_dismiss: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("panel", meaning)
        self.meaning = meaning
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        self._icon = IconLabel(_ICONS[meaning][0], 24, _ICONS[meaning][1])
        row.addWidget(self._icon)
        self._label = wrapping_label()
        self._words = words
        say(self, self._label.setText, self._sentence)
        row.addWidget(self._label, 1)
        if action:
            row.addWidget(Button(*action, height="small"), 0, Qt.AlignmentFlag.AlignTop)
        if on_dismiss:
            row.addWidget(
                Button(lambda: _("Close"), on_dismiss, kind="text", height="small"), 0, Qt.AlignmentFlag.AlignTop
            )

    def set_words(self, words: Words) -> None:
        """Say something else."""
        self._words = words
        self._label.setText(self._sentence())

    def text(self) -> str:
        """Return what the panel says."""
        return self._label.text()

    def says(self, sentence: str) -> bool:
        """Whether the panel says this sentence."""
        return self._words() == sentence

    def _sentence(self) -> str:
        # Translators: a kind of message (Note, Done, Caution, Error) and the message itself.
        return _("{kind}: {message}").format(kind=_meaning_word(self.meaning), message=self._words())


class EmptyState(QWidget):
    """A place with nothing in it yet: an icon, what to do first, and the button that does it."""

    def __init__(self, icon_name: str, words: Words, action: tuple[Words, Callable[[], object]] | None = None) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(1)
        picture = IconLabel(icon_name, 48, "ink_secondary")
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(picture)
        label = wrapping_label()
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        say(self, label.setText, words)
        column.addWidget(label)
        if action:
            column.addWidget(Button(*action), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)


class ProgressPanel(QFrame):
    """How far long work is, and the button that stops it; hidden while nothing runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "surface")
        self._task: Task | None = None
        self._label = wrapping_label()
        self._bar = QProgressBar()
        say(self, self._bar.setAccessibleName, lambda: _("Progress"))
        # Translators: a button that stops long work.
        self._stop = Button(lambda: _("Stop"), self._cancel, height="small", icon_name="close")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self._label)
        row = QHBoxLayout()
        row.addWidget(self._bar, 1)
        row.addWidget(self._stop)
        column.addLayout(row)
        self.hide()

    def follow(self, task: Task, words: Words) -> None:
        """Show this work until `finish` is called or it is stopped."""
        self._task = task
        self._label.setText(words())
        self._bar.setRange(0, 0)
        task.advanced.connect(self._advance)
        self.show()

    def finish(self) -> None:
        """Hide: the work is over."""
        self._task = None
        self.hide()

    def _advance(self, done: int, total: int, text: str) -> None:
        if self.sender() is self._task:
            self._bar.setRange(0, total)
            self._bar.setValue(done)
            if text:
                self._label.setText(text)

    def _cancel(self) -> None:
        if self._task:
            self._task.cancel()
        self.finish()


def wrapping_label(text: str = "") -> QLabel:
    """Return a label for a sentence: plain text, never markup, that wraps and can be selected."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
