"""Colours, type sizes and spaces by role, for three themes, and the palette and style made of them.

Source: the Digital Agency's design system (DADS), `@digital-go-jp/design-tokens`, MIT.
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

RADIUS_SMALL, RADIUS, RADIUS_LARGE = 4, 8, 12
SMALL, BODY, LARGE, TITLE, HEADING, DISPLAY = 16, 17, 18, 20, 24, 28
TARGET, BOARD_TARGET = 44, 64


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours by what they mean, and how much larger text is shown than designed."""

    name: str
    paper: str
    surface: str
    surface_strong: str
    ink: str
    ink_secondary: str
    hairline: str
    border: str
    action: str
    action_hover: str
    action_pressed: str
    on_action: str
    tint: str
    tint_strong: str
    error: str
    success: str
    warning: str
    practice: str  # of drill mode: nothing else is of this colour
    on_practice: str
    focus_line: str = "#000000"
    focus_ring: str = "#ffd43d"
    scale: float = 1.0

    def px(self, size: float) -> int:
        """Return a type size, or a length that follows it, at the chosen text size."""
        return round(size * self.scale)

    def color(self, role: str) -> QColor:
        """Return the colour of a role."""
        return QColor(getattr(self, role))


_LIGHT = Theme(
    name="light",
    paper="#ffffff",
    surface="#f2f2f2",
    surface_strong="#e6e6e6",
    ink="#1a1a1a",
    ink_secondary="#595959",
    hairline="#949494",
    border="#666666",
    action="#0017c1",
    action_hover="#00118f",
    action_pressed="#000060",
    on_action="#ffffff",
    tint="#e8f1fe",
    tint_strong="#d9e6ff",
    error="#ce0000",
    success="#115a36",
    warning="#6e5600",
    practice="#8c1aa6",
    on_practice="#ffffff",
)
_DARK = Theme(
    name="dark",
    paper="#1a1a1a",
    surface="#262626",
    surface_strong="#333333",
    ink="#f2f2f2",
    ink_secondary="#cccccc",
    hairline="#767676",
    border="#999999",
    action="#9db7f9",
    action_hover="#c5d7fb",
    action_pressed="#d9e6ff",
    on_action="#000060",
    tint="#16204a",
    tint_strong="#1e2c66",
    error="#ff9696",
    success="#71c598",
    warning="#ffd43d",
    practice="#f0a6ff",
    on_practice="#1a1a1a",
)
_CONTRAST = Theme(
    name="contrast",
    paper="#000000",
    surface="#000000",
    surface_strong="#1a1a1a",
    ink="#ffffff",
    ink_secondary="#ffffff",
    hairline="#ffffff",
    border="#ffffff",
    action="#c5d7fb",
    action_hover="#e8f1fe",
    action_pressed="#ffffff",
    on_action="#000000",
    tint="#000060",
    tint_strong="#00118f",
    error="#ffbbbb",
    success="#9bd4b5",
    warning="#ffd43d",
    practice="#f0a6ff",
    on_practice="#000000",
)
_THEMES = {"light": _LIGHT, "dark": _DARK, "contrast": _CONTRAST}

_current = _LIGHT


def make_theme(name: str, scale: float = 1.0) -> Theme:
    """Return a theme by its name ("light", "dark", "contrast") at a text scale (1.0, 1.25, 1.5)."""
    return replace(_THEMES[name], scale=scale)


def current_theme() -> Theme:
    """Return the theme that is in force."""
    return _current


def apply_theme(name: str, scale: float = 1.0) -> None:
    """Show the whole program in this theme and text size from now on."""
    from disaster_support.ui.style import build_style

    global _current
    _current = make_theme(name, scale)
    app = QCoreApplication.instance()
    assert isinstance(app, QApplication)
    app.setPalette(build_palette(_current))
    app.setStyleSheet(build_style(_current))


def build_palette(theme: Theme) -> QPalette:
    """Return the palette for what the style sheet does not reach: item views, selections, Qt's own dialogues."""
    palette = QPalette()
    for group, role in _PALETTE.items():
        palette.setColor(group, theme.color(role))
    for group in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, group, theme.color("ink_secondary"))
    return palette


_PALETTE = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "paper",
    QPalette.ColorRole.AlternateBase: "surface",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink_secondary",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.ToolTipBase: "paper",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Highlight: "action",
    QPalette.ColorRole.HighlightedText: "on_action",
    QPalette.ColorRole.Link: "action",
    QPalette.ColorRole.LinkVisited: "action",
    QPalette.ColorRole.Accent: "action",
}

_INKS = ("ink", "ink_secondary", "action", "action_hover", "error", "success", "warning")
_GROUNDS = ("paper", "surface", "surface_strong", "tint", "tint_strong")
TEXT_PAIRS = (
    *((ink, ground) for ink in _INKS for ground in _GROUNDS),
    *(("on_action", ground) for ground in ("action", "action_hover", "action_pressed")),
    ("on_practice", "practice"),
)
"""Every pair of roles in which text may stand on a ground; a test holds each to 4.5:1."""

SHAPE_PAIRS = (*(("border", ground) for ground in _GROUNDS), ("hairline", "paper"))
"""Every pair in which a line must be made out; a test holds each to 3:1."""


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21.

    Source: WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    """
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
