"""A document of ours as Typst source: the same boxes, texts, sizes, fonts, lines and pictograms at the same places."""

import json
from collections.abc import Mapping
from pathlib import Path

from disaster_support.content.model import Language
from disaster_support.documents.model import Box, Document, Item, Line, Page, Pictogram, TextBox
from disaster_support.printing import pictogram_svg
from disaster_support.printing.fonts import family_name


def write_typst(document: Document, languages: Mapping[str, Language], path: Path) -> None:
    """Write the document as a Typst file."""
    pages = [_page(page, languages) for page in document.pages]
    path.write_text("#set par(leading: 0.5em)\n" + "\n".join(pages), encoding="utf-8")


def _page(page: Page, languages: Mapping[str, Language]) -> str:
    items = "\n".join(_item(item, languages) for item in page.items)
    return f"#page(width: {page.width_mm}mm, height: {page.height_mm}mm, margin: 0mm)[\n{items}\n]"


def _item(item: Item, languages: Mapping[str, Language]) -> str:
    match item:
        case TextBox():
            return _at(item.x_mm, item.y_mm, _text(item, languages))
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


def _text(item: TextBox, languages: Mapping[str, Language]) -> str:
    language = languages[item.text.language]
    fonts = ", ".join(json.dumps(family_name(key)) for key in dict.fromkeys((language.font, "sans", "jp")))
    weight = "bold" if item.bold else "regular"
    style = f'font: ({fonts}), size: {item.size_pt}pt, weight: "{weight}", fill: rgb("{item.color}")'
    text = (
        f'text({style}, lang: "{item.text.language.split("-")[0]}", {json.dumps(item.text.string, ensure_ascii=False)})'
    )
    return f"box(width: {item.width_mm}mm, height: {item.height_mm}mm, {text})"
