"""The strip that says in its own colour, over every page, that this is a drill."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from disaster_support.i18n import gettext as _
from disaster_support.ui.say import say


class PracticeBanner(QFrame):
    """Stands over the pages while drill mode is on; hidden otherwise."""

    def __init__(self, leave: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.setObjectName("practice")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(16)
        words = QLabel()
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        say(words, words.setText, _say_drill)
        row.addWidget(words, 1)
        if leave:
            self.leave = QPushButton()
            say(self.leave, self.leave.setText, lambda: _("End drill mode"))
            self.leave.clicked.connect(lambda _checked=False: leave())
            row.addWidget(self.leave)


def _say_drill() -> str:
    return _("DRILL 訓練 · The people here are invented. Nothing goes into the real register.")
