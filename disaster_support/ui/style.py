"""The one style sheet, written from a theme's roles.

Widgets say what they are with a dynamic property: `kind` of a button (filled, outline, text) and its `tall` (large,
medium, small); `type` of a label (heading, title, large, secondary, error); `panel` of a frame (card, surface).
"""

from disaster_support.ui.icons import icon_file
from disaster_support.ui.theme import (
    BODY,
    HEADING,
    LARGE,
    RADIUS,
    RADIUS_LARGE,
    SMALL,
    TARGET,
    TITLE,
    Theme,
)

_HEIGHTS = {"large": 56, "medium": 48, "small": 36}


def build_style(theme: Theme) -> str:
    """Return the style sheet of a theme."""
    parts = (_base(theme), _labels(theme), _buttons(theme), _fields(theme), _choices(theme), _lists(theme))
    return "\n".join((*parts, _panels(theme), _scrolling(theme)))


def _base(theme: Theme) -> str:
    return f"""
QWidget {{ font-size: {theme.px(BODY)}px; color: {theme.ink}; }}
QMainWindow, QDialog, QStackedWidget {{ background: {theme.paper}; }}
QToolTip {{ background: {theme.paper}; color: {theme.ink}; border: 1px solid {theme.border}; padding: 8px; }}
QMenu {{ background: {theme.paper}; border: 1px solid {theme.border}; padding: 4px; }}
QMenu::item {{ padding: 8px 24px; }}
QMenu::item:selected {{ background: {theme.tint_strong}; color: {theme.ink}; }}
"""


def _labels(theme: Theme) -> str:
    return f"""
QLabel {{ background: transparent; }}
QLabel[type="heading"] {{ font-size: {theme.px(HEADING)}px; font-weight: bold; }}
QLabel[type="title"] {{ font-size: {theme.px(TITLE)}px; font-weight: bold; }}
QLabel[type="large"] {{ font-size: {theme.px(LARGE)}px; }}
QLabel[type="strong"] {{ font-weight: bold; }}
QLabel[type="secondary"] {{ font-size: {theme.px(SMALL)}px; color: {theme.ink_secondary}; }}
QLabel[type="error"] {{ font-size: {theme.px(SMALL)}px; color: {theme.error}; }}
"""


def _buttons(theme: Theme) -> str:
    heights = "".join(_button_height(theme, name, height) for name, height in _HEIGHTS.items())
    return f"""
QPushButton {{ border-radius: {RADIUS}px; padding: 0 16px; font-weight: bold; background: {theme.paper};
    color: {theme.action}; border: 1px solid {theme.action}; min-height: {TARGET - 2}px; min-width: {TARGET}px; }}
QPushButton:hover {{ background: {theme.tint}; color: {theme.action_hover}; }}
QPushButton:pressed, QPushButton:checked {{ background: {theme.tint_strong}; color: {theme.action_hover}; }}
QPushButton[kind="filled"] {{ background: {theme.action}; color: {theme.on_action}; }}
QPushButton[kind="filled"]:hover {{ background: {theme.action_hover}; }}
QPushButton[kind="filled"]:pressed {{ background: {theme.action_pressed}; }}
QPushButton[kind="text"] {{ background: transparent; border-color: transparent; text-decoration: underline; }}
QPushButton[kind="text"]:hover {{ background: {theme.tint}; }}
QPushButton:disabled, QPushButton[kind="filled"]:disabled {{ background: {theme.surface_strong};
    color: {theme.ink_secondary}; border-color: {theme.hairline}; }}
{heights}
QToolButton {{ border: 1px solid transparent; border-radius: {RADIUS}px; padding: 0; background: transparent;
    min-height: {TARGET - 2}px; min-width: {TARGET - 2}px; }}
QToolButton:hover {{ background: {theme.tint}; }}
QToolButton:pressed, QToolButton:checked {{ background: {theme.tint_strong}; }}
QPushButton#language {{ border-color: {theme.border}; color: {theme.ink}; font-weight: normal; padding: 0 12px; }}
QPushButton#language:checked {{ background: {theme.action}; color: {theme.on_action}; border-color: {theme.action};
    font-weight: bold; }}
QPushButton#staff {{ padding-right: {theme.px(36)}px; }}
QPushButton::menu-indicator {{ image: {_image("chevron-down", theme.action)}; width: {theme.px(24)}px;
    height: {theme.px(24)}px; subcontrol-origin: padding; subcontrol-position: center right; right: 8px; }}
"""


def _button_height(theme: Theme, name: str, height: int) -> str:
    # A small button is drawn 36 high and takes clicks in 44: the margin belongs to the widget.
    margin = max(0, (TARGET - height) // 2)
    inner = theme.px(height) - 2
    return f'QPushButton[tall="{name}"] {{ min-height: {inner}px; max-height: {inner}px; margin: {margin}px 0; }}\n'


def _fields(theme: Theme) -> str:
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit, QTimeEdit, QComboBox {{
    background: {theme.paper}; color: {theme.ink};
    border: 1px solid {theme.border}; border-radius: {RADIUS}px; padding: 0 12px; min-height: {theme.px(TARGET) - 2}px;
    selection-background-color: {theme.action}; selection-color: {theme.on_action}; }}
QPlainTextEdit, QTextEdit {{ padding: 8px 12px; }}
QLineEdit {{ placeholder-text-color: {theme.ink_secondary}; }}
QLineEdit > QToolButton {{ min-height: 0; min-width: 0; border: 0; background: transparent; }}
QLineEdit[wrong="true"] {{ border: 2px solid {theme.error}; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: 0; width: 36px; }}
QComboBox QAbstractItemView {{ background: {theme.paper}; border: 1px solid {theme.border}; padding: 4px; }}
QComboBox QAbstractItemView::item {{ min-height: {TARGET}px; }}
"""


def _choices(theme: Theme) -> str:
    box = theme.px(24)
    return f"""
QCheckBox, QRadioButton {{ spacing: 12px; min-height: {TARGET}px; background: transparent; padding: 0 4px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {box}px; height: {box}px; }}
QCheckBox::indicator {{ image: {_image("checkbox-blank-outline", theme.border)}; }}
QCheckBox::indicator:checked {{ image: {_image("checkbox-marked", theme.action)}; }}
QRadioButton::indicator {{ image: {_image("radiobox-blank", theme.border)}; }}
QRadioButton::indicator:checked {{ image: {_image("radiobox-marked", theme.action)}; }}
QTimeEdit::up-button, QTimeEdit::down-button {{ width: 0; border: 0; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: {_image("chevron-down", theme.ink)};
    width: {box}px; height: {box}px; }}
QSpinBox::up-button, QSpinBox::down-button {{ width: {TARGET}px; border: 0; background: transparent; }}
QSpinBox::up-button {{ subcontrol-position: center right; }}
QSpinBox::down-button {{ subcontrol-position: center right; right: {TARGET}px; }}
QSpinBox::up-arrow {{ image: {_image("plus", theme.ink)}; width: {box}px; height: {box}px; }}
QSpinBox::down-arrow {{ image: {_image("minus", theme.ink)}; width: {box}px; height: {box}px; }}
QSpinBox {{ padding-right: {2 * TARGET}px; }}
"""


def _image(name: str, color: str) -> str:
    path = icon_file(name, color)
    return f'url("{path.as_posix()}")' if path else "none"


def _lists(theme: Theme) -> str:
    return f"""
QListView, QTreeView, QTableView {{ background: {theme.paper}; border: 1px solid {theme.hairline};
    border-radius: {RADIUS}px; outline: 0; gridline-color: {theme.hairline};
    selection-background-color: {theme.tint_strong}; selection-color: {theme.ink}; }}
QListView::item {{ min-height: {TARGET}px; padding: 0 8px; color: {theme.ink}; }}
QListView::item:hover {{ background: {theme.tint}; }}
QListView::item:selected {{ background: {theme.tint_strong}; color: {theme.ink}; }}
QTableView[roomy="true"]::item {{ padding: 0 8px; }}
QHeaderView::section {{ background: {theme.surface}; color: {theme.ink}; border: 0; padding: 8px; font-weight: bold;
    border-bottom: 1px solid {theme.hairline}; }}
"""


def _panels(theme: Theme) -> str:
    return f"""
QFrame[panel="card"] {{ background: {theme.paper}; border: 1px solid {theme.hairline};
    border-radius: {RADIUS_LARGE}px; }}
QFrame[panel="surface"] {{ background: {theme.surface}; border: 0; border-radius: {RADIUS_LARGE}px; }}
QFrame[panel="error"] {{ background: {theme.paper}; border: 2px solid {theme.error}; border-radius: {RADIUS}px; }}
QFrame[panel="warning"] {{ background: {theme.paper}; border: 2px solid {theme.warning}; border-radius: {RADIUS}px; }}
QFrame[panel="success"] {{ background: {theme.paper}; border: 2px solid {theme.success}; border-radius: {RADIUS}px; }}
QFrame[panel="information"] {{ background: {theme.paper}; border: 2px solid {theme.action};
    border-radius: {RADIUS}px; }}
QFrame[panel="chip"] {{ background: {theme.tint}; border: 1px solid {theme.action}; border-radius: {TARGET // 2}px; }}
QFrame#rail {{ background: {theme.surface}; border: 0; border-right: 1px solid {theme.hairline}; }}
QFrame#bar {{ background: {theme.paper}; border: 0; border-bottom: 1px solid {theme.hairline}; }}
QFrame#practice {{ background: {theme.practice}; border: 0; }}
QFrame#practice QLabel {{ color: {theme.on_practice}; font-weight: bold; }}
QFrame#practice QPushButton {{ background: transparent; color: {theme.on_practice};
    border: 2px solid {theme.on_practice}; }}
QFrame#help {{ background: {theme.surface}; border: 0; border-left: 1px solid {theme.hairline}; }}
QProgressBar {{ border: 1px solid {theme.border}; border-radius: {RADIUS}px; background: {theme.paper};
    min-height: {theme.px(24)}px; text-align: center; color: {theme.ink}; }}
QProgressBar::chunk {{ background: {theme.tint_strong}; border-radius: 7px; }}
"""


def _scrolling(theme: Theme) -> str:
    return f"""
QScrollArea {{ border: 0; background: transparent; }}
QScrollArea > QWidget > QWidget#scrolled {{ background: transparent; }}
QScrollBar {{ background: {theme.surface}; border: 0; }}
QScrollBar:vertical {{ width: 16px; }}
QScrollBar:horizontal {{ height: 16px; }}
QScrollBar::handle {{ background: {theme.border}; border-radius: 4px; margin: 4px; min-height: 36px; min-width: 36px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {theme.hairline}; }}
"""
