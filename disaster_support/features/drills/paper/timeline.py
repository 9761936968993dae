"""The chart of the injects: for each, when it was due and when it was given."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from disaster_support.documents.areas import Area
from disaster_support.documents.cells import fit_line
from disaster_support.documents.colors import WHITE
from disaster_support.documents.model import Align, Box, Item, Line, TextMeasurer
from disaster_support.documents.report import Drawing
from disaster_support.documents.sheet import GREY, HAIRLINE
from disaster_support.features.drills.model import Mark
from disaster_support.features.drills.paper.charts import SHADES, keep_together
from disaster_support.features.drills.paper.subject import tell, time_of
from disaster_support.features.drills.report_data import InjectResult, ReportData
from disaster_support.features.drills.running import began_at
from disaster_support.i18n import gettext as _

_ROW_MM, _LABEL_MM, _END_MM, _DOT_MM = 6.0, 26.0, 30.0, 3.0
_TICK_MINUTES, _MOST_TICKS = 30, 8
_PT, _SMALL_PT = 9.5, 8.0


@dataclass(frozen=True, slots=True)
class Timeline:
    """The minutes from the first that is shown to the last, laid over a width."""

    begin: datetime
    first: int
    last: int
    measurer: TextMeasurer

    @classmethod
    def of(cls, data: ReportData, measurer: TextMeasurer) -> "Timeline":
        """Return one that holds the whole drill and all that was given before or after it."""
        given = [_given_minute(one) for one in data.injects]
        minutes = [0, data.drill.plan.minutes, 1, *(minute for minute in given if minute is not None)]
        return cls(began_at(data.drill), min(minutes), max(minutes), measurer)

    def rows(self, results: Sequence[InjectResult]) -> list[Drawing]:
        """Return the scale, and a line for each inject: a ring when it was due, a disc when it was given."""
        lines = (self._row(f"{number}  {time_of(one.due)}", one) for number, one in enumerate(results, start=1))
        return keep_together([Drawing(_ROW_MM, self._scale), *lines])

    def _scale(self, area: Area) -> Iterator[Item]:
        axis = _axis(area)
        step = _TICK_MINUTES * max(1, (self.last - self.first) // (_MOST_TICKS * _TICK_MINUTES))
        for minute in range(-(-self.first // step) * step, self.last + 1, step):
            x = self._x(minute, axis)
            yield Line(x, axis.y_mm + axis.height_mm - 1.2, x, axis.y_mm + axis.height_mm, GREY)
            place = Area(x - 7.0, axis.y_mm, 14.0, axis.height_mm - 1.2, axis.scale)
            clock = tell(time_of(self.begin + timedelta(minutes=minute)))
            yield fit_line(self.measurer, clock, place, _SMALL_PT, color=GREY, align=Align.CENTER)

    def _row(self, label: str, result: InjectResult) -> Drawing:
        given = _given_minute(result)

        def draw(area: Area) -> Iterator[Item]:
            words = area.cut_left(_LABEL_MM - _DOT_MM)[0]
            yield fit_line(self.measurer, tell(label), words, _PT)
            axis = _axis(area)
            middle = axis.y_mm + axis.height_mm / 2
            yield Line(axis.x_mm, middle, axis.x_mm + axis.width_mm, middle, HAIRLINE, 0.2)
            due_x = self._x(result.inject.minute, axis)
            if given is not None:
                yield Line(due_x, middle, self._x(given, axis), middle, SHADES[0], 0.9)
            yield _dot(due_x, middle, WHITE)
            if given is not None:
                yield _dot(self._x(given, axis), middle, SHADES[0])
            end = area.cut_right(_END_MM - _DOT_MM)[0]
            yield fit_line(self.measurer, tell(say_delay(result)), end, _PT)

        return Drawing(_ROW_MM, draw)

    def _x(self, minute: int, axis: Area) -> float:
        return axis.x_mm + axis.width_mm * (minute - self.first) / (self.last - self.first)


def say_delay(result: InjectResult) -> str:
    """Return how much later or earlier than planned an inject was given, or that it was not."""
    late = result.minutes_late
    if late is None:
        return _("Left out") if result.event and result.event.mark is Mark.NOT_DONE else _("Not marked")
    return _("On time") if late == 0 else _("{minutes} min").format(minutes=f"{late:+d}".replace("-", "−"))


def _given_minute(result: InjectResult) -> int | None:
    late = result.minutes_late
    return None if late is None else result.inject.minute + late


def _axis(area: Area) -> Area:
    return area.cut_left(_LABEL_MM)[1].cut_right(_END_MM)[1]


def _dot(x_mm: float, y_mm: float, fill: str) -> Box:
    half = _DOT_MM / 2
    return Box(x_mm - half, y_mm - half, _DOT_MM, _DOT_MM, fill, SHADES[0], 0.4, half)
