"""The yearly list from the command line: in each form, refused in one sentence, and nothing half-written."""

from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from disaster_support.features.costs.model import Category, Expense
from disaster_support.features.costs.service import save_expense
from disaster_support.storage import keys
from disaster_support.storage.register import create_register
from disaster_support.storage.roles import Role
from disaster_support.storage.staff import add_member
from tests.helpers.pdf import read_text
from tests.helpers.registers import CHEAP, PASSPHRASE, Clock

OTHER = "the passphrase of somebody else"


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A folder with a register of two expenses of 2026 and one of 2025; 佐藤 may not take lists along."""
    monkeypatch.setattr(keys, "USUAL_COST", CHEAP)
    monkeypatch.setenv("DISASTER_SUPPORT_PASSPHRASE", PASSPHRASE)
    folder = tmp_path / "data"
    register = create_register(folder, "訓練", "第一体育館", "山田", PASSPHRASE, Clock()).register
    for day, amount in ((date(2026, 4, 1), 30_000), (date(2027, 3, 31), 12_000), (date(2026, 3, 31), 5)):
        save_expense(register, Expense("", day, Category.TRANSLATION, "掲示の翻訳", amount))
    add_member(register, "佐藤", Role.RECEPTION, OTHER)
    register.close()
    return folder


def test_csv_xlsx_and_pdf_hold_the_same_year(run, data, tmp_path):
    for ending in ("csv", "xlsx", "PDF"):
        out = tmp_path / f"costs.{ending}"
        assert run("costs", "report", "--data", data, "--year", 2026, "--out", out)[:2] == (0, f"{out}\n")
    text = (tmp_path / "costs.csv").read_bytes().decode("utf-8-sig")
    assert "1,2026-04-01,Translation,掲示の翻訳,30000" in text
    assert ",,Total,,42000" in text
    rows = CalamineWorkbook.from_path(tmp_path / "costs.xlsx").get_sheet_by_name("List").to_python()
    assert [row[4] for row in rows[1:]] == [30_000, 12_000, 42_000]
    printed = read_text((tmp_path / "costs.PDF").read_bytes())
    assert "42,000" in printed
    assert "to decide" in printed


@pytest.mark.parametrize(
    ("year", "name", "words"), [("26", "a.csv", "2026"), ("2026", "a.docx", ".xlsx"), ("2026", "a", ".pdf")]
)
def test_what_cannot_be_is_said_in_one_sentence(run, data, tmp_path, year, name, words):
    code, out, err = run("costs", "report", "--data", data, "--year", year, "--out", tmp_path / name)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert words in err
    assert not (tmp_path / name).exists()


def test_who_takes_no_lists_along_gets_none(run, data, tmp_path, monkeypatch):
    monkeypatch.setenv("DISASTER_SUPPORT_PASSPHRASE", OTHER)
    code, _out, err = run("costs", "report", "--data", data, "--year", 2026, "--out", tmp_path / "a.csv")
    assert code == 2
    assert err.strip()
    assert not (tmp_path / "a.csv").exists()
