"""The floor: a window of PySide6 with nothing in it, ended as soon as it is painted."""

import os

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


def end() -> None:
    """Leave at once: taking a program apart is no part of its start."""
    os._exit(0)


application = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
QTimer.singleShot(0, end)
application.exec()
