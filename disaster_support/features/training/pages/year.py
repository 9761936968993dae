"""The fiscal year in figures: who came from where to which course, and for how many hours."""

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.features.training.pages.people.table import TextTable
from disaster_support.features.training.results import YearLine, summarise_year
from disaster_support.features.training.service import list_courses
from disaster_support.fiscal_year import fiscal_year_of
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.ui.choices import ChoiceBox
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.page import Page, scrolling
from disaster_support.ui.parts import column_in, text_label

_TABLE_HEIGHT = 300


class YearPage(Page):
    """Counted anew whenever it is shown."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.year = ChoiceBox(lambda: _("Fiscal year"))
        self.total = text_label("", "title")
        self.table = TextTable(
            lambda: _("Figures of the fiscal year"),
            (
                lambda: _("Course"),
                lambda: _("Organisation"),
                lambda: _("People"),
                lambda: _("Certificates"),
                lambda: _("Lesson hours attended"),
            ),
        )
        self.table.setMinimumHeight(_TABLE_HEIGHT)
        self._build()
        self.year.activated.connect(lambda _row: self._show())
        self.setFocusProxy(self.year)
        self.refresh()

    def help_text(self) -> str:
        """Return what is counted."""
        return _(
            "A line for each organisation at each course of the fiscal year, from April to March: how many people, how "
            "many of them met the conditions for a certificate, and the lesson hours that they attended together."
        )

    def refresh(self) -> None:
        """Offer the years there are, and count."""
        this_year = fiscal_year_of(self._context.clock().astimezone().date())
        years = {this_year, *(course.fiscal_year for course in list_courses(self._context.door.home))}
        is_first = not self.year.count()
        self.year.set_choices([(str(year), partial(str, year)) for year in sorted(years, reverse=True)])
        if is_first:
            self.year.choose(str(this_year))
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Count what is there by now."""
        super().showEvent(event)
        self.refresh()

    def retranslate(self) -> None:
        """Say it in the new language."""
        self._show()

    def _build(self) -> None:
        whole = QWidget()
        column = column_in(whole, 12)
        column.setContentsMargins(16, 12, 16, 12)
        row = QHBoxLayout()
        row.addWidget(LabelledField(lambda: _("Fiscal year"), self.year))
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.total)
        column.addWidget(self.table, 1)
        column_in(self).addWidget(scrolling(whole))

    def _show(self) -> None:
        if not self._context.door.is_open:
            return  # locked: the page is on its way out
        lines = summarise_year(self._context.door.home, int(self.year.key()))
        self.table.show_rows([(str(place), _row(line)) for place, line in enumerate(lines)])
        words = _("Courses: {courses}  People: {people}  Certificates: {certified}  Lesson hours attended: {hours}")
        self.total.setText(
            words.format(
                courses=len({line.course_id for line in lines}),
                people=sum(line.people for line in lines),
                certified=sum(line.certified for line in lines),
                hours=sum(line.lesson_hours for line in lines),
            )
        )


def _row(line: YearLine) -> tuple[str, ...]:
    title, organisation = line.course_title.say(current_language()), line.organisation or _("not given")
    return title, organisation, str(line.people), str(line.certified), str(line.lesson_hours)
