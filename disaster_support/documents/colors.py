"""The safety colours of signs, and what is written on them.

Source: JIS Z 9101:2018 for what each colour means and its contrast colour; JIS Z 9103:2018 for the colours, chosen to
be told apart by people of every colour vision; their values on screen after https://safetycolor.jp/shiteichi/.
White on red or green is legible large only (contrast 3.3 and 2.8 to 1): pictograms and titles, never small print.
"""

from dataclasses import dataclass

from disaster_support.content.model import Category
from disaster_support.documents.model import INK

WHITE = "#ffffff"
BLACK = "#000000"


@dataclass(frozen=True, slots=True)
class SafetyColor:
    """A colour for areas and rules, and the colour that stands out on it; both `#rrggbb`."""

    color: str
    contrast: str


SAFETY_COLORS = {
    Category.FIRE: SafetyColor("#ff4b00", WHITE),
    Category.PROHIBITION: SafetyColor("#ff4b00", WHITE),
    Category.DANGER: SafetyColor("#f2e700", BLACK),
    Category.SAFETY: SafetyColor("#00b06b", WHITE),
    Category.INSTRUCTION: SafetyColor("#1971ff", WHITE),
    Category.INFORMATION: SafetyColor(INK, WHITE),
}
