"""A language's search keys as one string, which is looked through at the speed of the processor, not of Python."""

from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

_BETWEEN = "\t"  # in no key: folding leaves no such character
_FEW = 300  # keys: so many are looked at one by one in the time that the whole string takes


def join_keys(keys: Iterable[str]) -> str:
    """Return the keys of all entries, in library order, as one string; an entry without a text has an empty key."""
    return _BETWEEN.join(keys)


@dataclass(frozen=True)
class SearchKeys:
    """The keys of a language, of which each has its entry's number in library order."""

    text: str

    @cached_property
    def _starts(self) -> list[int]:
        """Where each key begins, and where one more would; made when the language first has what is looked for."""
        return [0, *accumulate(len(key) + 1 for key in self.text.split(_BETWEEN))]

    def has(self, number: int, part: str) -> bool:
        """Whether the key of this number has this part."""
        return self.text.find(part, self._starts[number], self._starts[number + 1]) >= 0

    def find(self, part: str, among: Collection[int]) -> list[int]:
        """Return the numbers, of those given, whose keys have this part."""
        if len(among) < _FEW:
            return [number for number in among if self.has(number, part)]
        return [number for number in self._find_all(part) if number in among]

    def _find_all(self, part: str) -> list[int]:
        text, starts, found = self.text, self._starts, []
        place = text.find(part)
        while place >= 0:
            number = bisect_right(starts, place)
            found.append(number - 1)
            place = text.find(part, starts[number])
        return found
