"""What the shell needs before the first widget: the application, its fonts, icons and theme."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLoggingCategory, QTimer
from PySide6.QtWidgets import QApplication

from disaster_support.ui.focus import FocusRing
from disaster_support.ui.fonts import start_fonts
from disaster_support.ui.garbage import collect_here
from disaster_support.ui.icons import start_icons
from disaster_support.ui.theme import apply_theme

if TYPE_CHECKING:
    from disaster_support.context import Context


_START_MS = 1000


def start_application(context: "Context") -> QApplication:
    """Return the application with fonts, icons and the chosen theme ready; the running one where there is one."""
    # The style goes in as an argument: QApplication.setStyle would have PySide make the whole class of what it returns.
    app = QCoreApplication.instance() or QApplication([*sys.argv, "-style", "Fusion"])
    assert isinstance(app, QApplication)
    QLoggingCategory.setFilterRules("qt.text.font.db.warning=false")  # text shown while its font is on its way
    app.setApplicationName("Disaster Support")
    start_icons(context.paths.cache / "icons")
    start_fonts(context.paths.cache / "fonts")
    settings = context.settings.current
    apply_theme(settings.theme, settings.text_scale)
    FocusRing(app)
    return app


def run_application() -> int:
    """Serve the windows until the last is closed; return the exit code. Looks for garbage from after the start on."""
    QTimer.singleShot(_START_MS, lambda: collect_here(_application()))
    return QApplication.exec()


def _application() -> QCoreApplication:
    app = QCoreApplication.instance()
    assert app is not None
    return app
