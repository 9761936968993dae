"""The rules that settle the direction of characters within one isolating run sequence: weak, brackets, neutral.

Source: Unicode Standard Annex #9, revision 50, https://www.unicode.org/reports/tr9/ (rule names in the comments).
"""

from dataclasses import dataclass
from functools import cache
from unicodedata import category, mirrored, normalize

ISOLATES = {"LRI", "RLI", "FSI"}
_NEUTRAL = {"B", "S", "WS", "ON", "PDI"} | ISOLATES


def side_of(level: int) -> str:
    """Return the direction of a level as a type."""
    return "R" if level % 2 else "L"


@dataclass(slots=True)
class RunSequence:
    """Characters that are resolved together, with what stands at both ends."""

    indices: list[int]
    level: int
    start: str
    end: str

    def resolve(self, text: str, types: list[str], levels: list[int]) -> None:
        """Set the levels of these characters."""
        resolved = [types[index] for index in self.indices]
        self._weak(resolved)
        self._brackets(text, types, resolved)
        self._neutral(resolved)
        for index, kind in zip(self.indices, resolved, strict=True):  # I1, I2
            levels[index] = _implicit(self.level, kind)

    def _weak(self, types: list[str]) -> None:
        """Apply W1 to W7."""
        previous = self.start
        for index, kind in enumerate(types):  # W1
            if kind == "NSM":
                types[index] = "ON" if previous in ISOLATES or previous == "PDI" else previous
            previous = types[index]
        strong = self.start
        for index, kind in enumerate(types):  # W2
            if kind in {"L", "R", "AL"}:
                strong = kind
            elif kind == "EN" and strong == "AL":
                types[index] = "AN"
        types[:] = ["R" if kind == "AL" else kind for kind in types]  # W3
        for index in range(1, len(types) - 1):  # W4
            around = {types[index - 1], types[index + 1]}
            if types[index] in {"ES", "CS"} and around == {"EN"}:
                types[index] = "EN"
            elif types[index] == "CS" and around == {"AN"}:
                types[index] = "AN"
        _terminators(types)
        types[:] = ["ON" if kind in {"ES", "ET", "CS"} else kind for kind in types]  # W6
        strong = self.start
        for index, kind in enumerate(types):  # W7
            if kind in {"L", "R"}:
                strong = kind
            elif kind == "EN" and strong == "L":
                types[index] = "L"

    def _brackets(self, text: str, original: list[str], types: list[str]) -> None:
        """Apply N0: a pair of brackets goes with what it holds, or with what is before it."""
        side = side_of(self.level)
        for opening, closing in self._bracket_pairs(text, types):
            inside = {_strong(kind) for kind in types[opening + 1 : closing]}
            if side in inside:
                found = side
            elif inside & {"L", "R"}:
                before = next((s for kind in types[:opening][::-1] if (s := _strong(kind))), self.start)
                found = before if before != side else side
            else:
                continue
            for position in (opening, closing):
                types[position] = found
                self._marks_after(position, original, types, found)

    def _marks_after(self, position: int, original: list[str], types: list[str], found: str) -> None:
        """Let the marks on a bracket go with it."""
        for mark in range(position + 1, len(types)):
            if original[self.indices[mark]] != "NSM":
                return
            types[mark] = found

    def _bracket_pairs(self, text: str, types: list[str]) -> list[tuple[int, int]]:
        """Find the pairs of brackets in this sequence, in order of the opening one (BD16)."""
        pairs: list[tuple[int, int]] = []
        waiting: list[tuple[str, int]] = []
        for position, index in enumerate(self.indices):
            if types[position] != "ON":
                continue
            character = normalize("NFC", text[index])
            if closing := _closing_bracket(character):
                if len(waiting) == 63:
                    return []
                waiting.append((closing, position))
            elif category(character) == "Pe":
                for depth in range(len(waiting) - 1, -1, -1):
                    if waiting[depth][0] == character:
                        pairs.append((waiting[depth][1], position))
                        del waiting[depth:]
                        break
        return sorted(pairs)

    def _neutral(self, types: list[str]) -> None:
        """Apply N1 and N2."""
        side = side_of(self.level)
        position = 0
        while position < len(types):
            if types[position] not in _NEUTRAL:
                position += 1
                continue
            end = position
            while end < len(types) and types[end] in _NEUTRAL:
                end += 1
            before = _strong(types[position - 1]) if position else self.start
            after = _strong(types[end]) if end < len(types) else self.end
            types[position:end] = [before if before == after else side] * (end - position)
            position = end


def _terminators(types: list[str]) -> None:
    """Let currency and percent signs beside European digits be as digits (W5)."""
    position = 0
    while position < len(types):
        end = position
        while end < len(types) and types[end] == "ET":
            end += 1
        if end > position and "EN" in (types[position - 1 : position] + types[end : end + 1]):
            types[position:end] = ["EN"] * (end - position)
        position = max(end, position + 1)


def _strong(kind: str) -> str:
    """Return L or R for a resolved type, numbers counting as R, or nothing for a neutral."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind, "")


def _implicit(level: int, kind: str) -> int:
    """Return the level of a resolved type at an embedding level (I1, I2)."""
    if level % 2:
        return level + 1 if kind in {"L", "EN", "AN"} else level
    return level + {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)


@cache
def _closing_bracket(character: str) -> str:
    """Return the bracket that closes this one, or nothing if it is no opening bracket."""
    if category(character) != "Ps" or not mirrored(character):
        return ""
    for distance in (1, 2):
        candidate = chr(ord(character) + distance)
        if category(candidate) == "Pe":
            return candidate
    return ""
