"""What a window needs from the system, named in one sentence where it is missing."""

import sys
from collections.abc import Mapping

from disaster_support.i18n import gettext as _

# Debian's package -> the library in it that Qt loads.
_ALWAYS = {
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libfontconfig1": "libfontconfig.so.1",
    "libglib2.0-0": "libglib-2.0.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
}
_ON_X11 = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-randr0": "libxcb-randr.so.0",
}


def find_obstacle(environment: Mapping[str, str], platform: str = sys.platform) -> str | None:
    """Return a sentence on what keeps a window from opening here, or None."""
    if not platform.startswith("linux"):
        return None
    chosen = environment.get("QT_QPA_PLATFORM", "")
    wants_display = chosen.split(":")[0] in ("", "xcb", "wayland")
    if wants_display and not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        return _("There is no display: start the program on a desktop, or use a command without a window (see --help).")
    needed = _ALWAYS | (_ON_X11 if wants_display and environment.get("DISPLAY") else {})
    missing = [package for package, library in needed.items() if not _is_loadable(library)]
    if not missing:
        return None
    return _("The system lacks {libraries}: run 'sudo apt install {packages}' and start again.").format(
        libraries=", ".join(needed[package] for package in missing), packages=" ".join(missing)
    )


def _is_loadable(library: str) -> bool:
    import ctypes  # other systems need none of it

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
