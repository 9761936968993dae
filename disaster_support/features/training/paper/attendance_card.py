"""Attendance cards: as large as a bank card, ten on a sheet; the instructor scans them at the door.

Source: ISO/IEC 7810, ID-1, for the size.
"""

from collections.abc import Iterator

from disaster_support.bilingual import Bilingual
from disaster_support.documents.areas import Area
from disaster_support.documents.cells import fit_line
from disaster_support.documents.model import Document, Item, Line, Page, QrCode, Valign
from disaster_support.documents.paper import A4
from disaster_support.documents.sheet import GREY
from disaster_support.documents.typed import typed
from disaster_support.errors import UserError
from disaster_support.features.training.model import Participant
from disaster_support.features.training.paper.kit import CoursePaper, both
from disaster_support.features.training.people import participant_code
from disaster_support.i18n import gettext as _

TITLE = Bilingual("出席カード", "Attendance cards")

CARD_MM = (85.6, 54.0)
_COLUMNS, _ROWS = 2, 5
_PADDING_MM, _GAP_MM, _CODE_MM, _FOOT_MM, _LINE_MM = 5.0, 2.0, 26.0, 9.0, 6.0
_NAME_PT, _SMALL_PT, _FOOT_PT = 18.0, 9.0, 8.0
_ADVICE = Bilingual("会場に着いたら、この札を読み取ります。", "It is scanned when you arrive.")


def build_attendance_cards(kit: CoursePaper) -> Document:
    """Return a card for each participant, ten on a sheet of A4, to be cut apart.

    Raises:
        UserError: the course has no participants yet.

    """
    from disaster_support.printing import impose

    if not kit.participants:
        raise UserError(_("The course has no participants yet."))
    pages = tuple(Page(*CARD_MM, tuple(_draw(kit, one))) for one in kit.participants)
    cards = Document(both(TITLE), kit.language, pages, kit.printed_on.isoformat())
    return impose(cards, A4, columns=_COLUMNS, rows=_ROWS)


def _draw(kit: CoursePaper, one: Participant) -> Iterator[Item]:
    """Give a card: course above, name and organisation beside the code, what happens with it below."""
    area = Area(0.0, 0.0, *CARD_MM, 1.0).inset(_PADDING_MM)
    course, area = area.cut_top(_LINE_MM, _GAP_MM)
    yield fit_line(kit.measurer, kit.text(kit.plan.title), course, _SMALL_PT, color=GREY)
    advice, area = area.cut_bottom(_FOOT_MM, _GAP_MM)
    yield Line(advice.x_mm, advice.y_mm, advice.x_mm + advice.width_mm, advice.y_mm, GREY, 0.2)
    yield fit_line(kit.measurer, kit.text(_ADVICE), advice, _FOOT_PT, color=GREY)
    code, area = area.cut_right(_CODE_MM, _GAP_MM)
    yield QrCode(code.x_mm, code.y_mm, _CODE_MM, participant_code(one.id))
    below, area = area.cut_bottom(_LINE_MM)
    if one.organisation:
        yield fit_line(kit.measurer, typed(one.organisation), below, _SMALL_PT, valign=Valign.BOTTOM)
    yield fit_line(kit.measurer, typed(one.name), area, _NAME_PT, bold=True)
