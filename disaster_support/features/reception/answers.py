"""Single answers as files and people write them (はい, ○, 女性, "peanut", yes), and as our files write them."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from disaster_support.errors import UserError
from disaster_support.features.reception.model import Consent, Need, NeedState, Sex, State, Telling, Unanswered
from disaster_support.features.reception.moments import read_moment
from disaster_support.features.reception.names import clean_line
from disaster_support.i18n import gettext as _

_Word = TypeVar("_Word", bound=StrEnum)

_YES = {
    "yes",
    "y",
    "true",
    "はい",
    "有",
    "有り",
    "あり",
    "ある",
    "要",
    "該当",
    "○",
    "〇",
    "◯",
    "◎",
    "✓",
    "✔",
    "レ",
    "1",
}
_NO = {
    "no",
    "n",
    "false",
    "いいえ",
    "無",
    "無し",
    "なし",
    "ない",
    "特になし",
    "特に無し",
    "不要",
    "非該当",
    "none",
    "×",
    "✕",
    "✗",
    "0",
}
_UNKNOWN = {"?", "不明", "わからない", "unknown"}
_DECLINED = {*"-‐‑–—―−ー", "回答拒否", "答えたくない", "declined"}
_SEX = {
    "female": Sex.FEMALE,
    "f": Sex.FEMALE,
    "女": Sex.FEMALE,
    "女性": Sex.FEMALE,
    "2": Sex.FEMALE,  # 1 and 2: ISO/IEC 5218, and the codes of Japanese resident records
    "male": Sex.MALE,
    "m": Sex.MALE,
    "男": Sex.MALE,
    "男性": Sex.MALE,
    "1": Sex.MALE,
    "other": Sex.OTHER,
    "その他": Sex.OTHER,
    "x": Sex.OTHER,
}
_TELLING = {
    "voice": Telling.VOICE,
    "音声": Telling.VOICE,
    "声": Telling.VOICE,
    "放送": Telling.VOICE,
    "text": Telling.TEXT,
    "文字": Telling.TEXT,
    "筆談": Telling.TEXT,
    "pictures": Telling.PICTURES,
    "絵": Telling.PICTURES,
    "イラスト": Telling.PICTURES,
    "sign": Telling.SIGN,
    "手話": Telling.SIGN,
}
_STATES = {
    "expected": State.EXPECTED,
    "予定": State.EXPECTED,
    "here": State.HERE,
    "入所": State.HERE,
    "入所中": State.HERE,
    "在所": State.HERE,
    "避難中": State.HERE,
    "on-leave": State.ON_LEAVE,
    "外泊": State.ON_LEAVE,
    "外泊中": State.ON_LEAVE,
    "left": State.LEFT,
    "退所": State.LEFT,
    "退所済": State.LEFT,
    "transferred": State.TRANSFERRED,
    "転所": State.TRANSFERRED,
    "移動": State.TRANSFERRED,
}


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()


def read_unanswered(text: str) -> str | None:
    """Return the value of `Unanswered` that the text says, if it says nothing else."""
    word = _plain(text)
    if word in _UNKNOWN:
        return Unanswered.UNKNOWN.value
    return Unanswered.DECLINED.value if word in _DECLINED else None


def read_sex(text: str) -> str:
    """Return a value of `Sex`. Raises UserError with what may stand there."""
    return _choose(text, _SEX, Sex).value


def read_state(text: str) -> State:
    """Return where a person is. Raises UserError with what may stand there."""
    return _choose(text, _STATES, State)


def read_telling(text: str) -> str:
    """Return values of `Telling` parted by ';'. Raises UserError with what may stand there."""
    words = filter(None, re.split(r"[;,、，；・/／\s]+", text))
    return ";".join(dict.fromkeys(_choose(word, _TELLING, Telling).value for word in words))


def _choose(text: str, words: Mapping[str, _Word], choices: type[_Word]) -> _Word:
    found = words.get(_plain(text))
    if found is None:
        raise UserError(_("“{text}” is not understood: use {choices}.").format(text=text, choices=", ".join(choices)))
    return found


def _read_need_state(text: str) -> NeedState | None:
    word = _plain(text)
    if word in _YES or word in _NO:
        return NeedState.YES if word in _YES else NeedState.NO
    unanswered = read_unanswered(text)
    return NeedState(unanswered) if unanswered else None


def read_need(text: str) -> Need:
    """Read an answer about a need: yes, no, "?" or "-", each with ": what exactly"; anything else is a yes."""
    whole = clean_line(text)
    state = _read_need_state(whole)
    if state:
        return Need(state)
    word, _colon, detail = re.sub("[:：]", "\0", whole, count=1).partition("\0")
    state = _read_need_state(word)
    return Need(state, detail.strip()) if state else Need(NeedState.YES, whole)


def write_need(need: Need) -> str:
    """Write an answer about a need so that `read_need` returns the same; when it was noted or met stays here."""
    if not need.detail:
        return need.state.value
    if read_need(need.detail) == Need(need.state, need.detail):
        return need.detail
    return f"{need.state}: {need.detail}"


def read_consent(text: str, now: datetime) -> Consent | None:
    """Read a yes or no, with the time of the answer behind it where it is known; without a clear answer nobody is told.

    Raises:
        UserError: it is neither yes nor no.

    """
    if read_unanswered(text):
        return None
    word, _space, moment = clean_line(text).partition(" ")
    if _plain(word) not in _YES | _NO:
        raise UserError(_("“{text}” is not understood: use {choices}.").format(text=text, choices="yes, no"))
    return Consent(_plain(word) in _YES, read_moment(moment, now) if moment else None)


def write_consent(consent: Consent) -> str:
    """Write a consent so that `read_consent` returns the same."""
    return " ".join(["yes" if consent.given else "no", *([consent.at.isoformat()] if consent.at else [])])
