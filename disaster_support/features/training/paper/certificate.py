"""The certificate: a page lying on its side, for those who met the course's conditions."""

from collections.abc import Iterator
from datetime import date

from disaster_support.bilingual import Bilingual
from disaster_support.documents.areas import Area
from disaster_support.documents.cells import fit_line
from disaster_support.documents.model import Align, Box, Document, Item, Line, Page, Text, Valign
from disaster_support.documents.paper import A4
from disaster_support.documents.sheet import GREY
from disaster_support.documents.typed import typed
from disaster_support.errors import UserError
from disaster_support.features.training.paper.kit import CoursePaper, both
from disaster_support.features.training.paper.words import say_english_day
from disaster_support.i18n import gettext as _

TITLE = Bilingual("修了証", "Certificate")

_REIWA_BEGINS, _REIWA_ZERO = date(2019, 5, 1), 2018
_FRAMES_MM = ((10.0, 1.2), (12.4, 0.3))  # from the edge, and how thick
_MARGIN_MM, _NUMBER_MM, _HEAD_MM, _SUBHEAD_MM, _NAME_MM, _FOOT_MM = 26.0, 7.0, 21.0, 9.0, 24.0, 32.0
_SEAL_MM, _NAME_LINE_SHARE = 20.0, 0.62


def build_certificates(kit: CoursePaper) -> Document:
    """Return a certificate for each who met the conditions; of a template, one without a name.

    Raises:
        UserError: nobody has met the conditions yet.

    """
    names = list_names(kit)
    if not names:
        raise UserError(_("Nobody has met the conditions for a certificate yet."))
    paper = A4.landscape
    pages = (Page(paper.width_mm, paper.height_mm, tuple(_draw(kit, name))) for name in names)
    return Document(both(TITLE), kit.language, tuple(pages), kit.printed_on.isoformat())


def list_names(kit: CoursePaper) -> list[str]:
    """Return the names on the certificates of a course; of a template, an empty one."""
    return [one.participant.name for one in kit.results if one.passed] if kit.course.id else [""]


def _draw(kit: CoursePaper, name: str) -> Iterator[Item]:
    sheet = Area(0.0, 0.0, A4.landscape.width_mm, A4.landscape.height_mm, 1.0)
    for edge, stroke in _FRAMES_MM:
        area = sheet.inset(edge)
        yield Box(area.x_mm, area.y_mm, area.width_mm, area.height_mm, stroke="#1a1a1a", stroke_mm=stroke)
    area = sheet.inset(_MARGIN_MM)
    number, area = area.cut_top(_NUMBER_MM)
    yield fit_line(kit.measurer, Text("第　　　　　　号", "ja"), number, 11.0, align=Align.END)
    head, area = area.cut_top(_HEAD_MM)
    yield fit_line(kit.measurer, Text("修　了　証", "ja"), head, 44.0, bold=True, align=Align.CENTER)
    below, area = area.cut_top(_SUBHEAD_MM, 4.0)
    yield fit_line(kit.measurer, Text("Certificate of Completion", "en"), below, 16.0, color=GREY, align=Align.CENTER)
    who, area = area.cut_top(_NAME_MM, 4.0)
    yield from _name(kit, name, who)
    foot, area = area.cut_bottom(_FOOT_MM, 2.0)
    upper, lower = area.cut_top(area.height_mm * 0.56)
    yield fit_line(kit.measurer, Text(_say_japanese(kit), "ja"), upper, 17.0, align=Align.CENTER)
    yield fit_line(kit.measurer, Text(_say_english(kit), "en"), lower, 11.5, color=GREY, align=Align.CENTER)
    yield from _foot(kit, foot)


def _name(kit: CoursePaper, name: str, area: Area) -> Iterator[Item]:
    """Give the name above a line, the form of address behind it."""
    width = area.width_mm * _NAME_LINE_SHARE
    line = Area(area.x_mm + (area.width_mm - width) / 2, area.y_mm, width, area.height_mm, area.scale)
    foot = line.y_mm + line.height_mm
    yield Line(line.x_mm, foot, line.x_mm + width, foot, GREY, 0.3)
    address, line = line.cut_bottom(2.0)[1].cut_right(16.0, 2.0)
    yield fit_line(kit.measurer, Text("様", "ja"), address, 20.0, align=Align.CENTER, valign=Valign.BOTTOM)
    if name:
        yield fit_line(kit.measurer, typed(name), line, 32.0, bold=True, align=Align.CENTER, valign=Valign.BOTTOM)


def _foot(kit: CoursePaper, area: Area) -> Iterator[Item]:
    """Give the day, and whoever holds the course with room for the seal."""
    day = max((one.on for one in kit.plan.days), default=kit.printed_on)
    when, who = area.cut_left(area.width_mm * 0.38, 6.0)
    upper, lower = when.cut_bottom(12.0)[0].cut_top(7.0)
    yield fit_line(kit.measurer, Text(say_era(day), "ja"), upper, 15.0, valign=Valign.BOTTOM)
    yield fit_line(kit.measurer, Text(say_english_day(day), "en"), lower, 10.0, color=GREY)
    seal, who = who.cut_right(_SEAL_MM, 4.0)
    place = seal.cut_bottom(_SEAL_MM)[0]
    yield Box(place.x_mm, place.y_mm, _SEAL_MM, _SEAL_MM, stroke=GREY, stroke_mm=0.2)
    yield fit_line(kit.measurer, Text("印", "ja"), place, 9.0, color=GREY, align=Align.CENTER)
    line = who.cut_bottom(12.0)[0]
    foot = line.y_mm + line.height_mm
    yield Line(line.x_mm, foot, line.x_mm + line.width_mm, foot, GREY, 0.3)
    if kit.course.organiser:
        above = line.cut_bottom(1.5)[1]
        yield fit_line(kit.measurer, typed(kit.course.organiser), above, 17.0, align=Align.END, valign=Valign.BOTTOM)


def _say_japanese(kit: CoursePaper) -> str:
    plan = kit.plan
    title = plan.title.ja.replace("「", "『").replace("」", "』")  # quoted within a quotation
    return (
        f"あなたは「{title}」の課程\n（{plan.lessons}時限・{plan.lessons * plan.lesson_minutes}分）"
        "を修了したことを、ここに証します。"
    )


def _say_english(kit: CoursePaper) -> str:
    plan = kit.plan
    title = plan.title.en or plan.title.ja
    return (
        f"This certifies that the person named above has completed the course\n“{title}”"
        f" ({plan.lessons} lessons, {plan.lessons * plan.lesson_minutes} minutes)."
    )


def say_era(day: date) -> str:
    """Return a day by the Japanese era, as certificates have it, with the common year beside."""
    if day < _REIWA_BEGINS:
        return f"{day.year}年{day.month}月{day.day}日"
    year = day.year - _REIWA_ZERO
    return f"令和{'元' if year == 1 else year}年（{day.year}年）{day.month}月{day.day}日"
