"""The plan of a drill, changed in place and kept by itself a moment after the last key."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from disaster_support.features.drills.checking import PlanFault, check_plan
from disaster_support.features.drills.model import Drill, Plan
from disaster_support.features.drills.pages.desk import DrillDesk
from disaster_support.features.drills.pages.parts import keep_hidden
from disaster_support.features.drills.pages.plan.overview import Overview
from disaster_support.features.drills.pages.plan.sections import build_sections
from disaster_support.features.drills.pages.reader import PlanReader
from disaster_support.features.drills.service import save_drill
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.ui.page import Page, scrolling
from disaster_support.ui.panels import MessagePanel
from disaster_support.ui.parts import column_in, label, text_label
from disaster_support.ui.say import Words
from disaster_support.ui.tabs import Tabs, TabSpec

_PAUSE_MS, _SHOWN_FAULTS = 1000, 3
_LISTS = ("objective", "role", "slot", "inject", "item")


class PlanPage(Page):
    """Who may not plan reads it."""

    def __init__(self, desk: DrillDesk) -> None:
        super().__init__()
        self._desk = desk
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.save_now)
        self._column = column_in(self, 0)
        self._reader: PlanReader | None = None
        if desk.may_plan:
            self._build_editor()
        else:
            self._build_reader()

    @property
    def plan(self) -> Plan:
        """The plan as it stands on the page."""
        return self._collect().plan

    def save_now(self) -> None:
        """Write what was changed and not written yet."""
        if not self._is_changed:
            return
        self._timer.stop()
        drill = self._collect()
        if self._desk.attempt(lambda: save_drill(self._desk.register, drill)):
            self._is_changed = False
            self._desk.renew()
            self._state.setText(self._say_state())

    def retranslate(self) -> None:
        """Show the plan in the new language."""
        if self._reader:
            self._reader.retranslate()
            return
        self.overview.fill()
        for section in self.sections.values():
            section.retranslate()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep it when another tab is shown."""
        super().hideEvent(event)
        if self._desk.context.door.is_open:
            self.save_now()

    def focus_target(self) -> QWidget:
        """Return the first field of the section."""
        return self if self._reader else self.tabs.current

    def help_text(self) -> str:
        """Return how a plan is changed."""
        return _(
            "Everything is kept as you type it: there is nothing to save.\n\n"
            "Texts are changed in the language of the interface; the other language stays as it is, so change both when"
            " the meaning changes.\n\n"
            "In the lists, Ctrl+N adds a row, Alt with an arrow moves it, Delete takes it out, and it can be brought"
            " back. Timetable and injects are in the order of their minutes.\n\n"
            "An objective that can be measured names a number, a time or a share."
        )

    # -- parts

    _is_changed = False

    def _build_reader(self) -> None:
        reader, holder = PlanReader(), QWidget()
        reader.show_plan(self._desk.drill.plan)
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(16, 16, 16, 16)
        inner.addWidget(MessagePanel("information", lambda: _("Only a manager of the register can change the plan.")))
        inner.addWidget(reader)
        self._column.addWidget(scrolling(holder))
        self._reader = reader

    def _build_editor(self) -> None:
        plan = self._desk.drill.plan
        self.overview = Overview(self._desk.drill)
        self.sections = build_sections(lambda: self.plan)
        for name, section in self.sections.items():
            section.set_rows(getattr(plan, name))
            section.changed.connect(self._touch)
            keep_hidden(section, self)
        self.overview.changed.connect(self._touch)
        self.tabs = Tabs(lambda: _("Parts of the plan"), with_keys=False)
        words: dict[str, Words] = {
            "objective": lambda: _("Objectives"),
            "role": lambda: _("Roles"),
            "slot": lambda: _("Timetable"),
            "inject": lambda: _("Injects"),
            "item": lambda: pgettext("drill", "Checklist"),
        }
        specs = [TabSpec(name, said, partial(self.sections.__getitem__, name)) for name, said in words.items()]
        self.tabs.set_tabs([TabSpec("overview", lambda: _("Overview"), lambda: self.overview), *specs])
        self.tabs.changed.connect(lambda _tab: self._refill())
        self._state = label(self._say_state, "secondary")
        self._state.setContentsMargins(16, 0, 16, 0)
        self._faults = text_label("", "error")
        self._faults.setContentsMargins(16, 4, 16, 0)
        self._column.addWidget(self.tabs, 1)
        self._column.addWidget(self._faults)
        self._column.addWidget(self._state)
        self._check()

    def _refill(self) -> None:
        """Let a section offer the roles and objectives of now."""
        section = self.sections.get(self.tabs.current_id)
        if section:
            section.retranslate()
        self._check()

    def _check(self) -> None:
        """Say what does not fit in the section that is shown."""
        name = self.tabs.current_id
        faults = [fault for fault in check_plan(self.plan) if _section_of(fault) == name]
        rows = self.sections[name].rows() if name in self.sections else ()
        said = [_say_fault(fault, rows) for fault in faults[:_SHOWN_FAULTS]]
        self._faults.setText("\n".join([*said, *(["…"] if len(faults) > _SHOWN_FAULTS else [])]))
        self._faults.setVisible(bool(faults))

    def _collect(self) -> Drill:
        drill = self.overview.read()
        rows: dict[str, Any] = {name: section.rows() for name, section in self.sections.items()}
        return replace(drill, plan=replace(drill.plan, **rows))

    def _touch(self) -> None:
        self._is_changed = True
        self._timer.start()
        self._state.setText(self._say_state())
        self._check()

    def _say_state(self) -> str:
        return _("Being kept …") if self._is_changed else _("Everything is kept.")


def _section_of(fault: PlanFault) -> str:
    section = fault.field.partition(".")[0]
    return section if section in _LISTS else "overview"


def _say_fault(fault: PlanFault, rows: Sequence[Any]) -> str:
    """Return the sentence with the number of the row that it concerns."""
    _section, _dot, rest = fault.field.partition(".")
    key = rest.partition(".")[0]
    numbers = [number for number, row in enumerate(rows) if key in (getattr(row, "id", None), str(number))]
    return f"{numbers[0] + 1}. {fault.sentence}" if numbers else fault.sentence
