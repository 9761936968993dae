"""A document drawn as PDF. Together with `embedding` and `objects` the only place that knows reportlab.

Only `reportlab.pdfbase.pdfdoc` is used, for the structure of the file: its canvas and its text are not, since they
cost 0.1 s to import and cannot shape. Lengths on a page are millimetres; one matrix turns them into points.
"""

from io import StringIO
from typing import TYPE_CHECKING

from disaster_support.documents.model import (
    Align,
    Arrow,
    Box,
    Document,
    Item,
    Line,
    Page,
    Pictogram,
    QrCode,
    TextBox,
    Valign,
)
from disaster_support.printing import shapes
from disaster_support.printing.embedding import EmbeddedFont
from disaster_support.printing.layout import Block, Piece
from disaster_support.printing.layout import Line as TextLine
from disaster_support.printing.objects import Written, add_stream, refer
from disaster_support.printing.typesetter import Typesetter, em_mm

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument

PT_PER_MM = 72 / 25.4
TOLERANCE_MM = 0.05
PRODUCER = "Disaster Support (reportlab, HarfBuzz)"


class TextOverflow(Exception):  # noqa: N818 - named for what happened
    """A text does not fit its box: a mistake in whatever built the document, which should have asked for the size."""

    def __init__(self, box: TextBox, width_mm: float, height_mm: float) -> None:
        """Take the box and the room that its text needs."""
        super().__init__(
            f"{box.text.string!r} ({box.text.language}) at {box.size_pt} pt needs {width_mm:.2f} x {height_mm:.2f} mm, "
            f"has {box.width_mm:.2f} x {box.height_mm:.2f} mm"
        )
        self.box, self.width_mm, self.height_mm = box, width_mm, height_mm


def render_pdf(document: Document, typesetter: Typesetter) -> bytes:
    """Return the document as a PDF file, fonts embedded.

    Raises TextOverflow where a text does not fit its box, KeyError for a language or pictogram that is not known.
    """
    return _Writer(document, typesetter).write()


class _Writer:
    """What one file has used so far."""

    def __init__(self, document: Document, typesetter: Typesetter) -> None:
        self.document, self.typesetter = document, typesetter
        self.fonts: dict[tuple[str, bool], EmbeddedFont] = {}
        self.drawn: dict[Item, str] = {}
        self.shown: dict[Piece, str] = {}
        self.contents: dict[str, str] = {}  # pages that are the same share what is drawn

    def write(self) -> bytes:
        """Draw every page, then embed what they used."""
        from reportlab import rl_config
        from reportlab.pdfbase.pdfdoc import PDFDocument

        rl_config.pdfComments = 0
        pdf = PDFDocument(pdfVersion=(1, 7), lang=self.document.language)
        resources = Written(b"")  # written once all pages have said which fonts they need
        reference = refer(pdf, resources)
        for page in self.document.pages:
            pdf.addPage(self._page(page, pdf, reference))
        fonts = "".join(f"/{font.name} {font.embed(pdf)}" for font in self.fonts.values())
        resources.content = f"<</Font<<{fonts}>>>>".encode("ascii")
        self._describe(pdf)
        data: bytes = pdf.GetPDFData(None)
        return data

    def _describe(self, pdf: "PDFDocument") -> None:
        """Say what the file is."""
        from reportlab.pdfbase.pdfdoc import PDFDictionary

        pdf.setTitle(self.document.title)
        pdf.setSubject(self.document.subject)
        pdf.setAuthor("")
        pdf.setCreator("Disaster Support")
        pdf.setProducer(PRODUCER)
        pdf.Catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})

    def _page(self, page: Page, pdf: "PDFDocument", resources: str) -> Written:
        """Draw one page."""
        height_pt = page.height_mm * PT_PER_MM
        content = StringIO()
        content.write(f"{PT_PER_MM:.6f} 0 0 -{PT_PER_MM:.6f} 0 {height_pt:.4f} cm\n")
        for item in page.items:
            drawn = self.drawn.get(item)
            if drawn is None:
                drawn = self.drawn[item] = self._draw(item)
            content.write(drawn + "\n")
        drawing = content.getvalue()
        if drawing not in self.contents:
            self.contents[drawing] = add_stream(pdf, drawing.encode("ascii"))
        size = f"{page.width_mm * PT_PER_MM:.3f} {height_pt:.3f}"
        return Written(
            f"<</Type/Page/Parent {refer(pdf, pdf.Pages)}/MediaBox[0 0 {size}]/Resources {resources}"
            f"/Contents {self.contents[drawing]}>>".encode("ascii")
        )

    def _draw(self, item: Item) -> str:
        """Return the operators of an item."""
        match item:
            case TextBox():
                return self._draw_text(item)
            case Box():
                return shapes.draw_box(item)
            case Line():
                return shapes.draw_line(item)
            case Pictogram():
                return shapes.draw_pictogram(item)
            case Arrow():
                return shapes.draw_arrow(item)
            case QrCode():
                return shapes.draw_qr_code(item)

    def _draw_text(self, box: TextBox) -> str:
        """Return the operators of a text, each line followed by its readings."""
        block = self.typesetter.set_text(box.text, box.size_pt, box.width_mm, bold=box.bold)
        em = em_mm(box.size_pt)
        width_mm, height_mm = block.width * em, block.height * em
        if width_mm > box.width_mm + TOLERANCE_MM or height_mm > box.height_mm + TOLERANCE_MM:
            raise TextOverflow(box, width_mm, height_mm)
        spare_mm = box.height_mm - height_mm
        y_mm = box.y_mm + {Valign.TOP: 0.0, Valign.MIDDLE: spare_mm / 2, Valign.BOTTOM: spare_mm}[box.valign]
        y_mm += block.ascent * em
        tag = self.typesetter.languages[box.text.language].tag
        parts = [f"{shapes.color_operands(box.color)} rg"]
        for line in block.lines:
            parts.append(self._draw_line(line, tag, _line_x_mm(box, block, line, em), y_mm, em))
            y_mm += block.pitch * em
        return "\n".join(parts)

    def _draw_line(self, line: TextLine, tag: str, x_mm: float, y_mm: float, em: float) -> str:
        """Return the operators of a line, marked with its text so that it is copied and read out as written."""
        shown = " ".join(self._show(piece, x_mm, y_mm, em) for piece in line.pieces)
        text = ("\ufeff" + line.text).encode("utf-16-be").hex().upper()
        drawn = f"/Span<</Lang({tag})/ActualText<{text}>>>BDC BT {shown} ET EMC"
        if line.readings:
            above = " ".join(self._show(piece, x_mm, y_mm, em) for piece in line.readings)
            drawn += f"\n/Span<</ActualText()>>BDC BT {above} ET EMC"
        return drawn

    def _show(self, piece: Piece, x_mm: float, y_mm: float, em: float) -> str:
        """Return the operators that show a piece of a line."""
        shown = self.shown.get(piece)
        run = piece.run
        if shown is None:
            font = self.fonts.get((run.font, run.bold))
            if font is None:
                font = EmbeddedFont(f"F{len(self.fonts) + 1}", run.font, run.bold)
                self.fonts[run.font, run.bold] = font
            shown = self.shown[piece] = f"Tm /{font.name} 1 Tf {font.show(run)}"
        size = em * 1000 * piece.scale
        return f"{size:.4f} 0 0 -{size:.4f} {x_mm + piece.x * em:.3f} {y_mm - piece.y * em:.3f} {shown}"


def _line_x_mm(box: TextBox, block: Block, line: TextLine, em: float) -> float:
    """Return where the origin of a line stands, so that all of its ink lies in the box."""
    spare_mm = box.width_mm - line.width * em
    start = 1.0 if block.rtl else 0.0
    share = {Align.START: start, Align.CENTER: 0.5, Align.END: 1.0 - start}[box.align]
    return box.x_mm + spare_mm * share - line.left * em
