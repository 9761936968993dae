"""A course for papers: people with names of many kinds, a hand-out, a scene, questions."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

from disaster_support.bilingual import Bilingual
from disaster_support.features.training.model import (
    Conditions,
    Course,
    Day,
    Handout,
    HandoutSection,
    Instructor,
    Materials,
    Participant,
    Plan,
    Question,
    Scene,
    Step,
)
from disaster_support.features.training.paper.kit import CoursePaper
from disaster_support.features.training.results import Result
from tests.helpers.courses import small_plan

PRINTED_ON = date(2026, 11, 23)
DAYS = (Day(date(2026, 11, 24)), Day(date(2026, 11, 26), time(13, 0), 2))
PEOPLE = (
    ("山田 太郎", "中央消防署"),
    ("Nguyễn Thị Mai", "国際交流協会"),
    ("Alexandrina Fernanda de Souza Albuquerque", "北消防署 第二出張所 警防係"),
    ("佐藤 花子", ""),
)
HANDOUT = Handout(
    "calling",
    Bilingual("呼びかけ方", "How to call out"),
    Bilingual("短く、はっきり言います。", "Short and clear."),
    (
        HandoutSection(
            Bilingual("言い方", "Words"),
            (
                Bilingual("一文に一つのことを言う。", "One thing a sentence."),
                Bilingual("逃げる方向を指さす。", "Point the way."),
            ),
        ),
    ),
)
SCENE = Scene(
    "lost",
    Bilingual("いなくなった子ども", "A lost child"),
    Bilingual("公園の入口、午後5時。", "At the entrance of a park, 5 p.m."),
    8,
    Bilingual(
        "外国語で叫ぶ人がいます。何が起きたかを聞いてください。", "Somebody is shouting. Find out what has happened."
    ),
    (Bilingual("子どもの名前を書き取った。", "Wrote down the child's name."),),
    (Bilingual("指さしボード「受付」", "Fingerboard “Reception”"),),
    ("roleplay.lost_who", "roleplay.lost_happened", "roleplay.lost_want", "roleplay.lost_asked"),
    (Bilingual("何を最初に聞きましたか。", "What did you ask first?"),),
)


def make_questions(count: int = 24) -> dict[str, Question]:
    """Return questions on one topic."""
    choices = tuple(Bilingual(f"{place}番目の答え", f"Choice number {place}") for place in range(1, 5))
    made = (
        Question(
            f"tools-{number}",
            Bilingual(f"{number}番目の問いはどれか。", f"Which is question {number}?"),
            choices,
            number % 4 + 1,
            Bilingual(f"{number}番目の理由。", f"Reason {number}."),
            "tools",
        )
        for number in range(count)
    )
    return {one.id: one for one in made}


def make_plan() -> Plan:
    """Return a plan of two days whose units have something of everything."""
    plan = replace(small_plan((2, 4, 2), days=DAYS), topics=("tools",), conditions=Conditions(80, 60))
    words = Bilingual("道具を配る", "Hand out the tools")
    says = Bilingual("一人ずつ、声に出してください。", "Say it aloud, one by one.")
    units = [
        replace(
            unit,
            title=Bilingual(f"{place}番目の単元", f"Unit number {place}"),
            content=(Bilingual("短い言葉", "Short words"), Bilingual("身ぶり", "Gestures")),
            tools=(Bilingual("笛", "Whistle"),),
            materials=(Bilingual("記入用紙", "Worksheet"),),
            assessment=Bilingual("8割が言えること", "Eight in ten can say it"),
            step=(Step(20, words, says, words, Bilingual("笛", "Whistle")), *unit.step),
            handouts=("calling",),
            scenes=("lost",),
            boards=("reception",),
            signs=("facilities.toilet",),
            instructor_id="i1" if place == 1 else "",
        )
        for place, unit in enumerate(plan.unit, 1)
    ]
    return replace(plan, unit=tuple(units))


def make_materials() -> Materials:
    """Return a hand-out, a scene and questions."""
    return Materials({}, make_questions(), {HANDOUT.id: HANDOUT}, {SCENE.id: SCENE})


def make_paper(catalogue, measurer, language: str = "ja", *, is_template: bool = False) -> CoursePaper:
    """Return what papers are made of; everybody but the last has met the conditions."""
    plan = make_plan()
    if is_template:
        course = Course("", replace(plan, days=()), 2026)
        return CoursePaper(course, make_materials(), catalogue, measurer, language, PRINTED_ON)
    people = [Participant(str(UUID(int=place)), "c1", *one) for place, one in enumerate(PEOPLE)]
    results = [Result(one, 8, 8, 100, one is not people[-1]) for one in people]
    course = Course("c1", plan, 2026, "県消防学校 大教室", "中央県消防学校")
    instructors = {"i1": Instructor("i1", "鈴木 一郎")}
    return CoursePaper(
        course, make_materials(), catalogue, measurer, language, PRINTED_ON, people, instructors, results
    )
