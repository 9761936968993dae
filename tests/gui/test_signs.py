import io

import pypdf
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from disaster_support import i18n
from disaster_support.documents.model import Direction
from disaster_support.documents.sheet import UNREVIEWED, WITHOUT_MARKS
from disaster_support.features.boards.documents import build_board
from disaster_support.features.signs.page import SignsPage
from disaster_support.ui.page import PageSpec
from disaster_support.ui.window import MainWindow
from tests.helpers.gui import choose_file, find_nameless


@pytest.fixture
def page(context, qtbot):
    context.settings.update(sign_languages=("en", "ko", "my"))
    page = SignsPage(context, build_board)
    qtbot.addWidget(page)
    page.resize(1278, 700)
    page.show()
    wait(qtbot, page)
    return page


def wait(qtbot, page):
    """Wait until what is chosen is made and shown."""
    if not page.gallery.selected():
        return
    qtbot.waitUntil(lambda: not page.press.is_busy, timeout=20_000)
    qtbot.waitUntil(lambda: page.press.ready is None or page.preview.page_count == made(page).pages, timeout=20_000)


def made(page):
    """Return what is made of all that is chosen."""
    return page.press.ready.made


def press(widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    widget.setFocus()
    QTest.keyClick(widget, key, modifier)


def ask(monkeypatch, page, name, answer):
    monkeypatch.setattr(page, name, lambda *_args: str(answer))


def test_the_first_sign_is_seen_as_it_will_print(page):
    assert made(page).title == "トイレ"
    assert page.preview.page_count == 1
    assert made(page).pdf.startswith(b"%PDF")


def test_everything_has_a_name(page, qtbot):
    page.options.languages.open_sets.click()
    page.options.languages.add.click()
    assert find_nameless(page) == []


def test_languages_change_their_order_by_keys(page, qtbot):
    chips = page.options.languages.chips
    press(chips.chip("my"), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    wait(qtbot, page)
    assert chips.keys() == ("en", "my", "ko")
    assert page._context.settings.current.sign_languages == ("en", "my", "ko")
    press(chips.chip("ko"), Qt.Key.Key_Delete)
    wait(qtbot, page)
    assert page.options.options().languages == ("en", "my")


def test_a_language_is_added_through_the_picker(page, qtbot):
    field = page.options.languages
    field.add.click()
    assert field.picker.isVisible()
    field.picker.search.setText("Khmer")
    field.picker.list.setCurrentIndex(field.picker.list.model().index(0, 0))
    press(field.picker.list, Qt.Key.Key_Space)
    wait(qtbot, page)
    assert field.languages() == ("en", "ko", "my", "km")


def test_a_language_without_a_text_is_named(page):
    assert page.hint.isVisible()
    assert "Korean" in page.hint.text()
    assert "English" not in page.hint.text()


def test_a_set_is_kept_used_and_deleted(page, qtbot):
    field = page.options.languages
    field.open_sets.click()
    field.sets.name.setText("school")
    press(field.sets.name, Qt.Key.Key_Return)
    field.set_languages(["km"])
    field.sets.use.click()
    assert field.languages() == ("en", "ko", "my")
    field.sets.delete.click()
    assert field.sets.names.count() == 0
    field.sets.undo.click()
    assert field.sets.names.currentText() == "school"
    assert field.sets.undo.isHidden()
    field.sets.use.click()
    assert field.languages() == ("en", "ko", "my")
    field.sets.save.click()
    assert "name" in field.sets._field.error()


def test_the_last_language_taken_out_leaves_the_focus_at_the_languages(page, qtbot):
    field = page.options.languages
    for tag in field.languages():
        press(field.chips.chip(tag), Qt.Key.Key_Delete)
    assert field.languages() == ()
    assert field.add.hasFocus()


def test_the_wheel_does_not_change_the_copies(page):
    copies = page.options.copies
    turn = QWheelEvent(
        copies.rect().center().toPointF(),
        copies.mapToGlobal(copies.rect().center()).toPointF(),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(copies, turn)
    assert copies.value() == 1


def test_one_sign_is_chosen_also_while_ctrl_is_held(page, qtbot):
    """The page is opened with Ctrl+2."""
    other = next(item for item in page.gallery.model.items if item.kind == "sign" and item.id != "facilities.toilet")
    QTest.keyPress(page.gallery.view, Qt.Key.Key_Control)
    QTest.keyPress(page.gallery.view, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    page.gallery.select("sign", other.id)
    assert page.gallery.selected() == [other]
    QTest.keyRelease(page.gallery.view, Qt.Key.Key_Control)


def test_a_file_whose_ending_is_not_typed_is_asked_for_with_it(page, qtbot, monkeypatch, tmp_path):
    choose_file(monkeypatch, tmp_path / "x")
    page.bar.save_pdf.click()
    qtbot.waitUntil(lambda: page.notice.text() != "", timeout=20_000)
    assert (tmp_path / "x.pdf").exists()


def test_the_paper_changes_the_page(page, qtbot, tmp_path):
    page.options.paper.button("A3").click()
    page.options.direction.button(True).click()
    wait(qtbot, page)
    path = tmp_path / "page.pdf"
    path.write_bytes(made(page).pdf)
    (sheet,) = pypdf.PdfReader(path).pages
    assert [round(float(side) * 25.4 / 72) for side in sheet.mediabox[2:]] == [420, 297]
    settings = page._context.settings.current
    assert (settings.paper, settings.landscape) == ("A3", True)


def test_arrow_room_note_and_copies_reach_the_page(page, qtbot):
    before = made(page).pdf
    page.options.arrow.button(Direction.DOWN_LEFT).click()
    page.options.room.setText(" 体育館 ")
    page.options.note.setText("Closed at 20:00")
    page.options.several.button(2).click()
    wait(qtbot, page)
    options = page.options.options()
    assert (options.arrow, options.room, options.note) == (Direction.DOWN_LEFT, "体育館", "Closed at 20:00")
    assert options.copies_on_a_page == 2
    assert made(page).pdf != before


def test_searching_finds_a_sign_and_shows_it(page, qtbot):
    page.gallery.search.setText("smoking")
    wait(qtbot, page)
    assert [item.id for item in page.gallery.selected()] == ["facilities.no-smoking"]
    qtbot.waitUntil(lambda: page.press.ready is not None and made(page).title == "禁煙")


def test_finding_nothing_says_what_to_do(page, qtbot):
    page.gallery.search.setText("zzz")
    assert page.gallery.empty.isVisible()
    assert not page.gallery.view.isVisible()
    page.gallery.search.clear()
    assert page.gallery.view.isVisible()


def test_the_mark_on_the_page_is_explained_in_one_click(page):
    assert page.legend.isVisible()
    assert not page.legend.panel.isVisible()
    page.legend.button.click()
    assert "Nobody who speaks the language has checked" in page.legend.panel.text()


def test_a_page_in_japanese_alone_has_nothing_to_explain(page, qtbot):
    page.options.languages.set_languages(())
    page._change()
    wait(qtbot, page)
    assert not page.legend.isVisible()


def test_the_marks_are_left_off_by_choice_and_the_footer_says_so(page, qtbot):
    assert page.options.options().marks
    assert UNREVIEWED in words_of(page)
    page.options.marks.box.click()
    wait(qtbot, page)
    assert UNREVIEWED not in words_of(page)
    assert WITHOUT_MARKS in words_of(page)
    assert not page.legend.isVisible()
    page.gallery.kind.button("board").click()
    wait(qtbot, page)
    assert page.options.marks.box.isVisible()
    assert WITHOUT_MARKS in words_of(page)


def test_the_choice_to_leave_off_marks_is_not_remembered(page, qtbot):
    page.options.marks.box.click()
    wait(qtbot, page)
    again = SignsPage(page._context, build_board)
    qtbot.addWidget(again)
    assert again.options.options().marks
    wait(qtbot, again)


def words_of(page):
    return pypdf.PdfReader(io.BytesIO(made(page).pdf)).pages[0].extract_text()


def test_the_gallery_is_walked_by_keys(page, qtbot):
    press(page.gallery.view, Qt.Key.Key_Down)
    wait(qtbot, page)
    assert page.gallery.selected()[0].id == "facilities.no-smoking"


def test_the_gallery_draws_the_real_pages(page, qtbot):
    signs = [item for item in page.gallery.model.items if item.kind == "sign"]
    qtbot.waitUntil(lambda: all(item in page.gallery.model.pictures for item in signs), timeout=20_000)
    assert page.gallery.model.pictures[signs[0]].width() in (240, 241)


def test_a_board_is_printed_here_too(page, qtbot):
    page.gallery.kind.button("board").click()
    wait(qtbot, page)
    qtbot.waitUntil(lambda: page.press.ready is not None and made(page).title == "受付")
    assert not page.options.arrow.isVisible()
    page.gallery.kind.button("sign").click()
    wait(qtbot, page)
    assert page.options.arrow.isVisible()


def test_a_board_without_languages_says_what_to_do(page, qtbot):
    page.options.languages.set_languages(())
    page.gallery.kind.button("board").click()
    qtbot.waitUntil(lambda: "1 to 6" in page.hint.text(), timeout=20_000)


def test_a_pdf_is_saved_and_can_be_opened(page, qtbot, monkeypatch, tmp_path):
    choose_file(monkeypatch, tmp_path / "toilet")
    page.bar.save_pdf.click()
    qtbot.waitUntil(lambda: page.notice.text() != "", timeout=20_000)
    assert (tmp_path / "toilet.pdf").read_bytes() == made(page).pdf
    assert str(tmp_path / "toilet.pdf") in page.notice.text()
    assert page._context.settings.current.folder == str(tmp_path)


def test_saving_waits_for_the_page_that_was_chosen_last(page, qtbot, monkeypatch, tmp_path):
    choose_file(monkeypatch, tmp_path / "room.png")
    page.options.room.setText("Gym")
    page.bar.save_png.click()
    qtbot.waitUntil(lambda: page.notice.text() != "", timeout=20_000)
    assert (tmp_path / "room.png").read_bytes().startswith(b"\x89PNG")
    assert not page.press.is_busy


def test_a_file_that_cannot_be_written_is_said(page, qtbot, monkeypatch, tmp_path):
    choose_file(monkeypatch, tmp_path / "missing" / "toilet.pdf")
    page.bar.save_pdf.click()
    qtbot.waitUntil(lambda: page.notice.text() != "", timeout=20_000)
    assert "does not exist" in page.notice.text()


def test_not_choosing_a_file_does_nothing(page, monkeypatch):
    choose_file(monkeypatch, None)
    page.bar.save_pdf.click()
    assert page.notice.text() == ""


def test_printing_goes_through_the_system(page, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "disaster_support.ui.printer.print_with_dialog",
        lambda parent, pdf, title, copies: asked.append((title, copies)),
    )
    page.options.copies.setValue(3)
    page.bar.print_.click()
    assert asked == [("トイレ", 3)]


def test_the_pack_is_saved_into_a_folder(page, qtbot, monkeypatch, tmp_path):
    ask(monkeypatch, page.pack, "ask_folder", tmp_path / "pack")
    page.pack.button.click()
    assert page.pack.progress.isVisible()
    qtbot.waitUntil(lambda: page.notice.text() != "", timeout=20_000)
    names = sorted(path.name for path in (tmp_path / "pack").iterdir())
    assert names == ["00-all.pdf", "01-sign-facilities-toilet.pdf", "02-board-reception.pdf"]
    assert not page.pack.progress.isVisible()


def test_the_pack_can_be_stopped(page, qtbot, monkeypatch, tmp_path):
    page.pack.save_into(tmp_path)
    page.pack._task.cancel()
    page.pack.progress.finish()
    qtbot.waitUntil(lambda: not page.pack._task.running, timeout=20_000)
    assert not (tmp_path / "00-all.pdf").exists()
    assert page.notice.text() == ""


def test_a_narrow_window_has_one_column(context, qtbot):
    spec = PageSpec(
        "signs", lambda: "Signs", "sign-direction", "Ctrl+2", lambda context: SignsPage(context, build_board)
    )
    window = MainWindow(context, (spec,))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    page = window.open_page("signs")
    qtbot.waitUntil(lambda: page.preview.page_count > 0, timeout=20_000)
    assert page.preview.mapTo(page, page.preview.rect().topLeft()).x() > 300
    window.toggle_help()
    qtbot.waitUntil(lambda: page.preview.mapTo(page, page.preview.rect().topLeft()).x() < 60)
    window.toggle_help()
    qtbot.waitUntil(lambda: page.preview.mapTo(page, page.preview.rect().topLeft()).x() > 300)
    window.resize(1000, 768)
    QApplication.processEvents()
    assert page.preview.mapTo(page, page.preview.rect().topLeft()).x() < 60
    assert page.preview.height() > 400


def test_words_follow_the_interface_language(page, qtbot, tmp_path):
    page.gallery.view.setFocus()
    i18n.use_language("ja", tmp_path)
    QApplication.sendEvent(page, language_change())
    assert page.gallery.model.data(page.gallery.model.index(1)) == "トイレ"
    assert "韓国語" in page.hint.text()


def language_change():
    from PySide6.QtCore import QEvent

    return QEvent(QEvent.Type.LanguageChange)


def test_every_state_for_pictures_can_be_shown(page, qtbot):
    for _name, bring in page.screen_states():
        bring()
        wait(qtbot, page)
    assert page.press.ready is not None
