"""Role-play cards: the crew's, the observer's, and the evacuee's in the player's language; two on a sheet of A4.

The crew know their task and nothing else, not even the scene's title, which gives away what has happened; what they are
to reach stands on the observer's card.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from disaster_support.bilingual import Bilingual
from disaster_support.content.model import SOURCE_LANGUAGE, Review
from disaster_support.documents.listing import Column, Value
from disaster_support.documents.model import Document, Text
from disaster_support.documents.paper import A4, A5
from disaster_support.documents.report import ONE_PAGE, Block, Table, build_report
from disaster_support.documents.sheet import text_of
from disaster_support.errors import UserError
from disaster_support.features.training.model import Scene
from disaster_support.features.training.paper.kit import CoursePaper, both
from disaster_support.i18n import gettext as _

TITLE = Bilingual("役割カード", "Role-play cards")
CREW = Bilingual("隊員・職員のカード", "Card for the crew")
OBSERVER = Bilingual("観察者のカード", "Card for the observer")

_SITUATION = Bilingual("場所と時刻", "Place and time")
_TASK = Bilingual("任務", "Task")
_TOOLS = Bilingual("使ってよい道具", "Tools you may use")
_GOALS = Bilingual("できたら印を付ける", "Tick what was reached")
_DEBRIEF = Bilingual("終わってから話すこと", "To talk about afterwards")
_CARD = "roleplay.card"
_ADVICE = ("roleplay.speak_your_language", "roleplay.stop_any_time")
_PARTS = (  # the heading's entry, and how the ids of the lines under it end, numbers left out
    ("roleplay.you_are", ("_who", "_happened")),
    ("roleplay.you_want", ("_want",)),
    ("roleplay.only_if_asked", ("_asked",)),
)
_LANGUAGE_PT, _JAPANESE_PT = 12.0, 9.0
_LANGUAGE_SHARE, _JAPANESE_SHARE = 1.3, 1.0


def build_role_cards(kit: CoursePaper, scene: Scene, tags: Sequence[str]) -> Document:
    """Return the cards of a scene, two on a sheet of A4: crew, observer, and the evacuee in each language.

    A language that the library has none of the scene's texts in is left out; where that leaves none, and where Japanese
    is among the languages, there is a card in Japanese alone.

    Raises:
        UserError: the library has no texts of this scene.

    """
    from disaster_support.printing import impose

    known = [tag for tag in dict.fromkeys(tags) if any(kit.catalogue.text(one, tag) for one in scene.evacuee)]
    cards = [
        _build_crew(kit, scene),
        _build_observer(kit, scene),
        *(build_player_card(kit, scene, tag) for tag in known or [SOURCE_LANGUAGE]),
    ]
    pages = tuple(page for card in cards for page in card.pages)
    joined = Document(f"{both(TITLE)}: {kit.say(scene.title)}", kit.language, pages, scene.id)
    return impose(joined, A4, columns=1, rows=2)


def _build_crew(kit: CoursePaper, scene: Scene) -> Document:
    facts = [(_SITUATION, kit.cell(scene.place)), (_TASK, kit.cell(scene.crew))]
    blocks: list[Block] = [kit.facts([*facts, (_TOOLS, kit.listed(scene.crew_tools))])]
    minutes = Bilingual(f"{scene.minutes}分", f"{scene.minutes} minutes")
    return _build_staff_card(kit, CREW, minutes, blocks)


def _build_observer(kit: CoursePaper, scene: Scene) -> Document:
    goals = replace(kit.listed(scene.crew_goals), mark="□")
    blocks: list[Block] = [kit.facts([(_GOALS, goals), (_DEBRIEF, kit.listed(scene.debrief))])]
    return _build_staff_card(kit, OBSERVER, scene.title, blocks)


def _build_staff_card(kit: CoursePaper, title: Bilingual, under: Bilingual, blocks: Sequence[Block]) -> Document:
    return build_report(
        both(title),
        blocks,
        kit.measurer,
        language=kit.language,
        under=(kit.text(under),),
        facts=(kit.printed_on.isoformat(),),
        paper=A5.landscape,
        scales=ONE_PAGE,
    )


def build_player_card(kit: CoursePaper, scene: Scene, tag: str) -> Document:
    """Return the evacuee's card in a language, Japanese beside it, as a page of A5.

    Raises:
        UserError: the library has no texts of this scene.

    """
    if not any(kit.catalogue.text(one, SOURCE_LANGUAGE) for one in scene.evacuee):
        raise UserError(_("The library has no texts for the role-play “{title}”.").format(title=scene.title.ja))
    japanese = kit.catalogue.text(_CARD, SOURCE_LANGUAGE)
    card = japanese.text if japanese else TITLE.ja
    title = kit.catalogue.text(_CARD, tag)
    facts = (card, scene.title.ja, kit.catalogue.get_language(tag).autonym)
    return build_report(
        title.text if title else card,
        _player_blocks(kit, scene, tag),
        kit.measurer,
        language=tag,
        under=(Text("　".join(facts), SOURCE_LANGUAGE),),
        facts=(scene.title.ja, tag, kit.printed_on.isoformat()),
        paper=A5.landscape,
        is_unreviewed=_is_unreviewed(kit, scene, tag),
        scales=ONE_PAGE,
    )


def _player_blocks(kit: CoursePaper, scene: Scene, tag: str) -> Iterator[Block]:
    languages = tuple(dict.fromkeys((tag, SOURCE_LANGUAGE)))
    sizes = {tag: (_LANGUAGE_SHARE, _LANGUAGE_PT), SOURCE_LANGUAGE: (_JAPANESE_SHARE, _JAPANESE_PT)}
    columns = [Column("", *sizes[one]) for one in languages]
    for heading, ends in _PARTS:
        rows = [[_value(kit, line, one) for one in languages] for line in _lines_of(scene, ends)]
        if rows:
            yield Table(columns, rows, heads=[_value(kit, heading, one) for one in languages])
    yield Table(columns, [[_value(kit, advice, one) for one in languages] for advice in _ADVICE])


def _lines_of(scene: Scene, ends: Sequence[str]) -> list[str]:
    return [line for line in scene.evacuee if line.rstrip("0123456789").endswith(tuple(ends))]


def _value(kit: CoursePaper, entry_id: str, tag: str) -> Value:
    phrase = kit.catalogue.text(entry_id, tag)
    return Value((text_of(phrase, tag),) if phrase else ())


def _is_unreviewed(kit: CoursePaper, scene: Scene, tag: str) -> bool:
    entries = (_CARD, *(heading for heading, _ends in _PARTS), *scene.evacuee, *_ADVICE)
    phrases = (kit.catalogue.text(one, tag) for one in entries)
    return any(phrase is not None and phrase.review is Review.UNREVIEWED for phrase in phrases)
