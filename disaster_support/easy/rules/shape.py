"""How long sentences are, how much is in them, and how they are parted.

Source: Hirosaki University's rules for Easy Japanese: one subject and one predicate a sentence, about 24 morae and no
more than 12 phrases, spaces between phrases; Immigration Services Agency and Agency for Cultural Affairs, guideline on
Easy Japanese (2020): one point a sentence, nouns in a row made into a sentence. A kanji is often two morae: 30
characters are longer than 24 morae, so that what is found is long by any count.
"""

import re
from collections.abc import Iterator, Sequence

from disaster_support.easy.draft import Draft
from disaster_support.easy.inflection import link
from disaster_support.easy.model import Finding, Word
from disaster_support.easy.sentences import Sentence, find_phrase_starts
from disaster_support.easy.tokens import Token
from disaster_support.i18n import gettext as _

LONGEST_CHARACTERS = 30
LONGEST_PHRASES = 12
LONGEST_CHAIN = 2  # nouns in a row
_SHORTEST_TO_PART = 3  # phrases: what has fewer is read at a glance
_GLOSS = re.compile(r"〈[^〉]*〉|（[^）]*）|\([^)]*\)")
_NOT_COUNTED = re.compile(r"[\s、。，．！？!?「」『』・：:]")
_NOT_VERBS_THERE = ("伴う", "ともなう", "よる", "際する", "応じる", "つく", "関する", "従う", "おく", "基づく", "限る")
_ENDINGS = ("です", "ます", "た", "だ", "ない", "たい", "ぬ")
_KATAKANA = re.compile("[ァ-ヶー]+")
_LINKS = {
    "ので": "だから、",
    "から": "だから、",
    "のに": "でも、",
    "が": "でも、",
    "けど": "でも、",
    "けれど": "でも、",
    "けれども": "でも、",
    "し": "",
}


def find_long_sentences(draft: Draft) -> Iterator[Finding]:
    """Find sentences of more than 30 characters or 12 phrases, what stands in brackets not counted."""
    for sentence in draft.sentences:
        plain = _GLOSS.sub("", draft.text[sentence.start : sentence.end])
        characters = len(_NOT_COUNTED.sub("", plain))
        outside = _outside_gloss(draft.text, sentence)
        phrases = len(find_phrase_starts(outside)) + 1 + sum(token.surface == "、" for token in outside)
        if characters > LONGEST_CHARACTERS or phrases > LONGEST_PHRASES:
            reason = _("This sentence has {count} characters: up to {most} are easy to read.").format(
                count=characters, most=LONGEST_CHARACTERS
            )
            if characters <= LONGEST_CHARACTERS:
                reason = _("This sentence has {count} phrases: up to {most} are easy to read.").format(
                    count=phrases, most=LONGEST_PHRASES
                )
            suggestion = _("Make it two or more sentences, or leave out what people can do without.")
            yield draft.find("long-sentence", (sentence.start, sentence.end), reason, suggestion)


def _outside_gloss(text: str, sentence: Sentence) -> list[Token]:
    glosses = [match.span() for match in _GLOSS.finditer(text, sentence.start, sentence.end)]
    return [one for one in sentence.tokens if not any(start <= one.start < end for start, end in glosses)]


def find_two_things(draft: Draft) -> Iterator[Finding]:
    """Find sentences that go on after they could have ended: the first place in each."""
    for sentence in draft.sentences:
        place = next((place for place in range(1, len(sentence.tokens)) if _goes_on(sentence.tokens, place)), None)
        if place is not None:
            yield _part(draft, sentence.tokens, place)


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether a token links what could be a sentence to another."""
    return _is_link(tokens, place) and any(one.pos in ("動詞", "助動詞", "形容詞") for one in tokens[place + 1 :])


def _is_link(tokens: Sequence[Token], place: int) -> bool:
    token, before = tokens[place], tokens[place - 1]
    comma = place + 1 < len(tokens) and tokens[place + 1].surface == "、"
    if token.pos == "助詞" and token.sub == "接続助詞":
        if token.lemma in ("て", "で"):
            return comma and before.lemma != "ない"  # 走らないで、歩く is one thing
        ends = before.pos in ("動詞", "形容詞") or before.lemma in _ENDINGS
        return token.lemma in _LINKS and ends and (comma or token.lemma != "から")
    if token.surface == "ため" and before.pos == "助動詞":  # 届かないため; 届くため is what for
        return comma
    is_stem = token.pos == "動詞" and token.form.startswith("連用形-一般")
    return comma and is_stem and token.lemma not in _NOT_VERBS_THERE


def _part(draft: Draft, tokens: Sequence[Token], place: int) -> Finding:
    token, before = tokens[place], tokens[place - 1]
    comma = tokens[place + 1].surface == "、"
    end = tokens[place + 1].end if comma else token.end
    reason = _("There are two things in this sentence: learners lose the first while they read the second.")
    suggestion = _("End the first sentence here, and begin another.")
    start, new = before.start, None
    is_request = any(one.surface == "ください" for one in tokens[place + 1 :])
    if token.lemma in _LINKS and before.lemma in ("です", "ます", "た") and before.pos == "助動詞":
        new = f"{before.surface}。{_LINKS[token.lemma]}"
    elif token.lemma in ("て", "で") and token.pos == "助詞" and is_request:
        new = f"{before.surface}{token.surface} ください。"
    elif token.pos == "動詞":
        start = token.start
        new = f"{link(token.lemma)} ください。" if is_request and link(token.lemma) else None
    written = None if new is None else draft.as_written(new)
    return draft.find("two-things", (start, end), reason, written or suggestion, written)


def find_noun_chains(draft: Draft) -> Iterator[Finding]:
    """Find three or more nouns in a row with nothing between them."""
    tokens = {token.start: token for token in draft.tokens}
    chain: list[Word] = []
    for word in (*draft.words, None):
        token = tokens[word.start] if word else None
        goes_on = bool(word and token and token.pos in ("名詞", "接尾辞") and word.level not in ("number", "name"))
        if chain and word and goes_on and chain[-1].end == word.start:
            chain.append(word)
            continue
        yield from _judge_chain(draft, chain, tokens)
        chain = [word] if word and token and goes_on and token.pos == "名詞" else []


def _judge_chain(draft: Draft, chain: Sequence[Word], tokens: dict[int, Token]) -> Iterator[Finding]:
    parts: list[str] = []
    for word in chain:
        is_part = tokens[word.start].pos == "接尾辞" or (len(word.surface) == 1 and word.level != "learn")
        if parts and (is_part or _KATAKANA.fullmatch(parts[-1] + word.surface)):  # 会 of 委員会, ライン of ホットライン
            parts[-1] += word.surface
        else:
            parts.append(word.surface)
    if len(parts) > LONGEST_CHAIN and not draft.has_gloss(chain[0].start, chain[-1].end):
        reason = _("{count} nouns stand in a row: it is hard to see how they belong together.").format(count=len(parts))
        suggestion = draft.as_written("の ".join(parts))
        yield draft.find("noun-chain", (chain[0].start, chain[-1].end), reason, suggestion)


def find_missing_spaces(draft: Draft) -> Iterator[Finding]:
    """Find a text without spaces between its phrases, and suggest it with them."""
    if draft.is_spaced:
        return
    parted = [(sentence, find_phrase_starts(sentence.tokens)) for sentence in draft.sentences]
    if all(len(starts) + 1 < _SHORTEST_TO_PART for _sentence, starts in parted):
        return
    first, last = draft.sentences[0].start, draft.sentences[-1].end
    written, done = "", first
    for start in (start for _sentence, starts in parted for start in starts):
        written += draft.text[done:start] + ("" if draft.text[start - 1] in " 　" else " ")
        done = start
    written += draft.text[done:last]
    reason = _("Without spaces between phrases learners do not see where a word ends.")
    yield draft.find("spaces", (first, last), reason, written, written)
