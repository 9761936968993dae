"""One row of a list of shelters: its cells as the fields of a shelter, each repair noted."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from disaster_support.features.reception.shelter_headings import ADDRESS_PARTS
from disaster_support.features.reception.shelter_repairs import (
    Mended,
    Repair,
    check_digit,
    is_in_japan,
    mend_code,
    mend_degrees,
    mend_text,
)
from disaster_support.i18n import gettext as _

T = TypeVar("T")

COMMON_ID = re.compile(r"[A-Z](\d{5})\d{8}")
"""国土地理院's 共通ID: the municipality's code without its check digit, a number, and the kind."""


class ShelterRow:
    """One row while it is read."""

    def __init__(self, number: int, header: Sequence[str], fields: Mapping[str, int], cells: Sequence[str]) -> None:
        self.repairs: list[Repair] = []
        self._number, self._header, self._fields, self._cells = number, header, fields, cells
        self._taken = {place for name, place in fields.items() if name != "number"}

    def cell(self, name: str) -> str:
        """Return what stands in the column of a field; nothing where there is no such column."""
        return self._cells[self._fields[name]] if name in self._fields else ""

    def tell(self, name: str, became: str, why: str) -> None:
        """Note a repair in the column of a field."""
        self.repairs.append(Repair(self._number, self._header[self._fields[name]], self.cell(name), became, why))

    def take(self, name: str, mend: Callable[[str], Mended[T]]) -> T | None:
        """Return what the cell of a field says, mended."""
        if name not in self._fields:
            return None
        mended = mend(self.cell(name))
        if mended.why:
            self.tell(name, "" if mended.value is None else str(mended.value), mended.why)
        if mended.value is None:
            self._taken.discard(self._fields[name])
        return mended.value

    def read_address(self) -> str:
        """Return the address, put together from its parts where it does not stand in one cell."""
        address = self.take("address", mend_text) or ""
        parts = [self._cells[self._header.index(part)].strip() for part in ADDRESS_PARTS if part in self._header]
        if address or not any(parts):
            return address
        address = mend_text("".join(parts)).value
        heading = self._header[self._fields["address"]] if "address" in self._fields else ADDRESS_PARTS[0]
        self.repairs.append(Repair(self._number, heading, "", address, _("It was put together from its parts.")))
        return address

    def read_code(self, address: str) -> str:
        """Return the municipality's code of six digits; 国土地理院 has it only within its common id."""
        place = "".join([address, *(cell for cell in self._cells if cell.strip().endswith(("都", "道", "府", "県")))])
        code = self.take("code", lambda text: mend_code(text, place)) or ""
        found = COMMON_ID.fullmatch(self.cell("number").strip())
        return found[1] + check_digit(found[1]) if found and not code else code

    def read_position(self) -> tuple[float | None, float | None]:
        """Return latitude and longitude in degrees, both or neither."""
        count = len(self.repairs)
        latitude, longitude = self.take("latitude", mend_degrees), self.take("longitude", mend_degrees)
        if latitude is None or longitude is None:
            for name, degrees in (("latitude", latitude), ("longitude", longitude)):
                if degrees is not None:
                    self._drop(name, _("The other half of the position is missing: it was left out."))
            return None, None
        if is_in_japan(latitude, longitude):
            return latitude, longitude
        if is_in_japan(longitude, latitude):
            del self.repairs[count:]  # told as one repair with the places changed
            self.tell("latitude", str(longitude), _("Latitude and longitude had changed places."))
            self.tell("longitude", str(latitude), _("Latitude and longitude had changed places."))
            return longitude, latitude
        for name in ("latitude", "longitude"):
            self._drop(name, _("The position is not in Japan: it was left out."))
        return None, None

    def _drop(self, name: str, why: str) -> None:
        self._taken.discard(self._fields[name])
        self.tell(name, "", why)

    def list_more(self) -> dict[str, str]:
        """Return what stands in the other columns, and what could not be read."""
        return {
            heading: cell.strip()
            for place, (heading, cell) in enumerate(zip(self._header, self._cells, strict=True))
            if place not in self._taken and cell.strip()
        }
