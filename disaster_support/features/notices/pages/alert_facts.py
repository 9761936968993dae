"""What staff should know of an alert: from when its words hold, and what it was called before."""

from datetime import date

from PySide6.QtWidgets import QWidget

from disaster_support.content.model import Entry
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.ui.panels import MessagePanel
from disaster_support.ui.parts import column_in


class AlertFacts(QWidget):
    """Hidden for a notice that is no alert, or that nothing is known of."""

    def __init__(self) -> None:
        super().__init__()
        self._entry: Entry | None = None
        self.panel = MessagePanel("information", self._say)
        column_in(self).addWidget(self.panel)
        self.hide()

    def show_entry(self, entry: Entry) -> None:
        """Show what is known of a template."""
        self._entry = entry
        self.panel.set_words(self._say)
        self.setVisible(bool(entry.since or entry.formerly))

    def _say(self) -> str:
        sentences = []
        if self._entry and self._entry.since:
            day = _write_day(date.fromisoformat(self._entry.since))
            sentences.append(_("These words hold from {day}.").format(day=day))
        if self._entry and self._entry.formerly:
            names = "、".join(self._entry.formerly)
            sentences.append(_("Before that it was called: {names}.").format(names=names))
        return "\n".join(sentences)


def _write_day(day: date) -> str:
    from babel.dates import format_date

    return str(format_date(day, "long", locale=current_language()))
