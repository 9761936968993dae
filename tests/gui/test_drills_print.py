"""Papers of drills on the screen: seen, saved, and what is missing said."""

import pytest

from disaster_support.features.drills.printing import Kind
from tests.helpers.drill_pages import clock, drill, open_tab, opened, page, practice, settle, timed
from tests.helpers.registers import cheap_keys

__all__ = ["cheap_keys", "clock", "drill", "opened", "page", "practice", "timed"]


@pytest.mark.parametrize("kind", [Kind.PLAN, Kind.CHECKLIST, Kind.INJECTS, Kind.EVALUATION, Kind.PARTICIPATION])
def test_a_template_is_printed_without_a_register(page, qtbot, tmp_path, kind):
    page.list.templates.setCurrentRow(0)
    page.view.parts.choose("print")
    page.view._print.kinds.choose(kind)
    path = tmp_path / "paper.pdf"
    page.view._print.save_to(path)
    settle(qtbot)
    assert path.read_bytes().startswith(b"%PDF")
    assert "Saved" in page.view._print.notice.text()


def test_a_feedback_form_without_a_language_says_so(page, drill, qtbot):
    shown = open_tab(page, drill, "print")
    shown.kinds.choose(Kind.FEEDBACK)
    settle(qtbot)
    qtbot.wait(300)
    settle(qtbot)
    assert shown.languages.isVisible()
    assert "language" in shown.notice.text()


def test_the_report_is_made_of_what_is_kept(page, drill, qtbot, tmp_path):
    after = open_tab(page, drill, "after")
    report = after.tabs.open("report")
    path = tmp_path / "report.pdf"
    report.save_to(path)
    settle(qtbot)
    assert path.read_bytes().startswith(b"%PDF")
