"""The list for the notice board: only who agreed that anyone may know, and of them hardly more than the name."""

from collections.abc import Sequence
from datetime import datetime

from disaster_support.content.catalogue import Catalogue
from disaster_support.documents.list_sheet import ListSheet
from disaster_support.documents.listing import Column, Group, Listing, Value
from disaster_support.documents.model import Document
from disaster_support.documents.paper import A4, Paper
from disaster_support.documents.typed import typed
from disaster_support.errors import UserError
from disaster_support.features.reception.paper.names import NameMeasurer, print_name, rtl_tags
from disaster_support.features.reception.paper.roster import RosterRow
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _

_NAME_PT, _BESIDE_PT = 18.0, 14.0
_TITLE = "避難している方 / People in this shelter"
_WHO = (
    "公表に同意した方だけを載せています。ここにない方が避難していることもあります。",
    "Only people who agreed to be listed. Others may be here too.",
)


def build_public_list(
    rows: Sequence[RosterRow],
    catalogue: Catalogue,
    measurer: NameMeasurer,
    *,
    at: datetime,
    shelter: str = "",
    has_rooms: bool = False,
    paper: Paper = A4,
) -> Document:
    """Return names in large type, in Japanese and English whatever the interface speaks, in the order given.

    Card numbers are not on it: with one a stranger could ask for somebody's meals. A name that cannot be set and has no
    other spelling is left out.

    Raises:
        UserError: somebody on the list has not agreed that anyone may know.

    """
    refused = [row.number for row in rows if not row.is_public]
    if refused:
        raise UserError(
            _("These people have not agreed to be listed in public: {numbers}. Take them off the list.").format(
                numbers=", ".join(refused[:10]) + ("…" if len(refused) > 10 else "")
            )
        )
    columns = [Column("名前 / Name", 60, _NAME_PT, is_bold=True), Column("読み方 / Reading", 50, _BESIDE_PT)]
    if has_rooms:
        columns.append(Column("場所 / Place", 30, _BESIDE_PT))
    all_values = (_values(row, catalogue, measurer, has_rooms=has_rooms) for row in rows)
    values = [values for values in all_values if values[0].texts or values[1].texts]
    sheet = ListSheet(measurer, paper, _TITLE, shelter, at, _WHO)
    pages = Listing(measurer, columns, sheet.room, heading_pt=12.0, rtl=rtl_tags(catalogue.languages)).pages(
        [Group("", values)]
    )
    return Document(_TITLE, current_language(), sheet.pages(pages), at.date().isoformat())


def _values(row: RosterRow, catalogue: Catalogue, measurer: NameMeasurer, *, has_rooms: bool) -> list[Value]:
    name = print_name(row.name, row.latin, [one.tag for one in row.languages], catalogue.languages, measurer)
    readings = [text for text in (row.kana, row.latin) if text and text != row.name]
    values = [Value((name.main,) if name.main else ()), Value(tuple(map(typed, readings)))]
    return [*values, Value((typed(row.room),) if row.room else ())] if has_rooms else values
