"""The window: rail, bar, messages, the pages, and their help."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from disaster_support.changes import Change
from disaster_support.errors import UserError
from disaster_support.i18n import current_language, use_language
from disaster_support.i18n import gettext as _
from disaster_support.ui.bar import LOCK_KEYS, Bar, RegisterStatus
from disaster_support.ui.dialogues import close_dialogues
from disaster_support.ui.idle import IdleWatch
from disaster_support.ui.page import Page, PageSpec, build_or_explain, focus_first
from disaster_support.ui.panels import Meaning, MessagePanel
from disaster_support.ui.practice_banner import PracticeBanner
from disaster_support.ui.rail import Rail
from disaster_support.ui.say import Words, say
from disaster_support.ui.tasks import stop_all
from disaster_support.ui.theme import apply_theme

if TYPE_CHECKING:
    from disaster_support.context import Context
    from disaster_support.ui.help import HelpPanel


class MainWindow(QMainWindow):
    """Has its first page from the start and builds each other when it is first needed."""

    def __init__(
        self,
        context: "Context",
        pages: Sequence[PageSpec],
        read_status: Callable[[], RegisterStatus] | None = None,
    ) -> None:
        super().__init__()
        self._context = context
        self._read_status = read_status  # what the bar says of the register while it is open
        self._specs = tuple(pages)
        self._pages: dict[int, QWidget] = {}
        self._help: HelpPanel | None = None
        self._before_help: QWidget | None = None  # where the focus was when the help was opened
        self._translator: QTranslator | None = None
        self._follow_language()  # before there is a widget that would have to be told
        self._build()
        self._reach_by_keys()
        self._idle = IdleWatch(self, self._idle_minutes, self._warn_idle, self._end_warning, self.lock)
        self._idle_warning: MessagePanel | None = None
        context.changes.listen(self._hear)
        say(self, self.setWindowTitle, lambda: _("Disaster Support"))
        self.resize(1366, 768)
        self.setMinimumSize(800, 560)
        self.show_page(0)

    # -- parts

    def _build(self) -> None:
        self.rail = Rail(self._specs)
        self.rail.chosen.connect(self.show_page)
        self.bar = Bar()
        self.bar.language_chosen.connect(self.choose_language)
        self.bar.register.lock_chosen.connect(self.lock)
        self.bar.register.switch_chosen.connect(self._switch_staff)
        self._messages = QVBoxLayout()
        self._messages.setContentsMargins(16, 0, 16, 0)
        self._stack = QStackedWidget()
        for _spec in self._specs:
            self._stack.addWidget(QWidget())
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        self.practice = PracticeBanner(self._end_practice)
        self.practice.hide()
        right.addWidget(self.practice)
        right.addWidget(self.bar)
        right.addLayout(self._messages)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(self._stack, 1)
        right.addLayout(self._middle, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(whole)

    def _reach_by_keys(self) -> None:
        for index, spec in enumerate(self._specs):
            QShortcut(QKeySequence(spec.shortcut), self, lambda index=index: self.show_page(index))
        QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self, self.toggle_help)
        QShortcut(QKeySequence("Ctrl+Q"), self, self.close)
        QShortcut(QKeySequence(LOCK_KEYS), self, self.lock)

    # -- pages

    def show_page(self, index: int) -> None:
        """Show the page at this place of the rail."""
        self._stack.setCurrentIndex(index)
        self.rail.check(index)
        self.bar.set_title(self._specs[index].label())
        focus_first(self._page(index))
        self._show_help()

    def page(self, page_id: str) -> QWidget:
        """Return the page of this id, built if it was not yet."""
        index = next(index for index, spec in enumerate(self._specs) if spec.id == page_id)
        return self._page(index)

    def open_page(self, page_id: str) -> QWidget:
        """Show the page of this id and return it."""
        self.show_page(next(index for index, spec in enumerate(self._specs) if spec.id == page_id))
        return self.page(page_id)

    def _page(self, index: int) -> QWidget:
        if index not in self._pages:
            page = build_or_explain(lambda: self._specs[index].build(self._context))
            if isinstance(page, Page):
                page.help_changed.connect(self._show_help)
            self._pages[index] = page
            self._replace(index, page)
        return self._pages[index]

    def _replace(self, index: int, page: QWidget) -> None:
        current = self._stack.currentIndex()
        blank = self._stack.widget(index)
        assert blank is not None
        self._stack.removeWidget(blank)
        blank.deleteLater()
        self._stack.insertWidget(index, page)
        self._stack.setCurrentIndex(current)

    # -- messages

    def show_message(
        self,
        meaning: Meaning,
        words: Words,
        action: tuple[Words, Callable[[], object]] | None = None,
    ) -> MessagePanel:
        """Show a sentence under the bar until it is dismissed; the same sentence is not shown twice."""
        for panel in self.messages():
            if panel.meaning == meaning and panel.says(words()):
                return panel
        panel = MessagePanel(meaning, words, action=action, on_dismiss=lambda: self._dismiss(panel))
        self._messages.addWidget(panel)
        self._messages.setContentsMargins(16, 8, 16, 0)
        return panel

    def messages(self) -> list[MessagePanel]:
        """Return the messages shown, oldest first."""
        items = (self._messages.itemAt(index) for index in range(self._messages.count()))
        widgets = (item.widget() for item in items if item)
        return [widget for widget in widgets if isinstance(widget, MessagePanel)]

    def _dismiss(self, panel: MessagePanel) -> None:
        self._messages.removeWidget(panel)
        panel.hide()
        panel.deleteLater()
        if not self.messages():
            self._messages.setContentsMargins(16, 0, 16, 0)

    # -- help

    def toggle_help(self) -> None:
        """Show the help of the page beside it, or close it."""
        if self._help is not None and self._help.isVisible():
            self._close_help()
            return
        if self._help is None:
            from disaster_support.ui.help import HelpPanel

            self._help = HelpPanel()
            self._help.closed.connect(self._close_help)
            self._middle.addWidget(self._help)
        self._before_help = QApplication.focusWidget()
        self._help.show_text(self._help_text())
        self._help.close_button.setFocus()

    def _close_help(self) -> None:
        if self._help is not None:
            self._help.hide()
        page, before = self._stack.currentWidget(), self._before_help
        self._before_help = None
        if page is None:
            return
        if before is not None and shiboken6.isValid(before) and page.isAncestorOf(before) and before.isVisible():
            before.setFocus()
        else:
            focus_first(page)

    def _show_help(self) -> None:
        if self._help is not None and self._help.isVisible():
            self._help.show_text(self._help_text())

    def _help_text(self) -> str:
        text = getattr(self._stack.currentWidget(), "help_text", lambda: "")()
        return str(text)

    # -- the register

    def lock(self) -> None:
        """Lock the register: nothing of anybody stays on the screen."""
        self._context.door.lock()

    def _end_practice(self) -> None:
        """Go back to the real register; a drill's that was opened by itself is locked."""
        if self._context.door.is_practising:
            self._context.door.leave_practice()
        else:
            self.lock()

    def _switch_staff(self) -> None:
        self.lock()
        self.show_page(next(index for index, spec in enumerate(self._specs) if spec.needs_register))

    def _follow_register(self) -> None:
        is_open = self._context.door.is_open
        self.rail.show_locked(not is_open)
        self.practice.setVisible(is_open and self._context.door.register.is_practice)
        self._show_status()
        if is_open:
            self._idle.start()
        else:
            self._idle.stop()

    def _show_status(self) -> None:
        status = None
        if self._read_status and self._context.door.is_open:
            try:
                status = self._read_status()
            except UserError as error:
                sentence = str(error)
                self.show_message("error", lambda: sentence)
        self.bar.register.show_status(status)

    def _idle_minutes(self) -> int:
        return self._context.settings.current.idle_minutes

    def _warn_idle(self) -> None:
        self._idle_warning = self.show_message(
            "information", lambda: _("The register locks in half a minute. Press any key to go on.")
        )

    def _end_warning(self) -> None:
        if self._idle_warning is not None and shiboken6.isValid(self._idle_warning):
            self._dismiss(self._idle_warning)
        self._idle_warning = None

    # -- language and appearance

    def choose_language(self, tag: str) -> None:
        """Speak another language from now on and remember it."""
        try:
            self._context.settings.update(interface_language=tag)
        except UserError as error:
            sentence = str(error)
            self.show_message("warning", lambda: sentence)
        self._context.changes.announce(Change.INTERFACE_LANGUAGE)

    def _hear(self, change: Change) -> None:
        settings = self._context.settings.current
        if change is Change.APPEARANCE:
            apply_theme(settings.theme, settings.text_scale)
        elif change is Change.INTERFACE_LANGUAGE:
            use_language(settings.interface_language or current_language(), self._context.paths.compiled)
            self._follow_language()
            QCoreApplication.postEvent(_app(), QEvent(QEvent.Type.LanguageChange))
        elif change is Change.REGISTER_CLOSING:
            close_dialogues()
        elif change is Change.REGISTER:
            self._follow_register()
        elif change is Change.PEOPLE:
            self._show_status()

    def _follow_language(self) -> None:
        """Let Qt's own words and the direction of the layout follow the interface's language."""
        app, tag = _app(), current_language()
        if self._translator is not None:
            app.removeTranslator(self._translator)
            self._translator = None
        translator = QTranslator(self)
        if tag != "en" and translator.load(
            f"qtbase_{tag}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        ):
            app.installTranslator(translator)
            self._translator = translator
        app.setLayoutDirection(QLocale(tag).textDirection())

    def changeEvent(self, event: QEvent) -> None:
        """Say the title and the help in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.bar.set_title(self._specs[self._stack.currentIndex()].label())
            self.bar.show_language()
            self._show_help()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Lock the register, and stop what runs in the background."""
        self.lock()
        stop_all()
        super().closeEvent(event)


def _app() -> QApplication:
    app = QCoreApplication.instance()
    assert isinstance(app, QApplication)
    return app
