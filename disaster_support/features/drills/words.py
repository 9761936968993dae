"""The words of drills in the interface's language: phases, parts, tools, ratings."""

from collections.abc import Callable, Mapping

from disaster_support.features.drills.model import LogMeans, Part, Phase, Rating, Tool
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext

_Say = Callable[[], str]

_PHASES: Mapping[Phase, _Say] = {
    Phase.BEFORE: lambda: _("Before the drill"),
    Phase.DURING: lambda: _("During the drill"),
    Phase.AFTER: lambda: _("After the drill"),
}
_PARTS: Mapping[Part, _Say] = {
    Part.RESIDENT: lambda: _("Foreign residents and visitors"),
    Part.INTERPRETER: lambda: _("Interpreters"),
    Part.CREW: lambda: _("Fire service and fire corps"),
    Part.VOLUNTEER: lambda: _("Volunteers"),
    Part.STAFF: lambda: pgettext("drill", "Staff"),
    Part.OBSERVER: lambda: _("Observers"),
}
_MEANS: Mapping[LogMeans, _Say] = {
    LogMeans.LIST: lambda: pgettext("participation", "List"),
    LogMeans.SCAN: lambda: pgettext("participation", "Scanned"),
    LogMeans.TALLY: lambda: pgettext("participation", "Counted by a key"),
}
_TOOLS: Mapping[Tool, _Say] = {
    Tool.SAFETY_TIPS: lambda: "Safety tips",
    Tool.VOICETRA: lambda: "VoiceTra",
    Tool.BOARDS: lambda: _("Boards to point at"),
    Tool.SIGNS: lambda: _("Signs in many languages"),
}
_RATINGS: Mapping[Rating, _Say] = {
    Rating.PERFORMED: lambda: _("Performed without challenges"),
    Rating.SOME: lambda: _("Performed with some challenges"),
    Rating.MAJOR: lambda: _("Performed with major challenges"),
    Rating.UNABLE: lambda: _("Unable to be performed"),
}
_WAITS: Mapping[str, _Say] = {
    "language": lambda: _("Arrival to language found"),
    "need": lambda: _("Arrival to need noted"),
    "registered": lambda: _("Arrival to registered"),
}


def say_phase(phase: Phase) -> str:
    """Return when an item is due."""
    return _PHASES[phase]()


def say_part(part: Part) -> str:
    """Return as what somebody took part."""
    return _PARTS[part]()


def say_means(means: LogMeans) -> str:
    """Return how participation was noted."""
    return _MEANS[means]()


def say_tool(tool: Tool) -> str:
    """Return what a tool is called."""
    return _TOOLS[tool]()


def say_rating(rating: Rating) -> str:
    """Return what a rating means, without its letter."""
    return _RATINGS[rating]()


def say_wait(name: str) -> str:
    """Return what newcomers in drill mode waited for; the name itself where it is another."""
    return _WAITS[name]() if name in _WAITS else name
