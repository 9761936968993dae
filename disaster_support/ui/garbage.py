"""Looking for garbage on the window's thread alone.

Python would look on whichever thread makes the most objects, and a widget that is freed on another thread than the
window's takes the whole program with it.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 2_000
_YOUNG, _MIDDLE, _OLD = 20_000, 10, 10
"""How many new objects are worth a look, and after how many looks the older ones are looked at too."""


def collect_here(owner: QObject) -> None:
    """Leave out what there is by now, and look for garbage now and then on this thread, as long as the owner lives.

    Automatic collection stays off: whoever starts the program has turned it off.
    """
    gc.freeze()  # what the start made stays to the end
    timer = QTimer(owner)
    timer.setInterval(_EVERY_MS)
    timer.timeout.connect(look)
    timer.start()


def look() -> None:
    """Free what nobody holds any more, if much was made since the last time."""
    young, middle, old = gc.get_count()
    if young > _YOUNG:
        gc.collect(2 if old > _OLD else 1 if middle > _MIDDLE else 0)
