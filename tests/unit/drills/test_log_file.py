"""Lists of participants: all rows or none, each counted once."""

import pytest
import xlsxwriter

from disaster_support.errors import UserError
from disaster_support.features.drills import log
from disaster_support.features.drills.log_file import import_log
from disaster_support.features.drills.model import LogMeans, Part

LIST = """参加者一覧,,,,,
区分,人数,言語,国籍,氏名,所属
外国人住民,1,ベトナム語,ベトナム,Nguyễn Văn An,
通訳,1,ネパール語、日本語,ネパール,,国際交流協会
消防団員,１２人,,,,第三分団
ボランティア,3,不明,？,,自治会
,,,,,
resident,,ne,NP,,
"""


@pytest.fixture
def write(tmp_path):
    def write_file(text, name="list.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return write_file


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_japanese_list_is_read_with_its_words(register, drill, write, encoding):
    report = import_log(register, drill.id, write(LIST, encoding=encoding))
    assert (len(report.ids), report.people, report.known, report.refused) == (5, 18, 0, ())
    by_part = {Part.RESIDENT: 2, Part.INTERPRETER: 1, Part.CREW: 12, Part.VOLUNTEER: 3}
    counts = log.count_participation(register, drill.id)
    assert counts.by_part == by_part
    assert counts.by_language == {"ne": 2, "vi": 1, "": 15}
    assert counts.by_nationality == {"NP": 2, "VN": 1, "": 15}
    (an,) = (one for one in log.list_participation(register, drill.id) if one.name)
    assert (an.name, an.means) == ("Nguyễn Văn An", LogMeans.LIST)


def test_the_same_list_counts_once_also_when_it_was_saved_in_another_form(register, drill, write):
    import_log(register, drill.id, write(LIST))
    again = import_log(register, drill.id, write(LIST.replace(",", "\t"), "list.tsv", "utf-16"))
    assert (again.ids, again.known) == ((), 5)
    assert log.count_participation(register, drill.id).total == 18
    assert "5" in again.describe()


def test_a_row_that_does_not_fit_is_named_and_nothing_is_written(register, drill, write):
    text = LIST + "市長,1,,,,\nstaff,many,,,,\nstaff,0,,,,\nstaff,1,火星語,,,\nstaff,1,,アトランティス,,\n"
    report = import_log(register, drill.id, write(text))
    assert [one.row for one in report.refused] == [9, 10, 11, 12, 13]
    for refused, word in zip(report.refused, ("市長", "many", "10000", "火星語", "アトランティス"), strict=True):
        assert word in refused.sentence
    assert log.count_participation(register, drill.id).total == 0
    assert "5 rows" in report.describe()


def test_a_workbook_is_read(register, drill, tmp_path):
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for row, cells in enumerate([("part", "people", "language"), ("resident", 4, "vi"), ("observer", 2, "")]):
            sheet.write_row(row, 0, cells)
    assert import_log(register, drill.id, path).people == 6


def test_a_list_without_parts_needs_to_be_told_what_its_people_are(register, drill, write):
    path = write("氏名,国籍\nSita,ネパール\n,ネパール\n")
    with pytest.raises(UserError, match="区分"):
        import_log(register, drill.id, path)
    assert import_log(register, drill.id, path, Part.RESIDENT).people == 2


def test_an_entry_of_a_list_that_was_taken_back_may_come_in_again(register, drill, write):
    path = write(LIST)
    import_log(register, drill.id, path)
    log.undo_last(register, drill.id)
    again = import_log(register, drill.id, path)
    assert (len(again.ids), again.known) == (1, 4)
    assert log.count_participation(register, drill.id).total == 18


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n"])
def test_what_is_no_such_list_is_refused(register, drill, write, text):
    with pytest.raises(UserError):
        import_log(register, drill.id, write(text))


def test_whoever_may_only_look_reads_no_list(register, drill, write, as_viewer):
    as_viewer()
    with pytest.raises(UserError, match="role"):
        import_log(register, drill.id, write(LIST))
