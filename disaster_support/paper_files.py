"""Writing a PDF that was made to the file that somebody named: as it is, or as pictures of its pages."""

from pathlib import Path

from disaster_support.errors import UserError
from disaster_support.files import write_whole
from disaster_support.i18n import gettext as _

PNG_DPI = 200.0


def save_pages(pdf: bytes, pages: int, path: Path) -> tuple[Path, ...]:
    """Write a PDF, or a PNG for each page: one page gives FILE.png, several give FILE-1.png, FILE-2.png and so on.

    Raises:
        UserError: the name ends in neither, or the file cannot be written.

    """
    suffix = path.suffix.lower()
    if suffix not in (".pdf", ".png"):
        raise UserError(_("{name} must end in .pdf or .png.").format(name=path.name))
    if suffix == ".pdf":
        write_whole(path, pdf)
        return (path,)
    from disaster_support.printing import render_png

    names = [path] if pages == 1 else [path.with_stem(f"{path.stem}-{number}") for number in range(1, pages + 1)]
    for page, name in enumerate(names):
        write_whole(name, render_png(pdf, page, PNG_DPI))
    return tuple(names)
