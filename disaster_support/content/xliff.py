"""Files for reviewers as XLIFF 2.0: slots are placeholders, so that translators' tools protect them.

A text with plural forms is one unit a form, `<entry>:<plural category>`. `xliff_in` reads what comes back.

Source: XLIFF Version 2.0, OASIS Standard, 5 August 2014, https://docs.oasis-open.org/xliff/xliff-core/v2.0/
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from disaster_support.content.model import SOURCE_LANGUAGE
from disaster_support.content.plurals import plural_categories
from disaster_support.content.po import Translation
from disaster_support.content.review_file import PROJECT, ReviewFile, ReviewUnit

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
# A slot with a name that can be an id; or what XML cannot hold, and CR, which it would not keep.
_CODE = re.compile(r"\{([A-Za-z_]\w*)\}|([^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff])", re.ASCII)


def write_xliff(file: ReviewFile) -> bytes:
    """Return the file as XLIFF 2.0; the edition stands in a note of category `edition`."""
    from xml.etree import ElementTree

    root = ElementTree.Element(
        "xliff", {"xmlns": NAMESPACE, "version": "2.0", "srcLang": SOURCE_LANGUAGE, "trgLang": file.tag}
    )
    root.text = "\n"
    body = _add(root, "file", id="library", original=PROJECT)
    _add_notes(body, [("edition", file.edition)])
    for unit in file.units:
        for id_, text in _forms(file.tag, unit.translation):
            _add_unit(body, id_, text, unit)
    written: bytes = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"


def _forms(tag: str, translation: Translation) -> Iterable[tuple[str, str]]:
    if not translation.forms:
        return [(translation.entry, translation.text)]
    ids = (f"{translation.entry}:{category}" for category in plural_categories(tag))
    return zip(ids, translation.forms, strict=True)


def _add_unit(body: "Element", id_: str, text: str, unit: ReviewUnit) -> None:
    translation = unit.translation
    element = _add(body, "unit", id=id_, name=translation.entry, canResegment="no")
    notes = [("english", unit.english), *(("instruction", note) for note in unit.notes), ("exported", unit.exported)]
    if not translation.fuzzy:
        notes.append(("reviewed", f"{translation.reviewer}; {translation.reviewed_on}"))
    _add_notes(element, [(category, note) for category, note in notes if note])
    slots = dict.fromkeys(code[1] for code in _CODE.finditer(translation.source + text) if code[1])
    if slots:
        data = _add(element, "originalData")
        for name in slots:
            _add(data, "data", id=name).text = f"{{{name}}}"
    state = "initial" if not text else "translated" if translation.fuzzy else "reviewed"
    segment = _add(element, "segment", state=state)
    _add_content(segment, "source", translation.source)
    if text:
        _add_content(segment, "target", text)


def _add(parent: "Element", name: str, /, **attributes: str) -> "Element":
    from xml.etree.ElementTree import SubElement

    element = SubElement(parent, name, attributes)
    element.tail = "\n"
    return element


def _add_notes(parent: "Element", notes: Iterable[tuple[str, str]]) -> None:
    element = _add(parent, "notes")
    for category, words in notes:
        _add(element, "note", category=category).text = words


def _add_content(segment: "Element", name: str, text: str) -> None:
    """Add a text; slots have placeholders, with ids that are the same in source and target."""
    element = _add(segment, name, **{"xml:space": "preserve"})
    done, seen, last = 0, dict[str, int](), None
    for code in _CODE.finditer(text):
        _append(element, last, text[done : code.start()])
        last = _add_slot(element, code[1], seen) if code[1] else _add_character(element, code[2])
        done = code.end()
    _append(element, last, text[done:])


def _append(element: "Element", last: "Element | None", text: str) -> None:
    if last is None:
        element.text = (element.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _add_slot(element: "Element", name: str, seen: dict[str, int]) -> "Element":
    from xml.etree.ElementTree import SubElement

    seen[name] = seen.get(name, 0) + 1
    id_ = name if seen[name] == 1 else f"{name}.{seen[name]}"
    shown = f"{{{name}}}"
    return SubElement(element, "ph", id=id_, dataRef=name, equiv=shown, disp=shown, canDelete="no")


def _add_character(element: "Element", letter: str) -> "Element":
    from xml.etree.ElementTree import SubElement

    return SubElement(element, "cp", hex=f"{ord(letter):04X}")
