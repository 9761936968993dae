"""Costs: receipts entered by keys, what does not fit said at the field, the list, its sums and its files."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from disaster_support import i18n
from disaster_support.context import Context
from disaster_support.features.costs.model import Category, Expense, Subject
from disaster_support.features.costs.pages.ledger import Ledger
from disaster_support.features.costs.pages.page import CostsPage
from disaster_support.features.costs.service import list_expenses, save_expense
from disaster_support.storage.register import Register, create_register
from disaster_support.storage.roles import Role
from disaster_support.storage.staff import add_member
from disaster_support.ui.panels import MessagePanel
from disaster_support.ui.tasks import is_busy
from tests.helpers.gui import find_nameless
from tests.helpers.reception import open_door
from tests.helpers.registers import PASSPHRASE, cheap_keys

__all__ = ["cheap_keys", "open_door"]

Key = Qt.Key
OTHER = "another passphrase"

pytestmark = pytest.mark.usefixtures("cheap_keys", "open_door")


@pytest.fixture
def home(context: Context) -> Register:
    return context.door.home


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> CostsPage:
    return show(context, qtbot)


def show(context: Context, qtbot: QtBot, subject_id: str = "") -> CostsPage:
    page = CostsPage(context, subject_id)
    qtbot.addWidget(page)
    page.resize(1270, 650)
    page.show()
    page.activateWindow()
    return page


def ledger_of(page: CostsPage) -> Ledger:
    assert page.ledger is not None
    return page.ledger


def keep(home: Register, amount: int = 1_000, day: str = "2026-05-12", text: str = "文具", **other: Any) -> Expense:
    return save_expense(home, Expense("", date.fromisoformat(day), Category.OTHER, text, amount, **other))


def type_expense(page: CostsPage, qtbot: QtBot, **texts: str) -> None:
    """Type into the fields; `category` by its key."""
    form = ledger_of(page).entering.form
    for name, text in texts.items():
        if name == "category":
            form.category.choose(text)
            continue
        form.lines[name].clear()
        form.lines[name].insert(text)
    qtbot.keyClick(form.lines["amount"], Key.Key_Return)


def press(page: CostsPage, words: str) -> None:
    """Press the button with these words that is seen."""
    next(one for one in page.findChildren(QPushButton) if one.text() == words and one.isVisibleTo(page)).click()


def said(page: CostsPage) -> str:
    QApplication.processEvents()
    panels = [one for one in ledger_of(page).notice.findChildren(MessagePanel) if one.isVisibleTo(page)]
    return panels[0].text() if panels else ""


def shown(page: CostsPage) -> list[str]:
    table = ledger_of(page).table
    return [table.item(row, 1).text().split("\n")[0] for row in range(table.rowCount())]


def sums(page: CostsPage) -> list[str]:
    QApplication.processEvents()
    return [one.text() for one in ledger_of(page).sums.findChildren(QLabel) if one.isVisibleTo(page)]


def test_receipts_are_entered_one_after_another_by_keys(page: CostsPage, home: Register, qtbot: QtBot) -> None:
    press(page, "Enter an expense")
    form = ledger_of(page).entering.form
    assert form.lines["paid_on"].text() == "2026-11-23"
    type_expense(
        page, qtbot, paid_on="R8.5.12", category="instructors", text="講師謝金", amount="３０，０００", funding="県費"
    )
    type_expense(page, qtbot, category="instructors", text="講師旅費", amount="4860円", receipt="R8-2")
    assert [(one.paid_on, one.amount_yen, one.funding, one.receipt) for one in list_expenses(home, 2026)] == [
        (date(2026, 5, 12), 30_000, "県費", ""),
        (date(2026, 5, 12), 4_860, "県費", "R8-2"),  # day and funding stay for the next receipt, its number does not
    ]
    assert said(page).endswith("Saved: 講師旅費, 4,860 yen.")
    assert shown(page) == ["講師謝金", "講師旅費"]
    assert "Total: 34,860 yen" in sums(page)
    qtbot.keyClick(form.lines["text"], Key.Key_Escape)
    assert ledger_of(page).entering.isHidden()


def test_what_does_not_fit_is_said_at_the_fields_and_stays(page: CostsPage, home: Register, qtbot: QtBot) -> None:
    press(page, "Enter an expense")
    form = ledger_of(page).entering.form
    type_expense(page, qtbot, paid_on="5/12", amount="12千", text="看板")
    errors = {name: field.error() for name, field in form.fields.items()}
    assert {name for name, sentence in errors.items() if sentence} == {"paid_on", "category", "amount"}
    assert "12千" in errors["amount"]
    assert form.lines["amount"].text() == "12千"
    assert form.lines["paid_on"].hasFocus()
    type_expense(page, qtbot, paid_on="2026-05-12", category="drills", amount="12,000")
    assert [one.amount_yen for one in list_expenses(home, 2026)] == [12_000]
    assert not any(field.error() for field in form.fields.values())


def test_an_expense_of_another_year_is_shown_in_its_year(page: CostsPage, qtbot: QtBot) -> None:
    press(page, "Enter an expense")
    type_expense(page, qtbot, paid_on="2026-03-31", category="other", text="印刷", amount="500")
    head = ledger_of(page).head
    assert (head.year.currentText(), shown(page)) == ("Fiscal year 2025", ["印刷"])
    head.year.setCurrentIndex(head.year.findData("2026"))
    assert shown(page) == []


def test_an_expense_is_changed_with_enter(page: CostsPage, home: Register, qtbot: QtBot) -> None:
    kept = keep(home)
    keep(home, text="飲料")
    ledger = ledger_of(page)
    ledger.refresh()
    ledger.table.choose(kept.id)
    qtbot.keyClick(ledger.table, Key.Key_Return)
    type_expense(page, qtbot, amount="2500", receipt="7")
    assert [(one.text, one.amount_yen, one.receipt) for one in list_expenses(home, 2026)] == [
        ("文具", 2_500, "7"),
        ("飲料", 1_000, ""),
    ]
    assert ledger.entering.isHidden()
    assert ledger.table.chosen_id() == kept.id


def test_an_expense_is_removed_with_delete_and_brought_back(page: CostsPage, home: Register, qtbot: QtBot) -> None:
    kept = keep(home)
    ledger = ledger_of(page)
    ledger.refresh()
    qtbot.keyClick(ledger.table, Key.Key_Delete)
    assert list_expenses(home, 2026) == []
    assert "Total: 0 yen" in sums(page)
    press(page, "Bring back")
    assert list_expenses(home, 2026) == [kept]
    assert (shown(page), said(page)) == (["文具"], "")


def test_nothing_typed_is_lost_when_another_expense_is_begun(page: CostsPage, home: Register, qtbot: QtBot) -> None:
    kept = keep(home)
    ledger = ledger_of(page)
    ledger.refresh()
    press(page, "Enter an expense")
    ledger.entering.form.lines["text"].insert("会場使用料")
    ledger.change(kept.id)
    assert ledger.entering.form.lines["text"].text() == "文具"
    press(page, "Bring back")
    assert ledger.entering.form.lines["text"].text() == "会場使用料"
    assert ledger.entering.form.expense_id == ""


def test_what_is_being_typed_outlives_the_lock(context: Context, qtbot: QtBot, page: CostsPage) -> None:
    press(page, "Enter an expense")
    ledger_of(page).entering.form.lines["text"].insert("会場使用料")
    context.door.lock()
    assert page.ledger is None
    assert "会場使用料" not in [one.text() for one in page.findChildren(QLabel)]
    context.door.admit(context.door.open(PASSPHRASE))
    assert ledger_of(page).entering.form.lines["text"].text() == "会場使用料"
    type_expense(page, qtbot, category="drills", amount="1")
    context.door.lock()
    context.door.admit(context.door.open(PASSPHRASE))
    assert ledger_of(page).entering.isHidden()  # saved, it is no draft any more


def test_drill_mode_leaves_the_form_alone(context: Context, page: CostsPage, tmp_path: Any, qtbot: QtBot) -> None:
    press(page, "Enter an expense")
    form = ledger_of(page).entering.form
    form.lines["text"].insert("会場使用料")
    made = create_register(tmp_path / "practice", "訓練", "訓練の体育館", "山田", PASSPHRASE, context.clock)
    context.door.enter_practice(made.register)
    assert ledger_of(page).entering.form is form
    assert form.lines["text"].text() == "会場使用料"
    type_expense(page, qtbot, category="drills", amount="1")
    assert len(list_expenses(context.door.home, 2026)) == 1
    context.door.leave_practice()
    assert shown(page) == ["会場使用料"]


def test_new_expenses_belong_to_the_drill_of_the_tab(context: Context, home: Register, qtbot: QtBot) -> None:
    with home.writing("test") as writer:
        drill = writer.new_id()
        plan = '{"title": {"ja": "夜間の避難訓練", "en": "Night drill"}}'
        writer.insert("drill", {"id": drill, "plan": plan, "held_on": "2026-11-23", "begins": "09:00", "removed": 0})
    page = show(context, qtbot, drill)
    press(page, "Enter an expense")
    assert ledger_of(page).entering.form.subject.currentText() == "Drill: Night drill (2026-11-23)"
    type_expense(page, qtbot, category="drills", text="飲料", amount="1")
    (kept,) = list_expenses(home, 2026)
    assert (kept.subject, kept.subject_id) == (Subject.DRILL, drill)


def test_both_places_show_what_was_entered_in_either(context: Context, home: Register, qtbot: QtBot) -> None:
    one = show(context, qtbot)
    one.hide()
    keep(home)
    one.show()
    assert shown(one) == ["文具"]


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".pdf"])
def test_the_yearly_list_is_saved_and_the_place_said(
    page: CostsPage, home: Register, qtbot: QtBot, tmp_path: Any, ending: str
) -> None:
    keep(home)
    path = tmp_path / f"costs{ending}"
    ledger_of(page).saver.save(2026, path)
    qtbot.waitUntil(lambda: not is_busy())
    assert path.stat().st_size > 0
    assert str(path) in said(page)
    ledger_of(page).saver.save(2026, tmp_path / "nowhere" / f"costs{ending}")
    qtbot.waitUntil(lambda: not is_busy())
    assert "does not exist" in said(page)


@pytest.fixture
def viewer(context: Context) -> None:
    """Let somebody work who only looks."""
    keep(context.door.home)
    add_member(context.door.home, "佐藤", Role.VIEWER, OTHER)
    context.door.lock()
    context.door.admit(context.door.open(OTHER))


def test_who_only_looks_sees_the_list_and_changes_nothing(viewer: None, context: Context, qtbot: QtBot) -> None:
    page = show(context, qtbot)
    ledger = ledger_of(page)
    assert shown(page) == ["文具"]
    words = {one.text() for one in page.findChildren(QPushButton) if one.isVisibleTo(page)}
    assert not words & {"Enter an expense", "Change", "Remove"}
    for key in (Key.Key_Return, Key.Key_Delete):
        qtbot.keyClick(ledger.table, key)
    assert ledger.entering.isHidden()
    assert len(list_expenses(context.door.home, 2026)) == 1
    ledger.head.lists[".csv"].click()
    assert said(page)  # their role takes no lists along


def test_a_locked_register_is_said_with_the_way_to_open_it(context: Context, qtbot: QtBot) -> None:
    context.door.lock()
    page = show(context, qtbot)
    assert page.ledger is None
    assert any("locked" in one.text() for one in page.findChildren(QLabel))


def test_everything_has_a_name_and_follows_the_language(page: CostsPage, home: Register, tmp_path: Any) -> None:
    keep(home)
    ledger = ledger_of(page)
    ledger.refresh()
    ledger.enter()
    assert find_nameless(page) == []
    i18n.use_language("ja", tmp_path)
    page.retranslate()
    assert ledger.head.year.currentText().startswith("令和8年度")


def test_it_says_who_decides_what_is_eligible(page: CostsPage) -> None:
    assert any("to decide" in line for line in sums(page))
    assert "to decide" in page.help_text()


def test_in_a_narrow_window_the_sums_stand_below(page: CostsPage, home: Register, qtbot: QtBot) -> None:
    keep(home)
    ledger = ledger_of(page)
    ledger.refresh()
    assert ledger.sums.mapTo(page, ledger.sums.rect().topLeft()).x() > 800
    page.resize(800, 650)
    qtbot.waitUntil(lambda: ledger.sums.mapTo(page, ledger.sums.rect().topLeft()).x() < 100)
    assert not ledger.findChildren(MessagePanel)
