"""Easy Japanese: readings above any Japanese text, how hard its words are, and what could be said more easily."""

from disaster_support.easy.analysis import add_readings, analyse
from disaster_support.easy.model import Analysis, Finding, Kind, Level, Word

__all__ = ["Analysis", "Finding", "Kind", "Level", "Word", "add_readings", "analyse"]
