"""Running a drill: the last mark counts, injects come up on the clock, nothing that was noted is lost."""

from datetime import timedelta

import pytest

from disaster_support.errors import UserError
from disaster_support.features.drills import running, service
from disaster_support.features.drills.model import EventKind, Mark
from tests.helpers.drills import HELD_ON, make_plan


def _marks(register, drill):
    return {ref: event.mark for ref, event in running.states(running.list_events(register, drill.id)).items()}


def test_the_last_mark_of_an_item_counts(register, drill, at):
    running.mark_item(register, drill, "b1", Mark.DONE, "鈴木")
    at(4)
    running.mark_item(register, drill, "b1", Mark.NOT_DONE, "鈴木", "机がない")
    running.mark_item(register, drill, "d1", Mark.DONE)
    running.mark_item(register, drill, "d2", Mark.DONE)
    running.mark_item(register, drill, "d2", Mark.OPEN)
    assert _marks(register, drill) == {"b1": Mark.NOT_DONE, "d1": Mark.DONE}
    last = running.states(running.list_events(register, drill.id))["b1"]
    assert (last.by, last.text, last.at) == ("鈴木", "机がない", register.clock.now)
    assert len(running.list_events(register, drill.id)) == 5


def test_what_was_written_last_counts_also_where_the_time_on_paper_is_earlier(register, drill, at):
    early = at(5)
    at(12)
    running.mark_item(register, drill, "b1", Mark.NOT_DONE)
    running.mark_item(register, drill, "b1", Mark.DONE, at=early)
    (event,) = running.states(running.list_events(register, drill.id)).values()
    assert (event.mark, event.at) == (Mark.DONE, early)


def test_without_a_name_it_was_whoever_works_with_the_register(register, drill):
    assert running.mark_item(register, drill, "b1", Mark.DONE, "  ").by == "山田"


def test_nothing_is_marked_that_the_plan_does_not_have(register, drill):
    with pytest.raises(UserError, match="b9"):
        running.mark_item(register, drill, "b9", Mark.DONE)
    with pytest.raises(UserError, match="b1"):
        running.mark_inject(register, drill, "b1", Mark.DONE)
    assert running.list_events(register, drill.id) == []


def test_injects_come_up_in_order_and_are_late_after_their_minute(register, drill, at):
    def coming():
        found = running.next_injects(drill, running.list_events(register, drill.id), register.clock())
        return [(one.inject.id, one.is_late) for one in found]

    assert coming() == [("i1", False), ("i2", False), ("i3", False)]
    at(20, 59)
    assert coming()[0] == ("i1", False)
    at(21)
    assert coming()[:2] == [("i1", True), ("i2", False)]
    running.mark_inject(register, drill, "i1", Mark.DONE)
    running.mark_inject(register, drill, "i3", Mark.NOT_DONE, text="雨")
    assert coming() == [("i2", False)]
    running.mark_inject(register, drill, "i3", Mark.OPEN)
    assert coming() == [("i2", False), ("i3", False)]


def test_before_the_beginning_injects_are_due_from_the_planned_hour(register):
    drill = service.new_drill(register, make_plan(), HELD_ON)
    first = running.next_injects(drill, [], register.clock())[0]
    assert first.due == running.began_at(drill) + timedelta(minutes=20)
    assert (first.due.hour, first.due.minute) == (9, 20)


def test_notes_stand_in_the_order_of_their_times_and_are_taken_back(register, drill, at):
    early = at(2)
    at(9)
    wrong = running.add_note(register, drill, EventKind.NOTE, "列が長い")
    running.add_note(register, drill, EventKind.NOTE, " 掲示が傾いている ", at=early)
    running.add_note(register, drill, EventKind.HOT_WASH, "声がよく通った", "鈴木")
    events = running.list_events(register, drill.id)
    assert [note.text for note in running.notes(events)] == ["掲示が傾いている", "列が長い"]
    running.take_back_note(register, drill, wrong)
    events = running.list_events(register, drill.id)
    assert [note.text for note in running.notes(events)] == ["掲示が傾いている"]
    assert [note.by for note in running.notes(events, EventKind.HOT_WASH)] == ["鈴木"]
    with pytest.raises(UserError, match="empty"):
        running.add_note(register, drill, EventKind.NOTE, "  ")


def test_whoever_may_only_look_marks_nothing(register, drill, as_viewer):
    as_viewer()
    with pytest.raises(UserError, match="role"):
        running.mark_item(register, drill, "b1", Mark.DONE)
    with pytest.raises(UserError, match="role"):
        running.add_note(register, drill, EventKind.NOTE, "列")
    assert running.list_events(register, drill.id) == []
