"""Icons and pictograms in the colour of a role, from the bundled Material Design Icons.

The bundled archive holds 7,447 files and takes 60 ms to open, so that each icon used is kept in the cache folder.
"""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from disaster_support.errors import UserError
from disaster_support.files import make_folder, write_whole
from disaster_support.ui.theme import current_theme

_ANY_COLOR = "#123456"  # replaced when the icon is drawn

_folder: Path | None = None


def start_icons(folder: Path) -> None:
    """Keep the icons used in this folder from one start to the next."""
    global _folder
    _folder = folder


@lru_cache(maxsize=1024)
def icon_svg(name: str) -> bytes:
    """Return the drawing of an icon by its name in the bundled set."""
    kept = _folder / f"{name}.svg" if _folder else None
    if kept is not None and kept.is_file():
        return kept.read_bytes()
    from disaster_support.printing.pictograms import pictogram_svg

    svg: bytes = pictogram_svg(name, _ANY_COLOR)
    if kept is not None:
        _keep(kept, svg)
    return svg


def _keep(path: Path, svg: bytes) -> None:
    try:
        make_folder(path.parent)
        write_whole(path, svg)
    except UserError:
        return  # a cache that cannot be written only costs time


def icon_pixmap(name: str, size: int, role: str = "ink") -> QPixmap:
    """Return an icon as a square picture of `size` px in a role's colour, sharp on this screen."""
    return _pixmap(name, size, current_theme().color(role).name(), _pixel_ratio())


def icon(name: str, size: int = 24, role: str = "ink") -> QIcon:
    """Return an icon for a button in a role's colour."""
    return QIcon(icon_pixmap(name, size, role))


def icon_file(name: str, color: str) -> Path | None:
    """Return an icon in a colour as a file, for the style sheet; None where no file can be kept."""
    if _folder is None:
        return None
    path = _folder / f"{name}-{color.removeprefix('#')}.svg"
    if not path.is_file():
        _keep(path, icon_svg(name).replace(_ANY_COLOR.encode(), color.encode()))
    return path


def paint_icon(painter: QPainter, area: QRectF, name: str, color: str) -> None:
    """Draw an icon as large as the area allows, as vectors."""
    side = min(area.width(), area.height())
    place = QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)
    _renderer(name, color).render(painter, place)


@lru_cache(maxsize=512)
def _pixmap(name: str, size: int, color: str, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(name, color).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@lru_cache(maxsize=256)
def _renderer(name: str, color: str) -> QSvgRenderer:
    svg = icon_svg(name).replace(_ANY_COLOR.encode(), color.encode())
    return QSvgRenderer(QByteArray(svg))


def _pixel_ratio() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.devicePixelRatio() if screen else 1.0
