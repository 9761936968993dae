"""Lists in and out through a real register: all or nothing, nobody twice, and nobody in PFIF who did not agree."""

import csv
import json
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disaster_support.errors import UserError
from disaster_support.features.reception import exchange_out, service
from disaster_support.features.reception.exchange_in import (
    add_intakes,
    check_mapping,
    import_people,
    preview_import,
    read_file,
)
from disaster_support.features.reception.exchange_out import export_file, list_people
from disaster_support.features.reception.import_report import Outcome, write_report
from disaster_support.features.reception.intake import Intake, Mend, read_details
from disaster_support.features.reception.model import Audience, Consent, Details, Filters, State
from disaster_support.features.reception.tables import Row
from disaster_support.storage.roles import Role, StaffMember
from tests.helpers.intakes import intakes
from tests.helpers.registers import make_register

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def rows(*people):
    return [Row(number, Intake(Details(**one)), "") for number, one in enumerate(people, 2)]


def take_in(register, given, report=lambda *_progress: None):
    return import_people(register, given, len(given), report)


def everybody(register):
    return [person for person, _household in list_people(register, Filters())[1]]


def names(register):
    return [person.details.name for person in everybody(register)]


HANA = {"name": "山田 花子", "birth": "1985-03-04", "phone": "090-0000-0001", "address": "青波市 小船町1-2"}


def test_a_row_without_a_name_is_reported_and_the_others_are_added(register):
    mend = Mend("電話", "9000000001", "09000000001", "why")
    given = [Row(2, None, "A name is missing."), Row(3, Intake(Details("An")), mends=(mend,)), *rows(HANA)]
    report = take_in(register, given)
    assert report.added == len(report.ids) == 2
    assert [(one.row, one.outcome, one.name) for one in report.remarks] == [
        (2, Outcome.REFUSED, ""),
        (3, Outcome.MENDED, "An"),
    ]
    assert report.describe() == "2 added, 1 of them mended, 0 known already, 1 refused."
    assert sorted(names(register)) == ["An", "山田 花子"]


def test_the_preview_says_what_the_import_will_and_writes_nothing(register):
    take_in(register, rows(HANA))
    given = [*rows(HANA, {"name": "An"}), Row(9, None, "A name is missing.")]
    changes = register.query("SELECT count(*) FROM change")
    before = preview_import(register, given)
    assert register.query("SELECT count(*) FROM change") == changes
    after = take_in(register, given)
    assert (before.added, before.remarks) == (after.added, after.remarks)


@pytest.mark.parametrize(
    "again",
    [
        HANA,
        {"name": "山田　花子", "birth": "1985-03-04"},
        {"name": "山田花子", "phone": "09000000001", "birth": "1985"},
        {"name": "山田　花子", "address": "青波市小船町１－２", "birth": "?"},
    ],
)
def test_who_is_known_is_not_added_again(register, again):
    take_in(register, rows(HANA))
    report = take_in(register, rows(again))
    assert (report.added, report.count(Outcome.KNOWN)) == (0, 1)
    assert "A-1-1" in report.remarks[0].why


@pytest.mark.parametrize(
    "other",
    [
        {"name": "山田 花子"},
        {"name": "山田 花子", "birth": "1985"},
        {"name": "山田 花子", "address": "青波市 小船町"},
        {"name": "山田 花子", "birth": "?", "phone": "-"},
        {"name": "山田 太郎", "birth": "1985-03-04", "phone": "090-0000-0001"},
        {"name": "山田 花子", "birth": "2012-01-01", "phone": "090-0000-0001"},
        {"name": "山田 花子", "birth": "1985-03-04", "sex": "male"},
    ],
)
def test_who_may_be_somebody_else_is_added(register, other):
    take_in(register, rows(HANA | {"sex": "female"}))
    assert take_in(register, rows(other)).added == 1


def test_vowel_signs_tell_names_apart(register):
    take_in(register, rows({"name": "မောင်မောင်", "birth": "1990-01-01"}))
    assert take_in(register, rows({"name": "မိုင်မိုင်", "birth": "1990-01-01"})).added == 1


def test_two_people_of_one_name_and_birthday_in_one_file_are_two(register):
    assert take_in(register, rows(HANA, HANA)).added == 2


def test_households_come_together_and_a_newcomer_joins_the_one_that_is_known(register):
    first = Intake(Details(**HANA), household="7")
    take_in(register, [Row(2, first), Row(3, Intake(Details("An"), household="8"))])
    take_in(register, [Row(2, first), Row(3, Intake(Details("太郎"), household="7"))])
    assert {one.details.name: one.number for one in everybody(register)} == {
        "山田 花子": "A-1-1",
        "An": "A-2-1",
        "太郎": "A-1-2",
    }


@pytest.mark.parametrize("label", ["", "?", "-"])
def test_without_a_household_everybody_is_one_of_their_own(register, label):
    take_in(register, [Row(2, Intake(Details("A"), label)), Row(3, Intake(Details("B"), label))])
    assert {one.number for one in everybody(register)} == {"A-1-1", "A-2-1"}


def test_an_import_that_is_stopped_adds_nobody(register):
    def stop(done, _total, _text):
        if done >= 500:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        take_in(register, rows(*({"name": f"Person {number}"} for number in range(700))), stop)
    assert names(register) == []
    assert take_in(register, rows(HANA)).added == 1
    assert everybody(register)[0].number == "A-1-1"


def test_an_import_taken_back_can_be_made_again(register):
    report = take_in(register, rows(HANA, {"name": "An"}))
    service.remove_people(register, report.ids)
    assert names(register) == []
    assert take_in(register, rows(HANA, {"name": "An"})).added == 2


def test_only_managers_import_and_reception_takes_no_list_along(register, tmp_path):
    register.staff = StaffMember(register.staff.id, "佐藤", Role.SUPPORT)
    with pytest.raises(UserError, match="role"):
        take_in(register, rows(HANA))
    export_file(register, "csv", tmp_path / "a.csv")
    register.staff = StaffMember(register.staff.id, "佐藤", Role.RECEPTION)
    with pytest.raises(UserError, match="role"):
        export_file(register, "csv", tmp_path / "b.csv")
    assert not (tmp_path / "b.csv").exists()


def test_that_a_list_was_taken_along_is_written_down(register, tmp_path):
    take_in(register, rows(HANA, {"name": "An"}))
    export_file(register, "csv", tmp_path / "a.csv")
    ((text,),) = register.query("SELECT columns FROM change WHERE reason = 'read'")
    assert json.loads(text) == {"what": "export of 2"}


def test_people_go_out_by_number_as_those_who_are_asked_for(register):
    take_in(register, rows(*({"name": f"Person {number}"} for number in range(1, 12))))
    assert names(register) == [f"Person {number}" for number in range(1, 12)]
    add_intakes(register, [Intake(Details("Later"), state=State.EXPECTED)])
    here = [person.details.name for person, _household in list_people(register, Filters(state=State.HERE))[1]]
    assert "Later" not in here
    assert len(here) == 11


def test_pfif_holds_only_who_agreed_and_says_where_they_are(register, tmp_path):
    agreed = Details("An", phone="090-0000-0002", consents={Audience.PUBLIC: Consent(True)})
    declined = Details("Binh", consents={Audience.PUBLIC: Consent(False), Audience.RELATIVES: Consent(True)})
    add_intakes(register, [Intake(agreed), Intake(declined), Intake(Details("Cuong"))])
    done = export_file(register, "pfif", tmp_path / "people.xml")
    assert (done.people, done.left_out) == (1, 2)
    text = (tmp_path / "people.xml").read_text(encoding="utf-8")
    assert "第一体育館" in text
    assert "090" not in text
    assert "Binh" not in text
    assert "山田" not in text  # who wrote the file is nobody's business
    given = read_file(tmp_path / "people.xml", NOW)
    assert take_in(register, list(given.rows)).added == 1  # no birth, no telephone: nobody can know whether it is An


def test_records_of_others_come_in_as_expected(register, tmp_path):
    path = tmp_path / "people.PFIF"
    path.write_text(
        '<pfif xmlns="http://zesty.ca/pfif/1.4"><person><person_record_id>x/1</person_record_id>'
        "<full_name>Maria Silva</full_name></person></pfif>",
        encoding="utf-8",
    )
    given = read_file(path, NOW)
    take_in(register, list(given.rows))
    assert [(one.details.name, one.state) for one in everybody(register)] == [("Maria Silva", State.EXPECTED)]


def test_an_export_that_is_stopped_leaves_no_file(register, tmp_path):
    take_in(register, rows(HANA))

    def stop(*_progress):
        raise InterruptedError

    for form in exchange_out.FORMATS:
        with pytest.raises(InterruptedError):
            export_file(register, form, tmp_path / f"people.{form}", report=stop)
    assert not list(tmp_path.glob("*people*"))


def test_a_list_without_names_is_refused():
    with pytest.raises(UserError, match="No column holds names"):
        check_mapping({"生年月日": "birth", "メモ": "note+"})
    check_mapping({"ローマ字": "latin"})


def test_the_report_opens_in_a_spreadsheet_and_holds_no_formula(register, tmp_path):
    mend = Mend("備考", "=1+1", "", "why")
    report = take_in(register, [Row(4, Intake(Details("=An")), mends=(mend,))])
    write_report(tmp_path / "report.csv", report.remarks, ["The whole file."])
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        header, about, line = csv.reader(file)
    assert header == ["Row", "Outcome", "Name", "Column", "Was", "Became", "Why"]
    assert about[-1] == "The whole file."
    assert line == ["4", "Mended", "'=An", "備考", "'=1+1", "(in the note)", "why"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(intakes(), min_size=1, max_size=3))
def test_what_goes_out_as_json_comes_in_as_the_same_people(tmp_path_factory, cheap_keys, people):
    folder = tmp_path_factory.mktemp("registers")
    register, other = make_register(folder / "one").register, make_register(folder / "two").register
    try:
        add_intakes(register, people)
        export_file(register, "json", folder / "people.json")
        objects = json.loads((folder / "people.json").read_text(encoding="utf-8"))
        add_intakes(
            other, [read_details({k: v for k, v in one.items() if k not in ("id", "number")}, NOW) for one in objects]
        )
        assert [person.details for person in everybody(other)] == [person.details for person in everybody(register)]
    finally:
        register.close()
        other.close()
