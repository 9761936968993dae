"""A list of people as it is pasted: from a spreadsheet, a mail, or a CSV file."""

import csv

from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _

_HEADINGS = {"氏名", "名前", "お名前", "受講者", "受講者名", "参加者", "name", "full name", "participant"}
_COLUMNS = 3  # name, organisation, role


def read_pasted(text: str) -> list[tuple[str, str, str]]:
    """Return name, organisation and role of every line; empty lines and a line of headings are left out.

    Raises:
        UserError: a line has no name, or there is nobody in the list.

    """
    lines = text.removeprefix("\ufeff").splitlines()
    found: list[tuple[str, str, str]] = []
    reader = csv.reader(lines, delimiter="\t" if "\t" in text else ",")
    for cells in reader:
        name, organisation, role = ([" ".join(cell.split()) for cell in cells] + [""] * _COLUMNS)[:_COLUMNS]
        if not (name or organisation or role) or (not found and name.casefold() in _HEADINGS):
            continue
        if not name:
            place = reader.line_num
            raise UserError(_("Line {line} has no name: “{text}”.").format(line=place, text=lines[place - 1][:60]))
        found.append((name, organisation, role))
    if not found:
        raise UserError(_("There is nobody in the list. Give a line for each person: name, organisation, role."))
    return found
