"""Rows and journal are written together, and the journal alone tells the rows."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disaster_support.storage.check import check_register
from disaster_support.storage.clock import from_stamp, hybrid_moment, next_hybrid, to_stamp
from disaster_support.storage.engine import IntegrityError
from disaster_support.storage.journal import read_changes
from disaster_support.storage.people import add_household

FIXTURE = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))


def test_every_write_says_who_when_and_why(register):
    with register.writing("registered") as writer:
        writer.insert("household", {"id": "h", "number": "A-1"})
    newest = read_changes(register, rows=("h",))[0]
    assert (newest.reason, newest.user, newest.table) == ("registered", register.staff.id, "household")
    assert newest.columns == {"id": "h", "number": "A-1"}
    assert newest.at == register.clock()


def test_what_is_the_same_is_not_written_again(register):
    with register.writing() as writer:
        writer.put("household", {"id": "h", "number": "A-1"})
        writer.put("household", {"id": "h", "number": "A-1"})
    assert len(read_changes(register, rows=("h",))) == 1


@pytest.mark.parametrize("sql", ["UPDATE change SET user = 'x'", "DELETE FROM change"])
def test_the_journal_is_append_only(register, sql):
    with pytest.raises(IntegrityError, match="append-only"):
        register.query(sql)


def test_reading_is_written_down_and_changes_no_row(register):
    register.note_reading("person", "p", "roster")
    newest = read_changes(register, limit=1)[0]
    assert (newest.reason, newest.columns) == ("read", {"what": "roster"})
    assert [one.code for one in check_register(register)] == ["backups"]


def test_older_entries_are_read_page_by_page(register):
    for number in range(5):
        register.note_reading("person", f"p{number}")
    newest = read_changes(register, limit=2)
    older = read_changes(register, before=newest[-1].hlc, limit=2)
    assert [one.row for one in (*newest, *older)] == ["p4", "p3", "p2", "p1"]


def test_threads_that_write_at_once_leave_no_gap(register):
    def write():
        for _turn in range(20):
            with register.writing() as writer:
                add_household(writer)

    threads = [threading.Thread(target=write) for _thread in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert register.query("SELECT count(*), max(seq) - min(seq) + 1 = count(*) FROM change")[0][1] == 1
    assert register.query("SELECT count(DISTINCT number) FROM household") == [(80,)]
    assert [one.code for one in check_register(register)] == ["backups"]


@given(MOMENTS, st.lists(MOMENTS, min_size=1))
def test_the_hybrid_clock_never_goes_back_and_never_lags(first, moments):
    last = next_hybrid(0, first)
    for moment in moments:
        now = next_hybrid(last, moment)
        assert now > last
        assert hybrid_moment(now) >= moment.replace(microsecond=moment.microsecond // 1000 * 1000)
        last = now


def test_many_entries_in_one_millisecond_keep_their_order():
    now, last = datetime(2026, 11, 23, tzinfo=UTC), 0
    for _entry in range(70_000):  # more than the counter holds
        last = next_hybrid(last, now)
    assert hybrid_moment(last) - now < timedelta(milliseconds=5)


@given(MOMENTS, MOMENTS)
def test_stamps_sort_as_their_moments_do(one, other):
    assert (to_stamp(one) < to_stamp(other)) <= (one < other)
    assert abs(from_stamp(to_stamp(one)) - one) < timedelta(milliseconds=1)


@FIXTURE
@given(st.text(st.characters(exclude_categories=())))
def test_any_text_can_be_written(register, text):
    with register.writing() as writer:
        writer.put("household", {"id": "h", "number": text})
    [(number,)] = register.query("SELECT number FROM household WHERE id = 'h'")
    assert number == text or "\0" in text or not text.isprintable()  # halves of characters cannot be printed
    assert read_changes(register, rows=("h",))[0].columns["number"] == number
