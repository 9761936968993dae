"""What goes out comes back as it was, in both forms, whatever stands in the texts."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disaster_support.content.glossary import Rules
from disaster_support.content.library import Library
from disaster_support.content.overlay import lay_over, read_overlay, write_corrections
from disaster_support.content.plurals import plural_categories
from disaster_support.content.po import Translation
from disaster_support.content.review_diff import LineState, compare, take
from disaster_support.content.review_file import ReviewFile, ReviewUnit, digest, edition_of, make_review_file
from disaster_support.content.review_po import read_po, write_po
from disaster_support.content.xliff import write_xliff
from disaster_support.content.xliff_in import read_xliff

FORMS = {"po": (write_po, read_po), "xliff": (write_xliff, read_xliff)}
_PIECES = [
    "{date}",
    "{start}",
    "{",
    "}",
    "\n",
    "\r",
    "\t",
    '"',
    "\\",
    "<",
    ">",
    "&",
    "]]>",
    "《",
    "》",
    "\u202b",
    "\u200d",
]
anything = st.lists(
    st.one_of(st.sampled_from(_PIECES), st.text(st.characters(exclude_categories=("Cs",)), max_size=6)), max_size=8
).map("".join)
said = anything.filter(bool)


@st.composite
def units(draw: st.DrawFn) -> ReviewUnit:
    count = draw(st.sampled_from([0, 0, 2]))  # plural forms of English
    forms = tuple(draw(st.lists(said, min_size=count, max_size=count)))
    text = forms[-1] if forms else draw(anything)
    is_checked = draw(st.booleans()) and bool(text)
    people = ("山田 Ann", "2026-11-23") if is_checked else ("", "")
    translation = Translation("", draw(said), text, not is_checked, *people, forms=forms)
    notes = ("Said by staff.",) if draw(st.booleans()) else ()
    return ReviewUnit(translation, digest(translation), notes, draw(st.sampled_from(["", "Yes {date} <b>"])))


def without_notes(file: ReviewFile) -> list[ReviewUnit]:
    plain = (replace(unit, notes=(), english="") for unit in file.units)
    return [replace(unit, translation=replace(unit.translation, reviewer="", reviewed_on="")) for unit in plain]


@pytest.mark.parametrize("form", FORMS)
@given(made=st.lists(units(), max_size=4))
@settings(max_examples=120, deadline=None)
def test_nothing_is_lost_whatever_stands_in_the_texts(form: str, made: list[ReviewUnit]) -> None:
    named = [replace(one, translation=replace(one.translation, entry=f"a.b_{n}")) for n, one in enumerate(made)]
    file = ReviewFile("en", "0.1.0+abc", tuple(named))
    write, read = FORMS[form]
    back = read(write(file))
    assert (back.tag, back.edition) == ("en", "0.1.0+abc")
    assert without_notes(back) == without_notes(file)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("tag", ["en", "ja-simple", "ar", "my", "vi", "ru"])
def test_what_nobody_touched_changes_nothing(form: str, tag: str, read: Library, rules: Rules) -> None:
    write, read_back = FORMS[form]
    back = read_back(write(make_review_file(read, tag, read.structure.entries, edition_of(read, tag))))
    lines = compare(back, tag, read, rules)
    assert [line.entry for line in lines] == list(read.structure.entries)
    assert {(line.state, line.reasons) for line in lines} == {(LineState.SAME, ())}
    assert back.edition == edition_of(read, tag)


_LETTERS = {
    "en": "abcXYZ é“”’\"'<>&%\\#;/",
    "ar": 'ابتثجحخدذرز ؟،؛"<>&',
    "my": 'ကခဂဃင ။၊"<>&',
    "vi": 'ăâđêôơư ắấế a\u0306o\u031b"<>',
    "ru": 'абвгдеё «»"<>&',
}


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_what_was_changed_and_accepted_arrives_exactly(
    form: str, data: st.DataObject, read: Library, rules: Rules, tmp_path_factory: pytest.TempPathFactory
) -> None:
    tag = data.draw(st.sampled_from(sorted(_LETTERS)))
    words = st.text(_LETTERS[tag], min_size=1, max_size=20).filter(str.strip)
    file = make_review_file(read, tag, ["answer.yes", "place.toilet", "place.water"], edition_of(read, tag))
    changed = []
    for unit in file.units:
        forms = tuple(f"{data.draw(words)} {{people}}\n{{start}}" for _one in unit.translation.forms)
        text = forms[-1] if forms else data.draw(words)
        told = replace(unit.translation, text=text, forms=forms, fuzzy=data.draw(st.booleans()))
        changed.append(replace(unit, translation=told))
    write, read_back = FORMS[form]
    lines = compare(read_back(write(replace(file, units=tuple(changed)))), tag, read, rules)
    taken = [line for line in lines if line.can_be_taken]
    folder = tmp_path_factory.mktemp("overlay")
    write_corrections(folder, tag, take(taken, "Ann", "2026-11-23"), read.structure.entries)
    laid = lay_over(read, read_overlay(folder, read)).texts[tag]
    sent = {unit.translation.entry: unit.translation for unit in changed}
    for line in taken:
        arrived, told = laid[line.entry], sent[line.entry]
        wanted = [unicodedata.normalize("NFC", one) for one in (told.text, *told.forms)]
        assert [arrived.text, *arrived.forms] == wanted
        assert arrived.fuzzy == told.fuzzy
        assert arrived.reviewer == ("" if told.fuzzy else "Ann")
    refused = {line.entry: line.reasons for line in lines if not line.can_be_taken and line.state != LineState.SAME}
    assert all(reasons for reasons in refused.values())
    for id_, text in read.texts.get(tag, {}).items():
        assert id_ in {line.entry for line in taken} or laid[id_] == text


@pytest.mark.parametrize("form", FORMS)
def test_readings_plurals_and_lines_survive(form: str, read: Library, rules: Rules) -> None:
    write, read_back = FORMS[form]
    for tag in ("ja-simple", "en"):
        back = read_back(write(make_review_file(read, tag, ["place.water"], "1")))
        told = back.units[0].translation
        assert (told.text, told.forms) == (read.texts[tag]["place.water"].text, read.texts[tag]["place.water"].forms)
        assert len(told.forms) == len(plural_categories(tag))
    assert "避難所《ひなんじょ》" in write(make_review_file(read, "ja-simple", ["place.shelter"], "1")).decode()


def test_files_of_a_day_are_equal(read: Library, tmp_path: Path) -> None:
    file = make_review_file(read, "en", read.structure.entries, "1")
    assert write_po(file) == write_po(file)
    assert write_xliff(file) == write_xliff(file)
