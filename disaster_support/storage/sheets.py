"""In which languages sheets were printed, and when: so that a language nobody printed for is noticed."""

from collections.abc import Iterable
from datetime import datetime
from uuid import uuid4

from disaster_support.storage.clock import from_stamp, to_stamp
from disaster_support.storage.register import Register


def note_sheets(register: Register, languages: Iterable[str]) -> None:
    """Write down that something was printed in these languages now."""
    with register.writing("print") as writer:
        for tag in languages:
            writer.insert("sheet", {"id": str(uuid4()), "language": tag, "at": to_stamp(writer.now), "by": writer.user})


def last_sheets(register: Register) -> dict[str, datetime]:
    """Return when a sheet was last printed, by language."""
    rows = register.query("SELECT language, max(at) FROM sheet GROUP BY language")
    return {row[0]: from_stamp(row[1]) for row in rows}
