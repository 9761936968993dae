"""A document of ours as Typst source: the same boxes, texts, sizes, fonts, lines and pictograms at the same places.

It can be left to Typst to choose the sizes: then a text larger than a label is tried at the sizes of our ladder.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from disaster_support.content.model import Language
from disaster_support.documents.fitting import LADDER_PT
from disaster_support.documents.model import Box, Document, Item, Line, Page, Pictogram, TextBox, Valign
from disaster_support.printing import pictogram_svg
from disaster_support.printing.fonts import family_name

LABEL_PT = 11.0
FIT = """
#let ladder = (LADDER)
#let fit(width, height, make) = context {
  let (low, high) = (0, ladder.len())
  while high - low > 1 {
    let middle = calc.quo(low + high, 2)
    if measure(make(ladder.at(middle)), width: width).height <= height { low = middle } else { high = middle }
  }
  make(ladder.at(low))
}
""".replace("LADDER", ", ".join(f"{size}pt" for size in LADDER_PT if size <= 200))


def write_typst(
    document: Document, languages: Mapping[str, Language], path: Path, *, choose_sizes: bool = False
) -> None:
    """Write the document as a Typst file; with `choose_sizes` Typst has to find the largest that fit the boxes."""
    pages = [_page(page, languages, choose_sizes) for page in document.pages]
    head = "#set par(leading: 0.5em)\n" + (FIT if choose_sizes else "")
    path.write_text(head + "\n".join(pages), encoding="utf-8")


def _page(page: Page, languages: Mapping[str, Language], choose_sizes: bool) -> str:
    items = "\n".join(_item(item, languages, choose_sizes) for item in page.items)
    return f"#page(width: {page.width_mm}mm, height: {page.height_mm}mm, margin: 0mm)[\n{items}\n]"


def _item(item: Item, languages: Mapping[str, Language], choose_sizes: bool) -> str:
    match item:
        case TextBox():
            return _at(item.x_mm, item.y_mm, _text(item, languages, choose_sizes and item.size_pt > LABEL_PT))
        case Box():
            fill = f'rgb("{item.fill}")' if item.fill else "none"
            stroke = f'{item.stroke_mm}mm + rgb("{item.stroke}")' if item.stroke else "none"
            size = f"width: {item.width_mm}mm, height: {item.height_mm}mm, radius: {item.radius_mm}mm"
            return _at(item.x_mm, item.y_mm, f"rect({size}, fill: {fill}, stroke: {stroke})")
        case Line():
            end = f"end: ({item.x2_mm - item.x1_mm}mm, {item.y2_mm - item.y1_mm}mm)"
            return _at(item.x1_mm, item.y1_mm, f'line({end}, stroke: {item.width_mm}mm + rgb("{item.color}"))')
        case Pictogram():
            svg = json.dumps(pictogram_svg(item.name, item.color).decode())
            return _at(item.x_mm, item.y_mm, f'image(bytes({svg}), format: "svg", width: {item.size_mm}mm)')
        case _:
            return ""  # signs of the benchmark have no arrows and no codes


def _at(x_mm: float, y_mm: float, content: str) -> str:
    return f"#place(dx: {x_mm}mm, dy: {y_mm}mm, {content})"


def _text(item: TextBox, languages: Mapping[str, Language], choose_size: bool) -> str:
    language = languages[item.text.language]
    fonts = ", ".join(json.dumps(family_name(key)) for key in dict.fromkeys((language.font, "sans", "jp")))
    weight = "bold" if item.bold else "regular"
    style = (
        f'font: ({fonts}), weight: "{weight}", fill: rgb("{item.color}"), lang: "{item.text.language.split("-")[0]}"'
    )
    string = json.dumps(item.text.string, ensure_ascii=False)
    size = f"width: {item.width_mm}mm, height: {item.height_mm}mm"
    text = f"text({style}, size: {item.size_pt}pt, {string})"
    if choose_size:
        text = f"fit({item.width_mm}mm, {item.height_mm}mm, size => text({style}, size: size, {string}))"
    return f"box({size}, align({item.align} + {_VERTICALLY[item.valign]}, {text}))"


_VERTICALLY = {Valign.TOP: "top", Valign.MIDDLE: "horizon", Valign.BOTTOM: "bottom"}
