"""One sign, and 200 A4 signs of 12 languages each, beside Typst given the same content.

Our side chooses the sizes, shapes, breaks and draws; Typst is given the finished document: every text with its box,
font and size, the same pictograms and lines, but no readings above the Japanese, for which it has no means of its own.
Each side is a whole process that starts with Python.
"""

from pathlib import Path

from benchmarks.measure import Row, run_in_turn
from benchmarks.typst_peer import write_typst
from disaster_support.app import build_context
from disaster_support.features.signs.documents import build_signs
from disaster_support.features.signs.model import SignOptions
from disaster_support.printing import static_instance

LANGUAGES = ("en", "zh-Hans", "zh-Hant", "ko", "vi", "pt-BR", "es", "fil", "th", "id", "ne", "my")
MAIN = str(Path(__file__).resolve().parent.parent / "main.py")
COMPILE = """
import sys, typst
source, target, fonts = sys.argv[1:]
typst.compile(source, output=target, font_paths=[fonts], ignore_system_fonts=True)
"""


def measure(home: Path, runs: int) -> list[Row]:
    """Measure time and size of both."""
    return [*_compare(home, 1, runs), *_compare(home, 200, max(2, runs // 2))]


def _compare(home: Path, count: int, runs: int) -> list[Row]:
    context = build_context()
    ids = [entry.id for entries in context.catalogue.signs().values() for entry in entries]
    chosen = (ids * 2)[:count] if count > 1 else ["facilities.reception"]
    options = SignOptions(languages=LANGUAGES, printed_on=context.clock().date())
    document = build_signs(context.catalogue, chosen, options, context.typesetter).document
    fonts = _fonts(home)
    source, theirs, ours = home / f"{count}.typ", home / f"{count}-typst.pdf", home / f"{count}-ours.pdf"
    write_typst(document, context.catalogue.languages, source)
    mine = [MAIN, "sign", *chosen, "--languages", ",".join(LANGUAGES), "--out", str(ours)]
    peer = ["-c", COMPILE, str(source), str(theirs), str(fonts)]
    fast, slow = run_in_turn(mine, peer, runs)
    name = f"{count} A4 signs, 12 languages" if count > 1 else "one A4 sign, 12 languages"
    return [
        Row(name, fast.seconds, "s", "Typst 0.15.2", slow.seconds, "below 1"),
        Row(f"{name}: file", ours.stat().st_size / 1000, "kB", "Typst 0.15.2", theirs.stat().st_size / 1000, "below 1"),
    ]


def _fonts(home: Path) -> Path:
    folder = home / "fonts"
    folder.mkdir(exist_ok=True)
    for key in ("jp", "sc", "tc", "kr", "sans", "thai", "devanagari", "myanmar"):
        for bold in (False, True):
            static_instance(key, bold, folder)
    return folder
