"""Easy Japanese: readings above any Japanese text, how hard its words are, and what could be said more easily."""

from disaster_support.easy.analysis import LONGEST_TEXT, add_readings, analyse, check_length
from disaster_support.easy.model import Analysis, Finding, Kind, Level, Word

__all__ = ["LONGEST_TEXT", "Analysis", "Finding", "Kind", "Level", "Word", "add_readings", "analyse", "check_length"]
