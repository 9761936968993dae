"""In and out: lists with the defects that town halls' files have, looked over, imported whole or not at all."""

import csv
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.features.reception.exchange_in import add_intakes
from disaster_support.features.reception.intake import Intake
from disaster_support.features.reception.model import Audience, Consent, Details, Filters, State
from disaster_support.features.reception.pages.exchange.look_view import LookView
from disaster_support.features.reception.pages.exchange.page import ExchangePage
from disaster_support.features.reception.pages.exchange.report_view import ReportView
from disaster_support.features.reception.service import find_people
from disaster_support.storage.roles import Role, StaffMember
from disaster_support.ui.tasks import is_busy
from tests.helpers.gui import find_nameless
from tests.helpers.reception import DeskNote, open_door
from tests.helpers.registers import cheap_keys

__all__ = ["cheap_keys", "open_door"]

Key = Qt.Key

TOWN_LIST = (
    "東町避難者名簿,,,,\r\n令和8年11月23日 現在,,,,\r\n番号,氏名,フリガナ,生年月日,携帯電話\r\n"
    "1,山田 花子,ﾔﾏﾀﾞ ﾊﾅｺ,S60.3.4,9012345678\r\n2,佐藤 次郎,,1950/1/2,\r\n3,,,,080-0000-0001\r\n"
)


@pytest.fixture
def page(context: Context, qtbot: QtBot, open_door: None) -> Any:
    desk: Any = DeskNote()
    page = ExchangePage(context, desk)
    qtbot.addWidget(page)
    page.resize(1200, 640)
    page.show()
    page.activateWindow()
    return page


@pytest.fixture
def town_list(tmp_path: Path) -> Path:
    path = tmp_path / "避難者名簿.csv"
    path.write_bytes(TOWN_LIST.encode("cp932"))
    return path


def read(page: ExchangePage, qtbot: QtBot, path: Path) -> LookView:
    """Let the page read a file, and return the view in which it is looked over."""
    page.imports.read(path)
    qtbot.waitUntil(lambda: isinstance(page.shown, LookView) and page.shown.looked is not None and not is_busy())
    view: Any = page.shown
    return view


def take_in(page: ExchangePage, qtbot: QtBot) -> ReportView:
    """Import what is looked over, and return the view of the report."""
    view: Any = page.shown
    view.take_in()
    qtbot.waitUntil(lambda: isinstance(page.shown, ReportView))
    report: Any = page.shown
    return report


@pytest.fixture
def shown_by_the_system(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the system was asked to open."""
    shown = list[Path]()
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(Path(url.toLocalFile())) or True)
    return shown


def press_in(notice: QWidget, words: str) -> None:
    """Press the button of a message."""
    next(one for one in notice.findChildren(QPushButton) if one.text() == words).click()


def names(context: Context) -> set[str]:
    return {one.details.name for one in find_people(context.door.register, Filters())}


def test_a_list_of_a_town_is_understood_before_anybody_is_added(
    page: ExchangePage, qtbot: QtBot, town_list: Path, context: Context
) -> None:
    view = read(page, qtbot, town_list)
    assert view.mapping is not None
    columns = view.mapping.mapping()
    assert [columns[one] for one in ("氏名", "フリガナ", "生年月日", "携帯電話")] == ["name", "kana", "birth", "phone"]
    assert view.counts.text().startswith("2 people will be added, 1 of them with something mended, 1 row is refused")
    first = view.remarks.table.texts()[0]
    assert first[:2] == ("4", "山田 花子")
    assert {"ヤマダ ハナコ", "09012345678"} <= set(first)
    view.remarks.choice.setCurrentIndex(view.remarks.choice.findData("refused"))
    assert [row[0] for row in view.remarks.table.texts()] == ["6"]
    assert names(context) == set()


def test_by_keys_alone(page: ExchangePage, qtbot: QtBot, town_list: Path, context: Context, monkeypatch: Any) -> None:
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: dialog.fileSelected.emit(str(town_list)))
    page.imports.choose.setFocus()
    qtbot.keyClick(page.imports.choose, Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(page.shown, LookView) and page.shown.take.isVisible() and not is_busy())
    view: Any = page.shown
    for _press in range(30):
        if page.focusWidget() is view.take:
            break
        qtbot.keyClick(page.focusWidget(), Key.Key_Tab)
    qtbot.keyClick(view.take, Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(page.shown, ReportView))
    assert names(context) == {"山田 花子", "佐藤 次郎"}
    assert page.shown.isAncestorOf(page.focusWidget())


def test_a_workbook_with_lost_zeros_and_headings_of_its_own(
    page: ExchangePage, qtbot: QtBot, tmp_path: Path, context: Context
) -> None:
    import xlsxwriter

    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["町内会の名簿"])
        sheet.write_row(2, 0, ["おなまえ", "でんわ", "ひとこと"])
        sheet.write_row(3, 0, ["田中 一郎", 9012345678, "=1+1"])
    page.imports.read(path)
    qtbot.waitUntil(lambda: isinstance(page.shown, LookView) and not is_busy())
    view: Any = page.shown
    view.mapping.lead("おなまえ", "name")
    view.mapping.lead("でんわ", "phone")
    view.mapping.lead("ひとこと", "")
    qtbot.waitUntil(lambda: view.looked is not None and not is_busy())
    take_in(page, qtbot)
    (person,) = find_people(context.door.register, Filters())
    assert (person.details.name, person.details.phone, person.details.note) == ("田中 一郎", "09012345678", None)


def test_without_a_column_of_names_nothing_can_be_imported(page: ExchangePage, qtbot: QtBot, town_list: Path) -> None:
    view = read(page, qtbot, town_list)
    assert view.mapping is not None
    for heading in ("氏名", "フリガナ"):
        view.mapping.lead(heading, "note+")
    qtbot.waitUntil(lambda: "No column holds names" in view.notice.text())
    assert not view.take.isVisible()
    view.mapping.lead("氏名", "name")
    qtbot.waitUntil(view.take.isVisible)
    assert view.notice.text() == ""


def test_an_import_is_announced_reported_taken_back_and_brought_back(
    page: ExchangePage, qtbot: QtBot, town_list: Path, context: Context, tmp_path: Path
) -> None:
    heard: list[Change] = []
    context.changes.listen(heard.append)
    read(page, qtbot, town_list)
    view = take_in(page, qtbot)
    assert heard == [Change.PEOPLE]
    assert "2 added, 1 of them mended, 0 known already, 1 refused." in view.notice.text()
    view.save_report(tmp_path / "report.csv")
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["Outcome"] for row in csv.DictReader(file)] == ["Mended", "Mended", "Refused"]
    view.take_back()
    qtbot.waitUntil(lambda: "taken back" in view.notice.text())
    assert names(context) == set()
    view.bring_back()
    qtbot.waitUntil(lambda: names(context) == {"山田 花子", "佐藤 次郎"} and not is_busy())
    assert heard == [Change.PEOPLE] * 3


def test_a_list_that_comes_again_adds_nobody(page: ExchangePage, qtbot: QtBot, town_list: Path) -> None:
    read(page, qtbot, town_list)
    take_in(page, qtbot)
    page.start_again()
    view = read(page, qtbot, town_list)
    assert view.counts.text().startswith("0 people will be added, 2 are known already, 1 row is refused")
    assert not view.take.isVisible()


def test_stop_adds_nobody(page: ExchangePage, qtbot: QtBot, tmp_path: Path, context: Context) -> None:
    path = tmp_path / "long.csv"
    path.write_text("氏名\r\n" + "".join(f"Person {number}\r\n" for number in range(3000)), "utf-8")
    view = read(page, qtbot, path)
    view.take_in()
    qtbot.waitUntil(view.work.panel.isVisible)
    view.work.panel._cancel()
    qtbot.waitUntil(lambda: "nobody was added" in view.notice.text())
    assert names(context) == set()
    assert view.take.isVisible()


def test_stop_that_comes_too_late_hides_nothing(page: ExchangePage, qtbot: QtBot, town_list: Path) -> None:
    view = read(page, qtbot, town_list)
    view.take_in()
    while view.work._task.running:  # type: ignore[union-attr]
        QApplication.processEvents()
    view.work._task.cancel()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: isinstance(page.shown, ReportView))


def test_a_file_that_is_no_list_is_said_on_the_card(page: ExchangePage, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "picture.csv"
    path.write_bytes(bytes(range(256)) * 20)
    page.imports.read(path)
    qtbot.waitUntil(lambda: "Error" in page.imports.notice.text())
    assert page.shown is not None
    assert page.imports.choose.isVisible()


def test_a_file_is_dropped(page: ExchangePage, qtbot: QtBot, town_list: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(town_list))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.imports.dropEvent(drop)
    qtbot.waitUntil(lambda: isinstance(page.shown, LookView) and not is_busy())


def test_records_of_another_register_need_no_columns(
    page: ExchangePage, qtbot: QtBot, tmp_path: Path, context: Context
) -> None:
    path = tmp_path / "records.xml"
    path.write_text(
        '<pfif xmlns="http://zesty.ca/pfif/1.4"><person><full_name>Maria Silva</full_name></person></pfif>', "utf-8"
    )
    view = read(page, qtbot, path)
    assert view.mapping is None
    take_in(page, qtbot)
    (person,) = find_people(context.door.register, Filters())
    assert person.state is State.EXPECTED


def test_who_goes_out_is_counted_before_and_written(
    page: ExchangePage, qtbot: QtBot, context: Context, tmp_path: Path, shown_by_the_system: list[Path]
) -> None:
    agreed = Details("An", consents={Audience.PUBLIC: Consent(True)})
    people = [Intake(agreed), Intake(Details("Binh")), Intake(Details("Cuong"), state=State.LEFT)]
    add_intakes(context.door.register, people)
    context.changes.announce(Change.PEOPLE)
    assert page.exports.counts.text() == "The file holds 2 people."
    page.exports.choose("everybody", "pfif")
    assert page.exports.counts.text().startswith("The file holds 1 person. 2 people are left out")
    page.exports.save_to(tmp_path / "people.xml")
    qtbot.waitUntil(lambda: "people.xml" in page.exports.notice.text())
    press_in(page.exports.notice, "Open the folder")
    assert shown_by_the_system == [tmp_path]
    assert "Binh" not in (tmp_path / "people.xml").read_text(encoding="utf-8")
    page.exports.choose("here", "csv")
    page.exports.save_to(tmp_path / "missing" / "people.csv")
    qtbot.waitUntil(lambda: "does not exist" in page.exports.notice.text())


def test_an_empty_list_to_fill_in(page: ExchangePage, tmp_path: Path, shown_by_the_system: list[Path]) -> None:
    page.imports.save_template(tmp_path / "list.csv")
    assert (tmp_path / "list.csv").read_text(encoding="utf-8-sig").startswith("name,kana")
    press_in(page.imports.notice, "Open")
    assert shown_by_the_system == [tmp_path / "list.csv"]


@pytest.mark.parametrize(("role", "may_export"), [(Role.SUPPORT, True), (Role.RECEPTION, False)])
def test_rights_that_are_missing_are_said(
    context: Context, qtbot: QtBot, open_door: None, role: Role, may_export: bool
) -> None:
    register = context.door.register
    register.staff = StaffMember(register.staff.id, "佐藤", role)
    desk: Any = DeskNote()
    page = ExchangePage(context, desk)
    qtbot.addWidget(page)
    page.show()
    assert not page.imports.choose.isVisible()
    assert not page.imports.acceptDrops()
    assert page.exports.save.isVisible() is may_export
    assert find_nameless(page) == []


def test_everything_has_a_name_and_the_help_follows(page: ExchangePage, qtbot: QtBot, town_list: Path) -> None:
    helps = {page.help_text()}
    assert find_nameless(page) == []
    read(page, qtbot, town_list)
    helps.add(page.help_text())
    assert find_nameless(page) == []
    take_in(page, qtbot)
    helps.add(page.help_text())
    assert find_nameless(page) == []
    assert len(helps) == 3


def test_words_follow_the_language_and_choices_stay(
    page: ExchangePage, qtbot: QtBot, town_list: Path, context: Context
) -> None:
    view = read(page, qtbot, town_list)
    assert view.mapping is not None
    view.mapping.lead("番号", "room")
    view.remarks.choice.setCurrentIndex(1)
    view.counts.clear()
    application = QApplication.instance()
    assert application is not None
    QApplication.sendEvent(application, QEvent(QEvent.Type.LanguageChange))
    qtbot.waitUntil(lambda: bool(view.counts.text()))
    assert view.mapping.mapping()["番号"] == "room"
    assert view.remarks.choice.currentIndex() == 1


def test_a_narrow_window_stacks_what_stood_side_by_side(page: ExchangePage, qtbot: QtBot, town_list: Path) -> None:
    view = read(page, qtbot, town_list)
    page.resize(800, 600)
    qtbot.waitUntil(lambda: view.remarks.geometry().top() > 0)
