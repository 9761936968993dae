"""Embedding levels of text that mixes directions, and the order in which the pieces of a line are drawn.

python-bidi gives the reordered text but not the levels that shaping needs, and its older, pure Python half knows
neither isolates nor bracket pairs; so the rules are here, and the tests hold them against python-bidi.

Source: Unicode Standard Annex #9, revision 50, https://www.unicode.org/reports/tr9/ (rule names in the comments).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from unicodedata import bidirectional, category, mirrored, normalize

_DEPTH = 125
_REMOVED = {"LRE", "RLE", "LRO", "RLO", "PDF", "BN"}
_ISOLATES = {"LRI", "RLI", "FSI"}
_NEUTRAL = {"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"}
_RTL = {"R", "AL", "AN", "RLE", "RLO", "RLI", "FSI"}


def embedding_levels(text: str, base: int) -> list[int]:
    """Return the level of every character of one paragraph: even is left to right, odd is right to left.

    `base` is the paragraph's own level, 0 or 1. Characters that the algorithm drops take the level before them.
    """
    kinds = [bidirectional(character) or "L" for character in text]
    if base == 0 and _RTL.isdisjoint(kinds):
        return [0] * len(text)
    levels, types = _explicit_levels(kinds, base)
    for sequence in _run_sequences(kinds, levels, base):
        sequence.resolve(text, types, levels)
    return _fill_removed(kinds, levels, base)


def first_strong_level(kinds: Sequence[str], start: int = 0) -> int | None:
    """Return 0 or 1 from the first strong character outside isolates, or None where there is none (P2, P3)."""
    depth = 0
    for kind in kinds[start:]:
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            if depth == 0 and start:
                return None
            depth = max(0, depth - 1)
        elif depth == 0 and kind in {"L", "R", "AL"}:
            return 0 if kind == "L" else 1
    return None


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return the indices of a line's pieces from left to right, given their levels (L2)."""
    order = list(range(len(levels)))
    highest = max(levels, default=0)
    for level in range(highest, 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return order


def _explicit_levels(kinds: Sequence[str], base: int) -> tuple[list[int], list[str]]:
    """Apply X1 to X8: the level of each character, and its type where an override changes it."""
    levels, types = [base] * len(kinds), list(kinds)
    stack: list[tuple[int, str, bool]] = [(base, "", False)]
    overflow_isolates = overflow_embeddings = valid_isolates = 0
    for index, kind in enumerate(kinds):
        level, override, _ = stack[-1]
        levels[index] = level
        if override and kind not in _REMOVED:
            types[index] = override
        if kind in {"RLE", "LRE", "RLO", "LRO"}:
            deeper = _deeper(level, kind[0] == "R")
            if deeper <= _DEPTH and not overflow_isolates and not overflow_embeddings:
                stack.append((deeper, kind[0] if kind[2] == "O" else "", False))
            elif not overflow_isolates:
                overflow_embeddings += 1
        elif kind in _ISOLATES:
            rtl = kind == "RLI" or (kind == "FSI" and first_strong_level(kinds, index + 1) == 1)
            deeper = _deeper(level, rtl)
            if deeper <= _DEPTH and not overflow_isolates and not overflow_embeddings:
                valid_isolates += 1
                stack.append((deeper, "", True))
            else:
                overflow_isolates += 1
        elif kind == "PDI":
            if overflow_isolates:
                overflow_isolates -= 1
            elif valid_isolates:
                overflow_embeddings = 0
                while not stack.pop()[2]:
                    pass
                valid_isolates -= 1
            levels[index] = stack[-1][0]
            types[index] = stack[-1][1] or kind
        elif kind == "PDF" and not overflow_isolates:
            if overflow_embeddings:
                overflow_embeddings -= 1
            elif len(stack) > 1 and not stack[-1][2]:
                stack.pop()
        elif kind == "B":
            levels[index] = base
    return levels, types


def _deeper(level: int, rtl: bool) -> int:
    """Return the next level up that goes in this direction."""
    return (level + 1) | 1 if rtl else (level + 2) & ~1


def _run_sequences(kinds: Sequence[str], levels: Sequence[int], base: int) -> list["_Sequence"]:
    """Gather level runs into isolating run sequences (X9, X10, BD13)."""
    kept = [index for index, kind in enumerate(kinds) if kind not in _REMOVED]
    runs: list[list[int]] = []
    for index in kept:
        if runs and levels[runs[-1][-1]] == levels[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    matches = _matching_isolates(kinds)
    by_start = {run[0]: run for run in runs}
    sequences = []
    for run in runs:
        if kinds[run[0]] == "PDI" and run[0] in matches.values():
            continue
        indices = list(run)
        while (closing := matches.get(indices[-1])) is not None and closing in by_start:
            indices += by_start[closing]
        sequences.append(_sequence(indices, kinds, levels, kept, base))
    return sequences


def _matching_isolates(kinds: Sequence[str]) -> dict[int, int]:
    """Map each isolate initiator to the PDI that closes it (BD9)."""
    matches: dict[int, int] = {}
    waiting: list[int] = []
    for index, kind in enumerate(kinds):
        if kind in _ISOLATES:
            waiting.append(index)
        elif kind == "PDI" and waiting:
            matches[waiting.pop()] = index
    return matches


def _sequence(
    indices: list[int], kinds: Sequence[str], levels: Sequence[int], kept: list[int], base: int
) -> "_Sequence":
    """Find the types that stand at both ends of a sequence (X10)."""
    level = levels[indices[0]]
    first, last = kept.index(indices[0]), kept.index(indices[-1])
    before = levels[kept[first - 1]] if first else base
    after = levels[kept[last + 1]] if last + 1 < len(kept) and kinds[indices[-1]] not in _ISOLATES else base
    return _Sequence(indices, level, _side(max(level, before)), _side(max(level, after)))


def _side(level: int) -> str:
    """Return the direction of a level as a type."""
    return "R" if level % 2 else "L"


def _fill_removed(kinds: Sequence[str], levels: list[int], base: int) -> list[int]:
    """Give dropped characters the level before them."""
    level = base
    for index, kind in enumerate(kinds):
        if kind in _REMOVED:
            levels[index] = level
        level = levels[index]
    return levels


@dataclass(slots=True)
class _Sequence:
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
                types[index] = "ON" if previous in _ISOLATES or previous == "PDI" else previous
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
        side = _side(self.level)
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
        side = _side(self.level)
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
