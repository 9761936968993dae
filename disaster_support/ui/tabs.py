"""Tabs inside a page: a row of words, one of them chosen; each tab's page is built when it is first shown.

Tab leads to the chosen word, the arrow keys along the row, Down or Enter into the page; Ctrl+Tab shows the next one
from anywhere in the page. In a narrow window the words flow into a second row: none is hidden.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from disaster_support.i18n import gettext as _
from disaster_support.ui.flow import FlowLayout
from disaster_support.ui.fonts import interface_font
from disaster_support.ui.page import build_or_explain, focus_first
from disaster_support.ui.say import Words, say
from disaster_support.ui.theme import BODY, RADIUS, TARGET, current_theme

_SIDE, _HEIGHT = 11, 34  # px at text size 1.0: beside a word, and the row, which never gets lower than a target
_LINE = 4
_ENTERING = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True)
class TabSpec:
    """A tab: its id, its word, and what builds its page."""

    id: str
    label: Words
    build: Callable[[], QWidget]


class TabButton(QAbstractButton):
    """The word of one tab, underlined when it is the chosen one."""

    stepped = Signal(int)  # to the next (1) or former (-1) tab

    def __init__(self, spec: TabSpec) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        say(self, self.setText, spec.label)
        say(self, self.setAccessibleName, spec.label)
        say(self, self.setAccessibleDescription, lambda: _("Tab"))

    def sizeHint(self) -> QSize:
        """Return the size of the word in bold, so that the row does not move with the choice."""
        theme = current_theme()
        words = QFontMetrics(interface_font(theme.px(BODY), bold=True)).horizontalAdvance(self.text())
        return QSize(words + 2 * theme.px(_SIDE), max(TARGET, theme.px(_HEIGHT)) + _LINE)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a word is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the row, or go into the page."""
        forward = 1 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else -1
        step = {Qt.Key.Key_Right: forward, Qt.Key.Key_Left: -forward}.get(Qt.Key(event.key()), 0)
        if step:
            self.stepped.emit(step)
        elif event.key() in _ENTERING:
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the room that the words need now."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, word and line."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(theme.color("tint_strong" if self.isChecked() else "tint"))
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        if self.isChecked():
            painter.setBrush(theme.color("action"))
            painter.drawRoundedRect(QRectF(8, self.height() - _LINE, self.width() - 16, _LINE), 2, 2)
        painter.setPen(theme.color("action" if self.isChecked() else "ink"))
        painter.setFont(interface_font(theme.px(BODY), bold=self.isChecked()))
        painter.drawText(QRect(0, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignCenter, self.text())


class Tabs(QWidget):
    """The row and the page of the chosen tab."""

    changed = Signal(str)

    def __init__(self, name: Words, *, with_keys: bool = True) -> None:
        """Make the row; tabs inside a tab leave the keys to the outer ones."""
        super().__init__()
        self._specs: Sequence[TabSpec] = ()
        self._pages: dict[str, QWidget] = {}
        self.buttons: dict[str, TabButton] = {}
        self._group = QButtonGroup(self)
        self._row = QWidget()
        say(self._row, self._row.setAccessibleName, name)
        self._flow = FlowLayout(self._row, 4)
        self._flow.setContentsMargins(16, 4, 16, 4)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._row)
        column.addWidget(self._stack, 1)
        for keys, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)) if with_keys else ():
            QShortcut(
                QKeySequence(keys),
                self,
                lambda step=step: self.open(self._neighbour(step)),
                context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
            )

    def set_tabs(self, specs: Iterable[TabSpec]) -> None:
        """Show these tabs, and the page of the first; called once."""
        self._specs = tuple(specs)
        for spec in self._specs:
            button = TabButton(spec)
            button.clicked.connect(lambda _checked=False, tab=spec.id: self.open(tab))
            button.stepped.connect(self._step)
            self._group.addButton(button)
            self._flow.addWidget(button)
            self.buttons[spec.id] = button
        self._show(self._specs[0].id)

    @property
    def current_id(self) -> str:
        """The id of the tab that is shown."""
        page = self._stack.currentWidget()
        return next(tab for tab, one in self._pages.items() if one is page)

    @property
    def current(self) -> QWidget:
        """The page that is shown."""
        return self._pages[self.current_id]

    def open(self, tab_id: str) -> QWidget:
        """Show the page of a tab, give it the focus, and return it."""
        page = self._show(tab_id)
        focus_first(page)
        return page

    def page(self, tab_id: str) -> QWidget:
        """Return the page of a tab, built if it was not yet."""
        if tab_id not in self._pages:
            spec = next(one for one in self._specs if one.id == tab_id)
            self._pages[tab_id] = build_or_explain(spec.build)
            self._stack.addWidget(self._pages[tab_id])
        return self._pages[tab_id]

    def _show(self, tab_id: str) -> QWidget:
        page = self.page(tab_id)
        self.buttons[tab_id].setChecked(True)
        self._stack.setCurrentWidget(page)
        self.changed.emit(tab_id)
        return page

    def _step(self, step: int) -> None:
        tab_id = self._neighbour(step)
        self._show(tab_id)
        self.buttons[tab_id].setFocus()

    def _neighbour(self, step: int) -> str:
        ids = [spec.id for spec in self._specs]
        return ids[(ids.index(self.current_id) + step) % len(ids)]
