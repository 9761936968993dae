"""The library as its sources say it now: what was corrected a moment ago counts. Reading it takes about a second."""

from dataclasses import dataclass

from disaster_support.content.glossary import Rules, read_rules
from disaster_support.content.library import Library, read_library
from disaster_support.content.overlay import Overlay, lay_over, read_overlay
from disaster_support.paths import Paths


@dataclass(frozen=True, slots=True)
class Sources:
    """The program's library, the municipality's corrections, the one with the other laid over it, and the rules."""

    program: Library
    overlay: Overlay
    laid: Library
    rules: Rules


def read_sources(paths: Paths) -> Sources:
    """Read library, corrections and glossaries."""
    library = read_library(paths.resources, paths.translations)
    overlay = read_overlay(paths.overlay, library)
    rules = read_rules(paths.resources, paths.translations, library.structure.languages)
    return Sources(library, overlay, lay_over(library, overlay), rules)
