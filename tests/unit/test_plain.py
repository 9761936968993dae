"""Dataclasses as plain data and back; what does not fit is named with its place."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disaster_support.bilingual import Bilingual
from disaster_support.errors import UserError
from disaster_support.plain import from_plain, to_plain


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


@dataclass(frozen=True)
class Part:
    name: Bilingual
    count: int = 1


@dataclass(frozen=True)
class Whole:
    id: str
    colour: Colour
    on: date
    at: datetime
    begins: time
    parts: tuple[Part, ...] = ()
    note: str | None = None


def _whole():
    return {
        "id": "w",
        "colour": "green",
        "on": "2026-11-24",
        "at": "2026-11-24T09:00:00+09:00",
        "begins": "09:00:00",
        "parts": [{"name": {"ja": "一", "en": "one"}, "count": 2}],
    }


@given(
    st.builds(
        Whole,
        st.text(),
        st.sampled_from(Colour),
        st.dates(),
        st.datetimes(),
        st.times(),
        st.lists(st.builds(Part, st.builds(Bilingual, st.text(), st.text()), st.integers())).map(tuple),
        st.none() | st.text(),
    )
)
def test_what_becomes_plain_comes_back(whole):
    assert from_plain(to_plain(whole), Whole) == whole


def test_days_and_hours_of_toml_are_taken_as_they_are():
    told = _whole() | {"on": date(2026, 11, 24), "begins": time(9)}
    assert from_plain(told, Whole) == from_plain(_whole(), Whole)


@pytest.mark.parametrize(
    ("bend", "place"),
    [
        (lambda told: told.pop("id"), "id"),
        (lambda told: told.update(id=8), "id"),
        (lambda told: told.update(id=None), "id"),
        (lambda told: told.update(colour="blue"), "colour"),
        (lambda told: told.update(colour=1), "colour"),
        (lambda told: told.update(on="2026-02-30"), "on"),
        (lambda told: told.update(more=1), "more"),
        (lambda told: told["parts"][0].update(count="2"), r"parts\[0\]\.count"),
        (lambda told: told["parts"][0].update(count=True), r"parts\[0\]\.count"),
        (lambda told: told["parts"].append([]), r"parts\[1\]"),
        (lambda told: told.update(parts=5), "parts"),
    ],
)
def test_what_does_not_fit_is_named_with_its_place(bend, place):
    told = _whole()
    bend(told)
    with pytest.raises(UserError, match=f"not a plan that the program can read: .*{place}"):
        from_plain(told, Whole)


@pytest.mark.parametrize("data", [None, [], "x", 5])
def test_what_is_no_table_is_refused(data):
    with pytest.raises(UserError, match="not a plan"):
        from_plain(data, Whole)
