"""One sign, and 200 A4 signs of 12 languages each, beside Typst given the same content; files too.

What each row is:

- "command": from the command line to the file, a process each. Ours reads the library, chooses columns and sizes,
  shapes, breaks and draws. Typst is given the finished document, so it chooses nothing.
- "command, both choose sizes": the same of ours; Typst is given the boxes and searches each text's size in them, over
  the same ladder of sizes, by its own `measure`. It still chooses no columns and no common size, and it looks at
  heights alone, for its `measure` does not tell of a word too wide.
- "drawn": the finished document to the file, a process each: ours from a pickle, Typst from its source.
- "another" and "again": finished documents to PDFs in memory in a program that runs, its fonts loaded: different signs,
  each drawn for the first time, and one sign that is drawn over and over. For Typst a `Compiler` that is kept.
- "file": bytes of what "command" wrote.

Typst has every text with its box, alignment, font and size, the same pictograms and lines, but no readings above the
Japanese, for which it has no means of its own: ours draws more. A process starts with Python on both sides.
"""

import pickle
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import Row, run_in_turn
from benchmarks.typst_peer import write_typst
from disaster_support.app import build_context
from disaster_support.context import Context
from disaster_support.documents.model import Document
from disaster_support.features.signs.documents import build_signs
from disaster_support.features.signs.model import SignOptions
from disaster_support.printing import Typesetter, static_instance

LANGUAGES = ("en", "zh-Hans", "zh-Hant", "ko", "vi", "pt-BR", "es", "fil", "th", "id", "ne", "my")
PEER = "Typst 0.15.2"
AIM = "below 1"
MAIN = str(Path(__file__).resolve().parent.parent / "main.py")
DRAW = """
import pickle, sys
from pathlib import Path
from disaster_support.printing import Typesetter, render_pdf
source, target = sys.argv[1:]
document, languages = pickle.loads(Path(source).read_bytes())
Path(target).write_bytes(render_pdf(document, Typesetter(languages)))
"""
COMPILE = """
import sys, typst
source, target, fonts = sys.argv[1:]
typst.compile(source, output=target, font_paths=[fonts], ignore_system_fonts=True)
"""

DRAW_EACH = """
import pickle, statistics, sys, time, typst
from pathlib import Path
from disaster_support.printing import Typesetter, render_pdf
kind, pickled, home, fonts = sys.argv[1:]
documents, languages = pickle.loads(Path(pickled).read_bytes())
typesetter = Typesetter(languages)
compiler = typst.Compiler(root=home, font_paths=[fonts], ignore_system_fonts=True)
times = []
for number, document in enumerate(documents if kind == "another" else documents[:1] * len(documents)):
    source = f"{home}/running-{number if kind == 'another' else 0}.typ"
    begin = time.perf_counter()
    render_pdf(document, typesetter)
    middle = time.perf_counter()
    compiler.compile(source, format="pdf")
    times.append((middle - begin, time.perf_counter() - middle))
    if number == 0:
        times.clear()  # it loaded what all need
print(*(1000 * statistics.median(side) for side in zip(*times)))
"""


def measure(home: Path, runs: int) -> list[Row]:
    """Measure time and size of both."""
    context = build_context()
    fonts = _fonts(home)
    ids = [entry.id for entries in context.catalogue.signs().values() for entry in entries]
    return [
        *_compare(context, home, fonts, ["facilities.reception"], "one A4 sign", runs),
        *_compare_running(context, home, fonts, ids[:60]),
        *_compare(context, home, fonts, (ids * 2)[:200], "200 A4 signs", max(2, runs // 2)),
    ]


def _compare(context: Context, home: Path, fonts: Path, ids: Sequence[str], name: str, runs: int) -> list[Row]:
    """Compare whole processes."""
    pickled, ours, theirs = (str(home / f"{len(ids)}{end}") for end in (".pickle", "-ours.pdf", "-typst.pdf"))
    finished, fitting = home / f"{len(ids)}.typ", home / f"{len(ids)}-fit.typ"
    document = _build(context, ids)
    Path(pickled).write_bytes(pickle.dumps((document, dict(context.catalogue.languages))))
    write_typst(document, context.catalogue.languages, finished)
    write_typst(document, context.catalogue.languages, fitting, choose_sizes=True)
    command = [MAIN, "sign", *ids, "--languages", ",".join(LANGUAGES), "--out", ours]
    draw = ["-c", DRAW, pickled, ours]
    choose, set_as_told = (["-c", COMPILE, str(one), theirs, str(fonts)] for one in (fitting, finished))
    rows = []
    for what, mine, peer in (
        ("command, both choose sizes", command, choose),
        ("drawn", draw, set_as_told),
        ("command", command, set_as_told),
    ):
        fast, slow = run_in_turn(mine, peer, runs)
        rows.append(Row(f"{name}, {what}", fast.seconds, "s", PEER, slow.seconds, AIM))
    sizes = [Path(one).stat().st_size / 1000 for one in (ours, theirs)]
    return [*rows, Row(f"{name}, file", sizes[0], "kB", PEER, sizes[1], AIM)]


def _compare_running(context: Context, home: Path, fonts: Path, ids: Sequence[str]) -> list[Row]:
    """Compare drawing one sign after the other in one process that has none of them shaped yet."""
    languages = dict(context.catalogue.languages)
    documents = [_build(context, [id_]) for id_ in ids]
    for number, document in enumerate(documents):
        write_typst(document, languages, home / f"running-{number}.typ")
    pickled = home / "running.pickle"
    pickled.write_bytes(pickle.dumps((documents, languages)))
    rows = []
    for kind in ("another", "again"):
        command = [sys.executable, "-c", DRAW_EACH, kind, str(pickled), str(home), str(fonts)]
        ours, theirs = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
        rows.append(Row(f"one A4 sign, {kind} in a running program", float(ours), "ms", PEER, float(theirs), AIM))
    return rows


def _build(context: Context, ids: Sequence[str]) -> Document:
    options = SignOptions(languages=LANGUAGES, printed_on=context.clock().date())
    return build_signs(context.catalogue, ids, options, Typesetter(context.catalogue.languages)).document


def _fonts(home: Path) -> Path:
    folder = home / "fonts"
    folder.mkdir(exist_ok=True)
    for key in ("jp", "sc", "tc", "kr", "sans", "thai", "devanagari", "myanmar"):
        for bold in (False, True):
            static_instance(key, bold, folder)
    return folder
