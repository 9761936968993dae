"""Changes of a plan: each gives a new one, and what is taken out can be put back."""

from collections.abc import Sequence

from hypothesis import example, given
from hypothesis import strategies as st

from disaster_support.bilingual import Bilingual
from disaster_support.features.training.edits import (
    add_goal,
    add_unit,
    change_unit,
    get_unit,
    insert,
    move,
    next_id,
    order_units,
    remove_goal,
    restore_goal,
    retell,
    spare_step,
    without,
)
from tests.helpers.courses import small_plan

lines = st.lists(st.text("あいab", min_size=1, max_size=3), max_size=6)


@given(lines, lines, st.sampled_from(("ja", "en")))
def test_points_say_what_was_typed(before: Sequence[str], after: Sequence[str], language: str) -> None:
    points = [Bilingual(line, f"{line}.") for line in before]
    assert [point.say(language) for point in retell(points, after, language)] == list(after)


@given(lines, st.integers(0, 6), st.text("xyz", min_size=1, max_size=3))
@example(["a", "a", "a"], 1, "x")
def test_a_line_put_in_leaves_the_others_their_other_language(before: Sequence[str], place: int, line: str) -> None:
    points, place = [Bilingual(text, f"{text}.") for text in before], min(place, len(before))
    told = retell(points, [*before[:place], line, *before[place:]], "ja")
    assert [*told[:place], *told[place + 1 :]] == points


def test_a_line_that_was_changed_keeps_its_other_language() -> None:
    points = (Bilingual("板", "Board"), Bilingual("紙", "Paper"))
    assert retell(points, ("板", "厚い紙"), "ja") == (Bilingual("板", "Board"), Bilingual("厚い紙", "Paper"))


@given(st.lists(st.integers(), min_size=1), st.data())
def test_what_is_taken_out_can_be_put_back(parts: list[int], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(parts) - 1))
    assert list(insert(without(parts, place), place, parts[place])) == parts


@given(st.lists(st.integers(), min_size=1), st.data(), st.sampled_from((-1, 1)))
def test_moving_loses_nothing_and_can_be_undone(parts: list[int], data: st.DataObject, by: int) -> None:
    place = data.draw(st.integers(0, len(parts) - 1))
    moved = move(parts, place, by)
    assert sorted(moved) == sorted(parts)
    if 0 <= place + by < len(parts):
        assert list(move(moved, place + by, -by)) == parts
    else:
        assert list(moved) == parts


def test_units_are_ordered_changed_and_added() -> None:
    plan = order_units(small_plan(), ["u3", "u1", "u2"])
    assert [one.id for one in plan.unit] == ["u3", "u1", "u2"]
    assert get_unit(change_unit(plan, "u1", lessons=4), "u1").lessons == 4
    plan, unit_id = add_unit(plan, "まとめ")
    assert (unit_id, plan.unit[-1].id, plan.unit[-1].title.ja) == ("u4", "u4", "まとめ")


def test_an_id_is_never_given_twice() -> None:
    plan = small_plan()
    assert next_id("u", without(plan.unit, 0)) == "u1"
    assert next_id("u", plan.unit) == "u4"


def test_a_goal_goes_with_the_work_towards_it_and_comes_back_with_it() -> None:
    plan = small_plan()
    gone = remove_goal(plan, "g1")
    assert gone.goal == ()
    assert all(one.goals == () for one in gone.unit)
    assert restore_goal(gone, plan.goal[0], plan) == plan
    assert [one.id for one in add_goal(plan).goal] == ["g1", "g2"]


def test_a_new_step_takes_the_minutes_that_are_left() -> None:
    plan = small_plan()
    unit = change_unit(plan, "u2", step=()).unit[1]
    assert spare_step(unit, plan.lesson_minutes).minutes == 100
    assert spare_step(plan.unit[1], plan.lesson_minutes).minutes == 1
