"""A language's search keys: one string, which is looked through at the speed of the processor, not of Python."""

from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

_BETWEEN = "\t"  # in no key: folding leaves no such character
_FEW = 300  # keys: so many are looked into one by one in the time that the whole string takes


def join_keys(keys: Iterable[str]) -> str:
    """Return the keys of all entries, in library order, as one string; an entry without a text has an empty key."""
    return _BETWEEN.join(keys)


@dataclass(frozen=True)
class SearchKeys:
    """The keys of a language, of which each has its entry's number in library order."""

    text: str

    @cached_property
    def keys(self) -> list[str]:
        """The keys by number; made when the language first has what is looked for."""
        return self.text.split(_BETWEEN)

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(len(key) + 1 for key in self.keys))

    def find(self, part: str, among: Collection[int]) -> list[int]:
        """Return the numbers, of those given, whose keys have this part."""
        if len(among) < _FEW:
            keys = self.keys
            return [number for number in among if part in keys[number]]
        return [number for number in self._find_all(part) if number in among]

    def _find_all(self, part: str) -> list[int]:
        text, ends, found = self.text, self._ends, []
        place = text.find(part)
        while place >= 0:
            number = bisect_right(ends, place)
            found.append(number)
            place = text.find(part, ends[number])
        return found
