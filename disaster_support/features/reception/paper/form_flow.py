"""How the rows of a form share the pages: in order, higher where a page would not be full, staff's part at the end."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from disaster_support.documents.areas import Area
from disaster_support.documents.cells import Stack, settle
from disaster_support.documents.model import Item, Pictogram, Text
from disaster_support.features.reception.paper.form_questions import FormRow, build_rows
from disaster_support.features.reception.paper.form_rows import Row, TickHeads
from disaster_support.features.reception.paper.form_tables import StaffBlock, staff_field_mm
from disaster_support.features.reception.paper.form_texts import HINT_SHARE, FormTexts
from disaster_support.i18n import current_language, pgettext
from disaster_support.i18n import gettext as _

_FIRST_HEAD_MM, _NEXT_HEAD_MM = 26.0, 13.0
_GAP_MM = 2.0
_PICTURE_MM = 11.5
_MOST_STRETCH_MM = 4.0  # how much higher a row becomes to fill its page


@dataclass(slots=True)
class _PagePlan:
    """The rows of one page and how high they are."""

    room_mm: float
    rows: list[Row] = field(default_factory=list)

    @property
    def height_mm(self) -> float:
        """Return the height of all rows."""
        return sum(row.height_mm for row in self.rows)


@dataclass(frozen=True, slots=True)
class Plan:
    """A form whose rows have sizes and pages."""

    texts: FormTexts
    body: Area
    promise: Stack
    staff: StaffBlock
    pages: tuple[_PagePlan, ...]

    def head(self, place: int) -> Area:
        """Return the area of the head of a page; the first page's is higher."""
        return self.body.cut_top((_NEXT_HEAD_MM if place else _FIRST_HEAD_MM) * self.body.scale)[0]

    def draw_rows(self, place: int) -> Iterator[Item]:
        """Give the rows of a page below what is promised on the first; on the last the part for staff at the foot."""
        if place == 0:
            yield from self._promise()
        page = self.pages[place]
        is_last = place == len(self.pages) - 1
        if is_last:
            yield from self.staff.draw(self.body.cut_bottom(self.staff.height_mm)[0])
        area = self.body.cut_bottom(page.room_mm + (self.staff.height_mm + _GAP_MM if is_last else 0.0))[0]
        growing = sum(not isinstance(row, TickHeads) for row in page.rows)
        stretch = min(_MOST_STRETCH_MM, (page.room_mm - page.height_mm) / growing) if growing else 0.0
        for row in page.rows:
            height = row.height_mm + (0.0 if isinstance(row, TickHeads) else stretch)
            line, area = area.cut_top(height)
            yield from row.draw(line)

    def _promise(self) -> Iterator[Item]:
        """Give what is kept, who sees it, and that nobody has to answer."""
        scale = self.body.scale
        below = self.body.cut_top(_FIRST_HEAD_MM * scale, _GAP_MM)[1].cut_top(self.promise.height_mm)[0]
        picture, words = below.cut_left(_PICTURE_MM * scale)
        size = min(9.0 * scale, below.height_mm)
        yield Pictogram(picture.x_mm, picture.y_mm + (picture.height_mm - size) / 2, size, "shield-account")
        yield from self.promise.draw(words)


def plan_form(texts: FormTexts, body: Area) -> Plan:
    """Return the form at the sizes of `texts` on as many pages as it needs."""
    width = body.width_mm - _PICTURE_MM * body.scale
    kept, who_sees, may_skip = (texts.hint(id_, width) for id_ in ("form.kept", "form.who_sees", "form.may_skip"))
    said = kept.below(who_sees).below(may_skip)
    staff = _staff(texts, body)
    pages = _flow(build_rows(texts, body.width_mm), body, said.height_mm + 2 * _GAP_MM)
    last = pages[-1]
    foot = staff.height_mm + _GAP_MM
    if last.height_mm + foot > last.room_mm:
        pages.append(_PagePlan(body.height_mm - _NEXT_HEAD_MM * body.scale - _GAP_MM))
    pages[-1].room_mm -= foot
    return Plan(texts, body, said, staff, tuple(pages))


def _flow(rows: list[FormRow], body: Area, promise_mm: float) -> list[_PagePlan]:
    """Fill page after page; the heads of tick columns stand again on each page that has such rows."""
    next_mm = body.height_mm - _NEXT_HEAD_MM * body.scale - _GAP_MM
    pages = [_PagePlan(body.height_mm - _FIRST_HEAD_MM * body.scale - promise_mm)]
    standing: TickHeads | None = None  # the heads that this page already has
    for row in rows:
        wanted = _with_heads(row, standing)
        if pages[-1].rows and pages[-1].height_mm + sum(one.height_mm for one in wanted) > pages[-1].room_mm:
            pages.append(_PagePlan(next_mm))
            standing, wanted = None, _with_heads(row, None)
        pages[-1].rows += wanted
        standing = row.heads or standing
    return pages


def _with_heads(row: FormRow, standing: TickHeads | None) -> list[Row]:
    return [row.heads, row.row] if row.heads and row.heads is not standing else [row.row]


def _staff(texts: FormTexts, body: Area) -> StaffBlock:
    """Return the part that staff fill in, in the language of their interface."""
    labels = (_("Arrived on, at"), pgettext("place", "Room"), _("Entered by"), _("Entered on, at"))
    width = staff_field_mm(body.width_mm, len(labels))
    size = texts.sizes.japanese_pt
    fields = (settle(texts.measurer, Text(label, current_language()), width, size) for label in labels)
    return StaffBlock(texts.stack("form.for_staff", width, share=HINT_SHARE, bold=True), tuple(fields))
