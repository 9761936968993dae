"""The left side: drills of our own, or templates; one of them is shown at the right."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QStackedWidget, QWidget

from disaster_support.context import Context
from disaster_support.features.drills.materials import load_drills
from disaster_support.features.drills.model import Drill, Plan
from disaster_support.features.drills.pages.row_delegate import RowList
from disaster_support.features.drills.service import list_drills
from disaster_support.i18n import current_language, pgettext
from disaster_support.i18n import gettext as _
from disaster_support.ui.choices import Switch
from disaster_support.ui.gate import closed_place
from disaster_support.ui.panels import EmptyState
from disaster_support.ui.parts import column_in
from disaster_support.ui.say import say

OWN, TEMPLATES = "own", "templates"


class DrillList(QWidget):
    """Arrow keys choose, Enter goes into what is chosen."""

    chosen = Signal(str, str)  # OWN or TEMPLATES, and the id
    entered = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.sources = Switch(
            lambda: _("What is listed"),
            (
                (OWN, lambda: pgettext("drills", "Our drills")),
                (TEMPLATES, lambda: pgettext("drills", "Templates")),
            ),
        )
        self.own, self.templates = _Rows(), _Rows()
        say(self.own, self.own.setAccessibleName, lambda: pgettext("drills", "Our drills"))
        say(self.templates, self.templates.setAccessibleName, lambda: pgettext("drills", "Templates"))
        self.closed = closed_place(
            self,
            lambda: _("Drills are kept in the register, and it is locked. Templates can be read and printed without."),
        )
        self.none = EmptyState(
            "clipboard-check",
            lambda: _("No drill is planned yet. Choose a template to begin with."),
            (lambda: _("Show the templates"), lambda: self.show_source(TEMPLATES)),
        )
        self._stack = QStackedWidget()
        for part in (self.own, self.templates, self.closed, self.none):
            self._stack.addWidget(part)
        column = column_in(self)
        column.addWidget(self.sources)
        column.addWidget(self._stack, 1)
        self.sources.changed.connect(self._follow)
        for source, rows in ((OWN, self.own), (TEMPLATES, self.templates)):
            rows.picked.connect(lambda key, source=source: self.chosen.emit(source, key))
            rows.entered.connect(self.entered)
        self.refresh()

    def refresh(self) -> None:
        """List what there is now; what was chosen stays chosen."""
        plans = load_drills(self._context.paths.resources).values()
        self.templates.show_rows([(plan.id, _describe_template(plan)) for plan in plans])
        drills = list_drills(self._context.door.home) if self._context.door.is_open else []
        today = self._context.clock().astimezone().date()
        self.own.show_rows([(drill.id, _describe_drill(drill, today)) for drill in drills])
        self._show_list()

    def show_source(self, source: str) -> None:
        """List our drills or the templates."""
        self.sources.choose(source)

    def mark(self, source: str, key: str) -> None:
        """Mark a row of a list without telling anybody."""
        (self.own if source == OWN else self.templates).mark(key)

    def focus_target(self) -> QWidget:
        """Return the list that is shown, or the buttons above it."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, _Rows) else self.sources.button(self.sources.key())

    def _follow(self) -> None:
        self._show_list()
        shown = self._stack.currentWidget()
        if isinstance(shown, _Rows):
            shown.pick_again()

    def _show_list(self) -> None:
        if self.sources.key() == TEMPLATES:
            self._stack.setCurrentWidget(self.templates)
        elif not self._context.door.is_open:
            self._stack.setCurrentWidget(self.closed)
        else:
            self._stack.setCurrentWidget(self.own if self.own.count() else self.none)


class _Rows(RowList):
    """Rows of words, each with a key."""

    picked = Signal(str)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__(has_titles=True)
        self.currentItemChanged.connect(lambda item, _before: self._pick(item))
        self.itemClicked.connect(self._click)

    def show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show these; the chosen one stays chosen without being told again."""
        current = self.currentItem()
        before = _key(current) if current else ""
        self.blockSignals(True)
        self.clear()
        for key, words in rows:
            item = QListWidgetItem(words, self)
            item.setData(Qt.ItemDataRole.UserRole, key)
        self.blockSignals(False)
        self.mark(before)

    def mark(self, key: str) -> None:
        """Mark the row of a key, if it is there."""
        self.blockSignals(True)
        rows = [row for row in range(self.count()) if _key(self.item(row)) == key]
        self.setCurrentRow(rows[0] if rows else -1)
        self.blockSignals(False)

    def pick_again(self) -> None:
        """Tell the chosen row, or the first."""
        if not self.count():
            return
        if self.currentRow() < 0:
            self.setCurrentRow(0)
        else:
            self.picked.emit(_key(self.currentItem()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go into the chosen one at Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem():
            self._click(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item:
            self.picked.emit(_key(item))

    def _click(self, item: QListWidgetItem) -> None:
        self.picked.emit(_key(item))
        self.entered.emit()


def _key(item: QListWidgetItem) -> str:
    return str(item.data(Qt.ItemDataRole.UserRole))


def _describe_template(plan: Plan) -> str:
    title = plan.title.say(current_language())
    return _("{title}\n{minutes} minutes").format(title=title, minutes=plan.minutes)


def _describe_drill(drill: Drill, today: date) -> str:
    when = f"{drill.held_on.isoformat()} {drill.begins:%H:%M}"
    return f"{drill.plan.title.say(current_language())}\n{when} · {say_state(drill, today)}"


def say_state(drill: Drill, today: date) -> str:
    """Return where a drill stands."""
    if drill.ended_at:
        return pgettext("drill", "ended")
    if drill.started_at:
        return pgettext("drill", "running")
    return pgettext("drill", "today") if drill.held_on == today else pgettext("drill", "planned")
