"""Double negatives and passives.

Source: Immigration Services Agency and Agency for Cultural Affairs, guideline on Easy Japanese (2020): no double
negatives; no passive and no causative where it can be avoided.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from disaster_support.easy.draft import Draft
from disaster_support.easy.inflection import inflect, link, make_polite
from disaster_support.easy.model import Finding
from disaster_support.easy.tables import read_table
from disaster_support.easy.tokens import Token
from disaster_support.i18n import gettext as _

_GAP = "[ 　]?"
_MUST = re.compile(
    rf"(?:なければ|なくては|ないと|なきゃ|ねば){_GAP}(?:なりません|なら{_GAP}ない|いけません|いけ{_GAP}ない|だめです)(?:です)?"
)
_DOUBLE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"ない{_GAP}(?:わけ|こと|もの)(?:では|でも|じゃ|は|も){_GAP}(?:ない|ありません|なく)",
        rf"ざるを{_GAP}[得え](?:ません|ない|ず)|ずには{_GAP}(?:い|おれ|おら)(?:ません|ない|られ)",
        rf"ない{_GAP}?とは{_GAP}(?:限り|限ら|かぎり|かぎら|言え|いえ)(?:ません|ない)",
        rf"なく(?:は|も){_GAP}(?:ない|ありません)",
        rf"(?:ないと|なければ|なくては|ない{_GAP}(?:場合は|限り|かぎり))[、 　]?(?!思)[^。！!\n]*?"
        r"(?:ません|できない|られない)",
        r"以外(?:の[^、。\n]{1,12})?(?:は|に|では|には)[^。！!\n]*?(?:ません|ないで|できない|禁止|不可)",
    )
)
_ENDS = re.compile(r"[ 　]*(?:[。！!\n]|$)")
_PEOPLE = ("方", "方々", "皆", "皆様", "皆さん", "みなさま", "みなさん")
# Verbs that notices use in the passive, of those whose られる may as well mean can: 設ける, 定める …, by their kanji.
_TRANSITIVE = frozenset("設定求認進届伝集閉決用止開掲避整与述見考加始続")


def find_double_negatives(draft: Draft) -> Iterator[Finding]:
    """Find what says something by denying its opposite."""
    taken: list[tuple[int, int]] = []
    for match in _MUST.finditer(draft.text):
        taken.append(match.span())
        yield _say_must(draft, match)
    for pattern in _DOUBLE:
        for match in pattern.finditer(draft.text):
            if all(match.end() <= start or end <= match.start() for start, end in taken):
                taken.append(match.span())
                suggestion = _("Say what people should do, or what is so, without “not”.")
                yield draft.find("double-negative", match.span(), _reason_negative(), suggestion)


def _reason_negative() -> str:
    return _("Two negatives together are easily understood as their opposite.")


def _say_must(draft: Draft, match: re.Match[str]) -> Finding:
    """Turn 〜なければなりません into a request: 必ず 〜て ください."""
    verb, start = _verb_before(draft.tokens, match.start())
    if not verb:
        return draft.find("double-negative", match.span(), _reason_negative(), draft.as_written("必ず 〜て ください"))
    written = draft.as_written(f"必ず {link(verb)} ください")
    fits = bool(_ENDS.match(draft.text, match.end()))
    return draft.find("double-negative", (start, match.end()), _reason_negative(), written, written if fits else None)


def _verb_before(tokens: Sequence[Token], end: int) -> tuple[str, int]:
    """Return the dictionary form of the verb that ends here, with its noun before する, and where it begins."""
    place = next((number for number, token in enumerate(tokens) if token.end == end and token.pos == "動詞"), None)
    if place is None:
        return "", end
    verb, before = tokens[place], tokens[place - 1] if place else None
    if verb.lemma == "する" and before and before.pos == "名詞" and before.end == verb.start:
        return f"{before.surface}する", before.start
    return verb.lemma, verb.start


def find_passives(draft: Draft) -> Iterator[Finding]:
    """Find passives; 〜られる that most likely means can is left alone."""
    for sentence in draft.sentences:
        tokens = sentence.tokens
        for place, token in enumerate(tokens[1:], start=1):
            if token.pos == "助動詞" and token.lemma in ("れる", "られる") and _is_passive(tokens, place):
                yield _say_active(draft, tokens, place)


def _is_passive(tokens: Sequence[Token], place: int) -> bool:
    verb = tokens[place - 1]
    if tokens[place].lemma == "れる":
        return verb.pos == "動詞"
    by_somebody = any(one.surface == "に" and two.lemma in ("よる", "よって") for one, two in pairwise(tokens))
    return verb.lemma[0] in _TRANSITIVE or by_somebody


def _say_active(draft: Draft, tokens: Sequence[Token], place: int) -> Finding:
    verb, start = _verb_before(tokens, tokens[place - 1].end)
    plain = read_table("words")["easier"].get(verb, verb)
    new = inflect(plain, tokens, place)
    end = tokens[new.after - 1].end if new else tokens[place].end
    if any(token.surface in _PEOPLE for token in tokens[place + 1 : place + 5]):
        reason = _("れる for respect looks like the passive: use the plain verb.")
        active = draft.as_written(new.text if new else plain)
        return draft.find("honorific", (start, end), reason, active, active if new else None)
    reason = _("With a passive it is hard to see who does it: say who, with the plain verb.")
    return draft.find("passive", (start, end), reason, draft.as_written(make_polite(plain) or plain))
