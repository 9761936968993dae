"""The fields of a finding: a strength, or what is to be improved, why, by what, by whom, until when."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from disaster_support.errors import UserError
from disaster_support.features.drills.model import Finding, FindingKind, Plan
from disaster_support.features.drills.pages.plan.overview import read_day
from disaster_support.features.drills.pages.plan.sections import objective_choices
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.ui.choices import ChoiceBox, Switch
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.theme import current_theme

_TEXT_HEIGHT = 112


class FindingForm(QWidget):
    """Enter in any line keeps it."""

    submitted = Signal()

    def __init__(self, plan: Callable[[], Plan]) -> None:
        super().__init__()
        self._plan = plan
        self._finding = Finding("", FindingKind.IMPROVEMENT, "")
        self.kind = Switch(
            lambda: _("Strength or improvement"),
            (
                (str(FindingKind.IMPROVEMENT), lambda: _("To be improved")),
                (str(FindingKind.STRENGTH), lambda: _("Strength")),
            ),
        )
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(current_theme().px(_TEXT_HEIGHT))
        self.objective = ChoiceBox(lambda: pgettext("drill", "Objective"), objective_choices(plan()))
        self.lines = {name: QLineEdit() for name in ("cause", "action", "owner", "due")}
        for line in self.lines.values():
            line.returnPressed.connect(self.submitted)
        self._build()
        self.kind.changed.connect(self._follow_kind)

    def show_finding(self, finding: Finding) -> None:
        """Show a finding; one without an id is new."""
        self._finding = finding
        self.kind.choose(str(finding.kind))
        self.text.setPlainText(finding.text)
        self.objective.set_choices(objective_choices(self._plan()))
        self.objective.choose(finding.objective)
        for name, line in self.lines.items():
            line.setText(str(getattr(finding, name) or ""))
        self._due.show_error("")
        self._follow_kind()

    def read(self) -> Finding:
        """Return what is typed.

        Raises:
            UserError: the day is none; it stands under its field.

        """
        typed, due = self.lines["due"].text().strip(), None
        is_improvement = self.kind.key() == FindingKind.IMPROVEMENT
        if typed and is_improvement:
            due = read_day(typed)
            sentence = "" if due else _("Write the day as 2026-11-23.")
            self._due.show_error(sentence)
            if sentence:
                raise UserError(sentence)
        names = ("cause", "action", "owner")
        texts: dict[str, Any] = {name: self.lines[name].text() if is_improvement else "" for name in names}
        return replace(
            self._finding,
            kind=FindingKind(self.kind.key()),
            text=self.text.toPlainText(),
            objective=self.objective.key(),
            due=due,
            **texts,
        )

    def is_changed(self) -> bool:
        """Whether anything was typed that is not kept."""
        try:
            return self.read() != self._finding and bool(self.text.toPlainText().strip())
        except UserError:
            return True

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(self.kind)
        column.addWidget(LabelledField(lambda: _("What was seen"), self.text))
        column.addWidget(LabelledField(lambda: pgettext("drill", "Objective"), self.objective))
        cause = LabelledField(lambda: _("Cause"), self.lines["cause"])
        action = LabelledField(lambda: _("What is done about it"), self.lines["action"])
        owner = LabelledField(lambda: _("By whom"), self.lines["owner"])
        self._due = LabelledField(lambda: _("Until"), self.lines["due"])
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(owner, 2)
        row.addWidget(self._due, 1)
        column.addWidget(cause)
        column.addWidget(action)
        column.addLayout(row)
        self._only_improvements = (cause, action, owner, self._due)

    def _follow_kind(self) -> None:
        for field in self._only_improvements:
            field.setVisible(self.kind.key() == FindingKind.IMPROVEMENT)
