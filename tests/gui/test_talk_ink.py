"""No ink of any filled language is cut off on a tile, on the full screen or on an answer: the real library, drawn."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from disaster_support.changes import Changes
from disaster_support.content.catalogue import open_catalogue
from disaster_support.features.boards.answer_card import AnswerCard
from disaster_support.features.boards.language_card import LanguageCard
from disaster_support.features.boards.letters import can_draw, lay_said
from disaster_support.features.boards.service import BoardService
from disaster_support.features.boards.stage_face import StageFace
from disaster_support.features.boards.tile_card import TileCard
from disaster_support.settings import SettingsStore
from disaster_support.ui.fonts import fonts_are_coming

ROOT = Path(__file__).parents[2]
TILE_WIDTH = 396  # of a tile at 1366x768
LANGUAGE_WIDTH = 236
ROOM = 80  # around a card, for ink that stands out


@pytest.fixture(scope="session")
def library(tmp_path_factory):
    return open_catalogue(ROOT / "resources", ROOT / "translations", tmp_path_factory.mktemp("library"))


@pytest.fixture
def service(context, library, tmp_path, qtbot):
    for language in library.languages.values():
        can_draw(language)
    qtbot.waitUntil(lambda: not fonts_are_coming(), timeout=120_000)
    return BoardService(library, SettingsStore(tmp_path / "boards.json"), Changes())


def filled(service):
    return [tile.language.tag for tile in service.language_tiles() if tile.has_boards]


def all_tiles(service, tags):
    return [tile for board in service.boards(tags) for tile in service.board(board.situation, tags).tiles]


def longest(tiles, tag, count):
    return sorted(tiles, key=lambda tile: len(tile.phrases[tag].text) if tag in tile.phrases else 0)[-count:]


def ink_of(size: QSize, paint) -> tuple[int, int, int, int] | None:
    """Return the box of what `paint` draws, in coordinates of a card of this size, also what stands out of it."""
    image = QImage(size + QSize(2 * ROOM, 2 * ROOM), QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.translate(ROOM, ROOM)
    paint(painter)
    painter.end()
    data = Image.frombuffer(
        "L", (image.width(), image.height()), bytes(image.constBits()), "raw", "L", image.bytesPerLine(), 1
    )
    box = data.point(lambda value: 255 if value < 160 else 0).getbbox()
    return tuple(edge - ROOM for edge in box) if box else None


def assert_inside(box, area: QRectF, what) -> None:
    left, top, right, bottom = box
    inside = area.adjusted(-1, -1, 1, 1)
    assert inside.left() <= left, what
    assert inside.top() <= top, what
    assert right <= inside.right(), what
    assert bottom <= inside.bottom(), what


def content_area(card, size: QSize) -> QRectF:
    return QRectF(0, 0, size.width(), size.height()).adjusted(*[side * card.padding() for side in (1, 1, -1, -1)])


def assert_content_inside(card, size: QSize, what) -> None:
    card.resize(size)
    area = content_area(card, size)
    box = ink_of(size, lambda painter: card.paint_content(painter, area, QColor("black")))
    assert box is not None, what
    assert_inside(box, area, what)


def test_every_language_names_itself_within_its_card(service, qtbot):
    japanese = service.language("ja")
    for tile in service.language_tiles():
        card = LanguageCard(tile, service.i_speak, japanese)
        qtbot.addWidget(card)
        assert_content_inside(card, QSize(LANGUAGE_WIDTH, card.height_for(LANGUAGE_WIDTH)), tile.language.tag)


def test_the_longest_texts_stay_within_their_tiles(service, qtbot):
    for tag in filled(service):
        card = TileCard(service.languages)
        qtbot.addWidget(card)
        for tile in longest(all_tiles(service, (tag,)), tag, 6):
            card.show_tile(tile)
            assert_content_inside(card, QSize(TILE_WIDTH, card.height_for(TILE_WIDTH)), (tag, tile.entry))


def test_three_languages_stay_within_one_tile(service, qtbot):
    tags = tuple(tag for tag in ("my", "km", "ne", "ar", "th") if tag in filled(service))[:3]
    card = TileCard(service.languages)
    qtbot.addWidget(card)
    for tile in longest(all_tiles(service, tags), tags[0], 6):
        card.show_tile(tile)
        assert_content_inside(card, QSize(580, card.height_for(580)), (tags, tile.entry))


def test_lines_below_one_another_do_not_touch(service):
    for tag in filled(service):
        language = service.language(tag)
        for tile in longest(all_tiles(service, (tag,)), tag, 4):
            laid = lay_said((tile.phrases[tag], language), 28, TILE_WIDTH - 24)
            size = QSize(TILE_WIDTH - 24, round(laid.height))
            box = ink_of(size, lambda painter, laid=laid: laid.draw(painter, 0, 0, QColor("black")))
            assert_inside(box, QRectF(0, 0, size.width(), laid.height), (tag, tile.entry))


@pytest.mark.parametrize("turned", [False, True])
def test_the_full_screen_holds_the_longest_texts(service, qtbot, turned):
    face = StageFace(service.languages)
    qtbot.addWidget(face)
    face.resize(1350, 560)
    for tag in filled(service):
        for tile in longest(all_tiles(service, (tag,)), tag, 3):
            face.show_tile(tile)
            if face.turned != turned:
                face.turn()
            box = ink_of(face.size(), lambda painter: face.render(painter, QPoint()))
            assert_inside(box, QRectF(face.rect()).adjusted(8, 8, -8, -8), (tag, tile.entry))
            assert face.text_size_px >= 28, (tag, tile.entry)


def test_answers_hold_their_texts(service, qtbot):
    for tag in filled(service):
        face = StageFace(service.languages)
        qtbot.addWidget(face)
        face.resize(1350, 560)
        questions = [tile for tile in all_tiles(service, (tag,)) if tile.answers]
        for tile in sorted(questions, key=lambda tile: len(tile.answers))[-3:]:
            face.show_tile(tile)
            for card in face.answers:
                assert_answer_inside(card, (tag, tile.entry, card.tile.entry))


def assert_answer_inside(card: AnswerCard, what) -> None:
    area = content_area(card, card.size())
    box = ink_of(card.size(), lambda painter: card.paint_content(painter, area, QColor("black")))
    assert_inside(box, area, what)
