"""Sheets that were made, and writing them to the file that somebody named: as PDF, or as pictures of the pages."""

from dataclasses import dataclass
from pathlib import Path

from disaster_support.errors import UserError
from disaster_support.files import write_whole
from disaster_support.i18n import gettext as _

PNG_DPI = 200.0


@dataclass(frozen=True, slots=True)
class Sheets:
    """Something ready to print or to save: its title, the PDF, and how many pages it has."""

    title: str
    pdf: bytes
    pages: int


def save_pages(sheets: Sheets, path: Path) -> tuple[Path, ...]:
    """Write a PDF, or a PNG for each page: one page gives FILE.png, several give FILE-1.png, FILE-2.png and so on.

    Raises:
        UserError: the name ends in neither, or the file cannot be written.

    """
    suffix = path.suffix.lower()
    if suffix not in (".pdf", ".png"):
        raise UserError(_("{name} must end in .pdf or .png.").format(name=path.name))
    if suffix == ".pdf":
        write_whole(path, sheets.pdf)
        return (path,)
    from disaster_support.printing import render_png

    numbers = range(1, sheets.pages + 1)
    names = [path] if sheets.pages == 1 else [path.with_stem(f"{path.stem}-{number}") for number in numbers]
    for page, name in enumerate(names):
        write_whole(name, render_png(sheets.pdf, page, PNG_DPI))
    return tuple(names)
