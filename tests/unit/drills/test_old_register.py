"""A drill that an earlier version has kept is read as it was."""

import shutil
from pathlib import Path

import pytest

from disaster_support.features.drills import after, log, running, service
from disaster_support.features.drills.model import Mark, Part, Tool
from disaster_support.features.drills.report_data import gather_report
from disaster_support.storage.register import open_register
from tests.helpers.registers import PASSPHRASE, Clock

OLD = Path(__file__).resolve().parents[3] / "db" / "old"


@pytest.fixture(params=[path.name for path in OLD.iterdir() if path.name > "m001_people"])
def old(request, tmp_path):
    opened = open_register(shutil.copytree(OLD / request.param, tmp_path / "old"), PASSPHRASE, Clock())
    yield opened
    opened.close()


def test_a_drill_of_an_old_register_is_read_whole(old):
    (drill,) = service.list_drills(old)
    assert drill.plan.title.ja == "試しの訓練"
    report = gather_report(old, drill)
    assert report.counts.by_part == {Part.RESIDENT: 13}
    assert report.tools[Tool.SAFETY_TIPS] == (0, 5)
    assert [one.event.mark for one in report.items] == [Mark.NOT_DONE]
    assert (len(report.hot_wash), report.notes, report.feedback.forms, report.practice.people) == (1, (), 1, 2)
    assert running.next_injects(drill, running.list_events(old, drill.id), old.clock()) == []
    assert [one.finding.text for one in after.list_open_improvements(old)] == ["通訳が遅い"]
    assert log.undo_last(old, drill.id).code == "DS"
