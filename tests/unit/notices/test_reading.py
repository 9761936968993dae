from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disaster_support.content.model import Slot, SlotType
from disaster_support.errors import UserError
from disaster_support.features.notices.model import Place
from disaster_support.features.notices.reading import read_value, write_text
from tests.unit.notices.values import VALUES

TODAY = date(2026, 11, 23)
SLOTS = {type_: Slot("x", type_, least=1, most=20) for type_ in SlotType}


def read(notice_library, type_, text):
    return read_value(SLOTS[type_], text, notice_library.catalogue, TODAY)


@pytest.mark.parametrize(
    ("type_", "text", "value"),
    [
        (SlotType.DATE, "2026-11-24", date(2026, 11, 24)),
        (SlotType.DATE, "today", TODAY),
        (SlotType.DATE, "tomorrow", date(2026, 11, 24)),
        (SlotType.TIME, "15:00", time(15)),
        (SlotType.TIME, "１５：３０", time(15, 30)),
        (SlotType.TIME, "930", time(9, 30)),
        (SlotType.TIME, "7", time(7)),
        (SlotType.TIME, "15時30分", time(15, 30)),
        (SlotType.COUNT, "20", 20),
        (SlotType.COUNT, "２", 2),
        (SlotType.PHONE, "０３－１２３４－５６７８", "03-1234-5678"),
        (SlotType.PHONE, "+81 3 1234 5678", "+81 3 1234 5678"),
        (SlotType.PHONE, "110", "110"),
        (SlotType.PLACE, "water.place", Place(entry="water.place")),
        (SlotType.PLACE, " 第1  体育館 ", Place(name="第1 体育館")),
        (SlotType.NAME, "グエン", "グエン"),
        (SlotType.TEXT, "バス 7", "バス 7"),
    ],
)
def test_what_people_type_is_understood(notice_library, type_, text, value):
    assert read(notice_library, type_, text) == value


@pytest.mark.parametrize(
    ("type_", "text", "says"),
    [
        (SlotType.DATE, "", "2026-11-23"),
        (SlotType.DATE, "2026-02-30", "2026-11-23"),
        (SlotType.TIME, "", "15:00"),
        (SlotType.TIME, "25:00", "23:59"),
        (SlotType.TIME, "12:60", "23:59"),
        (SlotType.TIME, "noon", "15:00"),
        (SlotType.COUNT, "", "from 1 to 20"),
        (SlotType.COUNT, "0", "from 1 to 20"),
        (SlotType.COUNT, "21", "from 1 to 20"),
        (SlotType.COUNT, "2.5", "from 1 to 20"),
        (SlotType.COUNT, "9" * 5000, "from 1 to 20"),
        (SlotType.PHONE, "ask Mori", "telephone"),
        (SlotType.PHONE, "12", "telephone"),
        (SlotType.PHONE, "", "telephone"),
        (SlotType.PLACE, "  ", "where"),
        (SlotType.PLACE, "x" * 121, "120"),
        (SlotType.NAME, "", "needs it"),
        (SlotType.TEXT, "x" * 121, "120"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(notice_library, type_, text, says):
    with pytest.raises(UserError, match=says) as refused:
        read(notice_library, type_, text)
    assert str(refused.value).endswith(".")


def test_readings_do_not_count_as_letters(notice_library):
    assert read(notice_library, SlotType.PLACE, "館" * 120 + "《かん》")


@given(st.data())
def test_what_is_kept_is_read_again(notice_library, data):
    type_ = data.draw(st.sampled_from(SlotType))
    value = data.draw(VALUES[type_])
    assert read(notice_library, type_, write_text(value)) == value


def test_every_slot_that_is_wrong_has_its_sentence(service):
    entry = service.get_template("water.supply")
    filling = service.read(entry, {"start": "15:00", "end": "15:00", "litres": "99"})
    assert set(filling.errors) == {"litres", "date", "end", "place"}
    assert filling.errors["end"] == "This must be later than 15:00."
    assert filling.values == {"start": time(15), "end": time(15)}
    assert not filling.is_complete


def test_days_must_not_go_backwards_and_may_be_the_same(service):
    entry = service.get_template("people.closing")
    assert "2026-12-02" in service.read(entry, {"first": "2026-12-02", "last": "2026-12-01"}).errors["last"]
    assert service.read(entry, {"first": "2026-12-02", "last": "2026-12-02"}).is_complete


def test_a_day_that_is_over_is_pointed_out_and_not_refused(service):
    filling = service.read(service.get_template("people.closing"), {"first": "2026-11-22", "last": "today"})
    assert (set(filling.warnings), filling.is_complete) == ({"first"}, True)


def test_a_slot_that_is_not_there_is_named_with_those_that_are(service):
    with pytest.raises(UserError, match=r"“time”.*first, last"):
        service.read(service.get_template("people.closing"), {"time": "15:00"})
