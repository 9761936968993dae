"""What came back is shown text by text: taken, or refused with its reason."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from disaster_support.content.glossary import Rules
from disaster_support.content.library import Library, read_library
from disaster_support.content.po import Translation
from disaster_support.content.review_diff import Line, LineState, compare
from disaster_support.content.review_file import ReviewFile, make_review_file
from disaster_support.content.review_po import read_po, write_po
from disaster_support.errors import UserError
from tests.unit.content.small_library import Folders

WATER = ("Water for {people} person.\nTime: {start}", "Water for {people} people.\nTime: {start}")


def come_back(read: Library, rules: Rules, id_: str, tag: str = "en", **changes: object) -> Line:
    """Return the line of an entry whose text came back changed, with its digest as it was exported."""
    (unit,) = make_review_file(read, tag, [id_], "1").units
    told = replace(unit.translation, **changes)  # type: ignore[arg-type]
    return compare(ReviewFile(tag, "1", (replace(unit, translation=told),)), tag, read, rules)[0]


def codes(line: Line) -> list[str]:
    return [reason.code for reason in line.reasons]


def test_states_of_what_is_right(read: Library, rules: Rules) -> None:
    assert come_back(read, rules, "answer.yes").state is LineState.SAME
    assert come_back(read, rules, "answer.yes", fuzzy=False).state is LineState.APPROVED
    assert come_back(read, rules, "answer.yes", text="Yes!").state is LineState.CHANGED
    assert come_back(read, rules, "answer.yes", text="Yes!", fuzzy=False).state is LineState.CHANGED
    assert come_back(read, rules, "answer.yes", tag="vi", text="Có").state is LineState.CHANGED
    assert come_back(read, rules, "answer.yes", tag="vi").state is LineState.SAME  # nothing was there, nothing came


@pytest.mark.parametrize(
    ("id_", "tag", "changes", "code"),
    [
        ("place.water", "en", {"forms": (WATER[0], "Water for people.\nTime: {start}")}, "slots"),
        ("place.water", "en", {"forms": (WATER[0], "Water for {persons} people.\nTime: {start}")}, "slots"),
        ("place.water", "en", {"forms": (WATER[0], "")}, "plurals"),
        ("place.water", "en", {"forms": (WATER[0],)}, "plurals"),
        ("place.water", "en", {"forms": ()}, "plurals"),
        ("answer.yes", "en", {"forms": ("Yes", "Yes")}, "plurals"),
        ("answer.yes", "en", {"text": "Да"}, "script"),
        ("answer.yes", "ar", {"text": "нет"}, "script"),
        ("answer.yes", "en", {"text": "Y\u0435s"}, "mixed"),
        ("answer.yes", "en", {"text": "Yes\u200b"}, "invisible"),
        ("answer.yes", "my", {"text": "\u1031ဟ"}, "order"),
        ("answer.yes", "en", {"text": "Yes 7"}, "numbers"),
        ("place.keep_out", "en", {"text": "Please enter"}, "negation"),
        ("place.shelter", "ja-simple", {"text": "避難所 〈みんなが にげる ところ〉"}, "reading"),
        ("answer.yes", "en", {"text": ""}, "empty"),
        ("answer.yes", "en", {"text": " \n"}, "empty"),
        ("answer.yes", "en", {"source": "はい。"}, "version"),
        ("answer.yes", "en", {"entry": "answer.si"}, "unknown"),
    ],
)
def test_refusals_name_their_reason(
    read: Library, rules: Rules, id_: str, tag: str, changes: dict[str, object], code: str
) -> None:
    line = come_back(read, rules, id_, tag, **changes)
    assert line.state is LineState.REFUSED
    assert code in codes(line)
    assert not line.can_be_taken


def test_what_a_reviewer_knows_better_is_only_remarked(read: Library, rules: Rules) -> None:
    line = come_back(read, rules, "answer.yes", text="Yes 。")
    assert (line.state, set(codes(line))) == (LineState.CHANGED, {"punctuation"})


def test_letters_apart_from_their_accents_are_put_together(read: Library, rules: Rules) -> None:
    line = come_back(read, rules, "answer.yes", tag="vi", text="Co\u0301")
    assert (line.state, line.new.text) == (LineState.CHANGED, "Có")


def test_a_fault_that_was_waived_is_no_reason(library: Folders, rules: Rules) -> None:
    library.edit_po(
        "en", '#, fuzzy\nmsgctxt "place.keep_out"', '# check-ok: negation said so\n#, fuzzy\nmsgctxt "place.keep_out"'
    )
    read = read_library(library.resources, library.translations)
    assert come_back(read, rules, "place.keep_out", text="Stay outside").state is LineState.CHANGED


def test_an_untouched_text_does_not_take_back_what_was_corrected_meanwhile(library: Folders, rules: Rules) -> None:
    sent = make_review_file(read_library(library.resources, library.translations), "en", ["answer.yes"], "1")
    library.translate("en", {"answer.yes": "Yes, please"})
    now = read_library(library.resources, library.translations)
    assert compare(read_po(write_po(sent)), "en", now, rules)[0].state is LineState.SAME
    told = replace(sent.units[0].translation, text="Yeah")
    line = compare(replace(sent, units=(replace(sent.units[0], translation=told),)), "en", now, rules)[0]
    assert (line.state, codes(line)) == (LineState.CHANGED, ["moved"])


def test_a_file_of_another_program_has_no_digests(read: Library, rules: Rules) -> None:
    line = compare(_plain_po([("answer.yes", "はい", "Yeah")]), "en", read, rules)[0]
    assert (line.state, line.reasons, line.new.fuzzy) == (LineState.CHANGED, (), False)
    assert compare(_plain_po([("answer.yes", "はい", "Yes")]), "en", read, rules)[0].state is LineState.APPROVED


def _plain_po(texts: Sequence[tuple[str, str, str]]) -> ReviewFile:
    head = 'msgid ""\r\nmsgstr ""\r\n"Language: en_US\\n"\r\n"Content-Type: text/plain; charset=UTF-8\\n"\r\n\r\n'
    body = (f'msgctxt "{id_}"\r\nmsgid ""\r\n"{ja}"\r\nmsgstr "{text}"\r\n\r\n' for id_, ja, text in texts)
    return read_po(b"\xef\xbb\xbf" + (head + "".join(body)).encode())


def test_a_po_file_says_its_language_and_edition(read: Library) -> None:
    assert (_plain_po([]).tag, _plain_po([]).edition) == ("en_US", "")
    with pytest.raises(UserError, match="line 2"):
        read_po(b'msgid ""\nmsgstr "cut off')


def test_a_po_export_tells_translators_what_they_need(read: Library) -> None:
    text = write_po(make_review_file(read, "ja-simple", ["place.water"], "0.1.0+abc")).decode()
    for line in (
        '"Project-Id-Version: disaster-support-library 0.1.0+abc\\n"',
        '"Language: ja@simple\\n"',
        "#. English: Water for {people} people. / Time: {start}",
        "#. Notice: water for so many people.",
        "#, fuzzy",
        'msgctxt "place.water"',
        'msgid_plural "',
        'msgstr[0] "',
    ):
        assert line in text


def test_what_is_checked_says_by_whom(read: Library) -> None:
    checked = Translation("answer.yes", "はい", "Yes", False, "Ann Lee", "2026-11-23")
    texts = {**read.texts, "en": {**read.texts["en"], "answer.yes": checked}}
    text = write_po(make_review_file(replace(read, texts=texts), "en", ["answer.yes"], "1")).decode()
    assert "# reviewed: Ann Lee; 2026-11-23" in text
    assert "fuzzy" not in text
