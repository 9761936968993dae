"""XLIFF 2.0 as the standard has it, and as other programs write it."""

import re
from xml.etree import ElementTree

import pytest

from disaster_support.content.library import Library
from disaster_support.content.review_file import ReviewFile, make_review_file
from disaster_support.content.xliff import NAMESPACE, write_xliff
from disaster_support.content.xliff_in import read_xliff
from disaster_support.errors import UserError

NS = {"x": NAMESPACE}
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
NMTOKEN = re.compile(r"[A-Za-z0-9._:-]+")


def write(read: Library, tag: str) -> ElementTree.Element:
    return ElementTree.fromstring(write_xliff(make_review_file(read, tag, read.structure.entries, "0.1.0+abc")))


@pytest.mark.parametrize("tag", ["en", "ja-simple", "ar", "vi"])
def test_a_file_keeps_the_rules_of_the_standard(tag: str, read: Library) -> None:
    root = write(read, tag)
    assert root.tag == f"{{{NAMESPACE}}}xliff"
    assert (root.get("version"), root.get("srcLang"), root.get("trgLang")) == ("2.0", "ja", tag)
    ids = [unit.get("id") or "" for unit in root.iterfind("x:file/x:unit", NS)]
    assert len(set(ids)) == len(ids) >= len(read.structure.entries)
    assert all(NMTOKEN.fullmatch(id_) for id_ in ids)
    for unit in root.iterfind("x:file/x:unit", NS):
        names = [child.tag.removeprefix(f"{{{NAMESPACE}}}") for child in unit]
        assert names == [one for one in ("notes", "originalData", "segment") if one in names]  # in this order
        segment = unit.find("x:segment", NS)
        assert segment is not None
        assert [child.tag.removeprefix(f"{{{NAMESPACE}}}") for child in segment] in (["source"], ["source", "target"])
        has_target = segment.find("x:target", NS) is not None
        assert segment.get("state") in (("translated", "reviewed", "final") if has_target else ("initial",))
        assert all(one.get(XML_SPACE) == "preserve" for one in segment)
        _check_codes(unit, segment)


def _check_codes(unit: ElementTree.Element, segment: ElementTree.Element) -> None:
    data = {one.get("id"): one.text for one in unit.iterfind("x:originalData/x:data", NS)}
    of_source = [code.get("id") for code in segment.iterfind("x:source/x:ph", NS)]
    of_target = [code.get("id") for code in segment.iterfind("x:target/x:ph", NS)]
    assert len(set(of_source)) == len(of_source)
    assert set(of_target) <= set(of_source)
    for code in segment.iterfind("*/x:ph", NS):
        assert data[code.get("dataRef")] == code.get("equiv")
        assert code.get("canDelete") == "no"


def test_translators_see_what_they_need(read: Library) -> None:
    root = write(read, "ja-simple")
    unit = root.find("x:file/x:unit[@id='place.keep_out']", NS)
    assert unit is not None
    notes = {note.get("category"): note.text for note in unit.iterfind("x:notes/x:note", NS)}
    assert notes["english"] == "Do not enter"
    assert "Sign at a door." in [note.text for note in unit.iterfind("x:notes/x:note", NS)]
    edition = root.find("x:file/x:notes/x:note[@category='edition']", NS)
    assert edition is not None
    assert edition.text == "0.1.0+abc"


def test_each_plural_form_is_a_unit(read: Library) -> None:
    ids = [unit.get("id") for unit in write(read, "ru").iterfind("x:file/x:unit", NS)]
    assert [id_ for id_ in ids if id_ and id_.startswith("place.water")] == [
        "place.water:one",
        "place.water:few",
        "place.water:many",
        "place.water:other",
    ]


def from_another(content: str, version: str = "2.0", tag: str = "en") -> ReviewFile:
    text = f"<xliff xmlns='{NAMESPACE}' version='{version}' srcLang='ja' trgLang='{tag}'><file id='f1'>{content}"
    return read_xliff(f"{text}</file></xliff>".encode())


def test_segments_that_a_tool_parted_are_joined() -> None:
    file = from_another(
        "<group id='g'><unit id='a'><segment state='final'><source>はい。</source><target>Yes.</target></segment>"
        "<ignorable><source> </source></ignorable>"
        "<segment state='reviewed'><source>いいえ。</source><target>No.</target></segment></unit></group>",
        version="2.1",
    )
    translation = file.units[0].translation
    assert (translation.source, translation.text, translation.fuzzy) == ("はい。 いいえ。", "Yes. No.", False)


def test_a_text_is_checked_only_when_all_of_it_is() -> None:
    file = from_another(
        "<unit id='a'><segment state='final'><source>は</source><target>Y</target></segment>"
        "<segment state='translated'><source>い</source><target>es</target></segment></unit>"
        "<unit id='b'><segment><source>は</source><target>Y</target></segment></unit>"
    )
    assert [unit.translation.fuzzy for unit in file.units] == [True, True]


def test_codes_and_marks_of_other_tools_are_read() -> None:
    file = from_another(
        "<unit id='a'><originalData><data id='d1'>{date}</data></originalData>"
        "<segment state='final'><source>日：<ph id='1' dataRef='d1'/></source>"
        "<target>On <ph id='1' dataRef='d1'/> <mrk id='m1' translate='no'>in <pc id='2'>Tokyo</pc></mrk>"
        "<sc id='3'/>!<cp hex='0007'/><ph id='4' equiv='{place}'/></target></segment></unit>"
    )
    assert file.units[0].translation.text == "On {date} in Tokyo!\a{place}"


def test_a_unit_without_a_target_has_no_text() -> None:
    file = from_another("<unit id='a'><segment><source>は</source></segment></unit>")
    assert file.units[0].translation.text == ""


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'/>", "XLIFF 1.2. Save it as XLIFF 2.0"),
        (b"<html/>", "no XLIFF file"),
        (b"<xliff", "no XLIFF file"),
        (b"", "no XLIFF file"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><xliff version="2.0">&a;</xliff>', "no XLIFF file"),
    ],
)
def test_what_is_none_is_refused_in_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(UserError, match=words) as error:
        read_xliff(data)
    assert "\n" not in str(error.value)
