"""Names for invented people: groups of common names, and how families of each country share them.

The names stand in `resources/sample/names.toml`, which also says what its fields mean.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, TypeVar

from disaster_support.content.fold import fold
from disaster_support.features.reception.model import Sex

T = TypeVar("T")


class Word(NamedTuple):
    """One part of a name."""

    written: str  # in its own script
    latin: str  # as in a passport: capital letters without accents
    kana: str  # katakana, as Japanese forms ask for


class FullName(NamedTuple):
    """A whole name, in its own script, as on a residence card (family name first), and in katakana."""

    written: str
    latin: str
    kana: str


class Member(NamedTuple):
    """Somebody of a household who wants a name."""

    sex: Sex  # Sex.FEMALE or Sex.MALE: names go by these two
    is_child: bool = False  # of the household's adults
    is_elder: bool = False  # the mother or father of one of them


Words = Mapping[Sex, Sequence[Word]]  # of the same length for both sexes: word i is the same name


@dataclass(frozen=True, slots=True)
class Group:
    """People who share names, a language and a nationality."""

    id: str
    country: str  # ISO 3166-1 alpha-2
    language: str  # BCP 47
    script: str  # ISO 15924
    residents: float  # thousands, in Japan
    order: str
    join: str
    family_rule: str
    given_names: Sequence[int]  # how many given names, by chance
    alone: float  # share of households of one
    also: Sequence[str]  # further languages
    japanese: Sequence[int]  # parts: fluent, Easy Japanese, slowly, reading only, hardly at all
    families: Words
    middles: Words
    given: Words


def read_groups(folder: Path) -> tuple[Group, ...]:
    """Read the groups of `names.toml` in the folder."""
    tables = tomllib.loads((folder / "names.toml").read_text(encoding="utf-8"))["group"]
    return tuple(_read_group(table) for table in tables)


def pick(dice: Random, choices: Sequence[T]) -> T:
    """Return one of the choices. `Random.random` alone is promised to give the same for a seed in every Python."""
    return choices[int(dice.random() * len(choices))]


def name_household(group: Group, members: Sequence[Member], dice: Random) -> list[FullName]:
    """Name the members of a household as families of the group do; no two have the same given name."""
    taken: set[Word] = set()
    given = [_pick_given(group, member.sex, taken, dice) for member in members]
    families = _share_families(group, members, given, dice)
    return [
        _put_together(group, member.sex, words, family, dice)
        for member, words, family in zip(members, given, families, strict=True)
    ]


def _read_group(table: Mapping[str, Any]) -> Group:
    given = {sex: [_read_word(text, 0) for text in table[sex]] for sex in (Sex.FEMALE, Sex.MALE)}
    families = table.get("family", [])
    is_from_given = table["family_rule"] == "father" and not families
    return Group(
        **{key: table[key] for key in ("id", "country", "language", "script", "residents", "order", "family_rule")},
        **{key: table[key] for key in ("alone", "also", "japanese")},
        join=table.get("join", " "),
        given_names=table.get("given_names", [1]),
        families=dict.fromkeys(given, given[Sex.MALE]) if is_from_given else _read_words(families),
        middles=_read_words(table.get("middle", [])),
        given=given,
    )


def _read_words(texts: Sequence[str]) -> Words:
    return {sex: [_read_word(text, side) for text in texts] for side, sex in enumerate((Sex.MALE, Sex.FEMALE))}


def _read_word(text: str, side: int) -> Word:
    if not text:
        return Word("", "", "")  # of middle names: none
    written, *latin, kana = [part.split("/")[min(side, part.count("/"))] for part in text.split("|")]
    return Word(written, latin[0].upper() if latin else fold(written).upper(), kana)


def _pick_given(group: Group, sex: Sex, taken: set[Word], dice: Random) -> list[Word]:
    words: list[Word] = []
    for _number in range(pick(dice, group.given_names)):
        free = [word for word in group.given[sex] if word not in taken]
        words.append(pick(dice, free))
        taken.add(words[-1])
    return words


def _share_families(
    group: Group, members: Sequence[Member], given: Sequence[Sequence[Word]], dice: Random
) -> list[tuple[int, ...]]:
    """Return for each member which of the group's family names are theirs."""
    count = len(group.families[Sex.MALE])
    if not count:
        return [()] * len(members)
    shared = int(dice.random() * count)
    own = [_draw_families(group, shared, count, dice) for _member in members]
    adults = {member.sex: place for place, member in enumerate(members) if not (member.is_child or member.is_elder)}
    parents = [adults[sex] for sex in (Sex.MALE, Sex.FEMALE) if sex in adults]
    return [
        _inherit(group, parents, own, given) if member.is_child else families
        for member, families in zip(members, own, strict=True)
    ]


def _draw_families(group: Group, shared: int, count: int, dice: Random) -> tuple[int, ...]:
    if group.family_rule == "shared":
        return (shared,)
    first, second = int(dice.random() * count), int(dice.random() * count)
    return (first, second) if group.family_rule == "both" else (first,)


def _inherit(
    group: Group, parents: Sequence[int], own: Sequence[tuple[int, ...]], given: Sequence[Sequence[Word]]
) -> tuple[int, ...]:
    """Return the family names of the children of these parents, the father first where he is there."""
    if group.family_rule == "both" and len(parents) == 2:
        return own[parents[0]][0], own[parents[1]][0]
    if group.family_rule == "father" and given[parents[0]][0] in group.given[Sex.MALE]:
        return (group.given[Sex.MALE].index(given[parents[0]][0]),)
    return own[parents[0]]


def _put_together(group: Group, sex: Sex, given: Sequence[Word], families: Sequence[int], dice: Random) -> FullName:
    family = [group.families[sex][place] for place in families]
    middle = [word for word in (pick(dice, group.middles[sex]),) if word.written] if group.middles[sex] else []
    if group.order == "mother":
        family.reverse()
    is_family_first = group.order == "family"
    spoken = [*family, *middle, *given] if is_family_first else [*given, *middle, *family]
    card = spoken if is_family_first else [*family, *given, *middle]
    return FullName(
        group.join.join(word.written for word in spoken),
        " ".join(word.latin for word in card),
        " ".join(word.kana for word in spoken),
    )
