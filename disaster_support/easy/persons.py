"""Whether 方 is somebody (かた), or a direction or a way (ほう)."""

from collections.abc import Sequence

from disaster_support.easy.tokens import Token

_DIRECTIONS = frozenset("東西南北上下前後左右奥外内中山海川") | {"北側", "南側", "東側", "西側"}
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
