"""Who took part: the tally, scans, the list, tools."""

import pytest
from PySide6.QtCore import Qt

from disaster_support.features.drills.log import count_participation, count_tools, list_participation
from disaster_support.features.drills.model import LogMeans, Part, Tool
from tests.helpers.drill_pages import clock, drill, open_tab, opened, page, practice, settle, timed
from tests.helpers.registers import cheap_keys

__all__ = ["cheap_keys", "clock", "drill", "opened", "page", "practice", "timed"]


@pytest.fixture
def log(page, drill):
    return open_tab(page, drill, "people")


def _counts(opened, drill):
    return count_participation(opened.door.home, drill.id)


def test_one_key_counts_one_person(log, opened, drill, qtbot):
    log.origin.language.choose("my")
    log.origin.country.choose("MM")
    log.tally.buttons[Part.RESIDENT].setFocus()
    for key in (Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_3):
        qtbot.keyClick(log, key)
    counts = _counts(opened, drill)
    assert counts.by_part == {Part.RESIDENT: 2, Part.CREW: 1}
    assert counts.by_language == {"my": 3}
    assert counts.by_nationality == {"MM": 3}
    assert log.tally.total.text() == "3"


def test_ctrl_z_takes_the_last_back_also_from_the_empty_scan_field(log, opened, drill, qtbot):
    log.tally.buttons[Part.STAFF].click()
    log.tally.buttons[Part.CREW].click()
    log.scan.setFocus()
    qtbot.keyClick(log.scan, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _counts(opened, drill).by_part == {Part.STAFF: 1}
    assert "Taken back" in log.tally.last.text()


def test_digits_in_the_scan_field_are_no_tally(log, opened, drill, qtbot):
    log.scan.setFocus()
    qtbot.keyClicks(log.scan, "12")
    assert log.scan.text() == "12"
    assert _counts(opened, drill).total == 0


def test_a_group_counts_at_once_and_the_next_is_one_again(log, opened, drill):
    log.tally.at_once.setValue(25)
    log.tally.buttons[Part.RESIDENT].click()
    log.tally.buttons[Part.RESIDENT].click()
    assert _counts(opened, drill).total == 26


def test_a_card_counts_once(log, opened, drill, qtbot):
    for code in ("ds-abc 1", "DS-ABC1"):
        qtbot.keyClicks(log.scan, code)
        qtbot.keyClick(log.scan, Qt.Key.Key_Return)
    assert _counts(opened, drill).total == 1
    assert "twice" in log._desk.notice.text()


def test_somebody_is_added_with_enter_and_taken_back(log, opened, drill, qtbot):
    entries = log.side.open("list")
    qtbot.keyClicks(entries.name, "An")
    qtbot.keyClick(entries.name, Qt.Key.Key_Return)
    kept = list_participation(opened.door.home, drill.id)
    assert [(one.name, one.means) for one in kept] == [("An", LogMeans.LIST)]
    assert entries.name.text() == ""
    entries.list.setCurrentRow(0)
    qtbot.keyClick(entries.list, Qt.Key.Key_Delete)
    assert list_participation(opened.door.home, drill.id) == []


def test_a_list_of_others_is_read_whole_or_not_at_all(log, opened, drill, qtbot, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("区分,人数,言語\n通訳,3,英語\n職員,many,\n", encoding="utf-8")
    log.read_file(path)
    settle(qtbot)
    assert _counts(opened, drill).total == 0
    assert "Row 3" in log._desk.notice.text()
    path.write_text("区分,人数,言語\n通訳,3,英語\n職員,2,\n", encoding="utf-8")
    log.read_file(path)
    settle(qtbot)
    assert _counts(opened, drill).by_part == {Part.INTERPRETER: 3, Part.STAFF: 2}


def test_tools_count_by_plus_and_go_back_by_minus(log, opened, drill, qtbot):
    button = log.tools.buttons[Tool.SAFETY_TIPS, True]
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        qtbot.keyClick(button, key)
    assert count_tools(opened.door.home, drill.id)[Tool.SAFETY_TIPS] == (0, 1)
    assert "1" in button.text()


def test_boards_and_signs_are_not_installed(log):
    assert (Tool.BOARDS, True) not in log.tools.buttons
