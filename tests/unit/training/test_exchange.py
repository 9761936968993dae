"""Plans go out and come in as they were; what is no plan is refused with a sentence."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disaster_support.bilingual import Bilingual
from disaster_support.errors import UserError
from disaster_support.features.training.exchange import export_plan, import_plan
from disaster_support.features.training.model import Day
from tests.helpers.courses import DAY, small_plan


def test_every_template_comes_back_as_it_went(materials):
    for plan in materials.templates.values():
        dated = replace(plan, days=(Day(DAY),))
        data = export_plan(dated)
        assert import_plan(data) == dated
        assert json.loads(data).keys() == {"format", "version", "plan"}


@given(st.text(), st.integers(0, 10_000), st.times())
def test_whatever_is_typed_comes_back(text, number, begins):
    plan = replace(
        small_plan(days=(Day(DAY, begins, number),)), title=Bilingual(text, text), trainees=number, lessons=number
    )
    assert import_plan(export_plan(plan)) == plan


def test_half_a_character_does_not_stop_an_export(plan):
    assert import_plan(export_plan(replace(plan, aim=Bilingual("\ud83d")))).aim == Bilingual("?")


@pytest.mark.parametrize(
    ("bend", "sentence"),
    [
        (lambda told: told.update(format="obf"), "not the file of a course"),
        (lambda told: told.pop("plan"), "not the file of a course"),
        (lambda told: told.update(version=2), "newer version"),
        (lambda told: told["plan"].pop("title"), "title"),
        (lambda told: told["plan"].update(lessons="4"), "lessons"),
        (lambda told: told["plan"].update(colour="red"), "colour"),
        (lambda told: told["plan"]["unit"][0].update(method="magic"), "method"),
        (lambda told: told["plan"]["unit"][0].update(id="u2"), "u2"),
        (lambda told: told["plan"]["goal"][0].update(id=""), "id"),
        (lambda told: told["plan"]["unit"][0].update(lessons=10**9), "above 10000"),
        (lambda told: told["plan"]["unit"][0]["step"][0].update(minutes=-1), "below 0"),
        (lambda told: told["plan"]["days"][0].update(on="9999-12-31"), "century"),
        (lambda told: told["plan"]["days"][0].update(on="2026-02-30"), "days"),
        (lambda told: told.update(plan=[]), "plan"),
        (lambda told: told.update(plan="x"), "plan"),
    ],
)
def test_what_is_no_plan_is_refused_with_a_sentence(plan, bend, sentence):
    told = json.loads(export_plan(plan))
    bend(told)
    with pytest.raises(UserError, match=sentence):
        import_plan(json.dumps(told).encode())


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'"x"'])
def test_what_is_no_file_of_ours_is_refused(data):
    with pytest.raises(UserError):
        import_plan(data)
