"""The form of a notice: a field for each slot in the order of its text, and what is wrong under each."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from disaster_support.content.model import Entry, Slot, SlotType
from disaster_support.features.notices.model import Filling
from disaster_support.features.notices.pages.slot_inputs import PlaceChoices, PlaceInput, SlotInput, make_input
from disaster_support.i18n import current_language, pgettext
from disaster_support.i18n import gettext as _
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.panels import MessagePanel
from disaster_support.ui.parts import column_in, empty
from disaster_support.ui.say import Words
from disaster_support.ui.tab_order import keep_place


class SlotsForm(QWidget):
    """`changed` tells when somebody has changed a field; an error is said once its field was touched, or when asked."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._places: PlaceChoices = ()
        self._touched: set[str] = set()
        self.inputs: dict[str, SlotInput] = {}
        self.fields: dict[str, LabelledField] = {}
        self.warnings: dict[str, MessagePanel] = {}
        self._column = column_in(self, spacing=16)

    def show_entry(self, entry: Entry, texts: Mapping[str, str]) -> None:
        """Show the fields of a notice with these texts."""
        empty(self._column)
        self._touched = set()
        self.inputs = {slot.name: make_input(slot, self._today, self._places) for slot in entry.slots}
        self.fields, self.warnings = {}, {}
        for slot in entry.slots:
            field = LabelledField(_name(slot), self.inputs[slot.name], help_text=_help(slot))
            self.fields[slot.name] = field
            self._column.addWidget(field)
            self.warnings[slot.name] = MessagePanel("warning", lambda: "")
            self.warnings[slot.name].hide()
            self._column.addWidget(self.warnings[slot.name])
            self.inputs[slot.name].name(_name(slot))
            self.inputs[slot.name].changed.connect(self._touch(slot.name))
        keep_place(self)
        self.show_texts(texts)

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Fill the fields without telling anybody."""
        self._touched = set()
        for name, one in self.inputs.items():
            one.show_text(texts.get(name, ""))

    def texts(self) -> dict[str, str]:
        """Return the text of each slot."""
        return {name: one.text() for name, one in self.inputs.items()}

    def set_places(self, places: PlaceChoices) -> None:
        """Offer these places."""
        self._places = places
        for one in self.inputs.values():
            if isinstance(one, PlaceInput):
                one.set_places(places)

    def fill_place(self, text: str) -> None:
        """Fill the first place that is still empty."""
        for name, one in self.inputs.items():
            if isinstance(one, PlaceInput) and not one.text():
                one.show_text(text)
                self._touch(name)()
                return

    def show_filling(self, filling: Filling) -> None:
        """Say what is wrong at the fields that were touched."""
        for name, field in self.fields.items():
            field.show_error(filling.errors.get(name, "") if name in self._touched else "")
            warning = filling.warnings.get(name, "")
            self.warnings[name].set_words(partial(str, warning))
            self.warnings[name].setVisible(bool(warning))

    def insist(self, filling: Filling) -> None:
        """Say all that is wrong, and lead to the first of it."""
        self._touched = set(self.fields)
        self.show_filling(filling)
        for name, one in self.inputs.items():
            if name in filling.errors:
                one.setFocus()
                return

    def _touch(self, name: str) -> Callable[[], None]:
        def touch() -> None:
            self._touched.add(name)
            self.changed.emit()

        return touch


def _name(slot: Slot) -> Words:
    """Return what a field is called: as the notice says, or else what its type says."""
    if slot.label:
        label = slot.label
        return lambda: label.say(current_language())
    if slot.type is SlotType.TIME:
        return {"start": lambda: _("From (time)"), "end": lambda: _("Until (time)")}.get(slot.name, lambda: _("Time"))
    return _BY_TYPE[slot.type]


def _help(slot: Slot) -> Words | None:
    if slot.type is SlotType.COUNT:
        return lambda: _("From {least} to {most}").format(least=slot.least, most=slot.most)
    if slot.type is SlotType.NAME:
        return lambda: _("It stands on the sheet; nothing of this notice is kept.")
    return None


_BY_TYPE: Mapping[SlotType, Words] = {
    SlotType.DATE: lambda: pgettext("notice", "Day"),
    SlotType.PLACE: lambda: _("Place"),
    SlotType.COUNT: lambda: pgettext("notice", "Number"),
    SlotType.PHONE: lambda: _("Telephone number"),
    SlotType.NAME: lambda: _("Name of the person"),
    SlotType.TEXT: lambda: pgettext("notice", "Text"),
}
