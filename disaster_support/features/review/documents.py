"""The sheet for a reviewer without a computer: every text beside its Japanese, with room to say what it says.

Its words stand in Japanese and English whatever the interface speaks: who checks a language may read only one of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from disaster_support.content.library import Library, phrases
from disaster_support.content.model import SOURCE_LANGUAGE, Entry, Language, Phrase, Review
from disaster_support.content.review_file import ENGLISH
from disaster_support.documents.listing import Column, Value
from disaster_support.documents.model import Document, Text, TextMeasurer
from disaster_support.documents.paper import A4
from disaster_support.documents.report import Block, Heading, Paragraph, Table, build_report, say
from disaster_support.documents.sheet import text_of

_ROW_MM = 15.0  # a line of handwriting and a half, twice
_SMALL_PT, _BOX_PT, _TEXT_PT, _LARGE_PT = 7.5, 8.5, 9.5, 11.5
_TITLE = ("翻訳の確認シート", "Translation review sheet")
_WHAT = (
    "その言語を話す人に、翻訳を確認してもらうための紙です。公式の文書ではありません。貼ったり配ったりしないでください。",
    "For speakers of the language to check translations. It is no official text: not for a wall, and not to hand out.",
)
_HOW = (
    "1. 翻訳だけを読み、何と書いてあるかを「読んだ意味」に書いてください（日本語か英語で）。"
    " 2. 日本語と比べてください。 3. よければ「よい」に、直すところがあれば「直す」に印をつけ、"
    "正しい文を書いてください。{かっこの中の英字}は、そのまま残します。",
    "1. Read the translation alone and write what it says (in Japanese or English). 2. Compare it with the source."
    " 3. Tick “ok”, or tick “change” and write the right text. Keep {words in braces} as they are.",
)
_SIGNED = "確認した人 / Reviewer：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿　　日付 / Date：＿＿＿＿＿＿＿＿＿＿"
_HEADS = (
    ("番号", "id"),
    ("日本語", "Japanese"),
    ("英語", "English"),
    ("翻訳", "Translation"),
    ("読んだ意味・正しい文", "What it says · right text"),
    ("どちらか", "One of these"),
)
_SHARES = (27, 54, 44, 59, 62, 28)
_BOXES = ("□ よい / ok", "□ 直す / change")


def build_review_sheet(
    library: Library, tag: str, ids: Sequence[str], measurer: TextMeasurer, printed_on: date
) -> Document:
    """Return the texts of these entries, by situation, with what a reviewer has to know and room to write."""
    language = library.structure.languages[tag]
    texts = {one: phrases(library, one) for one in (SOURCE_LANGUAGE, ENGLISH, tag)}
    reviewed = all(texts[tag][id_].review is Review.REVIEWED for id_ in ids if id_ in texts[tag])
    return build_report(
        f"{_TITLE[0]} / {_TITLE[1]}",
        list(_blocks(library, language, ids, texts)),
        measurer,
        language=SOURCE_LANGUAGE,
        under=(Text(language.autonym, tag), f"{language.name_ja} / {language.name_en} ({tag})"),
        facts=(tag, printed_on.isoformat()),
        paper=A4.landscape,
        is_unreviewed=not reviewed,
    )


def _blocks(
    library: Library, language: Language, ids: Sequence[str], texts: Mapping[str, Mapping[str, Phrase]]
) -> Iterator[Block]:
    for words in (_WHAT, _HOW):
        for one, tag in zip(words, (SOURCE_LANGUAGE, ENGLISH), strict=True):
            yield Paragraph((Text(one, tag),), is_bold=words is _WHAT)
    yield Paragraph((Text(_SIGNED, SOURCE_LANGUAGE),))
    for situation, members in _by_situation(library, ids).items():
        yield Heading(_name_of(library, situation, texts))
        rows = [_row(entry, language, texts) for entry in members]
        yield Table(_columns(), rows, least_row_mm=_ROW_MM, heads=[_both(words) for words in _HEADS])


def _by_situation(library: Library, ids: Sequence[str]) -> dict[str, list[Entry]]:
    members: dict[str, list[Entry]] = {}
    for id_ in ids:
        entry = library.structure.entries[id_]
        members.setdefault(entry.situation, []).append(entry)
    return members


def _name_of(library: Library, situation: str, texts: Mapping[str, Mapping[str, Phrase]]) -> str:
    known = library.structure.situations.get(situation)
    names = (texts[tag].get(known.title) for tag in (SOURCE_LANGUAGE, ENGLISH)) if known else ()
    return " / ".join(name.text for name in names if name) or situation


def _columns() -> tuple[Column, ...]:
    sizes = (_SMALL_PT, _TEXT_PT, _TEXT_PT, _LARGE_PT, _TEXT_PT, _BOX_PT)
    return tuple(Column("", share, size) for share, size in zip(_SHARES, sizes, strict=True))


def _row(entry: Entry, language: Language, texts: Mapping[str, Mapping[str, Phrase]]) -> list[Value]:
    english = texts[ENGLISH].get(entry.id) if language.tag != ENGLISH else None
    translation = texts[language.tag].get(entry.id)
    return [
        say(entry.id.replace(".", ".\u200b"), ENGLISH),  # a long id breaks at its dots
        Value((text_of(texts[SOURCE_LANGUAGE][entry.id], SOURCE_LANGUAGE),)),
        Value((text_of(english, ENGLISH),) if english else ()),
        Value(_translations(translation, language.tag) if translation else ()),
        Value(),
        Value(tuple(Text(words, SOURCE_LANGUAGE) for words in _BOXES)),
    ]


def _translations(phrase: Phrase, tag: str) -> tuple[Text, ...]:
    """Return the text, or where grammar follows a number each of its forms."""
    return tuple(Text(form, tag) for form in phrase.forms) or (text_of(phrase, tag),)


def _both(words: tuple[str, str]) -> Value:
    return Value((Text(words[0], SOURCE_LANGUAGE), Text(words[1], ENGLISH)))
