import json
from copy import copy
from dataclasses import replace
from datetime import date

import pytest

from disaster_support.content.model import Phrase
from disaster_support.errors import UserError
from disaster_support.features.notices.model import KeptSet, NoticeOptions, Place
from disaster_support.features.notices.places import FIRST_PLACES, mark_name, reading_of
from disaster_support.features.notices.service import NoticeService
from disaster_support.paper_files import save_pages

WATER = {"litres": "3", "date": "2026-11-24", "start": "15:00", "end": "17:00", "place": "water.place"}
PERSON = {"name": "山田花子", "phone": "03-1234-5678", "bus": "7"}


@pytest.fixture
def water(service):
    return service.get_template("water.supply")


def again(service):
    """Return what the next start has."""
    return NoticeService(service._context)


# -- what there is


def test_templates_stand_by_situation_alerts_among_them(service):
    ids = {situation: [one.id for one in entries] for situation, entries in service.templates().items()}
    assert ids == {"water": ["water.supply", "water.flood"], "people": ["people.missing", "people.closing"]}


@pytest.mark.parametrize("text", ["水を配", "kubari", "given out", "ဝေပါမည်"])
def test_templates_are_found_in_any_language(service, text):
    assert [one.id for one in service.search(text)["water"]] == ["water.supply"]


def test_an_alert_is_found_by_its_former_name(service):
    assert [one.id for one in service.search("氾濫危険情報")["water"]] == ["water.flood"]


def test_a_sign_is_no_notice(service):
    with pytest.raises(UserError, match=r"water\.place is no notice"):
        service.get_template("water.place")


def test_templates_that_begin_alike_are_told_apart_by_a_second_sentence(service):
    catalogue = service._context.catalogue
    water, closing = catalogue.entries["water.supply"], catalogue.entries["people.closing"]
    texts = {water.id: "水道の水が出ます。飲めます。\n日にち：{date}", closing.id: "水道の水が出ます。\n飲めません。"}
    say = catalogue.text
    service._context = replace(service._context, catalogue=copy(catalogue))
    service._context.catalogue.text = lambda id_, tag: Phrase(texts[id_]) if id_ in texts else say(id_, tag)
    assert service.title(water, "ja") == "水道の水が出ます。飲めます"
    assert service.title(closing, "ja") == "水道の水が出ます。 飲めません"


def test_a_title_is_the_first_sentence(service, water):
    assert service.title(water, "ja") == "水を配ります"
    assert service.title(water, "en") == "Water is given out, … litres each"
    assert service.title(water, "km") == "យើងចែកទឹក ម្នាក់ … លីត្រ"


# -- paper


def test_a_notice_is_made_with_every_language(service, water):
    made = service.make(water, service.read(water, WATER).values, NoticeOptions(("en", "ne", "my")))
    assert made.pdf.startswith(b"%PDF")
    assert (made.title, made.pages, made.missing, made.has_unreviewed) == ("水を配ります", 1, (), True)


def test_a_language_without_a_text_is_left_out_and_named(service):
    entry = service.get_template("people.missing")
    made = service.make(entry, service.read(entry, PERSON).values, NoticeOptions(("en", "my")))
    assert made.missing == ("my",)


def test_a_page_for_each_language(service, water):
    options = NoticeOptions(("en", "ne", "my"), one_a_page=True)
    assert service.make(water, service.read(water, WATER).values, options).pages == 3


def test_many_languages_on_small_paper_take_further_sheets(service, water):
    options = NoticeOptions(("en", "ja-simple", "th", "ne", "my", "km", "ar"), paper="A5", landscape=True)
    made = service.make(water, service.read(water, WATER).values, options)
    assert made.pages > 1
    assert made.moved
    assert set(made.moved) < set(options.languages)


def test_what_is_not_filled_in_is_a_line_to_write_on(service, water):
    texts = service.show(water, {}, ["ja", "en"])
    assert "{" not in texts["ja"].text
    assert texts["en"].text.endswith("Place: ______")


@pytest.mark.parametrize("name", ["a.pdf", "a.png"])
def test_a_notice_is_saved(service, water, tmp_path, name):
    made = service.make(water, service.read(water, WATER).values, NoticeOptions(("en",)))
    assert save_pages(made, tmp_path / name) == (tmp_path / name,)
    assert (tmp_path / name).stat().st_size > 1000


# -- what is kept


def test_yesterdays_notice_is_filled_in_again_for_tomorrow(service, water):
    service.keep(water, WATER)
    (kept,) = again(service).kept()
    assert service.use_kept(kept, 1) == {**WATER, "date": "2026-11-24"}
    assert service.use_kept(kept, 0) == {**WATER, "date": "2026-11-23"}


def test_several_days_move_together(service):
    kept = KeptSet("people.closing", {"first": "2026-11-10", "last": "2026-11-13"})
    assert service.use_kept(kept, 1) == {"first": "2026-11-24", "last": "2026-11-27"}


def test_of_a_notice_that_names_a_person_nothing_is_kept(service, water, context):
    service.keep(water, WATER)
    service.keep(service.get_template("people.missing"), PERSON)
    assert [one.notice for one in again(service).kept()] == ["water.supply"]
    kept = (context.paths.data / "notices.json").read_text(encoding="utf-8")
    assert not any(text in kept for text in PERSON.values() if len(text) > 1)


def test_the_same_on_another_day_is_one_set_and_keeps_its_name(service, water):
    service.keep(water, WATER)
    service.keep(service.get_template("people.closing"), {"first": "2026-12-01", "last": "2026-12-02"})
    service.rename_kept(service.kept()[1], " Evening  water ")
    service.keep(water, {**WATER, "date": "2026-11-25"})
    assert [one.notice for one in again(service).kept()] == ["water.supply", "people.closing"]
    assert again(service).name_kept(service.kept()[0], "en") == "Evening water"
    service.keep(water, {**WATER, "start": "09:00"})
    assert len(service.kept()) == 3


def test_a_set_is_told_from_others_by_its_times_and_places(service, water):
    service.keep(water, WATER)
    (kept,) = service.kept()
    assert service.name_kept(kept, "ja") == "水を配ります"
    assert service.describe_kept(kept, "en") == "3 · 15:00 · 17:00 · Water point"


def test_a_set_tells_its_times_as_times_however_they_were_typed(service, water):
    service.keep(water, {**WATER, "start": "900", "end": "1700"})
    (kept,) = service.kept()
    assert service.describe_kept(kept, "en") == "3 · 09:00 · 17:00 · Water point"


def test_no_more_sets_are_kept_than_anybody_looks_through(service, water):
    for hour in range(24):
        for litres in ("1", "2"):
            service.keep(water, {**WATER, "end": f"{hour}:59", "start": f"{hour}:00", "litres": litres})
    assert len(again(service).kept()) == 30


def test_a_set_whose_notice_is_gone_is_not_offered(service, water):
    service.keep(water, WATER)
    service.put_kept([KeptSet("gone.notice", {}), *service.kept()])
    assert [one.notice for one in service.kept()] == ["water.supply"]


def test_the_list_of_places_starts_with_the_words_of_the_library(service):
    assert service.places() == tuple(one for one in FIRST_PLACES if not one.entry)  # this library has no others


def test_the_shelters_own_places_are_kept_in_their_order(service):
    service.put_places([Place(name="B棟《びーとう》"), Place(entry="water.place"), Place(name="B棟《びーとう》")])
    assert again(service).places() == (Place(name="B棟《びーとう》"), Place(entry="water.place"))
    assert [service.say_place(one, "en") for one in service.places()] == ["B棟", "Water point"]


def test_a_list_that_was_emptied_stays_empty(service):
    service.put_places([])
    assert again(service).places() == ()


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff\xfe", b'"x"'])
def test_a_damaged_file_is_set_aside_and_the_program_goes_on(service, context, content):
    context.paths.data.mkdir()
    (context.paths.data / "notices.json").write_bytes(content)
    assert service.kept() == ()
    assert service.store.damaged_copy.read_bytes() == content


def test_a_wrong_row_spoils_only_itself(service, context):
    rows = {
        "places": [{"name": 3}, {"name": "校庭"}, 7],
        "kept": [{"notice": "water.supply"}, {"notice": "water.supply", "texts": {"litres": "2", "date": 5}}],
    }
    context.paths.data.mkdir()
    (context.paths.data / "notices.json").write_text(json.dumps(rows), encoding="utf-8")
    assert service.places() == (Place(name="校庭"),)
    assert service.kept() == (KeptSet("water.supply", {"litres": "2"}),)


def test_a_set_with_a_spoilt_day_is_used_without_it(service):
    kept = KeptSet("people.closing", {"first": "soon", "last": "2026-11-13"})
    assert service.use_kept(kept, 0) == {"first": "soon", "last": date(2026, 11, 23).isoformat()}


def test_a_name_and_its_reading_are_kept_as_one():
    assert mark_name("第1体育館", "だいいちたいいくかん") == "｜第1体育館《だいいちたいいくかん》"
    assert reading_of("｜第1体育館《だいいちたいいくかん》") == "だいいちたいいくかん"
    assert mark_name("Gym", "") == "Gym"
    assert reading_of("Gym") == ""
