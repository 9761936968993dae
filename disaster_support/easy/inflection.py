"""Putting an easier verb into the form of the harder one: 配布して → 配って, 持参します → 持って きます.

Sudachi names the class of the easier verb and the form of the harder one; the forms themselves are those of school
grammar, of which a notice has few.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from disaster_support.easy.tokens import Token, tokenize

_ROWS = {  # the last kana of a verb: before ない, before ます, before て or で, and what て is there
    "う": "わいって",
    "く": "かきいて",
    "ぐ": "がぎいで",
    "す": "さしして",
    "つ": "たちって",
    "ぬ": "なにんで",
    "ぶ": "ばびんで",
    "む": "まみんで",
    "る": "らりって",
}
_NEGATIVE, _POLITE, _LINKING = range(3)
_VOICED = {"て": "で", "た": "だ", "で": "で", "だ": "だ"}
_VOICELESS = {"で": "て", "だ": "た", "て": "て", "た": "た"}


@dataclass(frozen=True, slots=True)
class Inflected:
    """What takes the place of the tokens up to, and without, the token numbered `after`."""

    text: str
    after: int


def inflect(easier: str, tokens: Sequence[Token], last: int) -> Inflected | None:
    """Return the easier words in the form that `tokens[last]` has; None where that cannot be said by rule.

    What ends the verb (ます, ない, て) belongs to what is replaced: て may become で.
    """
    hard = tokens[last]
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if hard.form.startswith(("終止形", "連体形")) and not (following and following.lemma in ("れる", "られる", "せる")):
        return Inflected(easier, last + 1)
    verb = _last_verb(easier)
    if verb is None or following is None:
        return None
    if _is_linking(following):
        text = link(easier, following.surface)
        return Inflected(text, last + 2) if text else None
    after = last + 1
    while after < len(tokens) and tokens[after].pos == "助動詞":
        after += 1
    ending = "".join(token.surface for token in tokens[last + 1 : after])
    if hard.form.startswith("連用形") and following.lemma in ("ます", "たい"):
        return Inflected(_stem(easier, verb, _POLITE) + ending, after)
    if hard.form.startswith("未然形") and following.lemma == "ない":
        return Inflected(_stem(easier, verb, _NEGATIVE) + ending, after)
    return None


def link(easier: str, linking: str = "て") -> str:
    """Return a verb with what links to it (書く, て: 書いて; 読む, た: 読んだ); empty where it is no verb."""
    verb = _last_verb(easier)
    if verb is None:
        return ""
    voiced = verb.conjugation.startswith("五段") and _ROWS[easier[-1]][3] == "で"
    table = _VOICED if voiced else _VOICELESS
    return _stem(easier, verb, _LINKING) + table[linking[0]] + linking[1:]


def make_polite(easier: str) -> str:
    """Return a verb with ます; empty where it is no verb."""
    verb = _last_verb(easier)
    return _stem(easier, verb, _POLITE) + "ます" if verb else ""


def _is_linking(token: Token) -> bool:
    return token.lemma in ("て", "た", "たり", "だ", "で") and token.surface[0] in _VOICED


def _stem(easier: str, verb: Token, which: int) -> str:
    """Return the verb up to the place where ない, ます or て follows."""
    if verb.conjugation.startswith("五段"):
        if which == _LINKING and verb.normal == "行く":
            return easier[:-1] + "っ"
        return easier[:-1] + _ROWS[easier[-1]][which]
    if verb.conjugation.startswith("サ行変格"):
        return easier.removesuffix("する") + "し"
    if verb.conjugation.startswith("カ行変格"):
        if easier.endswith("来る"):
            return easier[:-1]
        return easier.removesuffix("くる") + ("こ" if which == _NEGATIVE else "き")
    return easier[:-1]


@lru_cache(maxsize=1024)
def _last_verb(words: str) -> Token | None:
    """Return the verb at the end of words in their dictionary form, or None."""
    tokens = tokenize(f"{words}こと")  # before こと a verb is taken for nothing else
    last = next((token for token in tokens if token.end == len(words)), None)
    if last is None or last.pos != "動詞" or last.surface != last.lemma or words[-1] not in _ROWS:
        return None
    return last
