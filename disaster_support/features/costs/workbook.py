"""The yearly list as a workbook: real days and numbers, texts that stay texts, the sums on a sheet of their own."""

import io
from collections.abc import Mapping
from datetime import date
from typing import Any

from disaster_support.features.costs.yearly import YearlyList, list_heads
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext

_WIDTHS = (6, 12, 28, 44, 14, 18, 22, 48)  # of the columns of a row, in letters
_AMOUNT = 4  # the column of the amounts
_SUM_WIDTHS = (72, 16)
_A4 = 9  # as Excel numbers paper


def make_xlsx(yearly: YearlyList) -> bytes:
    """Return the workbook; nothing in it is a formula."""
    import xlsxwriter

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        looks = {
            "bold": workbook.add_format({"bold": True}),
            "head": workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True}),
            "text": workbook.add_format({"text_wrap": True, "valign": "top"}),
            "day": workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"}),
            "yen": workbook.add_format({"num_format": "#,##0", "valign": "top"}),
            "total": workbook.add_format({"num_format": "#,##0", "bold": True, "top": 1}),
        }
        _fill_list(workbook.add_worksheet(pgettext("sheet", "List")), yearly, looks)
        _fill_sums(workbook.add_worksheet(pgettext("sheet", "Sums")), yearly, looks)
    return content.getvalue()


def _fill_list(sheet: Any, yearly: YearlyList, looks: Mapping[str, Any]) -> None:
    for column, (head, width) in enumerate(zip(list_heads(), _WIDTHS, strict=True)):
        sheet.write_string(0, column, head, looks["head"])
        sheet.set_column(column, column, width)
    for line, cells in enumerate(yearly.rows(), start=1):
        for column, cell in enumerate[int | str | date](cells):
            _write(sheet, line, column, cell, looks)
    below = len(yearly.expenses) + 1
    sheet.write_string(below, _AMOUNT - 1, _("Total"), looks["bold"])
    sheet.write_number(below, _AMOUNT, yearly.total_yen, looks["total"])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    _set_page(sheet, yearly)


def _fill_sums(sheet: Any, yearly: YearlyList, looks: Mapping[str, Any]) -> None:
    row = 0
    for line in (yearly.title, *yearly.remarks):
        _write(sheet, row, 0, line, looks)
        row += 1
    for name, sums in yearly.sums().items():
        row += 1
        sheet.write_string(row, 0, name, looks["head"])
        sheet.write_string(row, 1, _("Amount (yen)"), looks["head"])
        for words, amount in sums:
            row += 1
            _write(sheet, row, 0, words, looks)
            _write(sheet, row, 1, amount, looks)
        row += 1
        sheet.write_string(row, 0, _("Total"), looks["bold"])
        sheet.write_number(row, 1, yearly.total_yen, looks["total"])
        row += 1
    for column, width in enumerate(_SUM_WIDTHS):
        sheet.set_column(column, column, width)
    _set_page(sheet, yearly)


def _write(sheet: Any, row: int, column: int, cell: int | str | date, looks: Mapping[str, Any]) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, cell, looks["text"])
    elif isinstance(cell, int):
        sheet.write_number(row, column, cell, looks["yen"])
    else:
        sheet.write_datetime(row, column, cell, looks["day"])


def _set_page(sheet: Any, yearly: YearlyList) -> None:
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_header(f"&L{yearly.title}&R&P/&N")
