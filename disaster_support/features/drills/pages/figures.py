"""The figures of drill mode that were taken over: newcomers, languages, needs, waits."""

from PySide6.QtWidgets import QGridLayout, QWidget

from disaster_support.context import Context
from disaster_support.features.drills.pages.log.choices import say_language
from disaster_support.features.drills.practice_figures import PracticeFigures
from disaster_support.features.drills.words import say_wait
from disaster_support.i18n import gettext as _
from disaster_support.ui.parts import column_in, empty, label, text_label


class FiguresView(QWidget):
    """Nothing until figures were taken over."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        column = column_in(self)
        column.addWidget(label(lambda: _("Figures in the report"), "title"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)

    def show_figures(self, figures: PracticeFigures | None) -> None:
        """Show these."""
        self.setVisible(figures is not None)
        empty(self._grid)
        if figures is None:
            return
        rows = [(_("Newcomers"), str(figures.people))]
        languages = [f"{say_language(self._context, _tag(tag))} {count}" for tag, count in figures.languages.items()]
        rows += [(_("Languages"), " · ".join(languages))] if languages else []
        for name, wait in figures.waits.items():
            words = _("half of them within {median}, the longest {longest} ({people} people)")
            said = words.format(median=_clock(wait.median_s), longest=_clock(wait.longest_s), people=wait.people)
            rows.append((say_wait(name), said))
        for row, (key, text) in enumerate(rows):
            self._grid.addWidget(text_label(key, "strong"), row, 0)
            self._grid.addWidget(text_label(text), row, 1)


def _tag(tag: str) -> str:
    return "" if tag == "?" else tag


def _clock(seconds: float) -> str:
    """Return minutes and seconds, as 1:05."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"
