"""Honorific and humble forms, which learners meet last.

Source: Immigration Services Agency and Agency for Cultural Affairs, guideline on Easy Japanese (2020): no 尊敬語 and no
謙譲語; です and ます.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from disaster_support.easy.draft import Draft
from disaster_support.easy.homographs import is_person
from disaster_support.easy.inflection import inflect, link
from disaster_support.easy.matching import Lexicon, find_longest
from disaster_support.easy.model import Finding
from disaster_support.easy.tables import read_table
from disaster_support.easy.tokens import Token
from disaster_support.i18n import gettext as _

_REQUEST_FOLLOWS = "ますようお願い"
_RECEIVE = ("いただく", "いただける", "頂く", "頂ける")
_NO_HONORIFIC = ("ごはん", "ご飯", "ごみ", "ご存知")


def find_honorifics(draft: Draft) -> Iterator[Finding]:
    """Find polite words that a plain です・ます says as well."""
    finders = (_find_phrases, _find_patterns, _find_received, _find_verbs, _find_persons)
    found = [finding for finder in finders for finding in finder(draft)]
    taken: list[Finding] = []
    for finding in sorted(found, key=lambda one: one.start - one.end):  # the longest that stands at a place says it all
        if all(finding.end <= one.start or one.end <= finding.start for one in taken):
            taken.append(finding)
    yield from taken


def _note(draft: Draft, start: int, end: int, suggestion: str, *, fits: bool = True) -> Finding:
    written = draft.as_written(suggestion)
    reason = _("Honorific forms are hard to follow: です and ます are polite enough.")
    return draft.find("honorific", (start, end), reason, written, written if fits else None)


def _find_phrases(draft: Draft) -> Iterator[Finding]:
    for first, after, key in find_longest(draft.tokens, _phrases()):
        before = draft.tokens[first - 1].surface if first else ""
        following = draft.tokens[after].surface if after < len(draft.tokens) else ""
        if (key.startswith("ござい") and before in ("ありがとう", "おはよう", "で")) or following == "ん":
            continue
        yield _note(draft, *draft.span(draft.tokens[first:after]), _phrases()[key])


def _find_patterns(draft: Draft) -> Iterator[Finding]:
    """Find ご〜ください, お〜になる, ご〜いただく."""
    for sentence in draft.sentences:
        for place, token in enumerate(sentence.tokens):
            if token.pos == "接頭辞" and token.normal == "御":
                yield from _read_pattern(draft, sentence.tokens, place)


def _read_pattern(draft: Draft, tokens: Sequence[Token], place: int) -> Iterator[Finding]:
    after = place + 1
    while after < len(tokens) and tokens[after].pos in ("名詞", "接尾辞") and tokens[after].sub != "数詞":
        after += 1
    if after == place + 1 and after < len(tokens) and tokens[after].pos == "動詞":
        after += 1
    base = _plain_verb(tokens[place + 1 : after])
    if not base or after >= len(tokens):
        return
    start, following = tokens[place].start, tokens[after]
    if following.lemma in ("くださる", "下さる") and following.form.startswith("命令形"):
        yield _note(draft, start, following.end, f"{link(base)} ください")
    elif following.surface == "に" and after + 1 < len(tokens) and tokens[after + 1].lemma in ("なる", "なれる"):
        new = inflect(base, tokens, after + 1) if tokens[after + 1].lemma == "なる" else None
        if new:
            yield _note(draft, start, tokens[new.after - 1].end, new.text)
        else:
            yield _note(draft, start, tokens[after + 1].end, f"{base} ことが できる", fits=False)
    elif following.lemma in (*_RECEIVE, "願う"):
        yield _ask_plainly(draft, tokens, after, start, f"{link(base)} ください")


def _find_received(draft: Draft) -> Iterator[Finding]:
    """Find 〜ていただく: ask with ください."""
    for sentence in draft.sentences:
        tokens = sentence.tokens
        for place, token in enumerate(tokens[1:], start=1):
            if token.lemma not in _RECEIVE or tokens[place - 1].surface not in ("て", "で"):
                continue
            if place > 2 and tokens[place - 2].lemma in ("せる", "させる"):
                yield _do_plainly(draft, tokens, place)
            else:
                yield _ask_plainly(draft, tokens, place, token.start, "ください")


def _do_plainly(draft: Draft, tokens: Sequence[Token], place: int) -> Finding:
    """Turn 終了させていただきます into 終了します."""
    verb = tokens[place - 3]
    new = inflect(verb.lemma, tokens, place)
    end = tokens[new.after - 1].end if new else tokens[place].end
    return _note(draft, verb.start, end, new.text if new else verb.lemma, fits=new is not None)


def _ask_plainly(draft: Draft, tokens: Sequence[Token], place: int, start: int, request: str) -> Finding:
    """Replace いただきますようお願いします, whole, by a request; elsewhere only suggest it."""
    rest = "".join(token.surface for token in tokens[place + 1 :])
    is_request = rest.startswith(_REQUEST_FOLLOWS) or tokens[place].lemma == "願う"
    end = place + 1
    if is_request:
        while end < len(tokens) and tokens[end].pos != "補助記号":
            end += 1
    return _note(draft, start, tokens[end - 1].end, request, fits=is_request)


def _find_verbs(draft: Draft) -> Iterator[Finding]:
    for first, after, key in find_longest(draft.tokens, _verbs(), inflected=True):
        last = draft.tokens[after - 1]
        before = next((token.surface for token in reversed(draft.tokens[:first]) if not token.is_space), "")
        if before == "どう" and key == "いたす":  # どういたしまして
            continue
        if last.pos != "動詞" or last.surface == "なさい" or (key == "おる" and before not in ("て", "で", "に")):
            continue
        start, plain = draft.tokens[first].start, _verbs()[key]
        new = inflect(plain, draft.tokens, after - 1)
        if new:
            yield _note(draft, start, draft.tokens[new.after - 1].end, new.text)
        else:
            yield _note(draft, start, last.end, plain, fits=False)


def _find_persons(draft: Draft) -> Iterator[Finding]:
    """Find 方 for a person, and ご before a noun."""
    for place, token in enumerate(draft.tokens):
        before = draft.tokens[place - 1]
        if is_person(draft.tokens, place):
            yield _note(draft, token.start, token.end, "人")
        elif place and _has_needless_go(before, token):
            yield _note(draft, before.start, token.end, token.surface)


def _has_needless_go(before: Token, token: Token) -> bool:
    is_go = before.pos == "接頭辞" and before.surface in ("ご", "御") and token.pos == "名詞"
    return is_go and before.surface + token.surface not in _NO_HONORIFIC


def _plain_verb(tokens: Sequence[Token]) -> str:
    """Return the easier verb in its dictionary form for what stands between ご and ください."""
    if not tokens:
        return ""
    written = "".join(token.surface for token in tokens)
    table, easier = read_table("honorifics")["plain"], read_table("words")["easier"]
    if written in table:
        return str(table[written])
    if tokens[-1].pos == "動詞":
        lemma = tokens[-1].lemma
        return str(easier.get(lemma, lemma))
    return str(easier.get(f"{written}する", f"{written}する"))


@cache
def _phrases() -> Lexicon:
    return Lexicon(read_table("honorifics")["phrases"])


@cache
def _verbs() -> Lexicon:
    return Lexicon(read_table("honorifics")["verbs"])
