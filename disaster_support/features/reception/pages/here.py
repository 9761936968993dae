"""Who is here: the first page after unlocking. Languages, how people can be reached, and needs that wait."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.features.reception.overview import Overview, Waiting, describe_here
from disaster_support.features.reception.pages.bars import PartsBar
from disaster_support.features.reception.pages.desk import ReceptionDesk
from disaster_support.features.reception.service import mark_need_met
from disaster_support.features.reception.words import NEED_PICTOGRAMS, say_need
from disaster_support.i18n import current_language, ngettext
from disaster_support.i18n import gettext as _
from disaster_support.lists.languages import language_name
from disaster_support.ui.buttons import Button, IconButton
from disaster_support.ui.hear import hear
from disaster_support.ui.page import Page, scrolling
from disaster_support.ui.panels import EmptyState, IconLabel, MessagePanel, wrapping_label
from disaster_support.ui.say import Words
from disaster_support.ui.tasks import run_in_background


class HerePage(Page):
    """Live: shown anew whenever somebody is added, changed or moves."""

    def __init__(self, context: Context, desk: ReceptionDesk) -> None:
        super().__init__()
        self._context, self._desk = context, desk
        self._reading = self._again = False
        self._overview: Overview | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        self._whole = QVBoxLayout(holder)
        self._whole.setContentsMargins(24, 16, 24, 24)
        self._whole.setSpacing(16)
        self._content: QWidget | None = None
        column.addWidget(scrolling(holder))
        hear(self, context.changes, self._hear)
        self.refresh()

    @property
    def overview(self) -> Overview | None:
        """What is shown, None until it has been counted."""
        return self._overview

    def refresh(self) -> None:
        """Count anew, in the background."""
        if self._reading:
            self._again = True
            return
        self._reading = True
        run_in_background(
            self, lambda _progress: describe_here(self._context), on_done=self._show, on_error=lambda _sentence: None
        )

    def retranslate(self) -> None:
        """Say everything in the new language."""
        self._draw()

    def arrange(self, one_column: bool) -> None:
        """Put the needs below the languages in a narrow window."""
        self._one_column = one_column
        self._draw()

    def help_text(self) -> str:
        """Return the help of the page."""
        return _(
            "Everybody who is here now, counted once, by their first language.\n\n"
            "The bars say how they can be reached: by an interpreter, in Easy Japanese, in Japanese, or not asked"
            " yet.\n\n"
            "A language in which nothing has been printed since its first speaker came is pointed out: one click"
            " opens the signs in it.\n\n"
            "Needs wait until somebody ticks them as seen to."
        )

    def _hear(self, change: Change) -> None:
        if change is Change.PEOPLE:
            self.refresh()

    def _show(self, overview: Overview) -> None:
        self._overview = overview
        self._reading = False
        self._draw()
        if self._again:
            self._again = False
            self.refresh()

    # -- drawing

    def _draw(self) -> None:
        if self._overview is None:
            return
        if self._content is not None:
            self._whole.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = self._build(self._overview)
        self._whole.addWidget(self._content)

    def _build(self, overview: Overview) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._head(overview))
        if not overview.here:
            column.addWidget(EmptyState("account-group", lambda: _("Nobody is here yet.")))
            column.addStretch(1)
            return content
        if overview.without_sheet:
            column.addWidget(self._missing(overview.without_sheet))
        direction = QBoxLayout.Direction.TopToBottom if self._narrow() else QBoxLayout.Direction.LeftToRight
        parts = QBoxLayout(direction)
        parts.setSpacing(32)
        parts.addWidget(self._languages(overview), 3)
        parts.addWidget(self._needs(overview), 2)
        column.addLayout(parts)
        column.addStretch(1)
        return content

    def _narrow(self) -> bool:
        return getattr(self, "_one_column", False)

    def _head(self, overview: Overview) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        here = QLabel(
            ngettext("{count} person is here", "{count} people are here", overview.here).format(count=overview.here)
        )
        here.setProperty("type", "heading")
        row.addWidget(here)
        for count, words in (
            (overview.on_leave, _("away for the night: {count}")),
            (overview.expected, _("expected: {count}")),
        ):
            if count:
                label = QLabel(words.format(count=count))
                label.setProperty("type", "secondary")
                row.addWidget(label)
        row.addStretch(1)
        row.addWidget(
            Button(
                lambda: _("Register somebody"),
                lambda: self._desk.open_arrival(),
                kind="filled",
                icon_name="account-plus",
            )
        )
        return head

    def _missing(self, tags: Sequence[str]) -> QWidget:
        def words() -> str:
            names = "、".join(self._name(tag) for tag in tags)
            return _("Nothing has been printed since they came in: {languages}.").format(languages=names)

        return MessagePanel(
            "warning", words, action=(lambda: _("Print signs"), lambda: self._desk.print_signs(tuple(tags)))
        )

    def _languages(self, overview: Overview) -> QWidget:
        part, grid = _part(_("Languages"))
        for column, words in enumerate((_("Language"), _("People"), _("How they can be reached"))):
            grid.addWidget(_secondary(words), 0, column)
        grid.setColumnStretch(2, 1)
        largest = max(one.people for one in overview.languages)
        for row, one in enumerate(overview.languages, 1):
            name = wrapping_label(self._name(one.tag) if one.tag else _("Not known"))
            name.setProperty("type", "strong")
            name.setMinimumWidth(140)
            numbers = (one.interpreter, one.easy_japanese, one.japanese, one.unknown)
            reach = QVBoxLayout()
            reach.setSpacing(0)
            reach.addWidget(PartsBar(numbers, largest))
            reach.addWidget(_secondary(_describe_reach(numbers)))
            people = QLabel(str(one.people))
            people.setProperty("type", "strong")
            grid.addWidget(name, row, 0)
            grid.addWidget(people, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addLayout(reach, row, 2)
        return part

    def _name(self, tag: str) -> str:
        return language_name(tag, self._context.catalogue.languages, current_language())

    def _needs(self, overview: Overview) -> QWidget:
        part, grid = _part(_("Needs"))
        if not overview.needs:
            grid.addWidget(_secondary(_("Nobody has said that they need anything.")), 0, 0)
        for column, words in ((2, _("People")), (3, _("Waiting"))) if overview.needs else ():
            grid.addWidget(_secondary(words), 0, column, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(1, 1)
        for row, (kind, people, waiting) in enumerate(overview.needs, 1):
            grid.addWidget(IconLabel(NEED_PICTOGRAMS[kind], 24), row, 0)
            grid.addWidget(QLabel(say_need(kind)), row, 1)
            grid.addWidget(QLabel(str(people)), row, 2, Qt.AlignmentFlag.AlignRight)
            label = QLabel(str(waiting))
            label.setProperty("type", "strong")
            grid.addWidget(label, row, 3, Qt.AlignmentFlag.AlignRight)
        place = len(overview.needs) + 1
        if overview.waiting:
            heading = QLabel(_("Waiting longest"))
            heading.setProperty("type", "title")
            grid.addWidget(heading, place, 0, 1, 4)
        for row, one in enumerate(overview.waiting[:12], place + 1):
            grid.addWidget(self._waiting(one), row, 0, 1, 4)
        return part

    def _waiting(self, one: Waiting) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        need = one.person.details.needs[one.kind]
        column = QVBoxLayout()
        column.setSpacing(0)
        who = wrapping_label(f"{one.person.number}  {one.person.details.name}")
        who.setProperty("type", "strong")
        column.addWidget(who)
        column.addWidget(_secondary(say_need(one.kind) + (f": {need.detail}" if need.detail else "")))
        line.addLayout(column, 1)
        line.addWidget(Button(lambda: _("Seen to"), partial(self._meet, one), height="small", icon_name="check"))
        name = one.person.details.name
        line.addWidget(
            IconButton(
                lambda: _("Open the record of {name}").format(name=name),
                "chevron-right",
                partial(self._desk.open_person, one.person.id),
            )
        )
        return row

    def _meet(self, one: Waiting) -> None:
        mark_need_met(self._context.door.register, one.person, one.kind)
        self._context.changes.announce(Change.PEOPLE)


def _part(title: str) -> tuple[QWidget, QGridLayout]:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    heading = QLabel(title)
    heading.setProperty("type", "title")
    column.addWidget(heading)
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    column.addLayout(grid)
    column.addStretch(1)
    return part, grid


def _secondary(text: str) -> QLabel:
    label = wrapping_label(text)
    label.setProperty("type", "secondary")
    return label


def _describe_reach(numbers: Sequence[int]) -> str:
    words: tuple[Words, ...] = (
        lambda: _("interpreter"),
        lambda: _("Easy Japanese"),
        lambda: _("Japanese"),
        lambda: _("not asked"),
    )
    return "  ·  ".join(f"{say()} {number}" for number, say in zip(numbers, words, strict=True) if number)
