"""The editor of a course: units in order, hours that add up, and texts in two languages."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from disaster_support import i18n
from disaster_support.bilingual import Bilingual
from disaster_support.context import Context
from disaster_support.features.training.model import Instructor, Method
from disaster_support.features.training.pages.desk import CourseDesk
from disaster_support.features.training.pages.plan.fields import PointsField, TextField
from disaster_support.features.training.pages.plan.frame import FramePage
from disaster_support.features.training.pages.plan.units import UnitsPage
from disaster_support.features.training.service import save_instructor
from disaster_support.ui.buttons import Button
from tests.helpers.registers import cheap_keys
from tests.helpers.training import home, keep_course, make_desk, materials

__all__ = ["cheap_keys", "home", "make_desk", "materials"]

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(home: Any, make_desk: Any) -> CourseDesk:
    """A course of three units of 1, 2 and 1 lesson hours."""
    made: CourseDesk = make_desk(keep_course(home))
    return made


@pytest.fixture
def units(desk: CourseDesk, qtbot: QtBot) -> UnitsPage:
    page = UnitsPage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    return page


@pytest.fixture
def frame(desk: CourseDesk, qtbot: QtBot) -> FramePage:
    page = FramePage(desk, QWidget())
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    return page


def bring_back(desk: CourseDesk) -> None:
    [one for one in desk.notice.findChildren(Button) if one.text() == "Bring back"][-1].click()


def speak(tag: str, context: Context) -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # pages of tests before
    i18n.use_language(tag, context.paths.compiled)
    QCoreApplication.sendEvent(QApplication.instance(), QEvent(QEvent.Type.LanguageChange))
    QCoreApplication.processEvents()


def order(desk: CourseDesk) -> list[str]:
    return [one.id for one in desk.plan.unit]


def test_hours_are_counted_while_they_are_typed(units: UnitsPage, desk: CourseDesk) -> None:
    assert units.hours.text() == "4 of 4 lesson hours"
    assert not units.fault.isVisible()
    units.form.lessons.box.setValue(3)
    assert units.hours.text() == "6 of 4 lesson hours"
    assert "2 are too many" in units.fault.text()
    assert units.fault.isVisible()


def test_units_are_moved_by_keys_and_by_dragging(units: UnitsPage, desk: CourseDesk, qtbot: QtBot) -> None:
    units.rows.setFocus()
    qtbot.keyClick(units.rows, Key.Key_Down, ALT)
    assert order(desk) == ["u2", "u1", "u3"]
    assert units.rows.key() == "u1"
    qtbot.keyClick(units.rows, Key.Key_Up, ALT)
    qtbot.keyClick(units.rows, Key.Key_Up, ALT)  # the first stays where it is
    assert order(desk) == ["u1", "u2", "u3"]
    units.rows.model().moveRow(units.rows.rootIndex(), 0, units.rows.rootIndex(), 3)  # as a drop does
    assert order(desk) == ["u2", "u3", "u1"]


def test_a_unit_is_added_changed_and_taken_out(units: UnitsPage, desk: CourseDesk, qtbot: QtBot) -> None:
    units.add.click()
    assert order(desk) == ["u1", "u2", "u3", "u4"]
    units.form.title.line.clear()
    qtbot.keyClicks(units.form.title.line, "Review")
    units.form.method.setCurrentIndex(units.form.method.findData("desk"))
    units.form.method.activated.emit(0)
    added = desk.plan.unit[-1]
    assert (added.title.ja, added.method) == ("Review", Method.DESK)
    assert "Review" in units.rows.item(3).text()
    before = desk.plan
    units.rows.setCurrentRow(1)
    units._remove()
    assert order(desk) == ["u1", "u3", "u4"]
    bring_back(desk)
    assert desk.plan == before


def test_an_instructor_is_chosen_from_the_roster(units: UnitsPage, desk: CourseDesk) -> None:
    one = save_instructor(desk.register, Instructor("", "青木", "協会", "多文化共生課"))
    units.form.refresh_instructors()
    box = units.form.instructor
    assert "多文化共生課" in box.itemText(box.findData(one.id))
    box.setCurrentIndex(box.findData(one.id))
    box.activated.emit(0)
    assert desk.plan.unit[0].instructor_id == one.id


def test_steps_have_to_fill_the_unit(units: UnitsPage, desk: CourseDesk) -> None:
    steps = units.form.steps
    assert steps.minutes.text() == "50 of 50 minutes are planned."
    steps.cards[0].minutes.box.setValue(30)
    assert steps.minutes.text() == "The steps take 30 minutes, the unit has 50."
    steps.add.click()  # takes what is left
    assert desk.plan.unit[0].step[1].minutes == 20
    assert steps.minutes.text() == "50 of 50 minutes are planned."
    steps.cards[1].activity.line.setText("Round")
    steps.cards[1].activity.line.textEdited.emit("Round")
    steps.cards[1].up.click()
    assert [one.minutes for one in desk.plan.unit[0].step] == [20, 30]
    assert desk.plan.unit[0].step[0].activity.ja == "Round"
    before = desk.plan
    steps.cards[0].removal.click()
    assert [one.minutes for one in desk.plan.unit[0].step] == [30]
    bring_back(desk)
    assert desk.plan == before


def test_things_are_added_and_taken_out(units: UnitsPage, desk: CourseDesk) -> None:
    scenes = units.form._fields["scenes"]
    scenes.box.setCurrentIndex(scenes.box.findData("lost-child"))
    scenes.box.activated.emit(0)
    assert desk.plan.unit[0].scenes == ("lost-child",)
    assert scenes.box.findData("lost-child") == -1
    scenes.chips.chip("lost-child").removed.emit()
    assert desk.plan.unit[0].scenes == ()


def test_what_does_not_fit_is_said_under_the_field(frame: FramePage, desk: CourseDesk) -> None:
    frame.numbers["lessons"].box.setValue(9)
    assert "5 are not planned yet" in frame.numbers["lessons"].error()
    frame.numbers["fiscal_year"].box.setValue(2025)
    assert "2026-11-24" in frame.numbers["fiscal_year"].error()
    frame.numbers["fiscal_year"].box.setValue(2026)
    assert frame.numbers["fiscal_year"].error() == ""
    frame.days.rows[0].lessons.setValue(2)
    assert "2 of 4" in frame.days.error()


def test_days_are_added_and_taken_out(frame: FramePage, desk: CourseDesk) -> None:
    assert frame.days.rows[0].end.text() == "until 12:50"
    frame.days.add.click()
    assert [day.on for day in desk.plan.days] == [date(2026, 11, 24), date(2026, 11, 25)]
    frame.days.remove(frame.days.rows[0])
    assert [day.on for day in desk.plan.days] == [date(2026, 11, 25)]
    bring_back(desk)
    assert len(desk.plan.days) == 2


def test_a_goal_that_is_taken_out_leaves_no_unit_working_towards_it(frame: FramePage, desk: CourseDesk) -> None:
    before = desk.plan
    frame.goals.add.click()
    assert "can do afterwards" in frame.goals.cards[1].text.error()
    frame.goals.cards[1]._remove()
    frame.goals.cards[0]._remove()
    assert desk.plan.goal == ()
    assert all(one.goals == () for one in desk.plan.unit)
    bring_back(desk)
    assert desk.plan == before


def test_a_text_is_changed_in_the_language_shown_and_keeps_the_other(context: Context, qtbot: QtBot) -> None:
    field = TextField(lambda: "Title")
    qtbot.addWidget(field)
    field.show_value(Bilingual("題", "Title"))
    field.line.clear()  # to type anew
    assert field.value() == Bilingual("題", "")
    qtbot.keyClicks(field.line, "Heading")
    assert field.value() == Bilingual("題", "Heading")
    speak("ja", context)
    assert field.line.text() == "題"
    assert field.value() == Bilingual("題", "Heading")


def test_points_keep_their_other_language(context: Context, qtbot: QtBot) -> None:
    field = PointsField(lambda: "Tools")
    qtbot.addWidget(field)
    field.show_value((Bilingual("板", "Board"), Bilingual("紙", "Paper")))
    field.box.setPlainText("Board\nPens\nSheets of paper")
    assert field.value()[0] == Bilingual("板", "Board")
    field.box.setPlainText("Board\n\nPaper\n")
    assert field.value() == (Bilingual("板", "Board"), Bilingual("紙", "Paper"))


def test_the_editor_follows_the_language(units: UnitsPage, desk: CourseDesk, context: Context) -> None:
    plan = desk.plan
    speak("ja", context)
    assert units.form.title.line.text() == plan.unit[0].title.ja
    assert desk.plan == plan
