"""Embedding levels of text that mixes directions, and the order in which the pieces of a line are drawn.

python-bidi gives the reordered text but not the levels that shaping needs, and its older, pure Python half knows
neither isolates nor bracket pairs; so the rules are here, and the tests hold them against python-bidi.

Source: Unicode Standard Annex #9, revision 50, https://www.unicode.org/reports/tr9/ (rule names in the comments).
"""

from collections.abc import Sequence
from unicodedata import bidirectional

from disaster_support.printing.bidi_runs import ISOLATES, RunSequence, side_of

_DEPTH = 125
_REMOVED = {"LRE", "RLE", "LRO", "RLO", "PDF", "BN"}
_RTL = {"R", "AL", "AN", "RLE", "RLO", "RLI", "FSI"}


def embedding_levels(text: str, base: int) -> list[int]:
    """Return the level of every character of one paragraph: even is left to right, odd is right to left.

    `base` is the paragraph's own level, 0 or 1. Characters that the algorithm drops take the level before them.
    """
    if base == 0 and _RTL.isdisjoint(map(bidirectional, set(text))):
        return [0] * len(text)
    kinds = [bidirectional(character) or "L" for character in text]
    levels, types = _explicit_levels(kinds, base)
    for sequence in _run_sequences(kinds, levels, base):
        sequence.resolve(text, types, levels)
    return _fill_removed(kinds, levels, base)


def may_turn(character: str) -> bool:
    """Return whether a left-to-right paragraph with this character can hold anything that runs the other way."""
    return bidirectional(character) in _RTL


def first_strong_level(kinds: Sequence[str], start: int = 0) -> int | None:
    """Return 0 or 1 from the first strong character outside isolates, or None where there is none (P2, P3)."""
    depth = 0
    for kind in kinds[start:]:
        if kind in ISOLATES:
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
        elif kind in ISOLATES:
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


def _run_sequences(kinds: Sequence[str], levels: Sequence[int], base: int) -> list[RunSequence]:
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
        sequences.append(_with_ends(indices, kinds, levels, kept, base))
    return sequences


def _matching_isolates(kinds: Sequence[str]) -> dict[int, int]:
    """Map each isolate initiator to the PDI that closes it (BD9)."""
    matches: dict[int, int] = {}
    waiting: list[int] = []
    for index, kind in enumerate(kinds):
        if kind in ISOLATES:
            waiting.append(index)
        elif kind == "PDI" and waiting:
            matches[waiting.pop()] = index
    return matches


def _with_ends(
    indices: list[int], kinds: Sequence[str], levels: Sequence[int], kept: list[int], base: int
) -> RunSequence:
    """Find the types that stand at both ends of a sequence (X10)."""
    level = levels[indices[0]]
    first, last = kept.index(indices[0]), kept.index(indices[-1])
    before = levels[kept[first - 1]] if first else base
    after = levels[kept[last + 1]] if last + 1 < len(kept) and kinds[indices[-1]] not in ISOLATES else base
    return RunSequence(indices, level, side_of(max(level, before)), side_of(max(level, after)))


def _fill_removed(kinds: Sequence[str], levels: list[int], base: int) -> list[int]:
    """Give dropped characters the level before them."""
    level = base
    for index, kind in enumerate(kinds):
        if kind in _REMOVED:
            levels[index] = level
        level = levels[index]
    return levels
