from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from disaster_support.content.catalogue import open_catalogue
from disaster_support.features.reception.model import (
    Audience,
    Consent,
    Details,
    Level,
    Need,
    NeedKind,
    NeedState,
    SpokenLanguage,
)
from disaster_support.features.reception.pages.paper.page import PaperPage
from disaster_support.features.reception.printing import Roster
from disaster_support.features.reception.service import read_card_code, register_household
from disaster_support.printing import render_png
from disaster_support.storage.journal import read_changes
from disaster_support.storage.roles import Role
from disaster_support.ui.tasks import is_busy
from tests.helpers.gui import find_nameless
from tests.helpers.pdf import read_text
from tests.helpers.registers import cheap_keys, make_register

__all__ = ["cheap_keys"]

ROOT = Path(__file__).resolve().parents[2]
MEMBERS = [
    Details(
        name="Nguyễn Văn An",
        phone="090-1234-5678",
        languages=(SpokenLanguage("vi", Level.INTERPRETER),),
        needs={NeedKind.MEDICINE: Need(NeedState.YES)},
        consents={Audience.PUBLIC: Consent(True)},
        room="体育館 A",
    ),
    Details(name="Nguyễn Thị Hoa", languages=(SpokenLanguage("vi"), SpokenLanguage("ja"))),
]
UNDRAWABLE = Details(name="ᏣᎳᎩ", languages=(SpokenLanguage("ne"),))


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    """The library itself: the registration card needs its questions."""
    return open_catalogue(ROOT / "resources", ROOT / "translations", tmp_path_factory.mktemp("compiled"))


class Desk:
    """The page in a window."""

    def __init__(self, context, page, qtbot):
        self.context, self.page, self.qtbot = context, page, qtbot
        self.register = context.door.register
        self.pdfs = []
        page.press.made.connect(lambda printed: self.pdfs.append(printed[1].pdf))

    def settle(self):
        self.qtbot.waitUntil(lambda: not self.page.press.is_busy and not is_busy(), timeout=20000)
        QApplication.processEvents()  # what was just put on the page is shown with the next event

    def choose(self, kind):
        self.page.kinds.choose(kind)
        self.settle()

    def save(self, path):
        self.page.save_to(path)
        self.settle()
        return path.read_bytes()

    def said(self):
        from disaster_support.ui.panels import MessagePanel

        panels = self.page.findChildren(MessagePanel)
        return " ".join(panel.text() for panel in panels if panel.isVisibleTo(self.page))


@pytest.fixture
def people(context, cheap_keys, real):
    created = make_register(context.paths.register, context.clock)
    context = replace(context, catalogue=real)
    context.door.admit(created.register)
    ids = register_household(created.register, MEMBERS, at=context.clock() - timedelta(hours=30))
    yield context, ids
    if context.door.is_open:
        context.door.lock()


@pytest.fixture
def desk(people, qtbot):
    context, _ids = people
    page = PaperPage(context, None)
    qtbot.addWidget(page)
    page.resize(1278, 616)
    page.show()
    desk = Desk(context, page, qtbot)
    desk.settle()
    return desk


def read_codes(pdf, page=0):
    import io

    import zxingcpp
    from PIL import Image

    return [code.text for code in zxingcpp.read_barcodes(Image.open(io.BytesIO(render_png(pdf, page, 200))))]


def test_the_codes_of_the_cards_are_the_people_and_say_nothing_of_them(desk, people, tmp_path):
    _context, ids = people
    desk.page.show_cards(ids)
    desk.settle()
    codes = read_codes(desk.save(tmp_path / "cards.pdf"))
    assert sorted(read_card_code(code) for code in codes) == sorted(ids)
    for code in codes:
        assert code.isalnum()
        assert not any(word in code for word in ("NGUY", "Nguy", "A-1", "090"))


def test_who_has_a_card_is_not_printed_again(desk, tmp_path):
    desk.choose("cards")
    assert len(read_codes(desk.save(tmp_path / "first.pdf"))) == 2
    assert "Everybody here has one already." in desk.said()
    assert "delete it when it is printed" in desk.said()
    register_household(desk.register, [UNDRAWABLE])
    desk.page.hide()
    desk.page.show()
    desk.settle()
    assert "A-2-1" in desk.said()
    assert len(read_codes(desk.pdfs[-1])) == 1
    desk.choose("bands")  # a wristband is another thing
    assert len(read_codes(desk.pdfs[-1])) == 3


def test_blank_cards_speak_the_languages_of_the_people_here_and_number_on(desk, tmp_path):
    assert desk.page.options["blank"].languages.languages() == ("vi",)
    desk.page.options["blank"].count.setValue(2)
    desk.settle()
    first = desk.save(tmp_path / "first.pdf")
    assert read_codes(first) == ["A0001"]
    assert desk.page.preview.page_count == 4
    second = desk.save(tmp_path / "second.pdf")
    assert read_codes(second) == ["A0003"]
    assert read_codes(desk.pdfs[-1]) == ["A0005"]
    assert "not encrypted" not in desk.said()


def test_nothing_is_numbered_that_was_only_looked_at(desk):
    desk.choose("count")
    desk.choose("blank")
    assert read_codes(desk.pdfs[-1]) == ["A0001"]


def test_no_language_is_said_in_words(desk):
    chips = desk.page.options["blank"].languages.chips
    chips.chip("vi").setFocus()
    QTest.keyClick(chips.chip("vi"), Qt.Key.Key_Delete)
    desk.settle()
    assert "Choose at least one language first." in desk.said()


def test_the_roster_is_for_who_may_take_it_and_is_written_down(desk, tmp_path):
    desk.choose("roster")
    desk.save(tmp_path / "roster.pdf")
    assert "Nguy" in read_text((tmp_path / "roster.pdf").read_bytes())
    notes = [change.columns for change in read_changes(desk.register, limit=3) if change.reason == "read"]
    assert notes == [{"what": "export of 2"}]
    desk.register.staff = replace(desk.register.staff, role=Role.RECEPTION)
    desk.page.save_to(tmp_path / "again.pdf")
    desk.settle()
    assert "Your role does not allow this" in desk.said()
    assert not (tmp_path / "again.pdf").exists()


def test_what_is_printed_in_a_drill_says_so_on_every_page(people):
    context, _ids = people
    real = Roster().build(context, lambda *_steps: None).pdf
    context.door.register.mark_as_practice()
    drill = Roster().build(context, lambda *_steps: None).pdf
    assert "DRILL" not in read_text(real)
    assert "DRILL" in read_text(drill)


def test_the_notice_board_has_only_those_who_agreed(desk, tmp_path):
    desk.choose("public")
    desk.save(tmp_path / "board.pdf")
    text = read_text((tmp_path / "board.pdf").read_bytes())
    assert "An" in text
    assert "Hoa" not in text
    assert "A-1-1" not in text
    assert "体育館 A" not in text
    desk.page.options["public"].rooms.click()
    desk.settle()
    desk.save(tmp_path / "rooms.pdf")
    assert "体育館" in read_text((tmp_path / "rooms.pdf").read_bytes())


def test_the_count_of_an_hour_that_is_typed(desk, tmp_path):
    desk.choose("count")
    when = desk.page.options["count"].when
    QTest.keyClicks(when, "99:99")
    desk.settle()
    assert "99:99" in desk.said()
    when.clear()
    QTest.keyClicks(when, (desk.context.clock() - timedelta(hours=2)).astimezone().strftime("%Y-%m-%d %H:%M"))
    desk.settle()
    desk.save(tmp_path / "count.pdf")
    assert "Daily count" in read_text((tmp_path / "count.pdf").read_bytes())


def test_chosen_people_come_with_their_household_by_keys(desk, people):
    _context, ids = people
    desk.choose("cards")
    options = desk.page.options["cards"]
    desk.page.activateWindow()
    options._group.button(0).setFocus()
    QTest.keyClick(options._group.button(0), Qt.Key.Key_Down)
    QTest.keyClick(options._group.button(1), Qt.Key.Key_Down)
    assert options.picking.isVisible()
    QTest.keyClicks(options.finder.field, "A-1-2")
    QTest.keyClick(options.finder.field, Qt.Key.Key_Return)
    assert set(options.chosen.keys()) == set(ids)
    QTest.keyClicks(options.finder.field, "A-9-9")
    QTest.keyClick(options.finder.field, Qt.Key.Key_Return)
    assert "A-9-9" in options._wrong.text()
    assert set(options.chosen.keys()) == set(ids)


def test_a_file_is_asked_for_without_standing_in_the_way_of_the_lock(desk, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: opened.append(dialog))
    desk.choose("count")
    QTest.keyClick(desk.page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    desk.page.save()
    desk.settle()
    assert Path(opened[-1].selectedFiles()[0]).name == "daily-count-2026-11-23.pdf"
    opened[-1].fileSelected.emit(str(tmp_path / "x.pdf"))
    desk.settle()
    assert (tmp_path / "x.pdf").exists()
    assert desk.context.settings.current.folder == str(tmp_path)


def test_printing_notes_what_was_printed_and_only_that(desk, monkeypatch):
    answers = [False, True]
    monkeypatch.setattr("disaster_support.ui.printer.print_with_dialog", lambda *_args: answers.pop(0))
    desk.page.print_()
    desk.settle()
    assert desk.register.read_local("next_blank_card") == ""
    desk.page.print_()
    desk.settle()
    assert desk.register.read_local("next_blank_card") == "11"


def test_a_lock_in_the_middle_stops_the_press(desk, people):
    desk.page.options["blank"].count.setValue(50)
    desk.page.press.start()
    desk.context.door.lock()
    assert not desk.page.press.is_busy
    desk.qtbot.waitUntil(lambda: not is_busy(), timeout=20000)
    assert desk.said() == ""


def test_everything_has_a_name(desk):
    for kind in desk.page.options:
        desk.choose(kind)
        assert find_nameless(desk.page) == []
