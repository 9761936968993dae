"""The head of a record: the name in its own script, how it is read, the number, where the person is, and the family."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.features.reception.model import Details, Household, Person
from disaster_support.features.reception.pages.people.saying import JOINT, language_of, say_moment, say_names
from disaster_support.features.reception.words import say_state
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.flow import FlowLayout
from disaster_support.ui.panels import wrapping_label
from disaster_support.ui.phrase import PhraseLabel
from disaster_support.ui.theme import DISPLAY, LARGE, TARGET


def build_head(person: Person, household: Household, context: Context, on_open: Callable[[str], object]) -> QWidget:
    """Return the head of a record; the members of the household are links that call `on_open` with their ids."""
    head = QWidget()
    column = QVBoxLayout(head)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    details = person.details
    column.addWidget(name_label(details, details.name, context, DISPLAY, bold=True))
    for spelled in filter(None, (say_names(details), details.other_names)):
        column.addWidget(name_label(details, spelled, context, LARGE))
    line = QHBoxLayout()
    line.setSpacing(16)
    number = QLabel(person.number)
    number.setProperty("type", "title")
    number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    line.addWidget(number)
    state = wrapping_label(_say_where(person, context))
    line.addWidget(state, 1)
    column.addLayout(line)
    if len(household.members) > 1:
        column.addWidget(_build_family(person, household, on_open))
    return head


def name_label(details: Details, name: str, context: Context, size: int, *, bold: bool = False) -> PhraseLabel:
    """Return a label with a name of a person in its own script."""
    label = PhraseLabel(language_of(details, name, context.catalogue.languages), size, bold=bold)
    label.set_phrase(name)
    return label


def _say_where(person: Person, context: Context) -> str:
    words = [say_state(person.state)]
    if person.state_since:
        words.append(_("since {moment}").format(moment=say_moment(person.state_since, context.clock())))
    if person.details.room:
        words.append(person.details.room)
    return JOINT.join(words)


def _build_family(person: Person, household: Household, on_open: Callable[[str], object]) -> QWidget:
    family = QWidget()
    flow = FlowLayout(family)
    label = QLabel(_("Household {number}").format(number=household.number))
    label.setProperty("type", "secondary")
    label.setMinimumHeight(TARGET)
    flow.addWidget(label)
    for member in household.members:
        if member.id != person.id:
            flow.addWidget(_build_link(member, on_open))
    return family


def _build_link(member: Person, on_open: Callable[[str], object]) -> Button:
    return Button(
        lambda: f"{member.number}  {member.details.name}", lambda: on_open(member.id), kind="text", height="small"
    )


def build_merged(merged: Sequence[Person], on_part: Callable[[str], object] | None) -> QWidget:
    """Return a line for each record that turned out to be this person, with the way to part it again."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for one in merged:
        column.addLayout(_build_merged_line(one, on_part))
    return holder


def _build_merged_line(one: Person, on_part: Callable[[str], object] | None) -> QHBoxLayout:
    line = QHBoxLayout()
    words = _("Merged into this record: {number} {name}")
    line.addWidget(wrapping_label(words.format(number=one.number, name=one.details.name)), 1)
    if on_part:
        line.addWidget(Button(lambda: _("Part again"), lambda: on_part(one.id), height="small"))
    return line
