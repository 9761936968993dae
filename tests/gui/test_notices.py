from dataclasses import replace

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from disaster_support import i18n
from disaster_support.features.notices.model import Place
from disaster_support.features.notices.page import NoticesPage
from disaster_support.ui.start import start_application
from disaster_support.ui.tasks import is_busy, stop_all
from tests.gui.conftest import FONTS
from tests.helpers.gui import find_nameless, make_context
from tests.helpers.notices import open_notice_library

WATER = {"litres": "3", "date": "2026-11-23", "start": "15:00", "end": "17:00", "place": "water.place"}
PERSON = {"name": "山田花子", "phone": "03-1234-5678", "bus": "7"}


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory):
    return open_notice_library(tmp_path_factory.mktemp("notices"))


@pytest.fixture
def context(tmp_path, qapp, catalogue):
    """The context of every page's test, over a library with notices."""
    context = replace(make_context(tmp_path, FONTS), catalogue=catalogue)
    start_application(context)
    yield context
    stop_all()
    i18n.use_language("en", tmp_path)


@pytest.fixture
def page(context, qtbot):
    context.settings.update(sign_languages=("en", "ne", "my"))
    page = NoticesPage(context)
    qtbot.addWidget(page)
    page.resize(1278, 668)
    page.show()
    wait(qtbot, page)
    return page


def wait(qtbot, page):
    """Wait until what is filled in is made and shown."""
    qtbot.waitUntil(lambda: not page._timer.isActive() and not page.making.is_busy and not is_busy(), timeout=20_000)


def show(qtbot, page, notice, texts):
    page.show_notice(notice, texts)
    wait(qtbot, page)


def type_into(qtbot, page, name, text):
    """Type into a field that takes words."""
    field = page.form.inputs[name]
    field.line.setText("")
    field.line.setFocus()
    QTest.keyClicks(field.line, text)
    wait(qtbot, page)


def save(qtbot, page, path):
    """Save what is filled in as the person would who answers the dialogue with this path."""
    page._when_complete(lambda ready: page.output.save_to(ready.made, path, lambda: page.keep(ready.wish)))
    wait(qtbot, page)


def test_the_first_notice_is_open_with_lines_to_write_on(page):
    assert page.entry.id == "water.supply"
    assert page.texts.cards["en"].phrase.text().endswith("Place: ______")
    assert page.texts.japanese.phrase.text().startswith("水を配ります。")
    assert list(page.texts.cards) == ["en", "ne", "my"]


def test_everything_has_a_name(page, qtbot, tmp_path):
    show(qtbot, page, "water.supply", WATER)
    save(qtbot, page, tmp_path / "water.pdf")
    page.open_places.click()
    page.options.languages.open_sets.click()
    assert find_nameless(page) == []
    show(qtbot, page, "people.missing", {})
    assert find_nameless(page) == []


def test_what_is_filled_in_is_said_in_every_language_at_once(page, qtbot):
    page.service.put_places([Place(entry="water.place")])
    page._offer_places()
    page.form.inputs["litres"].box.setValue(3)
    type_into(qtbot, page, "start", "15:00")
    type_into(qtbot, page, "end", "17:30")
    type_into(qtbot, page, "place", "Water point")
    page.form.inputs["date"].which.button("tomorrow").click()
    wait(qtbot, page)
    texts = {tag: card.phrase.text() for tag, card in page.texts.cards.items()}
    assert texts["en"].splitlines() == [
        "Water is given out, 3 litres each.",
        "Date: Tuesday, November 24",
        "Time: 3:00\u00a0PM – 5:30\u00a0PM",
        "Place: Water point",
    ]
    assert "१५:०० – १७:३०" in texts["ne"]
    assert texts["my"].endswith("ရေဝေသည့်နေရာ")
    assert page.texts.japanese.phrase.text().endswith("場所：水の場所")
    assert page.preview.page_count == page.making.ready.made.pages


def test_a_language_without_a_text_says_so(page, qtbot):
    show(qtbot, page, "people.missing", PERSON)
    assert page.texts.cards["my"].missing.isVisible()
    assert not page.texts.cards["my"].copy.isEnabled()
    assert "Burmese" in page.hint.text()


def test_an_untouched_field_is_not_scolded_and_a_wrong_one_is(page, qtbot):
    assert [field.error() for field in page.form.fields.values()] == [""] * 5
    page.form.inputs["litres"].box.setValue(99)
    type_into(qtbot, page, "start", "15:00")
    type_into(qtbot, page, "end", "14:00")
    assert page.form.fields["litres"].error() == "Give a whole number from 1 to 20."
    assert page.form.fields["end"].error() == "This must be later than 15:00."
    assert page.form.fields["place"].error() == ""
    type_into(qtbot, page, "end", "16:00")
    assert page.form.fields["end"].error() == ""


def test_nothing_is_printed_while_a_field_is_empty(page, monkeypatch):
    monkeypatch.setattr("disaster_support.ui.printer.print_with_dialog", lambda *_given: pytest.fail("printed"))
    page.bar.print_.click()
    assert page.form.fields["place"].error().startswith("Say where")
    assert page.form.fields["date"].error() == ""
    assert page.form.inputs["litres"].box.hasFocus()
    assert "first" in page.notice.text()


@pytest.mark.parametrize("printed", [True, False])
def test_what_was_printed_is_kept_and_what_was_not_is_not(page, qtbot, monkeypatch, printed):
    sent = []

    def answer(_page, pdf, title, copies):
        sent.append((pdf[:4], title, copies))
        return printed

    monkeypatch.setattr("disaster_support.ui.printer.print_with_dialog", answer)
    show(qtbot, page, "water.supply", WATER)
    page.options.copies.setValue(2)
    page.bar.print_.click()
    assert sent == [(b"%PDF", "水を配ります", 2)]
    assert len(page.kept.rows) == printed


def test_a_day_that_is_over_is_pointed_out_and_printed_all_the_same(page, qtbot, tmp_path):
    show(qtbot, page, "water.supply", WATER)
    page.form.inputs["date"].which.button("other").click()
    page.form.inputs["date"].box.setDate(QDate(2026, 11, 20))
    wait(qtbot, page)
    assert "over" in page.form.warnings["date"].text()
    assert page.form.warnings["date"].isVisible()
    save(qtbot, page, tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").exists()


def test_tomorrows_water_takes_one_press(page, qtbot, tmp_path):
    show(qtbot, page, "water.supply", WATER)
    save(qtbot, page, tmp_path / "water.pdf")
    show(qtbot, page, "people.missing", {})
    (row,) = page.kept.rows
    assert row.details.text() == "3 · 15:00 · 17:00 · Water point"
    row.buttons[1].click()
    wait(qtbot, page)
    assert page.entry.id == "water.supply"
    assert page.form.texts() == {**WATER, "date": "2026-11-24"}
    assert "Tuesday, November 24" in page.texts.cards["en"].phrase.text()
    assert page.templates.rows.key() == "water.supply"


def test_a_notice_that_names_a_person_is_printed_and_not_kept(page, qtbot, tmp_path):
    show(qtbot, page, "people.missing", PERSON)
    save(qtbot, page, tmp_path / "missing.png")
    assert (tmp_path / "missing.png").exists()
    assert page.kept.rows == []


def test_a_set_is_named_forgotten_and_brought_back(page, qtbot, tmp_path):
    assert page.kept.isHidden()
    show(qtbot, page, "water.supply", WATER)
    save(qtbot, page, tmp_path / "water.pdf")
    row = page.kept.rows[0]
    row.rename.click()
    row.name.setText("Evening water")
    QTest.keyClick(row.name, Qt.Key.Key_Return)
    assert page.kept.rows[0].title.text() == "Evening water"
    page.kept.rows[0].remove.click()
    assert page.kept.rows == []
    page.kept.notice.findChild(type(page.bar.print_)).click()
    assert page.kept.rows[0].title.text() == "Evening water"


def test_a_text_is_copied(page, qtbot):
    show(qtbot, page, "water.supply", WATER)
    page.texts.cards["ne"].copy.click()
    assert QGuiApplication.clipboard().text() == page.texts.cards["ne"].phrase.text()
    assert page.texts.cards["ne"].copy.text() == "Copied"


def test_what_was_typed_into_a_notice_that_was_left_is_still_there(page, qtbot):
    type_into(qtbot, page, "start", "15:00")
    page.templates.rows.setCurrentRow(2)
    wait(qtbot, page)
    assert page.entry.id != "water.supply"
    page.templates.rows.setCurrentRow(0)
    wait(qtbot, page)
    assert page.form.inputs["start"].text() == "15:00"


def test_notices_are_found_by_their_words_and_by_situation(page):
    page.templates.search.setText("looking")
    assert page.templates.rows.keys() == ["people.missing"]
    page.templates.search.clear()
    page.templates.situation.setCurrentIndex(page.templates.situation.findData("people"))
    assert page.templates.rows.keys() == ["people.missing", "people.closing"]


def test_an_alert_says_since_when_and_what_it_was_called(page, qtbot):
    assert page.facts.isHidden()
    show(qtbot, page, "water.flood", {})
    assert "May 28, 2026" in page.facts.panel.text()
    assert "氾濫危険情報" in page.facts.panel.text()
    assert page.form.inputs == {}


def test_the_shelters_places_are_added_changed_and_removed(page, qtbot):
    page.open_places.click()
    places = page.places
    places.name.setText("第1体育館")
    places.reading.setText("だいいちたいいくかん")
    places.add.click()
    place = page.form.inputs["place"]
    assert place.box.itemText(0) == "第1体育館"
    wait(qtbot, page)  # a place that was just added fills the field that waits for one
    assert page.texts.cards["en"].phrase.text().endswith("第1体育館 (Daiichitaiikukan)")
    places.rows.setCurrentRow(0)
    places.name.setText("B棟")
    places.reading.clear()
    places.change.click()
    assert place.box.itemText(0) == "B棟"
    places.rows.setCurrentRow(0)
    places.remove.click()
    assert place.box.findText("B棟") < 0
    places.notice.findChild(type(page.bar.print_)).click()
    assert place.box.itemText(0) == "B棟"
    places.name.clear()
    places.add.click()
    assert places._name_field.error()


def test_a_place_that_is_added_does_not_take_the_place_of_another(page):
    page.form.inputs["place"].show_text("facilities.toilet")
    page.places.name.setText("第2体育館")
    page.places.add.click()
    assert page.form.texts()["place"] == "facilities.toilet"


def test_the_sheet_speaks_the_languages_of_the_people_here(context, qtbot):
    class Here:
        printed = ()

        def languages(self):
            return ("my", "en")

        def without_sheet(self):
            return ("my",)

        def note_printed(self, languages):
            self.printed = languages

    here = Here()
    page = NoticesPage(context, here)
    qtbot.addWidget(page)
    page.show()
    wait(qtbot, page)
    wait(qtbot, page)
    assert page.options.languages.languages() == ("my", "en")
    show(qtbot, page, "water.supply", WATER)
    page._when_complete(lambda ready: page.keep(ready.wish))
    assert here.printed == ("my", "en")


def test_a_page_for_each_language_and_the_paper_are_followed(page, qtbot):
    show(qtbot, page, "water.supply", WATER)
    page.options.one_a_page.click()
    page.options.paper.choose("A5")
    wait(qtbot, page)
    assert page.preview.page_count == 3
    assert page._context.settings.current.paper == "A5"


@pytest.mark.parametrize(("key", "called"), [(Qt.Key.Key_P, "send_to_printer"), (Qt.Key.Key_S, "ask_file")])
def test_keys_print_and_save(page, qtbot, monkeypatch, key, called):
    show(qtbot, page, "water.supply", WATER)
    calls = []
    monkeypatch.setattr(page.output, called, lambda made, *_more: calls.append(made))
    QTest.keyClick(page, key, Qt.KeyboardModifier.ControlModifier)
    wait(qtbot, page)
    assert calls == [page.making.ready.made]
    assert page.making.ready.wish.entry.id == "water.supply"


def test_a_key_leads_to_the_search(page):
    page.view.button("texts").setFocus()
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.templates.search.hasFocus()


def test_a_narrow_window_has_one_column(page):
    page.resize(900, 668)
    assert page._parts.direction() is page._parts.Direction.TopToBottom
    page.resize(1278, 668)
    assert page._parts.direction() is page._parts.Direction.LeftToRight


def test_every_state_has_its_picture(page, qtbot):
    for _name, bring in page.screen_states():
        bring()
        wait(qtbot, page)
        assert not page.grab().isNull()
    assert page.form.texts()["start"] == "15:00"
    assert len(page.help_text().split("\n\n")) == 4


def test_a_damaged_file_of_what_was_kept_is_said(context, qtbot):
    context.paths.data.mkdir()
    (context.paths.data / "notices.json").write_text("{", encoding="utf-8")
    page = NoticesPage(context)
    qtbot.addWidget(page)
    assert "notices.damaged.json" in page.notice.text()
    wait(qtbot, page)
    assert "notices.damaged.json" in page.notice.text()


def test_enter_in_the_search_goes_to_what_is_found(page, qtbot):
    page.templates.search.setFocus()
    page.templates.search.setText("避難所を閉じます")
    QTest.keyClick(page.templates.search, Qt.Key.Key_Return)
    wait(qtbot, page)
    assert page.entry.id == "people.closing"
    assert page.templates.rows.hasFocus()


def test_the_tab_key_goes_from_the_list_through_the_fields(page, qtbot):
    show(qtbot, page, "people.closing", {})
    show(qtbot, page, "water.supply", WATER)
    page.templates.rows.setFocus()
    reached = []
    for _stop in range(9):
        QTest.keyClick(QGuiApplication.focusWindow(), Qt.Key.Key_Tab)
        reached.append(page.focusWidget())
    inputs = page.form.inputs
    assert reached[0] is inputs["litres"].box
    assert inputs["place"].box in reached
    assert reached.index(inputs["start"].box) < reached.index(inputs["end"].box) < reached.index(inputs["place"].box)
    assert reached[reached.index(inputs["place"].box) + 1] is page.open_places


def test_the_request_to_fill_in_goes_when_it_is_done(page, qtbot):
    show(qtbot, page, "people.closing", {"first": "2026-11-24", "last": "2026-11-23"})
    page._print()
    assert page.notice.text()
    page.form.inputs["last"].which.button("other").click()
    page.form.inputs["last"].box.setDate(QDate(2026, 11, 25))
    wait(qtbot, page)
    assert not page.notice.text()


def test_a_search_that_finds_nothing_says_so(page):
    page.templates.search.setText("zzzz")
    assert page.templates.empty.isVisible()
    assert not page.templates.rows.isVisible()
    page.templates.search.clear()
    assert page.templates.rows.isVisible()
    assert not page.templates.empty.isVisible()


def test_a_set_that_was_kept_is_seen_whole(page, qtbot, tmp_path):
    show(qtbot, page, "water.supply", WATER)
    save(qtbot, page, tmp_path / "water.pdf")
    (row,) = page.kept.rows
    qtbot.waitUntil(lambda: row.visibleRegion().boundingRect().height() == row.height())
