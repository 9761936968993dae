"""What a room asks of another for its paper; whoever puts the program together hands it over."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from disaster_support.documents.model import Document, TextMeasurer
from disaster_support.documents.paper import Paper

if TYPE_CHECKING:
    from disaster_support.content.catalogue import Catalogue


class BuildSheet(Protocol):
    """Builds the board of a situation, or the sign of an entry, as a document; another room has it."""

    def __call__(
        self,
        catalogue: "Catalogue",
        id_: str,
        languages: Sequence[str],
        paper: Paper,
        measurer: TextMeasurer,
        /,
        *,
        printed_on: date | None = None,
        marks: bool = True,
    ) -> Document:
        """Return the document; without `marks` its footer says that unreviewed texts are not marked."""
