"""Objects of a PDF written as they stand in the file; reportlab numbers them and puts the file together.

It would write every name and number of a dictionary by itself, which took a third of the time of a sign.
Source: ISO 32000-1, 7.3 (objects).
"""

import zlib

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

COMPRESSION = 6


class Written(PDFObject):  # type: ignore[misc]  # reportlab has no types
    """An object of which nothing is left to write."""

    __RefOnly__ = 1  # tells reportlab that others refer to it

    def __init__(self, content: bytes) -> None:
        """Take the object as it stands in the file."""
        self.content = content

    def format(self, _document: PDFDocument) -> bytes:
        """Return it; reportlab asks for it."""
        return self.content


def add_dictionary(document: PDFDocument, entries: str) -> str:
    """Add a dictionary to a file and return the reference to it."""
    return refer(document, Written(f"<<{entries}>>".encode("ascii")))


def add_stream(document: PDFDocument, content: bytes, entries: str = "") -> str:
    """Add a stream to a file, compressed, and return the reference to it."""
    packed = zlib.compress(content, COMPRESSION)
    head = f"<<{entries}/Filter/FlateDecode/Length {len(packed)}>>\nstream\n"
    return refer(document, Written(head.encode("ascii") + packed + b"\nendstream"))


def refer(document: PDFDocument, thing: PDFObject) -> str:
    """Return the reference to an object, which belongs to the file from then on."""
    number, generation = document.idToObjectNumberAndVersion[document.Reference(thing).name]
    return f"{number} {generation} R"
