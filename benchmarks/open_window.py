"""The program as `main.py` opens it, ended as soon as its first page is painted."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from disaster_support.app import build_context
from disaster_support.pages import PAGES
from disaster_support.ui.start import start_application
from disaster_support.ui.window import MainWindow

context = build_context()
application = start_application(context)
window = MainWindow(context, PAGES)
window.show()
while not window.page("talk").isVisible():
    application.processEvents()
application.processEvents()
sys.stdout.flush()
