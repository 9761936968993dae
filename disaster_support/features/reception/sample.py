"""Invented people for trials and drills, in the rows of the documented CSV: many scripts, likely families and needs.

Everything is drawn with one seed: the same seed gives the same bytes, in every version of Python and on every system.
What can be drawn stands in `resources/sample/`; nobody in it is real, and neither are the town and the telephones.
"""

import csv
import io
import tomllib
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import accumulate, count
from pathlib import Path
from random import Random
from typing import Any

from disaster_support.features.reception.columns import COLUMNS, CONSENT_COLUMNS, NEED_COLUMNS
from disaster_support.features.reception.model import Level, NeedState, Sex, Unanswered
from disaster_support.features.reception.sample_names import (
    FullName,
    Group,
    Member,
    name_household,
    pick,
    read_groups,
)
from disaster_support.files import write_whole

Row = dict[str, str]

_SHOWN = {"day": 10, "month": 7, "year": 4}  # letters of an ISO date
_EMPTY: Row = dict.fromkeys(COLUMNS, "")
_YEAR = timedelta(days=365.2425)
_SCHOOL, _ADULT = 6, 18  # years of age


@dataclass(frozen=True, slots=True)
class _Somebody:
    """What is decided of a person before the form is filled in."""

    group: Group
    member: Member
    name: FullName
    age: int


class _Parts:
    """Choices with parts: how often each comes in a hundred draws or so."""

    def __init__(self, parts: Mapping[Any, float]) -> None:
        self._choices = list(parts)
        self._bounds = list(accumulate(parts.values()))

    def draw(self, dice: Random) -> Any:
        return self._choices[bisect(self._bounds, dice.random() * self._bounds[-1])]


_BIRTH = _Parts({"day": 78, "year": 8, "month": 2, "age": 6, Unanswered.UNKNOWN: 2, Unanswered.DECLINED: 1, "": 3})
_SEX = _Parts({"same": 93, Sex.OTHER: 1, Unanswered.DECLINED: 2, "": 4})
_TELLING = _Parts({"": 30, "voice": 35, "voice;text": 20, "text": 10, "pictures;voice": 4, "sign": 1})
_KANA = _Parts({"told": 70, "": 28, Unanswered.UNKNOWN: 2})
_ANSWER = _Parts({NeedState.NO: 80, "": 16, NeedState.UNKNOWN: 2, NeedState.DECLINED: 2})
_LEVELS = (Level.FLUENT, Level.EASY_JA, Level.SLOW, Level.READS, None)


def invent_people(people: int, seed: int, today: date, folder: Path) -> Iterator[Row]:
    """Yield so many invented people, household by household, as rows of the documented CSV.

    Args:
        people: how many rows.
        seed: the same seed gives the same people.
        today: the day of the drill; they came in the three days before it.
        folder: `resources/sample`.

    """
    dice = Random(seed)
    town = _Town(folder, today)
    numbers = count(1)
    left = people
    while left > 0:
        for group in town.deal(dice):
            rows = town.invent_household(group, f"H{next(numbers)}", dice)[:left]
            yield from rows
            left -= len(rows)
            if left <= 0:
                return


def write_people(path: Path, rows: Iterable[Mapping[str, str]]) -> None:
    """Write the rows as the documented CSV, in UTF-8 with a mark so that spreadsheets see it.

    Raises:
        UserError: the file cannot be written.

    """
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    write_whole(path, text.getvalue().encode("utf-8-sig"))


class _Town:
    """Everything that is drawn from, read once."""

    def __init__(self, folder: Path, today: date) -> None:
        self._facts = tomllib.loads((folder / "town.toml").read_text(encoding="utf-8"))
        self._today = today
        self._deck = _build_deck(read_groups(folder), self._facts["households"], self._facts["japanese"])
        self._sizes = _Parts({size: parts for size, parts in enumerate(self._facts["sizes"]) if parts})
        self._states = _Parts(self._facts["states"])
        self._needs: dict[tuple[int, Sex], list[tuple[str, float, Sequence[str]]]] = {}

    def deal(self, dice: Random) -> list[Group]:
        """Return the groups of the next households, shuffled."""
        deck = list(self._deck)
        for place in range(len(deck) - 1, 0, -1):
            other = int(dice.random() * (place + 1))
            deck[place], deck[other] = deck[other], deck[place]
        return deck

    def invent_household(self, group: Group, label: str, dice: Random) -> list[Row]:
        """Return the rows of one household."""
        shared = self._invent_shared(group, dice) | {"household": label}
        diet = self._draw_diet(group, dice)
        return [_EMPTY | shared | self._invent_person(one, diet, dice) for one in self._invent_family(group, dice)]

    def _invent_family(self, group: Group, dice: Random) -> list[_Somebody]:
        size = 1 if dice.random() < group.alone else self._sizes.draw(dice)
        members, ages = _draw_members(size, group.country == "JP", dice)
        names = name_household(group, members, dice)
        return [_Somebody(group, *one) for one in zip(members, names, ages, strict=True)]

    def _invent_shared(self, group: Group, dice: Random) -> Row:
        facts = self._facts
        state = self._states.draw(dice)
        minutes = int(dice.random() * 3 * 24 * 60)
        arrived = datetime.combine(self._today, time()) - timedelta(minutes=1 + minutes)
        street = f"{1 + int(dice.random() * 6)}丁目{1 + int(dice.random() * 30)}-{1 + int(dice.random() * 20)}"
        building = f" {pick(dice, facts['buildings'])}{pick(dice, '123')}0{pick(dice, '12345')}"
        address = facts["town"] + pick(dice, facts["districts"]) + street + building * (dice.random() < group.alone)
        return {
            "nationality": group.country if dice.random() < 0.96 else "",
            "address": address if dice.random() < 0.9 else pick(dice, ("", "", *Unanswered)),
            "room": pick(dice, facts["rooms"]) if state != "expected" else "",
            "state": state,
            "arrived_at": arrived.isoformat(timespec="minutes") if state != "expected" else "",
        }

    def _draw_diet(self, group: Group, dice: Random) -> str:
        diet, share = self._facts["customs"].get(group.id, ("", 0.0))
        return diet if dice.random() < share else ""

    def _invent_person(self, one: _Somebody, diet: str, dice: Random) -> Row:
        sex = _SEX.draw(dice)
        kana = _KANA.draw(dice)
        return {
            "name": one.name.written,
            "kana": one.name.kana if kana == "told" else kana,
            "latin": one.name.latin if one.group.country != "JP" and dice.random() < 0.85 else "",
            "sex": one.member.sex if sex == "same" else sex,
            "languages": _write_languages(one, dice),
            "telling": _TELLING.draw(dice) if one.age >= _SCHOOL else "",
            **self._write_birth(one.age, dice),
            **self._write_reach(one, dice),
            **self._write_needs(one, diet, dice),
            **self._write_consents(dice),
        }

    def _write_birth(self, age: int, dice: Random) -> Row:
        known = _BIRTH.draw(dice)
        if known == "age":
            return {"age_years": str(age), "age_on": self._today.isoformat()}
        born = self._today - age * _YEAR - timedelta(days=1 + int(dice.random() * 364))
        return {"birth": born.isoformat()[: _SHOWN[known]] if known in _SHOWN else known}

    def _write_reach(self, one: _Somebody, dice: Random) -> Row:
        facts, row = self._facts, {}
        alias = one.name.latin.split(" ")[-1].lower()
        if one.age >= _ADULT and dice.random() < 0.85:
            row["phone"] = f"{pick(dice, facts['phones'])}{int(dice.random() * 10_000):04}"
        if one.age >= _ADULT and dice.random() < 0.15:
            row["contact"] = pick(dice, facts["contacts"]).format(latin=alias)
        if one.group.country != "JP" and dice.random() < 0.06:
            row["other_names"] = alias.capitalize()
        if dice.random() < 0.1:
            row["notify"] = pick(dice, facts["notify"])
        if dice.random() < 0.06:
            row["note"] = pick(dice, facts["notes"])
        return row

    def _write_needs(self, one: _Somebody, diet: str, dice: Random) -> Row:
        if dice.random() < 0.15:  # arrived in a rush: nothing was asked
            return {}
        row = {column: _ANSWER.draw(dice) for column in NEED_COLUMNS}
        for column, rate, details in self._list_needs(one.age, one.member.sex):
            if dice.random() < rate:
                row[column] = f"yes: {pick(dice, details)}"
        if diet:
            row["need_diet"] = f"yes: {diet}"
            if diet == "halal" and one.age >= _SCHOOL and dice.random() < 0.5:
                row["need_prayer"] = "yes"
        return row

    def _list_needs(self, age: int, sex: Sex) -> list[tuple[str, float, Sequence[str]]]:
        """Return the column, the rate and the details of each need that people of this age and sex may have."""
        if (age, sex) not in self._needs:
            self._needs[age, sex] = [
                (f"need_{need['kind']}", need["rate"], need["details"])
                for need in self._facts["need"]
                if need["ages"][0] <= age <= need["ages"][1] and need.get("sex", sex) == sex
            ]
        return self._needs[age, sex]

    def _write_consents(self, dice: Random) -> Row:
        if dice.random() < 0.2:
            return {}
        return {
            column: "yes" if dice.random() < self._facts["consents"][audience] else "no"
            for column, audience in CONSENT_COLUMNS.items()
        }


def _build_deck(groups: Sequence[Group], households: int, japanese: int) -> list[Group]:
    """Return the groups of so many households: the Japanese share, one of every other, the rest by their numbers."""
    home, *others = sorted(groups, key=lambda group: group.country != "JP")
    rest = households - japanese - len(others)
    total = sum(group.residents for group in others)
    shares = [rest * group.residents / total for group in others]
    by_fraction = sorted(range(len(others)), key=lambda place: shares[place] % 1, reverse=True)
    extra = set(by_fraction[: rest - sum(int(share) for share in shares)])
    deck = [home] * japanese
    for place, group in enumerate(others):
        deck += [group] * (1 + int(shares[place]) + (place in extra))
    return deck


def _draw_members(size: int, is_japanese: bool, dice: Random) -> tuple[list[Member], list[int]]:
    """Return a household of this size: one or two adults, their children, sometimes a grandmother; and their ages."""
    sexes = (Sex.FEMALE, Sex.MALE) if dice.random() < 0.5 else (Sex.MALE, Sex.FEMALE)
    has_couple = size > 1 and dice.random() < (0.75 if size == 2 else 0.88)
    has_elder = size > 3 and dice.random() < 0.2
    children = size - 1 - has_couple - has_elder
    oldest = (93 if is_japanese else 55) if not children else 52
    age = 20 + int((oldest - 20) * dice.random())
    members, ages = [Member(sexes[0])], [age]
    if has_couple:
        members.append(Member(sexes[1]))
        ages.append(max(_ADULT, age - 5 + int(dice.random() * 11)))
    for _child in range(children):
        members.append(Member(pick(dice, sexes), is_child=True))
        ages.append(int(dice.random() * min(22, min(ages[: 1 + has_couple]) - 17)))
    if has_elder:
        members.append(Member(Sex.FEMALE, is_elder=True))
        ages.append(min(98, age + 20 + int(dice.random() * 15)))
    return members, ages


def _write_languages(one: _Somebody, dice: Random) -> str:
    """Return the languages of a person as the CSV writes them: `vi=interpreter;ja=slow`."""
    own = one.group.language
    if own == "ja" or one.age < 3:
        return own if one.age < 3 else f"ja={Level.FLUENT}"
    parts = {level: share for level, share in zip(_LEVELS, one.group.japanese, strict=True) if share}
    learns_at_school = _SCHOOL <= one.age < _ADULT and dice.random() < 0.6
    level = Level.FLUENT if learns_at_school else _Parts(parts).draw(dice)
    needs_interpreter = level in (Level.READS, None) or (level is Level.SLOW and dice.random() < 0.5)
    spoken = [f"{own}={Level.INTERPRETER if needs_interpreter else Level.FLUENT}"]
    spoken += [f"ja={level}"] * (level is not None)
    if one.group.also and dice.random() < 0.35:
        spoken.append(f"{pick(dice, one.group.also)}={Level.SLOW}")
    return ";".join(spoken)
