"""What the language board keeps from one start to the next: it looks the same, and gives way to anything newer."""

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QWidget

from disaster_support.features.boards.kept_texts import KeptTexts
from disaster_support.features.boards.page import TalkPage
from disaster_support.ui.fonts import fonts_are_coming
from disaster_support.ui.theme import apply_theme

SIZE = QSize(1200, 700)


def open_page(context, qtbot) -> TalkPage:
    page = TalkPage(context)
    qtbot.addWidget(page)
    page.resize(SIZE)
    page.show()
    qtbot.waitUntil(lambda: not fonts_are_coming(), timeout=60_000)
    return page


def picture_of(page: TalkPage) -> QImage:
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    for card in page.languages.grid.cards:
        place = card.mapTo(page, QPoint(0, 0))
        card.render(image, place, QRegion(), QWidget.RenderFlag.DrawChildren)
    return image


def most_different(first: QImage, second: QImage) -> int:
    pairs = zip(bytes(first.constBits()), bytes(second.constBits()), strict=True)
    return max(abs(one - other) for one, other in pairs)


def kept_by(page: TalkPage) -> list[str]:
    return [tag for tag, card in page.languages._cards.items() if page.languages._find_kept(tag, card._laid[0])]


@pytest.fixture
def kept(context, qtbot):
    """A folder into which a page has just put its texts, and how that page looked."""
    folder = context.paths.cache / "boards"
    forget(folder)
    page = open_page(context, qtbot)
    qtbot.waitUntil(lambda: any(folder.glob("languages-*")), timeout=10_000)
    yield folder, picture_of(page)
    forget(folder)


def forget(folder):
    for path in folder.glob("languages-*"):
        path.unlink()


@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_the_next_start_draws_the_same(context, qtbot, kept, theme):
    apply_theme(theme)
    drawn = picture_of(open_page(context, qtbot))
    forget(kept[0])
    page = open_page(context, qtbot)
    assert not kept_by(page)
    assert most_different(drawn, picture_of(page)) <= 2


def test_the_next_start_lays_nothing_out(context, qtbot, kept, monkeypatch):
    monkeypatch.setattr("disaster_support.features.boards.language_card.LanguageCard._lay", None)
    page = open_page(context, qtbot)
    assert len(kept_by(page)) == len(page.languages.grid.cards)


def test_another_text_size_is_drawn_anew(context, qtbot, kept):
    apply_theme("light", 1.5)
    assert not kept_by(open_page(context, qtbot))
    apply_theme("light")


def test_another_library_is_drawn_anew(context, qtbot, kept):
    context.catalogue._store.edition = "another"
    assert not kept_by(open_page(context, qtbot))


def test_only_the_last_few_looks_are_kept(tmp_path):
    kept = KeptTexts(tmp_path)
    for width in range(1, 10):
        kept._write(str(width), b"")
    assert len(list(tmp_path.iterdir())) == 4


@pytest.mark.parametrize(
    "damage", [b"", b"{}\n", b"[]\n", b'{"look": "", "cards": []}\nxx', b"\xff" * 100, b'{"cards": {"ja": 3}}\n']
)
def test_a_damaged_file_is_drawn_anew(tmp_path, damage):
    kept = KeptTexts(tmp_path)
    kept._write("", damage)
    assert kept.find("ja", "") is None
