"""What the shell needs before the first widget: the application, its fonts, icons and theme."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLoggingCategory
from PySide6.QtWidgets import QApplication

from disaster_support.ui.focus import FocusRing
from disaster_support.ui.fonts import start_fonts
from disaster_support.ui.icons import start_icons
from disaster_support.ui.theme import apply_theme

if TYPE_CHECKING:
    from disaster_support.context import Context


def start_application(context: "Context") -> QApplication:
    """Return the application with fonts, icons and the chosen theme ready; the running one where there is one."""
    app = QCoreApplication.instance() or QApplication(sys.argv)
    assert isinstance(app, QApplication)
    QLoggingCategory.setFilterRules("qt.text.font.db.warning=false")  # text shown while its font is on its way
    app.setApplicationName("Disaster Support")
    app.setStyle("Fusion")
    start_icons(context.paths.cache / "icons")
    start_fonts(context.paths.cache / "fonts")
    settings = context.settings.current
    apply_theme(settings.theme, settings.text_scale)
    FocusRing(app)
    return app
