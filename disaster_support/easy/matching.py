"""Finding our own words and phrases among tokens: the longest first, and whole tokens only."""

from collections.abc import Iterator, Mapping, Sequence

from disaster_support.easy.tokens import Token


class Lexicon(dict[str, str]):
    """Phrases by what is written, and how long the longest is, in characters."""

    def __init__(self, phrases: Mapping[str, str]) -> None:
        super().__init__(phrases)
        self.longest = max(map(len, phrases), default=0)


def find_longest(
    tokens: Sequence[Token], phrases: Lexicon, *, inflected: bool = False
) -> Iterator[tuple[int, int, str]]:
    """Yield the phrases that stand in the tokens: the first token, the one after the last, and the phrase.

    With `inflected` the last token may stand in any form: 持参し is 持参する.
    """
    place = 0
    while place < len(tokens):
        found = match_at(tokens, place, phrases, inflected=inflected)
        if found:
            yield (place, *found)
        place = found[0] if found else place + 1


def match_at(
    tokens: Sequence[Token], first: int, phrases: Lexicon, *, inflected: bool = False
) -> tuple[int, str] | None:
    """Return the token after the longest phrase that begins at a token, and the phrase; None where none begins."""
    best = None
    written = ""
    for place in range(first, len(tokens)):
        token = tokens[place]
        if token.is_space or (place > first and token.start != tokens[place - 1].end):
            break
        forms = (written + token.surface, written + token.lemma) if inflected else (written + token.surface,)
        for form in forms:
            if form in phrases:
                best = (place + 1, form)
                break
        written += token.surface
        if len(written) >= phrases.longest:
            break
    return best
