"""The settings page: language, look, folders, keys, and what the program is made of."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from disaster_support import __version__
from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.settings.licences import LicencePanel
from disaster_support.files import make_folder
from disaster_support.i18n import current_language, pgettext
from disaster_support.i18n import gettext as _
from disaster_support.settings import TEXT_SCALES, THEMES
from disaster_support.ui.bar import LANGUAGE_NAMES
from disaster_support.ui.buttons import Button
from disaster_support.ui.open_file import open_path
from disaster_support.ui.page import Page, scrolling
from disaster_support.ui.panels import wrapping_label
from disaster_support.ui.say import Words, say

_WIDEST = 920


class SettingsPage(Page):
    """One column of cards; every choice takes effect at once."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.view = scrolling(self._build_column())
        outer.addWidget(self.view)

    def help_text(self) -> str:
        """Return what can be set here."""
        return _(
            "Choose the language of the program, its colours and the size of its text. Every choice takes effect "
            "at once and is kept.\n\n"
            "Below you see where the program keeps its files, which keys lead where, and what the program is made of."
        )

    def screen_states(self) -> Iterable[tuple[str, Callable[[], None]]]:
        """Return the lower parts of the page."""
        bar = self.view.verticalScrollBar()
        yield "end", lambda: bar.setValue(bar.maximum())

    def _build_column(self) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(24, 16, 24, 24)
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(_card(lambda: _("Display"), self._build_display()))
        column.addWidget(_card(lambda: _("Files"), self._build_files()))
        column.addWidget(_card(lambda: _("Keys"), self._build_keys()))
        column.addWidget(_card(lambda: _("About"), self._build_about()))
        row.addWidget(inner, 1)
        row.addStretch(0)
        return whole

    # -- display

    def _build_display(self) -> QWidget:
        settings = self._context.settings.current
        box, column = _column()
        languages = [(tag, partial(str, name)) for tag, name in LANGUAGE_NAMES.items()]
        self.language = _Choice(lambda: _("Language of the program"), languages, current_language())
        self.language.on_choice = self._choose_language
        self.theme = _Choice(lambda: _("Colours"), [(one, partial(_theme_name, one)) for one in THEMES], settings.theme)
        self.theme.on_choice = lambda theme: self._choose_look(theme=theme)
        scales = [(str(scale), partial(_scale_name, scale)) for scale in TEXT_SCALES]
        self.text_scale = _Choice(lambda: _("Size of text"), scales, str(settings.text_scale))
        self.text_scale.on_choice = lambda scale: self._choose_look(text_scale=float(scale))
        for choice in (self.language, self.theme, self.text_scale):
            column.addWidget(choice)
        return box

    def retranslate(self) -> None:
        """Mark the language that was chosen elsewhere."""
        self.language.show_choice(current_language())

    def _choose_language(self, tag: str) -> None:
        self._keep(interface_language=tag)
        self._context.changes.announce(Change.INTERFACE_LANGUAGE)

    def _choose_look(self, **changes: object) -> None:
        self._keep(**changes)
        self._context.changes.announce(Change.APPEARANCE)

    def _keep(self, **changes: object) -> None:
        try:
            self._context.settings.update(**changes)
        except UserError as error:
            _tell(self, str(error))

    # -- files

    def _build_files(self) -> QWidget:
        paths = self._context.paths
        box, column = _column()
        portable = wrapping_label()
        say(portable, portable.setText, self._describe_place)
        column.addWidget(portable)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        rows: list[tuple[Words, object]] = [
            (lambda: _("Settings"), paths.settings),
            # Translators: files that the program can make again at any time.
            (lambda: _("Cache"), paths.cache),
            (lambda: _("Logs"), paths.logs),
        ]
        for number, (words, path) in enumerate(rows):
            label = QLabel()
            label.setProperty("type", "strong")
            say(label, label.setText, words)
            grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(wrapping_label(str(path)), number, 1)
        column.addLayout(grid)
        buttons = QHBoxLayout()
        buttons.addWidget(Button(lambda: _("Open the settings folder"), self._open_settings, height="small"))
        buttons.addWidget(Button(lambda: _("Open the log folder"), self._open_logs, height="small"))
        buttons.addStretch(1)
        column.addLayout(buttons)
        return box

    def _describe_place(self) -> str:
        if self._context.paths.portable:
            return _("The program is portable: its files lie beside it, and nothing is kept on this computer.")
        return _("The program keeps its files in your own folders on this computer.")

    def _open_settings(self) -> None:
        self._open(self._context.paths.config)

    def _open_logs(self) -> None:
        self._open(self._context.paths.logs)

    def _open(self, folder: Path) -> None:
        try:
            make_folder(folder)
        except UserError as error:
            _tell(self, str(error))
            return
        open_path(self, folder)

    # -- keys

    def _build_keys(self) -> QWidget:
        box, column = _column()
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for number, (keys, words) in enumerate(KEYS):
            key = QLabel(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
            key.setProperty("type", "strong")
            grid.addWidget(key, number, 0)
            label = wrapping_label()
            say(label, label.setText, words)
            grid.addWidget(label, number, 1)
        column.addLayout(grid)
        return box

    # -- about

    def _build_about(self) -> QWidget:
        box, column = _column()
        about = wrapping_label()
        say(about, about.setText, _describe_program)
        column.addWidget(about)
        self.licences = LicencePanel(self._context.paths.program)
        column.addWidget(self.licences)
        return box


KEYS: tuple[tuple[str, Words], ...] = (
    ("Ctrl+1", lambda: _("Talk")),
    ("Ctrl+2", lambda: _("Signs")),
    ("Ctrl+3", lambda: pgettext("rail", "Reception")),
    ("Ctrl+4", lambda: pgettext("rail", "Training")),
    ("Ctrl+5", lambda: pgettext("rail", "Drills")),
    ("Ctrl+6", lambda: _("Settings")),
    ("Ctrl+L", lambda: _("Lock the register")),
    ("Ctrl+Tab", lambda: _("Next part of reception")),
    ("F1", lambda: _("Help")),
    ("Tab", lambda: _("Next control")),
    ("Shift+Tab", lambda: _("Previous control")),
    ("Space", lambda: _("Press the button or tick the box")),
    ("Esc", lambda: _("Go back, empty the search, close the help")),
    ("Alt+Right", lambda: _("Move a chosen language forward, Alt and the other arrow back")),
    ("Del", lambda: _("Take a chosen language out")),
    ("PgDown", lambda: _("Next page of the preview")),
    ("+", lambda: _("Larger preview; - makes it smaller, 0 shows the whole page, W the full width")),
    ("Ctrl+P", lambda: _("Print the sign or board")),
    ("Ctrl+S", lambda: _("Save the sign or board as PDF")),
    ("Ctrl+Q", lambda: _("Quit")),
)


class _Choice(QWidget):
    """A label and one of several, side by side."""

    def __init__(self, label: Words, options: Iterable[tuple[str, Words]], current: str) -> None:
        super().__init__()
        self.on_choice: Callable[[str], object] = lambda _key: None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        title = QLabel()
        title.setProperty("type", "strong")
        say(title, title.setText, label)
        column.addWidget(title)
        row = QHBoxLayout()
        row.setSpacing(16)
        self.buttons: dict[str, QRadioButton] = {}
        group = QButtonGroup(self)
        for key, words in options:
            button = QRadioButton()
            say(button, button.setText, words)
            say(button, button.setAccessibleDescription, label)
            group.addButton(button)
            button.clicked.connect(lambda _checked=False, key=key: self.on_choice(key))
            self.buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.show_choice(current)

    def show_choice(self, key: str) -> None:
        """Mark this one."""
        if key in self.buttons:
            self.buttons[key].setChecked(True)


def _theme_name(theme: str) -> str:
    # Translators: colour schemes.
    return {"light": _("Light"), "dark": _("Dark"), "contrast": _("High contrast")}[theme]


def _scale_name(scale: float) -> str:
    return {1.0: _("Normal"), 1.25: _("Large"), 1.5: _("Very large")}[scale]


def _describe_program() -> str:
    return _("Disaster Support {version}. Free software under the MIT licence.").format(version=__version__)


def _card(title: Words, content: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("panel", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(24, 16, 24, 16)
    column.setSpacing(12)
    label = QLabel()
    label.setProperty("type", "title")
    say(label, label.setText, title)
    column.addWidget(label)
    column.addWidget(content)
    return card


def _column() -> tuple[QWidget, QVBoxLayout]:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    return box, column


def _tell(page: QWidget, sentence: str) -> None:
    window = page.window()
    if hasattr(window, "show_message"):
        window.show_message("warning", lambda: sentence)
