"""The shared pieces: chips, language picker, fields, preview, printing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from disaster_support.context import Context
from disaster_support.printing.png import page_sizes_pt
from disaster_support.ui.buttons import Button
from disaster_support.ui.chips import ChipRow
from disaster_support.ui.choices import ChoiceBox
from disaster_support.ui.fields import LabelledField, SearchField
from disaster_support.ui.inputs import DayBox, HourBox, NumberBox
from disaster_support.ui.language_picker import LanguagePicker
from disaster_support.ui.parts import empty
from disaster_support.ui.preview import PdfPreview
from disaster_support.ui.printer import page_layout, paint_pdf
from disaster_support.ui.tab_order import keep_place
from disaster_support.ui.tasks import is_busy
from disaster_support.ui.theme import TARGET
from tests.helpers.gui import find_nameless

A4 = (595.28, 841.89)


def make_pdf(*sizes: tuple[float, float]) -> bytes:
    canvas = Canvas("unused.pdf", invariant=1)
    for width, height in sizes:
        canvas.setPageSize((width, height))
        canvas.rect(width / 4, height / 4, width / 2, height / 2, fill=1)
        canvas.showPage()
    return bytes(canvas.getpdfdata())


@pytest.fixture
def row(context: Context, qtbot: QtBot) -> ChipRow:
    row = ChipRow()
    qtbot.addWidget(row)
    row.set_items([(key, lambda key=key: key.upper()) for key in ("en", "my", "ar")])
    row.resize(600, 60)
    row.show()
    return row


def test_chips_move_by_keys(row: ChipRow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.changed):
        qtbot.keyClick(row.chip("en"), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert row.keys() == ("my", "en", "ar")
    qtbot.keyClick(row.chip("my"), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert row.keys() == ("my", "en", "ar")


def test_chips_are_removed_by_key_and_by_button(row: ChipRow, qtbot: QtBot) -> None:
    row.chip("my").setFocus()
    qtbot.keyClick(row.chip("my"), Qt.Key.Key_Delete)
    qtbot.mouseClick(row.chip("ar").button, Qt.MouseButton.LeftButton)
    assert row.keys() == ("en",)
    assert row.chip("en").button.accessibleName() == "Remove EN"


def test_chips_are_dragged_to_another_place(row: ChipRow, qtbot: QtBot) -> None:
    chip, last = row.chip("en"), row.chip("ar")
    start = QPoint(10, 10)
    target = chip.mapFrom(row, last.geometry().center())
    qtbot.mousePress(chip, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(chip, target)
    qtbot.mouseRelease(chip, Qt.MouseButton.LeftButton, pos=target)
    assert row.keys() == ("my", "ar", "en")


def test_chips_mirror_their_arrow_keys(row: ChipRow, qtbot: QtBot) -> None:
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.keyClick(row.chip("en"), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert row.keys() == ("my", "en", "ar")


@pytest.fixture
def picker(context: Context, qtbot: QtBot) -> LanguagePicker:
    picker = LanguagePicker(context.catalogue.languages.values(), ["en"], recent=["ar", "my"])
    qtbot.addWidget(picker)
    picker.resize(320, 500)
    picker.show()
    return picker


def rows(picker: LanguagePicker) -> list[str]:
    model = picker.list.model()
    return [model.index(row, 0).data(Qt.ItemDataRole.UserRole).tag for row in range(model.rowCount())]


def test_recent_languages_come_first(picker: LanguagePicker) -> None:
    assert rows(picker)[:3] == ["ar", "my", "ja"]


@pytest.mark.parametrize(
    ("wanted", "tag"),
    [("burm", "my"), ("ミャンマー", "my"), ("みゃんまー", "my"), ("العر", "ar"), ("zh-hans", "zh-Hans")],
)
def test_languages_are_found_by_any_of_their_names(picker: LanguagePicker, wanted: str, tag: str) -> None:
    picker.search.setText(wanted)
    assert rows(picker) == [tag]


def test_languages_are_chosen_by_keys_in_order(picker: LanguagePicker, qtbot: QtBot) -> None:
    picker.list.setCurrentIndex(picker.list.model().index(1, 0))
    with qtbot.waitSignal(picker.changed):
        qtbot.keyClick(picker.list, Qt.Key.Key_Space)
    assert picker.chosen() == ("en", "my")
    picker.search.setText("burm")
    qtbot.keyClick(picker.search, Qt.Key.Key_Escape)
    assert picker.search.text() == ""
    assert picker.chosen() == ("en", "my")
    picker.set_chosen(["ko"])
    assert picker.chosen() == ("ko",)


def test_the_picker_s_parts_have_names(picker: LanguagePicker) -> None:
    picker.grab()
    assert find_nameless(picker) == []


def test_a_field_says_what_is_wrong_and_keeps_what_was_typed(context: Context, qtbot: QtBot) -> None:
    field = LabelledField(lambda: "Room", QLineEdit("体育館"), help_text=lambda: "What stands on the door.")
    qtbot.addWidget(field)
    field.show()
    field.show_error("Too long. Write less.")
    assert field.error() == "Too long. Write less."
    assert field.control.accessibleName() == "Room"
    field.show_error("")
    assert field.error() == ""
    assert isinstance(field.control, QLineEdit)
    assert field.control.text() == "体育館"


def test_a_search_tells_what_is_typed(context: Context, qtbot: QtBot) -> None:
    told: list[str] = []
    field = SearchField(lambda: "Search", told.append)
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "wa")
    assert told == ["w", "wa"]


@pytest.mark.parametrize(("height", "pixels"), [("large", 56), ("medium", 48), ("small", TARGET)])
def test_buttons_are_large_enough(context: Context, qtbot: QtBot, height: str, pixels: int) -> None:
    button = Button(lambda: "OK", height=height)  # type: ignore[arg-type]
    qtbot.addWidget(button)
    button.show()
    assert button.sizeHint().height() == pixels
    assert button.sizeHint().width() >= TARGET


@pytest.fixture
def preview(context: Context, qtbot: QtBot) -> PdfPreview:
    preview = PdfPreview()
    qtbot.addWidget(preview)
    preview.resize(600, 700)
    preview.show()
    preview.show_pdf(make_pdf(A4, A4[::-1]))
    qtbot.waitUntil(lambda: not is_busy())
    return preview


def test_the_preview_shows_the_whole_page_and_turns(preview: PdfPreview, qtbot: QtBot) -> None:
    assert preview.page_count == 2
    first = preview.picture()
    assert first.height() > first.width()
    assert first.height() <= 700
    preview.turn_to(1)
    assert preview.picture().cacheKey() == first.cacheKey()  # the old picture stays until the new one is there
    qtbot.waitUntil(lambda: not is_busy())
    assert preview.picture().width() > preview.picture().height()
    preview.turn_to(5)
    assert preview.page == 1


def test_the_preview_obeys_keys(preview: PdfPreview, qtbot: QtBot) -> None:
    small = preview.picture().width()
    qtbot.keyClick(preview._scroll, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: not is_busy())
    assert preview.picture().width() == pytest.approx(small * 1.25, abs=2)
    qtbot.keyClick(preview._scroll, Qt.Key.Key_W)
    qtbot.waitUntil(lambda: not is_busy())
    assert preview.picture().width() > 500
    qtbot.keyClick(preview._scroll, Qt.Key.Key_PageDown)
    assert preview.page == 1
    assert find_nameless(preview) == []


def test_a_new_pdf_keeps_the_place_where_it_can(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.turn_to(1)
    preview.show_pdf(make_pdf(A4))
    qtbot.waitUntil(lambda: not is_busy())
    assert (preview.page, preview.page_count) == (0, 1)
    preview.clear()
    assert preview.picture().isNull()


def test_pages_are_printed_in_their_own_size_and_direction(context: Context, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(96)
    paint_pdf(make_pdf(A4, A4[::-1], (841.89, 1190.55)), printer)
    sizes = page_sizes_pt((tmp_path / "out.pdf").read_bytes())
    assert [tuple(round(length) for length in size) for size in sizes] == [(595, 842), (842, 595), (842, 1191)]


def test_only_the_chosen_pages_are_printed(context: Context, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(72)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    paint_pdf(make_pdf(A4, A4[::-1], A4, A4), printer)
    assert len(page_sizes_pt((tmp_path / "out.pdf").read_bytes())) == 2


def test_paper_is_named_where_it_has_a_name() -> None:
    assert page_layout(*A4).pageSize().name().startswith("A4")
    assert page_layout(*A4[::-1]).orientation().name == "Landscape"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_with_the_focus_is_pressed_by_the_keys_that_people_try(qtbot: QtBot, key: Qt.Key) -> None:
    pressed: list[bool] = []
    button = Button(lambda: "OK", lambda: pressed.append(True))
    qtbot.addWidget(button)
    qtbot.keyClick(button, key)
    assert pressed == [True]


@pytest.mark.parametrize("make", [lambda: NumberBox(1, 9), DayBox, HourBox, lambda: ChoiceBox(lambda: "Which")])
def test_the_wheel_gives_no_field_the_focus(context: Context, qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    field = make()
    qtbot.addWidget(field)
    assert field.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_what_is_built_later_is_reached_where_it_stands(context: Context, qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    column = QVBoxLayout(whole)
    first, later, last = QLineEdit(), QWidget(), QLineEdit()
    for part in (first, later, last):
        column.addWidget(part)
    for _time in range(2):  # the second time there is something to be built anew
        inner = later.layout() or QVBoxLayout(later)
        empty(inner)
        fields = [QLineEdit(), QLineEdit()]
        for field in fields:
            inner.addWidget(field)
        keep_place(later, fields)
    whole.show()
    first.setFocus()
    reached = []
    for _stop in range(3):
        qtbot.keyClick(whole.focusWidget() or whole, Qt.Key.Key_Tab)
        reached.append(whole.focusWidget())
    assert reached == [*fields, last]
