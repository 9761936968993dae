"""Colours, sizes and the style sheet of the three themes."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from disaster_support.settings import THEMES
from disaster_support.ui.theme import SHAPE_PAIRS, SMALL, TEXT_PAIRS, apply_theme, contrast, current_theme, make_theme


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_stands_out_from_every_ground(name: str, ink: str, ground: str) -> None:
    theme = make_theme(name)
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("line", "ground"), SHAPE_PAIRS)
def test_edges_of_controls_can_be_made_out(name: str, line: str, ground: str) -> None:
    theme = make_theme(name)
    assert contrast(getattr(theme, line), getattr(theme, ground)) >= 3.0


@pytest.mark.parametrize("name", THEMES)
def test_the_focus_ring_stands_out_by_its_line_or_its_ring(name: str) -> None:
    theme = make_theme(name)
    for ground in (theme.paper, theme.surface, theme.tint, theme.tint_strong, theme.action):
        assert max(contrast(theme.focus_line, ground), contrast(theme.focus_ring, ground)) >= 3.0


def test_contrast_of_known_pairs() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_text_scale_multiplies_sizes_and_nothing_is_under_16() -> None:
    assert make_theme("light", 1.5).px(SMALL) == 24
    assert SMALL >= 16


def test_a_theme_is_in_force_after_it_was_applied(context: object, qapp: QApplication) -> None:
    apply_theme("dark", 1.25)
    assert current_theme().name == "dark"
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == current_theme().paper
    apply_theme("light")
