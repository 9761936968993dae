import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disaster_support.documents.listing import Column
from disaster_support.documents.model import Text, TextBox
from disaster_support.documents.report import (
    FEWEST_PAGES,
    ONE_PAGE,
    Heading,
    Paragraph,
    Points,
    Table,
    Together,
    build_report,
    say,
)
from disaster_support.printing import render_pdf

WORDS = "避難所では、言葉が通じない人にも情報を伝えます。" * 3


def lines(count, size_pt=10.5):
    return [Paragraph((Text(f"{place} {WORDS}", "ja"),), size_pt) for place in range(count)]


def texts_of(page):
    return [item.text.string for item in page.items if isinstance(item, TextBox)]


@pytest.mark.parametrize("count", range(18, 34))
def test_heading_never_stands_alone_at_a_foot(count, real_typesetter):
    table = Table((Column("番号", 1.0), Column("内容", 4.0)), [(say("1", "ja"), say(WORDS * 4, "ja"))])
    blocks = [*lines(count), Heading("見出し"), Heading("小見出し", level=2), table]
    document = build_report("報告", blocks, real_typesetter, language="ja")
    (page,) = [texts_of(page) for page in document.pages if "見出し" in texts_of(page)]
    assert {"小見出し", "番号", WORDS * 4} <= set(page)


@pytest.mark.parametrize("count", range(20, 34))
def test_what_belongs_together_stays_together(count, real_typesetter):
    group = [Paragraph((Text(f"組{place} {WORDS}", "ja"),)) for place in range(6)]
    document = build_report("報告", [*lines(count), Together(tuple(group))], real_typesetter, language="ja")
    assert sorted(sum(text.startswith("組") for text in texts_of(page)) for page in document.pages)[-1] == 6


def test_heads_stand_again_on_every_page(real_typesetter):
    rows = [(say(str(place), "ja"), say(WORDS, "ja")) for place in range(60)]
    document = build_report(
        "報告", [Table((Column("番号", 1.0), Column("内容", 4.0)), rows)], real_typesetter, language="ja"
    )
    assert len(document.pages) > 1
    assert all({"番号", "内容"} <= set(texts_of(page)) for page in document.pages)


def test_what_is_higher_than_a_page_is_set_smaller(real_typesetter):
    long = Text(WORDS * 80, "ja")
    table = Table((Column("", 1.0),), [(Points((long,)),)])
    document = build_report("報告", [Paragraph((long,)), table], real_typesetter, language="ja")
    for page in document.pages:
        low = max(item.y_mm + item.height_mm for item in page.items if isinstance(item, TextBox))
        assert low <= page.height_mm - 12
    render_pdf(document, real_typesetter)


@pytest.mark.parametrize("count", [2, 8, 30])
def test_one_page_is_filled_and_never_left(count, real_typesetter):
    document = build_report("資料", lines(count), real_typesetter, language="ja", scales=ONE_PAGE)
    assert len(document.pages) == 1
    largest = build_report("資料", lines(2), real_typesetter, language="ja", scales=ONE_PAGE[:1])
    sizes = [item.size_pt for item in document.pages[0].items if isinstance(item, TextBox)]
    assert max(sizes) <= max(item.size_pt for item in largest.pages[0].items if isinstance(item, TextBox))


def test_last_page_does_not_hold_a_line_alone_where_a_little_less_does(real_typesetter):
    many = next(
        count
        for count in range(5, 60)
        if len(build_report("資料", lines(count), real_typesetter, language="ja").pages) == 2
    )
    saved = build_report("資料", lines(many), real_typesetter, language="ja", scales=FEWEST_PAGES)
    assert len(saved.pages) == 1
    assert len(build_report("資料", lines(many * 2), real_typesetter, language="ja", scales=FEWEST_PAGES).pages) == 2


@settings(max_examples=40, deadline=None)
@given(title=st.text(min_size=1, max_size=120), fact=st.text(max_size=200), is_unreviewed=st.booleans())
def test_any_facts_fit_the_footer(title, fact, is_unreviewed, real_typesetter):
    document = build_report(
        title, lines(1), real_typesetter, language="ja", facts=(fact, "2026-11-23"), is_unreviewed=is_unreviewed
    )
    assert texts_of(document.pages[0])[-2 if is_unreviewed else -1].endswith("1/1")
    render_pdf(document, real_typesetter)
