"""Reading XLIFF 2 that came back from a reviewer, of any tool.

Segments that a tool parted are joined again, and codes are taken from the file's own data.

Source: XLIFF Version 2.0, OASIS Standard, 5 August 2014, https://docs.oasis-open.org/xliff/xliff-core/v2.0/
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from disaster_support.content.plurals import plural_categories
from disaster_support.content.po import Translation
from disaster_support.content.review_file import ReviewFile, ReviewUnit
from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CHECKED = {"reviewed", "final"}


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
    match _name(element):
        case "ph":
            return codes.get(element.get("dataRef", "")) or element.get("equiv") or ""
        case "cp":
            return _character(element.get("hex", ""))
        case "pc" | "mrk":
            return _read_content(element, codes)
    return ""


def _character(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
