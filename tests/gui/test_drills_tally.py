"""The participation log by keys: one key for a person, Ctrl+Z, and a scanner that types wherever the focus is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from disaster_support.features.drills.log import count_participation
from disaster_support.features.drills.model import Part
from tests.helpers.drill_pages import clock, drill, open_tab, opened, page, practice, timed
from tests.helpers.registers import cheap_keys

__all__ = ["cheap_keys", "clock", "drill", "opened", "page", "practice", "timed"]

CARD = "DSABCDEFGHIJKLMNOPQRSTUVWXYZ"


def test_keys_count_from_the_first_moment_and_a_scanner_is_heard(page, drill, opened, qtbot):
    log = open_tab(page, drill, "people")
    log.setFocus()
    focused = QApplication.focusWidget()
    for key in (Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_6):
        qtbot.keyClick(focused, key)
    qtbot.keyClick(focused, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    counts = count_participation(opened.door.home, drill.id)
    assert (counts.total, counts.by_part[Part.RESIDENT], counts.by_part[Part.CREW]) == (3, 2, 1)
    for _scan in range(2):  # the second is refused: nobody is counted twice
        for letter in CARD:
            qtbot.keyClicks(QApplication.focusWidget(), letter)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert count_participation(opened.door.home, drill.id).total == 4
