from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disaster_support.errors import UserError
from disaster_support.features.reception.intake import Intake
from disaster_support.features.reception.model import (
    Audience,
    Consent,
    Details,
    Need,
    NeedKind,
    NeedState,
    Person,
    SpokenLanguage,
    State,
)
from disaster_support.features.reception.pfif_in import read_pfif
from disaster_support.features.reception.pfif_out import NAMESPACE, PfifSource, make_pfif
from tests.helpers.intakes import JST, intakes

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=JST)
SOURCE = PfifSource("shelter.example.jp", "東町の地震", "東町")
YES = {Audience.PUBLIC: Consent(True)}
FILES = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def person(details, **more):
    fields = {"state": State.HERE, "state_since": NOW, "registered_at": NOW} | more
    return Person("6d0c", "A-1-1", details, "h", "s", **fields)


def write(*people):
    return make_pfif(people, {"s": "東小学校"}, SOURCE, NOW)


def texts(element):
    return {child.tag.removeprefix(f"{{{NAMESPACE}}}"): child.text for child in element}


def records(pfif):
    return list(ET.fromstring(pfif.content))


def test_a_record_holds_what_finds_a_person_and_nothing_else():
    details = Details(
        name="Nguyễn Văn An",
        kana="グエン ヴァン アン",
        latin="NGUYEN VAN AN",
        other_names="-",
        sex="male",
        birth="1985-03",
        nationality="VN",
        address="secret street",
        phone="090-0000-0000",
        contact="secret@example.jp",
        languages=(SpokenLanguage("vi"),),
        needs={NeedKind.ILLNESS: Need(NeedState.YES, "secret illness")},
        consents=YES,
        note="secret note",
        notify="secret sister",
        room="A-3",
    )
    pfif = write(person(details))
    [record] = records(pfif)
    assert (pfif.written, pfif.left_out) == (1, 0)
    assert b"secret" not in pfif.content
    assert b"0000" not in pfif.content
    found = texts(record)
    note = found.pop("note") and texts(record.find(f"{{{NAMESPACE}}}note"))
    assert found == {
        "person_record_id": "shelter.example.jp/6d0c",
        "entry_date": "2026-11-23T00:00:00Z",
        "expiry_date": "2027-01-02T00:00:00Z",
        "author_name": "東町",
        "source_name": "東町の地震",
        "source_date": "2026-11-23T00:00:00Z",
        "full_name": "Nguyễn Văn An",
        "alternate_names": "NGUYEN VAN AN\nグエン ヴァン アン",
        "sex": "male",
        "date_of_birth": "1985-03",
    }
    assert note["status"] == "believed_alive"
    assert note["author_made_contact"] == "true"
    assert note["person_record_id"] == "shelter.example.jp/6d0c"
    assert note["note_record_id"].startswith("shelter.example.jp/6d0c.")
    assert note["last_known_location"] == "東小学校"
    assert "東小学校" in note["text"]


@pytest.mark.parametrize(
    "consents",
    [{}, {Audience.PUBLIC: Consent(False)}, {Audience.RELATIVES: Consent(True), Audience.ACQUAINTANCES: Consent(True)}],
)
def test_nobody_goes_out_who_did_not_agree(consents):
    pfif = write(person(Details(name="SECRET", consents=consents)))
    assert (pfif.written, pfif.left_out, records(pfif)) == (0, 1, [])
    assert b"SECRET" not in pfif.content


def test_removed_and_merged_records_stay_here():
    agreed = Details(name="A", consents=YES)
    assert records(write(person(agreed, removed=True), person(agreed, merged_into="x"))) == []


@pytest.mark.parametrize(
    ("details", "age"),
    [
        (Details(name="A", age_years=34, age_on="2026-11-23", consents=YES), "34"),
        (Details(name="A", age_years=34, age_on="2026-11-01", consents=YES), "34-35"),
        (Details(name="A", age_years=34, age_on="2025-11-01", consents=YES), "35-36"),
        (Details(name="A", birth="?", age_years=0, age_on="2026-11-23", consents=YES), "0"),
        (Details(name="A", birth="1985", consents=YES), None),
        (Details(name="A", birth="-", sex="?", consents=YES), None),
    ],
)
def test_an_age_may_have_grown(details, age):
    [record] = records(write(person(details)))
    found = texts(record)
    assert found.get("age") == age
    assert found.get("sex") is None
    assert found.get("date_of_birth") in (None, "1985")


def test_of_somebody_only_expected_there_is_no_note():
    [record] = records(write(person(Details(name="A", consents=YES), state=State.EXPECTED)))
    assert "note" not in texts(record)


def test_the_elements_stand_in_the_order_of_the_format():
    [record] = records(write(person(Details(name="A", sex="female", age_years=3, age_on="2026-11-23", consents=YES))))
    assert list(texts(record)) == [
        *("person_record_id", "entry_date", "expiry_date", "author_name", "source_name", "source_date"),
        *("full_name", "sex", "age", "note"),
    ]


@FILES
@given(intakes())
def test_what_went_out_comes_in_again(tmp_path, intake):
    details = intake.details
    agreed = Details(name=details.name, sex=details.sex, birth=details.birth, consents=YES)
    path = tmp_path / "people.xml"
    path.write_bytes(write(person(agreed)).content)
    [row] = read_pfif(path, NOW)
    assert row.intake.details.name == details.name
    assert row.intake.details.sex == (details.sex if details.sex not in ("?", "-") else None)
    assert row.intake.details.birth == (details.birth if details.birth not in ("?", "-") else None)
    assert row.intake.state is State.EXPECTED
    assert row.mends == ()


OLD = """<?xml version="1.0" encoding="UTF-8"?>
<pfif:pfif xmlns:pfif="http://zesty.ca/pfif/1.2">
  <pfif:person>
    <pfif:person_record_id>example.org/1</pfif:person_record_id>
    <pfif:source_name>example.org</pfif:source_name>
    <pfif:source_date>2026-11-22T01:00:00Z</pfif:source_date>
    <pfif:first_name>RAM</pfif:first_name>
    <pfif:last_name>THAPA</pfif:last_name>
    <pfif:age>34</pfif:age>
    <pfif:home_city>KOBE</pfif:home_city>
    <pfif:home_country>JP</pfif:home_country>
    <pfif:other>red jacket</pfif:other>
    <pfif:note><pfif:status>information_sought</pfif:status><pfif:text>Call home</pfif:text></pfif:note>
  </pfif:person>
  <pfif:person><pfif:full_name>Old</pfif:full_name><pfif:expiry_date>2026-11-01T00:00:00Z</pfif:expiry_date></pfif:person>
  <pfif:note><pfif:text>Of nobody</pfif:text></pfif:note>
  <pfif:person><pfif:sex>male</pfif:sex></pfif:person>
  <pfif:person><pfif:full_name>Mai</pfif:full_name><pfif:age>30-40</pfif:age>
    <pfif:person_record_id>x/2</pfif:person_record_id><pfif:date_of_birth>4.3.1985</pfif:date_of_birth></pfif:person>
  <pfif:note><pfif:person_record_id>x/2</pfif:person_record_id><pfif:text>Seen</pfif:text></pfif:note>
</pfif:pfif>"""


def test_older_files_are_read_and_expired_records_are_not_kept(tmp_path):
    path = tmp_path / "old.xml"
    path.write_text(OLD, encoding="utf-8")
    first, expired, nameless, last = read_pfif(path, NOW)
    assert first.intake == Intake(
        Details(
            name="RAM THAPA",
            age_years=34,
            age_on="2026-11-22",
            address="KOBE JP",
            note="red jacket\ninformation_sought: Call home\nFrom another register: example.org/1",
        ),
        state=State.EXPECTED,
    )
    assert "expired" in expired.refused
    assert nameless.intake is None
    assert "name is missing" in nameless.refused
    assert last.intake.details.note.splitlines() == [
        "Age: 30-40",
        "Seen",
        "From another register: x/2",
        "birth: 4.3.1985",
    ]
    assert [mend.column for mend in last.mends] == ["birth"]


BOMB = """<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>
<pfif xmlns="http://zesty.ca/pfif/1.4"><person><full_name>&b;</full_name></person></pfif>"""


@pytest.mark.parametrize("content", ["", "no xml", "<a/>", BOMB, '<?xml version="1.0" encoding="none"?><a/>', "<pfif"])
def test_what_is_no_pfif_is_refused(tmp_path, content):
    path = tmp_path / "people.xml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UserError, match="no PFIF"):
        read_pfif(path, NOW)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(UserError, match="cannot be read"):
        read_pfif(tmp_path / "none.xml", NOW)


@FILES
@given(
    st.dictionaries(
        st.sampled_from(["full_name", "age", "expiry_date", "source_date", "sex", "note"]), st.text(max_size=8)
    )
)
def test_any_record_is_a_person_or_a_reason(tmp_path, fields):
    root = ET.Element(f"{{{NAMESPACE}}}pfif")
    record = ET.SubElement(root, f"{{{NAMESPACE}}}person")
    for name, text in fields.items():
        ET.SubElement(record, f"{{{NAMESPACE}}}{name}").text = "".join(
            letter for letter in text if letter.isprintable()
        )
    path = tmp_path / "people.xml"
    path.write_bytes(ET.tostring(root))
    [row] = read_pfif(path, NOW)
    assert bool(row.intake) != bool(row.refused)


def test_times_are_in_utc():
    since = datetime(2026, 11, 22, 20, 0, tzinfo=UTC) + timedelta(seconds=0.5)
    [record] = records(write(person(Details(name="A", consents=YES), registered_at=since)))
    assert texts(record)["source_date"] == "2026-11-22T20:00:00Z"
