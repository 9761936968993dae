"""How numbers are read before the words that count: 1階 いっかい, 20日 はつか, 六か月 ろっかげつ."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from disaster_support.easy.tables import read_table
from disaster_support.ruby import Ruby

_DIGITS = dict(enumerate(("", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう")))
_HUNDREDS = {3: "さんびゃく", 6: "ろっぴゃく", 8: "はっぴゃく"}
_THOUSANDS = {3: "さんぜん", 8: "はっせん"}
_SHORTENED = {  # the end of a number before a counter that hardens it
    "k": {"いち": "いっ", "ろく": "ろっ", "はち": "はっ", "じゅう": "じゅっ", "ひゃく": "ひゃっ"},
    "s": {"いち": "いっ", "はち": "はっ", "じゅう": "じゅっ"},
}
_VOICED = {"ひ": "び", "は": "ば", "ほ": "ぼ", "ふ": "ぶ"}
_HARD = {"ひ": "ぴ", "は": "ぱ", "ほ": "ぽ", "ふ": "ぷ"}
_READ_WITH_ITS_COUNTER = 1000  # what is not smaller is left in digits: にせんにじゅうろく above 2026 helps nobody
_KANJI_DIGITS = "〇一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000}
_OTHER_WORDS = ("十分",)  # enough
_MONTH_BEFORE = re.compile(r"(月|毎月の?)[ 　]?$")
_NUMERATOR = re.compile("の[0-9０-９一二三四五六七八九]")
_WEEKDAY_AFTER = re.compile(r"[ 　]?[(（〔]?[月火水木金土日][)）曜]|[ 　]?付け")


@dataclass(frozen=True, slots=True)
class _Counter:
    reading: str
    change: str
    third: str
    digits: Mapping[int, str]
    whole: Mapping[int, str]


def find_numbers(text: str, edges: frozenset[int]) -> Iterator[Ruby]:
    """Read the numbers that stand before a counter, with the counter and what follows it (3か月前).

    `edges` are the places at which words begin or end: a number in kanji must begin at one and its counter end at one
    (一番 is a number, the 一 of 一緒 is none). Of a number from 1000 the counter alone is read.
    """
    for match in _pattern().finditer(text):
        number, written = match["number"], match["counter"]
        in_kanji = not number[0].isdecimal()
        if in_kanji and (match.start() not in edges or match.end("counter") not in edges):
            continue
        if match[0] in _OTHER_WORDS:
            continue
        if _is_fraction(text, match):
            yield Ruby(match.start(), match.end(), read_number(_value(number) or 0) + "ぶん")
            continue
        reading = _read_day_one(text, match) or _read(number, _counters()[written])
        start = match.start()
        if not in_kanji and (_value(number) or 0) >= _READ_WITH_ITS_COUNTER:
            start, reading = match.start("counter"), _after(_value(number) or 0, _counters()[written])
        yield _without_kana_end(Ruby(start, match.end("counter"), reading), text)
        yield from _read_tail(text, match.end("counter"), written)


def read_number(number: int) -> str:
    """Return how a number from 0 to 99,999,999 is read."""
    if not number:
        return "ぜろ"
    many, rest = divmod(number, 10_000)
    thousands, rest = divmod(rest, 1000)
    hundreds, rest = divmod(rest, 100)
    tens, ones = divmod(rest, 10)
    return (
        (read_number(many) + "まん" if many else "")
        + _unit(thousands, "せん", _THOUSANDS)
        + _unit(hundreds, "ひゃく", _HUNDREDS)
        + _unit(tens, "じゅう", {})
        + _DIGITS[ones]
    )


def read_kanji_number(written: str) -> int:
    """Return the value of a number below 10,000 in kanji: 二十四 or 二四."""
    if not any(unit in written for unit in _UNITS):
        return int("".join(str(_KANJI_DIGITS.index(one)) for one in written))
    total = digit = 0
    for one in written:
        if one in _UNITS:
            total += (digit or 1) * _UNITS[one]
            digit = 0
        else:
            digit = _KANJI_DIGITS.index(one)
    return total + digit


def _unit(count: int, unit: str, irregular: Mapping[int, str]) -> str:
    if count == 0:
        return ""
    return irregular.get(count, ("" if count == 1 else _DIGITS[count]) + unit)


def _value(written: str) -> int | None:
    """Return the number that stands there; None for 何 and 数."""
    if written in ("何", "数"):
        return None
    plain = unicodedata.normalize("NFKC", written).replace(",", "")
    return int(plain) if plain.isdecimal() else read_kanji_number(written)


def _read(written: str, counter: _Counter) -> str:
    value = _value(written)
    if value is None:
        return "すう" + counter.reading if written == "数" else "なん" + _counter_after("なん", counter)
    if value in counter.whole:
        return counter.whole[value]
    reading = _number_before(value, counter)
    return reading + _after(value, counter)


def _number_before(value: int, counter: _Counter) -> str:
    reading = read_number(value)
    last = counter.digits.get(value % 10)
    if last and value % 10:
        return reading.removesuffix(_DIGITS[value % 10]) + last
    for end, short in _SHORTENED.get("k" if counter.change in "hf" and counter.change else counter.change, {}).items():
        if reading.endswith(end):
            return reading.removesuffix(end) + short
    return reading


def _after(value: int, counter: _Counter) -> str:
    return _counter_after(_number_before(value, counter), counter)


def _counter_after(number: str, counter: _Counter) -> str:
    """Return the counter as it sounds after a number."""
    reading, first = counter.reading, counter.reading[0]
    if number.endswith(("さん", "なん")) and counter.third:
        return counter.third
    if counter.change not in ("h", "f"):
        return reading
    if number.endswith("っ") or (counter.change == "f" and number.endswith(("さん", "よん", "なん"))):
        return _HARD[first] + reading[1:]
    if counter.change == "h" and number.endswith(("さん", "せん", "ぜん", "なん")):
        return _VOICED[first] + reading[1:]
    return reading


def _read_day_one(text: str, match: re.Match[str]) -> str:
    """Return how 1日 is read: ついたち in a date, いちにち as a while; empty for another number."""
    if match["counter"] != "日" or match["number"] in ("何", "数") or _value(match["number"]) != 1:
        return ""
    is_date = _MONTH_BEFORE.search(text[: match.start()]) or _WEEKDAY_AFTER.match(text, match.end())
    return "ついたち" if is_date else "いちにち"


def _is_fraction(text: str, match: re.Match[str]) -> bool:
    return match["counter"] == "分" and bool(_NUMERATOR.match(text, match.end()))


def _without_kana_end(ruby: Ruby, text: str) -> Ruby:
    """Take hiragana at the end of the base out of it (一つ: ひと above 一)."""
    start, end, reading = ruby.start, ruby.end, ruby.reading
    while end - start > 1 and "ぁ" <= text[end - 1] <= "ゖ" and reading.endswith(text[end - 1]):
        end, reading = end - 1, reading[:-1]
    return Ruby(start, end, reading)


def _read_tail(text: str, start: int, counter: str) -> Iterator[Ruby]:
    for written, reading, after in _tails():
        if text.startswith(written, start) and (not after or counter in after):
            yield Ruby(start, start + len(written), reading)
            return


@cache
def _counters() -> Mapping[str, _Counter]:
    return {
        written: _Counter(
            one["reading"],
            one.get("change", ""),
            one.get("third", ""),
            {int(key): reading for key, reading in one.get("digits", {}).items()},
            {int(key): reading for key, reading in one.get("whole", {}).items()},
        )
        for one in read_table("counters")["counter"]
        for written in one["written"]
    }


@cache
def _tails() -> tuple[tuple[str, str, frozenset[str]], ...]:
    return tuple(
        (one["written"], one["reading"], frozenset(one.get("after", ()))) for one in read_table("counters")["tail"]
    )


@cache
def _pattern() -> re.Pattern[str]:
    counters = "|".join(sorted(map(re.escape, _counters()), key=len, reverse=True))
    number = r"[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+|[0-9０-９]{1,8}|[一二三四五六七八九十百千]+|何|数"
    return re.compile(rf"(?<![0-9０-９.,，．])(?P<number>{number})(?P<counter>{counters})")
