"""Small pictures of the real pages, kept on disk under a hash of what is on the page."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from disaster_support import __version__
from disaster_support.context import Context
from disaster_support.documents.model import Document
from disaster_support.errors import UserError
from disaster_support.files import make_folder, write_whole

WIDTH_PX = 240
_KEPT = 1500  # files; a shelter's languages change a few times a day, with about 150 signs


class Thumbnails:
    """Pictures of first pages. What was drawn once is read from disk, also after the next start."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._folder = context.paths.cache / "thumbnails"

    def draw(self, document: Document) -> bytes:
        """Return the first page as PNG. Safe on any thread."""
        page = document.pages[0]
        path = self._folder / f"{_name_of(document)}.png"
        try:
            return path.read_bytes()
        except OSError:
            png = self._render(document, page.width_mm)
        self._keep(path, png)
        return png

    def _render(self, document: Document, width_mm: float) -> bytes:
        from disaster_support.printing import render_pdf, render_png

        first = Document(document.title, document.language, document.pages[:1])
        return render_png(render_pdf(first, self._context.typesetter), 0, WIDTH_PX / (width_mm / 25.4))

    def _keep(self, path: Path, png: bytes) -> None:
        try:
            make_folder(self._folder)
            write_whole(path, png)
            self._forget_old()
        except (UserError, OSError):
            return  # a picture that cannot be kept is drawn again

    def _forget_old(self) -> None:
        files = list(self._folder.glob("*.png"))
        if len(files) > _KEPT:
            for path in _oldest(files)[: _KEPT // 3]:
                path.unlink(missing_ok=True)


def _oldest(files: Sequence[Path]) -> list[Path]:
    return sorted(files, key=lambda path: path.stat().st_mtime)


def _name_of(document: Document) -> str:
    return sha256(f"{__version__} {WIDTH_PX} {document.pages[0]!r}".encode()).hexdigest()[:32]
