"""What is asked for and what comes of it: a part of the library, a difference, figures for each language."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from disaster_support.content.model import Kind
from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _

if TYPE_CHECKING:
    from disaster_support.content.review_diff import Line


class Form(StrEnum):
    """What a file for reviewers is."""

    PO = "po"
    XLIFF = "xliff"
    SHEET = "sheet"


FORM_OF_ENDING = {".po": Form.PO, ".xlf": Form.XLIFF, ".xliff": Form.XLIFF, ".pdf": Form.SHEET}


@dataclass(frozen=True, slots=True)
class Part:
    """Which texts go out: of a language, and of these situations and kinds where any are given."""

    tag: str
    situations: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    only_unreviewed: bool = True


@dataclass(frozen=True, slots=True)
class Difference:
    """What came back in a file, line by line."""

    tag: str
    lines: "tuple[Line, ...]"
    file_edition: str  # empty where the file names none
    edition: str

    @property
    def is_for_this_edition(self) -> bool:
        """Whether the file was made from the library as it is."""
        return self.file_edition == self.edition

    def can_be_taken(self) -> tuple[str, ...]:
        """Return the entries whose texts may be accepted."""
        return tuple(line.entry for line in self.lines if line.can_be_taken)

    def pick(self, ids: Iterable[str]) -> "tuple[Line, ...]":
        """Return the lines of these entries, in the order of the file.

        Raises:
            UserError: one of them cannot be taken; it names them all.

        """
        wanted, open_ = set(ids), set(self.can_be_taken())
        if wrong := sorted(wanted - open_):
            sentence = _(
                "These lines cannot be accepted: {ids}. They are refused, the same as now, or not in the file."
            )
            raise UserError(sentence.format(ids=", ".join(wrong)))
        return tuple(line for line in self.lines if line.entry in wanted)


@dataclass(frozen=True, slots=True)
class LanguageStatus:
    """How far a language is translated and checked."""

    language: str
    entries: int
    texts: int
    reviewed: int
    corrections: int
    outdated: int  # corrections for an older version of the library
    glossary_terms: int
    glossary_uses: int
    glossary_agreement: float | None  # per cent of the uses; None where no term is used
