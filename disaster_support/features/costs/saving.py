"""The yearly list into a file, in the form that its name asks for."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.costs.workbook import make_xlsx
from disaster_support.features.costs.yearly import YearlyList, gather_year, make_csv
from disaster_support.files import write_whole
from disaster_support.i18n import gettext as _
from disaster_support.storage.roles import Right

if TYPE_CHECKING:
    from disaster_support.storage.register import Register


def save_yearly_list(context: Context, register: "Register", fiscal_year: int, path: Path) -> None:
    """Write the list of a fiscal year as .csv, .xlsx or .pdf, whole or not at all.

    Raises:
        UserError: the ending is another, the file cannot be written, or the role takes no lists along.

    """
    register.require(Right.EXPORT)
    make = _MAKERS.get(path.suffix.lower())
    if make is None:
        raise UserError(
            _("{path} is none of {endings}: give the file one of these endings.").format(
                path=path.name, endings=", ".join(_MAKERS)
            )
        )
    write_whole(path, make(context, gather_year(register, fiscal_year, context.clock().astimezone().date())))


def _make_pdf(context: Context, yearly: YearlyList) -> bytes:
    from disaster_support.features.costs.paper import build_yearly_list
    from disaster_support.printing import render_pdf

    return render_pdf(build_yearly_list(yearly, context.typesetter), context.typesetter)


_MAKERS: Mapping[str, Callable[[Context, YearlyList], bytes]] = {
    ".xlsx": lambda _context, yearly: make_xlsx(yearly),
    ".csv": lambda _context, yearly: make_csv(yearly),
    ".pdf": _make_pdf,
}
ENDINGS = tuple(_MAKERS)
"""What the name of the file may end in."""
