"""Bytes of a list from somewhere to text: which of the encodings of Japanese files it is."""

import codecs
import re

from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What a wrong guess leaves behind: replacements, private characters, controls, a half-width kana in a Latin word.
_WRONG = re.compile("[\ufffd\ue000-\uf8ff\x80-\x9f]|(?<=[A-Za-z])[\uff61-\uff9f]")
_UNLIKELY = re.compile("[\uff61-\uff9f]")  # half-width kana: real in old files, and what EUC-JP looks like as CP932
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f]")
# The JIS encodings and Windows call the same character by two code points; spreadsheets hold those of Windows.
_AS_WINDOWS = str.maketrans("〜−‖—¢£¬", "～－∥―￠￡￢")
_SAMPLE = 200_000  # bytes: enough to tell encodings apart, quick on a large file


def decode(data: bytes) -> tuple[str, bool]:
    """Return the text of a file, and whether characters were lost in reading it.

    Takes UTF-8 and UTF-16 with or without a mark, CP932 with NEC's and IBM's characters, EUC-JP, ISO-2022-JP, and
    Windows' Western encoding as a last resort.

    Raises:
        UserError: it is no text.

    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            text = data.decode(encoding, "replace")
            return text, "\ufffd" in text
    encoding = _guess_wide(data) or _guess(data)
    text = data.decode(encoding, "replace")
    controls = len(_CONTROLS.findall(text[:_SAMPLE])) + text[:_SAMPLE].count("\0")
    if controls > len(text[:_SAMPLE]) / 50 or text[:4] in ("%PDF", "{\\rt"):
        raise UserError(_("This file is no list: save it as CSV or XLSX and choose that."))
    if encoding in ("euc_jis_2004", "iso2022_jp_2"):
        text = text.translate(_AS_WINDOWS)
    return text, "\ufffd" in text


def _guess_wide(data: bytes) -> str | None:
    sample = data[:2000]
    half = len(sample) // 2
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        # Commas and line ends are ASCII: their other byte is zero. In any other text there are no zeros.
        if half and zeros.count(0) > half / 10 and zeros.count(0) > 4 * (sample.count(0) - zeros.count(0)):
            return encoding
    return None


def _guess(data: bytes) -> str:
    if b"\x1b$" in data[:_SAMPLE] and data[:_SAMPLE].isascii():
        return "iso2022_jp_2"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        sample = data[:_SAMPLE]
        return min(("utf-8", "cp1252", "cp932", "euc_jis_2004"), key=lambda encoding: _suspicion(sample, encoding))
    return "utf-8"


def _suspicion(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, "replace")
    beyond = [letter for letter in text if letter > "\x7f"]
    if not beyond:
        return 0
    if encoding == "cp1252":  # Western text is small letters among ASCII; Japanese read as such is signs and capitals
        wrong = sum(0 if letter.islower() else 0.5 if letter.isalpha() else 1 for letter in beyond)
        wrong += 0.3 * max(0, 4 * len(beyond) - len(text))
    else:
        wrong = len(_WRONG.findall(text)) + 0.25 * len(_UNLIKELY.findall(text))
    return wrong / len(beyond)
