"""Who is here: live counts, needs that wait, and the languages that Signs starts with."""

import pytest

from disaster_support.changes import Change
from disaster_support.features.boards.documents import build_board
from disaster_support.features.reception.comings import move
from disaster_support.features.reception.model import (
    Details,
    Level,
    MovementKind,
    Need,
    NeedKind,
    NeedState,
    SpokenLanguage,
)
from disaster_support.features.reception.overview import LanguagesHere
from disaster_support.features.reception.pages.here import HerePage
from disaster_support.features.reception.service import register_household
from disaster_support.features.signs.page import SignsPage
from disaster_support.storage.sheets import note_sheets
from disaster_support.ui.tasks import is_busy
from tests.helpers.gui import choose_file, find_nameless
from tests.helpers.registers import cheap_keys, make_register

__all__ = ["cheap_keys"]


class Desk:
    """Stands in for the tabs beside this one."""

    def __init__(self):
        self.asked = []

    def __getattr__(self, name):
        return lambda *given: self.asked.append((name, *given))


def _somebody(name, tag, level=None, **more):
    return Details(name=name, languages=(SpokenLanguage(tag, level),), **more)


@pytest.fixture
def register(context, cheap_keys):
    context.door.admit(make_register(context.door.folder).register)
    yield context.door.register
    context.door.lock()


@pytest.fixture
def page(context, register, qtbot):
    page = HerePage(context, Desk())
    qtbot.addWidget(page)
    page.resize(1278, 668)
    page.show()
    _settle(qtbot)
    return page


def _settle(qtbot):
    qtbot.wait(30)
    qtbot.waitUntil(lambda: not is_busy(), timeout=5000)
    qtbot.wait(30)


def _arrive(context, qtbot, *people):
    ids = register_household(context.door.register, people)
    context.changes.announce(Change.PEOPLE)
    _settle(qtbot)
    return ids


def test_nobody_is_here_at_first(page):
    assert page.overview.here == 0
    assert find_nameless(page) == []


def test_languages_stand_with_most_people_first(page, context, qtbot):
    _arrive(
        context,
        qtbot,
        _somebody("Sita", "ne", Level.INTERPRETER),
        _somebody("Ram", "ne"),
        Details(name="Aung", languages=(SpokenLanguage("my"), SpokenLanguage("ja", Level.EASY_JA))),
        Details(name="Somebody"),
    )
    found = {one.tag: (one.people, one.interpreter, one.easy_japanese, one.unknown) for one in page.overview.languages}
    assert list(found) == ["ne", "my", ""]
    assert found == {"ne": (2, 1, 0, 1), "my": (1, 0, 1, 0), "": (1, 0, 0, 1)}
    assert find_nameless(page) == []


def test_who_leaves_is_counted_no_more(page, context, register, qtbot):
    ids = _arrive(context, qtbot, _somebody("Sita", "ne"), _somebody("Ram", "ne"))
    move(register, ids[:1], MovementKind.OUT)
    context.changes.announce(Change.PEOPLE)
    _settle(qtbot)
    assert page.overview.here == 1


def test_a_need_waits_until_it_is_seen_to(page, context, qtbot):
    needs = {NeedKind.ALLERGY: Need(NeedState.YES, "peanut"), NeedKind.CAR: Need(NeedState.YES)}
    _arrive(context, qtbot, _somebody("Sita", "ne", needs=needs))
    assert page.overview.needs == ((NeedKind.ALLERGY, 1, 1), (NeedKind.CAR, 1, 0))
    assert [one.kind for one in page.overview.waiting] == [NeedKind.ALLERGY]
    page._meet(page.overview.waiting[0])
    _settle(qtbot)
    assert page.overview.waiting == ()


def test_a_language_without_a_sheet_is_pointed_out(page, context, register, qtbot):
    _arrive(context, qtbot, _somebody("Sita", "ne"), _somebody("Aung", "my"))
    assert page.overview.without_sheet == ("my", "ne")
    note_sheets(register, ["my"])
    context.changes.announce(Change.PEOPLE)
    _settle(qtbot)
    assert page.overview.without_sheet == ("ne",)


@pytest.fixture
def signs(context, qtbot):
    page = SignsPage(context, build_board, LanguagesHere(context))
    qtbot.addWidget(page)
    _settle(qtbot)
    yield page
    _settle(qtbot)


def test_signs_start_with_the_languages_of_the_people_here(context, register, signs, qtbot):
    before = signs.options.languages.languages()
    _arrive(context, qtbot, _somebody("Sita", "ne"), _somebody("Ram", "ne"), _somebody("Aung", "my"))
    assert before != ("ne", "my")
    assert signs.options.languages.languages() == ("ne", "my")
    assert signs.missing.isVisibleTo(signs)


def test_languages_chosen_by_hand_stay(context, register, signs, qtbot):
    signs.options.languages.set_languages(["en"])
    signs.options.languages.changed.emit()
    _arrive(context, qtbot, _somebody("Sita", "ne"))
    assert signs.options.languages.languages() == ("en",)


def test_saving_signs_counts_as_printed(context, register, signs, qtbot, tmp_path, monkeypatch):
    _arrive(context, qtbot, _somebody("Sita", "ne"))
    choose_file(monkeypatch, tmp_path / "sign.pdf")
    signs.bar.save_pdf.click()
    qtbot.waitUntil(lambda: (tmp_path / "sign.pdf").exists(), timeout=10_000)
    _settle(qtbot)
    assert LanguagesHere(context).without_sheet() == ()
    assert not signs.missing.isVisibleTo(signs)


def test_signs_know_nobody_while_the_register_is_locked(context, signs):
    assert LanguagesHere(context).languages() == ()
    assert not signs.missing.isVisibleTo(signs)
