"""Words that are written alike and read by what stands around them: 方 (かた, ほう), 開く (あく, ひらく)."""

from collections.abc import Iterator, Sequence

from disaster_support.easy.tokens import Token
from disaster_support.ruby import Ruby

_DIRECTIONS = frozenset("東西南北上下前後左右奥外内中山海川") | {"北側", "南側", "東側", "西側"}
_ALONE = {"間": "あいだ", "道": "みち", "便": "べん", "数": "かず"}  # as words of their own, not as parts of others
_AFTER_A_PERSON = ("は", "も", "に", "で", "、", "のみ", "だけ", "へ", "と", "から", "を")


def is_person(tokens: Sequence[Token], place: int) -> bool:
    """Whether `tokens[place]` is 方 for a person: お持ちの方は, 使う方も, but not 南の方へ nor 逃げた方がいい."""
    if tokens[place].surface not in ("方", "方々") or not place:
        return False
    before = tokens[place - 1]
    following = tokens[place + 1].surface if place + 1 < len(tokens) else ""
    if following == "が":
        rest = "".join(token.surface for token in tokens[place + 2 : place + 4]).strip()
        return not rest.startswith(("いい", "よい", "良い", "よろしい", "安全"))
    if before.surface == "の":
        return place > 1 and tokens[place - 2].surface not in _DIRECTIONS
    return before.form.startswith(("連体形", "終止形")) and following in _AFTER_A_PERSON


def read_by_context(tokens: Sequence[Token]) -> Iterator[Ruby]:
    """Read what the words around decide: 使う方 かた; 手と足の間 あいだ; ドアが開く あ, but 会を開く ひら."""
    words = [token for token in tokens if not token.is_space]
    for place, token in enumerate(words):
        before = words[place - 1] if place else None
        if token.surface == "方" and is_person(words, place):
            yield Ruby(token.start, token.end, "かた")
        elif token.surface in _ALONE and before and (before.surface == "の" or before.form.startswith("連体形")):
            yield Ruby(token.start, token.end, _ALONE[token.surface])
        elif token.lemma == "開く" and token.surface[0] == "開" and not (before and before.surface == "を"):
            yield Ruby(token.start, token.start + 1, "あ")
