"""The head of a form's pages: what it is, for whom, its number, and on the first page what becomes of the answers."""

from collections.abc import Iterator
from dataclasses import dataclass

from disaster_support.content.model import SOURCE_LANGUAGE
from disaster_support.documents.areas import Area
from disaster_support.documents.cells import fit_flow, fit_line
from disaster_support.documents.model import INK, Align, Box, Item, QrCode, Text, Valign
from disaster_support.documents.sheet import GREY, MARK_MM, build_mark
from disaster_support.documents.typed import typed
from disaster_support.features.reception.paper.form_flow import Plan
from disaster_support.features.reception.paper.form_questions import form_entries
from disaster_support.features.reception.paper.form_texts import FormTexts

_NUMBER_MM = 64.0
_TITLE_PT, _JAPANESE_TITLE_PT, _NAMES_PT = 26.0, 12.0, 8.0


@dataclass(frozen=True, slots=True)
class FormHead:
    """What stands above the rows."""

    texts: FormTexts
    shelter: str
    event: str

    def draw(self, plan: Plan, place: int) -> Iterator[Item]:
        """Give the title above a rule, and on the first page the promise to whoever answers."""
        area = plan.head(place)
        scale = area.scale
        rule, area = area.cut_bottom(1.0 * scale, 1.5 * scale)
        yield Box(rule.x_mm, rule.y_mm, rule.width_mm, rule.height_mm, INK)
        _number, area = area.cut_right(_NUMBER_MM * scale, 4.0 * scale)
        yield from self._title(area, is_first=place == 0)

    def draw_number(self, plan: Plan, place: int, number: str) -> Iterator[Item]:
        """Give the card's number in large figures, and as a QR code in the corner."""
        area = plan.head(place)
        scale = area.scale
        area = area.cut_bottom(2.5 * scale)[1].cut_right(_NUMBER_MM * scale)[0]
        code, area = area.cut_right(area.height_mm, 2.0 * scale)
        yield QrCode(code.x_mm, code.y_mm, code.height_mm, number)
        label, area = area.cut_top(area.height_mm * 0.3)
        words = self.texts.japanese("form.number")
        small = Text(words.string, SOURCE_LANGUAGE)
        most = _NAMES_PT * scale
        yield fit_line(self.texts.measurer, small, label, most, color=GREY, align=Align.END, valign=Valign.BOTTOM)
        large = _TITLE_PT * 1.2 * scale
        yield fit_line(self.texts.measurer, Text(number, "en"), area, large, bold=True, align=Align.END)

    def _title(self, area: Area, *, is_first: bool) -> Iterator[Item]:
        scale = area.scale
        measurer = self.texts.measurer
        texts = self.texts.languages_of("form.title")
        if is_first:
            names, area = area.cut_bottom(9.0 * scale, 0.5 * scale)
            yield from self._names(names)
        japanese = self.texts.japanese("form.title")
        if len(texts) > 1:
            plain = [*texts, Text(japanese.string, SOURCE_LANGUAGE)]
            yield from fit_flow(measurer, list(dict.fromkeys(plain)), area, _TITLE_PT * scale, bold=True)
            return
        if japanese.string != texts[0].string:
            below, area = area.cut_bottom(area.height_mm * 0.4)
            yield fit_line(measurer, japanese, below, _JAPANESE_TITLE_PT * scale, color=GREY, align=self._side)
        yield fit_line(measurer, texts[0], area, _TITLE_PT * scale, bold=True)

    @property
    def _side(self) -> Align:
        """Return how Japanese is set so that it begins on the side where the form begins."""
        return Align.END if self.texts.is_rtl else Align.START

    def _names(self, area: Area) -> Iterator[Item]:
        """Give the languages by their own names for the helper who looks for one, then shelter and event."""
        scale = area.scale
        above, below = area.cut_top(area.height_mm / 2)
        languages = self.texts.catalogue.languages
        if self.texts.is_unreviewed(form_entries()):
            cut = above.cut_right if self.texts.is_rtl else above.cut_left
            mark, above = cut(MARK_MM * scale, 1.0 * scale)
            yield build_mark(mark)
        autonyms = "  ·  ".join(languages[tag].autonym for tag in self.texts.tags)
        text = Text(autonyms, self.texts.tags[0])
        yield fit_line(self.texts.measurer, text, above, _NAMES_PT * scale, color=GREY)
        where = "  ·  ".join(part for part in (self.shelter, self.event) if part)
        if where:
            yield fit_line(self.texts.measurer, typed(where), below, (_NAMES_PT + 1) * scale, align=self._side)
