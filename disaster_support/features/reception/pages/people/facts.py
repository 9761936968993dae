"""Everything that is known of a person, in groups: what waits first, what nobody has asked in one quiet line."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.features.reception.model import Audience, NeedKind, NeedState, Person
from disaster_support.features.reception.pages.people.saying import (
    join,
    say_answer,
    say_birth,
    say_language,
    say_moment,
    say_unasked,
)
from disaster_support.features.reception.records import write_record
from disaster_support.features.reception.words import (
    NEED_PICTOGRAMS,
    say_audience,
    say_field,
    say_need,
    say_need_state,
)
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.panels import IconLabel, wrapping_label

_PERSON = ("birth", "sex", "nationality", "other_names", "telling")
_CONTACT = ("address", "phone", "contact", "notify")


class Facts(QWidget):
    """The body of a record. What may be done at once, has its button beside it."""

    need_met = Signal(object, bool)
    consent_given = Signal(object, bool)

    def __init__(self, person: Person, context: Context, *, may_support: bool, may_register: bool) -> None:
        super().__init__()
        self._person, self._now = person, context.clock()
        self._may_support, self._may_register = may_support, may_register
        self._columns = write_record(person.details)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(8)
        self._build_needs()
        self._build_languages()
        self._build_consents()
        self._build_group(_("The person"), _PERSON)
        self._build_group(_("At home, and who to reach"), _CONTACT)
        self._build_group(_("In the shelter"), ("room", "note"))
        self._column.addStretch(1)

    # -- needs

    def _build_needs(self) -> None:
        needs = self._person.details.needs
        self._add_title(_("Needs"))
        for kind in sorted(needs, key=lambda kind: not needs[kind].waits):
            if needs[kind].state is NeedState.YES:
                self._column.addWidget(self._build_need(kind))
        for state in (NeedState.NO, NeedState.UNKNOWN, NeedState.DECLINED):
            kinds = [kind for kind in NeedKind if kind in needs and needs[kind].state is state]
            if kinds:
                words = join(_say_with(say_need(kind), needs[kind].detail) for kind in kinds)
                self._add_quiet(_("{answer}: {detail}").format(answer=say_need_state(state), detail=words))
        self._add_unasked([f"need_{kind}" for kind in NeedKind if kind not in needs])

    def _build_need(self, kind: NeedKind) -> QWidget:
        need = self._person.details.needs[kind]
        row = QFrame()
        row.setProperty("panel", "warning" if need.waits else "card")
        line = QHBoxLayout(row)
        line.setContentsMargins(12, 4, 12, 4)
        line.setSpacing(12)
        line.addWidget(IconLabel(NEED_PICTOGRAMS[kind], 24, "warning" if need.waits else "ink_secondary"))
        words = wrapping_label(f"{say_need(kind)}　{need.detail}" if need.detail else say_need(kind))
        words.setProperty("type", "strong")
        line.addWidget(words, 1)
        since = _say_progress(need.noted_at, need.met_at, self._now)
        label = QLabel(since)
        label.setProperty("type", "secondary")
        line.addWidget(label)
        if self._may_support:
            button = Button(
                (lambda: _("Seen to")) if need.waits else (lambda: _("Waits again")),
                lambda: self.need_met.emit(kind, need.waits),
                kind="outline" if need.waits else "text",
                height="small",
                icon_name="check" if need.waits else "",
            )
            button.setObjectName(f"need-{kind}")
            button.setAccessibleName(_("{need}: {verb}").format(need=say_need(kind), verb=button.text()))
            line.addWidget(button)
        return row

    # -- languages and consents

    def _build_languages(self) -> None:
        self._add_title(say_field("languages"))
        languages = self._person.details.languages
        for place, one in enumerate(languages):
            label = wrapping_label(say_language(one))
            if place == 0:
                label.setProperty("type", "strong")
            self._column.addWidget(label)
        if not languages:
            self._add_unasked(["languages"])

    def _build_consents(self) -> None:
        self._add_title(_("Who may be told that they are here"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for row, audience in enumerate(Audience):
            grid.addWidget(wrapping_label(say_audience(audience)), row, 0)
            answer = QLabel(self._say_consent(audience))
            answer.setProperty("type", "secondary")
            grid.addWidget(answer, row, 1)
            if self._may_register:
                grid.addWidget(self._build_switch(audience), row, 2)
        self._column.addLayout(grid)

    def _say_consent(self, audience: Audience) -> str:
        consent = self._person.details.consents.get(audience)
        if consent is None:
            return _("Not asked: nobody is told")
        word = _("Yes") if consent.given else _("No")
        if consent.at is None:
            return word
        return _("{answer}, since {moment}").format(answer=word, moment=say_moment(consent.at, self._now))

    def _build_switch(self, audience: Audience) -> QWidget:
        consent = self._person.details.consents.get(audience)
        switch = QWidget()
        line = QHBoxLayout(switch)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for given, word in ((True, _("Yes")), (False, _("No"))):
            button = QPushButton(word)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("kind", "choice")
            button.setChecked(consent is not None and consent.given is given)
            button.setObjectName(f"consent-{audience}-{'yes' if given else 'no'}")
            button.setAccessibleName(_("{answer}: {detail}").format(answer=say_audience(audience), detail=word))
            button.clicked.connect(lambda _checked, given=given: self.consent_given.emit(audience, given))
            line.addWidget(button)
        return switch

    # -- the rest

    def _build_group(self, title: str, columns: Sequence[str]) -> None:
        self._add_title(title)
        asked = [column for column in columns if self._columns[column]]
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, column in enumerate(asked):
            label = QLabel(say_field(column))
            label.setProperty("type", "secondary")
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(wrapping_label(self._say(column)), row, 1)
        if asked:
            self._column.addLayout(grid)
        self._add_unasked([column for column in columns if column not in asked])

    def _say(self, column: str) -> str:
        if column == "birth":
            return say_birth(self._person.details, self._now.date())
        return say_answer(column, self._columns[column])

    def _add_title(self, words: str) -> None:
        title = QLabel(words)
        title.setProperty("type", "title")
        title.setContentsMargins(0, 8, 0, 0)
        self._column.addWidget(title)

    def _add_unasked(self, columns: list[str]) -> None:
        if columns:
            self._add_quiet(say_unasked(columns))

    def _add_quiet(self, words: str) -> None:
        label = wrapping_label(words)
        label.setProperty("type", "secondary")
        self._column.addWidget(label)


def _say_progress(noted: datetime | None, met: datetime | None, now: datetime) -> str:
    if met:
        return _("seen to {moment}").format(moment=say_moment(met, now))
    return _("waits since {moment}").format(moment=say_moment(noted, now)) if noted else ""


def _say_with(need: str, detail: str) -> str:
    # Translators: what somebody does not have or did not say, and what was noted beside it: "Allergy (eggs)".
    return _("{need} ({detail})").format(need=need, detail=detail) if detail else need
