"""Files for reviewers as XLIFF 2.0: slots are placeholders, so that translators' tools protect them.

A text with plural forms is one unit a form, `<entry>:<plural category>`. Read are files of any tool: segments that it
parted are joined, and codes are taken from the file's own data.

Source: XLIFF Version 2.0, OASIS Standard, 5 August 2014, https://docs.oasis-open.org/xliff/xliff-core/v2.0/
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from disaster_support.content.model import SOURCE_LANGUAGE
from disaster_support.content.plurals import plural_categories
from disaster_support.content.po import Translation
from disaster_support.content.review_file import PROJECT, ReviewFile, ReviewUnit
from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
_CHECKED = {"reviewed", "final"}
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


def read_xliff(data: bytes) -> ReviewFile:
    """Read what came back. Its edition is empty where it names none.

    Raises:
        UserError: it is no XML, no XLIFF, or an older XLIFF.

    """
    root = _parse(data)
    version = root.get("version", "")
    if _name(root) != "xliff" or not version.startswith("2."):
        if _name(root) == "xliff":
            sentence = _("This is XLIFF {version}. Save it as XLIFF 2.0, or export it again as XLIFF or PO.")
            raise UserError(sentence.format(version=version or "1.2"))
        raise UserError(_("This is no XLIFF file."))
    tag = root.get("trgLang", "")
    edition = next((note.text or "" for note in root.findall("{*}file/{*}notes/{*}note[@category='edition']")), "")
    return ReviewFile(tag, edition, tuple(_join(root.iter(), tag)))


def _parse(data: bytes) -> "Element":
    import defusedxml
    from defusedxml import ElementTree

    try:
        root: Element = ElementTree.fromstring(data, forbid_dtd=True)
    except (ElementTree.ParseError, defusedxml.DefusedXmlException, ValueError, LookupError) as error:
        raise UserError(_("This is no XLIFF file.")) from error
    return root


def _name(element: "Element") -> str:
    return str(element.tag).rpartition("}")[2]


def _join(elements: Iterable["Element"], tag: str) -> Iterator[ReviewUnit]:
    """Yield a text for each entry; the units of its plural forms belong together."""
    groups: dict[str, dict[str, ReviewUnit]] = {}
    for element in elements:
        if _name(element) == "unit":
            entry, _colon, category = element.get("id", "").partition(":")
            groups.setdefault(entry, {})[category] = _read_unit(entry, element)
    for entry, units in groups.items():
        first = next(iter(units.values()))
        if list(units) == [""]:
            yield first
            continue
        forms = tuple(units[one].translation.text if one in units else "" for one in _categories(tag))
        is_fuzzy = any(unit.translation.fuzzy for unit in units.values())
        translation = Translation(entry, first.translation.source, forms[-1], is_fuzzy, forms=forms)
        yield ReviewUnit(translation, first.exported)


def _categories(tag: str) -> tuple[str, ...]:
    try:
        return plural_categories(tag)
    except ValueError:
        return ("other",)  # of a language that nobody knows: the file is refused for it


def _read_unit(entry: str, unit: "Element") -> ReviewUnit:
    codes = {one.get("id", ""): "".join(one.itertext()) for one in unit.findall("{*}originalData/{*}data")}
    parts = [part for part in unit if _name(part) in ("segment", "ignorable")]
    segments = [part for part in parts if _name(part) == "segment"]
    source = "".join(_read_content(part.find("{*}source"), codes) for part in parts)
    has_target = any(part.find("{*}target") is not None for part in segments)
    text = "".join(_read_content(_target(part), codes) for part in parts) if has_target else ""
    is_checked = bool(segments) and all(part.get("state") in _CHECKED for part in segments)
    exported = unit.find("{*}notes/{*}note[@category='exported']")
    translation = Translation(entry, source, text, fuzzy=not is_checked)
    return ReviewUnit(translation, (exported.text or "") if exported is not None else "")


def _target(part: "Element") -> "Element | None":
    # What stands between segments, a space as a rule, needs no target of its own.
    target = part.find("{*}target")
    return part.find("{*}source") if target is None and _name(part) == "ignorable" else target


def _read_content(element: "Element | None", codes: Mapping[str, str]) -> str:
    return "".join(_pieces(element, codes)) if element is not None else ""


def _pieces(element: "Element", codes: Mapping[str, str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield _read_code(child, codes)
        yield child.tail or ""


def _read_code(element: "Element", codes: Mapping[str, str]) -> str:
    """Return what a code stands for: the slot, the character, or the text that a tool has marked."""
    given: Any = element.get
    match _name(element):
        case "ph":
            return codes.get(given("dataRef", "")) or str(given("equiv", ""))
        case "cp":
            return _character(given("hex", ""))
        case "pc" | "mrk":
            return _read_content(element, codes)
    return ""


def _character(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
