"""A line for an answer that may be missing for three reasons: empty is not asked, ? unknown, - declined."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QMenu

from disaster_support.features.reception.model import Unanswered
from disaster_support.features.reception.words import say_unanswered
from disaster_support.i18n import gettext as _
from disaster_support.ui.icons import icon
from disaster_support.ui.say import say
from disaster_support.ui.theme import current_theme

_WIDE = {"？": Unanswered.UNKNOWN, "－": Unanswered.DECLINED, "ー": Unanswered.DECLINED, "―": Unanswered.DECLINED}


class AnswerField(QLineEdit):
    """Takes text, or ? and -, which it says in words; a menu at its end does the same with the mouse."""

    def __init__(self) -> None:
        super().__init__()
        self._words = QLabel(self)
        self._words.setProperty("type", "secondary")
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._action = QAction(self)
        self._action.triggered.connect(self._show_menu)
        self.addAction(self._action, QLineEdit.ActionPosition.TrailingPosition)
        say(self, self._action.setText, lambda: _("No answer …"))
        self.textChanged.connect(self._follow)
        self._draw_icon()
        self._follow()

    def value(self) -> str:
        """Return the answer, the wide forms of ? and - as the narrow ones."""
        text = self.text().strip()
        return _WIDE.get(text, text)

    def complete_from(self, words: Iterable[str]) -> None:
        """Offer these words while somebody types, wherever in them the typed text stands."""
        completer = QCompleter(QStringListModel(list(words), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(8)
        self.setCompleter(completer)

    def _follow(self) -> None:
        value = self.value()
        self._words.setText(say_unanswered(value) if value in tuple(Unanswered) else "")
        self._words.adjustSize()
        self._place()

    def _place(self) -> None:
        theme = current_theme()
        self._words.move(theme.px(40), (self.height() - self._words.height()) // 2)
        self._words.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words beside the sign."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw_icon()
        if event.type() == QEvent.Type.LanguageChange:
            self._follow()

    def _draw_icon(self) -> None:
        self._action.setIcon(icon("dots-vertical", current_theme().px(20), "ink_secondary"))

    def _show_menu(self) -> None:
        menu = QMenu(self)
        for value in ("", *Unanswered):
            menu.addAction(say_unanswered(value), partial(self._answer, value))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _answer(self, value: str) -> None:
        self.setText(value)
        self.textEdited.emit(value)
