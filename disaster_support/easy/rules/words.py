"""Words that learners do not know, and katakana words that mislead them.

Source: Immigration Services Agency and Agency for Cultural Affairs, guideline on Easy Japanese (2020): replace hard
words, explain those that must stay, mind loan words. Hirosaki University's rules: words that people need in a disaster
stay, with their meaning in 〈 〉.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from disaster_support.easy.draft import Draft
from disaster_support.easy.inflection import Inflected, inflect, make_polite
from disaster_support.easy.matching import Lexicon, find_longest
from disaster_support.easy.model import Finding, Kind
from disaster_support.easy.readings import KANJI
from disaster_support.easy.tables import read_table
from disaster_support.easy.tokens import Token
from disaster_support.i18n import gettext as _

_WHOLE_SENTENCE = ("ください", "です", "ます", "ません")
_KANJI_WORD = re.compile(rf"[{KANJI}]{{2,}}")
_NOUN_LIKE = ("名詞", "接頭辞", "接尾辞")


def find_words(draft: Draft) -> Iterator[Finding]:
    """Find hard words, words that need a gloss, and misleading loan words: each where it stands first."""
    told: set[str] = set()
    known: list[tuple[int, int]] = []
    for first, after, key in find_longest(draft.tokens, _lexicon(), inflected=True):
        tokens = draft.tokens[first:after]
        known.append(draft.span(tokens))
        if key in told or _is_part(draft, tokens) or _is_explained(draft, key, tokens):
            continue
        told.add(key)
        yield _build(draft, key, first, after)
    yield from _find_unknown(draft, known)


def _build(draft: Draft, key: str, first: int, after: int) -> Finding:
    span = draft.span(draft.tokens[first:after])
    table = _lexicon()[key]
    if table == "learn":
        return _gloss(draft, span, key)
    easier = _easier(key)
    if table == "noun":
        return _replace_noun_of_verb(draft, first, after, _tables()["easier"][key + "する"])
    kind: Kind = "loan-word" if table == "loans" else "hard-word"
    if draft.tokens[after - 1].pos == "動詞":
        new = inflect(easier, draft.tokens, after - 1)
    else:
        new = _replace_noun(draft.tokens, first, after, easier)
    if new is None:
        return draft.find(kind, span, _reason(kind), draft.as_written(easier))
    written = draft.as_written(new.text)
    return draft.find(kind, (span[0], draft.tokens[new.after - 1].end), _reason(kind), written, written)


def _reason(kind: Kind) -> str:
    if kind == "loan-word":
        return _("This katakana word means something else, or nothing, to people who speak other languages.")
    return _("Many people who learn Japanese do not know this word.")


def _gloss(draft: Draft, span: tuple[int, int], word: str) -> Finding:
    written = draft.text[span[0] : span[1]] + draft.as_written(f" 〈{_tables()['learn'][word]}〉")
    reason = _("People need this word here: keep it, and say once what it means.")
    return draft.find("hard-word", span, reason, written, written)


def _replace_noun_of_verb(draft: Draft, first: int, after: int, easier: str) -> Finding:
    """Replace the noun of a verb with する: 配布できます → 配る ことが できます, 配布いたします → 配ります.

    Elsewhere 配る こと is suggested, for the writer to fit in.
    """
    span = draft.span(draft.tokens[first:after])
    following = _token(draft.tokens, after)
    if following and following.start == span[1] and following.lemma == "できる":
        written = draft.as_written(f"{easier} ことが ")
        return draft.find("hard-word", span, _reason("hard-word"), written.strip(), written)
    if following and following.start == span[1] and following.lemma in ("いたす", "致す"):
        new = inflect(easier, draft.tokens, after)
        if new:
            written, end = draft.as_written(new.text), draft.tokens[new.after - 1].end
            return draft.find("hard-word", (span[0], end), _reason("hard-word"), written, written)
    return draft.find("hard-word", span, _reason("hard-word"), draft.as_written(f"{easier} こと"))


def _replace_noun(tokens: Sequence[Token], first: int, after: int, easier: str) -> Inflected | None:
    """Return what can stand there instead; None inside a compound or where the grammar around it would break."""
    before, following = _token(tokens, first - 1), _token(tokens, after)
    if before and before.pos in _NOUN_LIKE and before.end == tokens[first].start:
        return None
    ends = following is None or following.pos in ("補助記号", "空白") or following.start != tokens[after - 1].end
    polite = make_polite(easier)
    if easier.endswith(_WHOLE_SENTENCE):
        return Inflected(easier, after) if ends else None
    if polite and following and following.lemma == "です":
        return Inflected(polite, after + 1)
    if ends or (not polite and following and following.pos not in (*_NOUN_LIKE, "動詞", "形状詞")):
        return Inflected(easier, after)
    return None


def _find_unknown(draft: Draft, known: Sequence[tuple[int, int]]) -> Iterator[Finding]:
    """Find hard words that no table of ours has an easier one for.

    Only words of two or more kanji are told of: those are what learners cannot guess, while the lists of the test miss
    many an everyday word in kana (やわらかい, つえ).
    """
    told: set[str] = set()
    for word in draft.words:
        if word.level != "hard" or word.lemma in told or not _KANJI_WORD.fullmatch(word.surface):
            continue
        told.add(word.lemma)
        inside = any(start < word.end and word.start < end for start, end in known)
        if not inside and not draft.has_gloss(word.start, word.end):
            suggestion = _("Say it with an easier word, or explain it after it in 〈 〉.")
            yield draft.find("hard-word", (word.start, word.end), _reason("hard-word"), suggestion)


def _is_part(draft: Draft, tokens: Sequence[Token]) -> bool:
    """Whether what was found is but a part of a longer word: 駐車 of 駐車場."""
    start, end = draft.span(tokens)
    word = draft.word_at(start)
    return word is not None and end <= word.end and (word.start, word.end) != (start, end)


def _is_explained(draft: Draft, key: str, tokens: Sequence[Token]) -> bool:
    if _lexicon()[key] != "learn":
        return draft.has_gloss(*draft.span(tokens))
    places = [match.span() for match in re.finditer(re.escape(key), draft.text)]
    return any(draft.has_gloss(*place) for place in places)


def _token(tokens: Sequence[Token], place: int) -> Token | None:
    return tokens[place] if 0 <= place < len(tokens) else None


def _easier(key: str) -> str:
    return str(_tables()["loans"].get(key) or _tables()["easier"].get(key, ""))


@cache
def _tables() -> dict[str, dict[str, str]]:
    words = read_table("words")
    return {"easier": words["easier"], "learn": words["learn"], "loans": read_table("loans")["loans"]}


@cache
def _lexicon() -> Lexicon:
    """Return every word of our tables with the table that it is in; a noun whose verb is in one is a `noun`."""
    tables = _tables()
    nouns = [key.removesuffix("する") for key in tables["easier"] if key.endswith("する")]
    places = dict.fromkeys(nouns, "noun")
    for name in ("easier", "loans", "learn"):
        places.update(dict.fromkeys(tables[name], name))
    return Lexicon(places)
