"""The whole folder of a course, in eight languages and Japanese, beside Typst given the same content.

- "command": from the command line to the files, a process each. Ours reads template and library, builds every document
  (tables, pages, sizes), draws and writes. Typst is given the finished documents and chooses nothing.
- "command, both choose sizes": the same of ours; Typst searches the size of each text larger than a label in its box.
- "drawn": the finished documents to the files, a process each: ours from a pickle, Typst from its sources with one
  `Compiler` for all.
- "files": bytes of all files.

What Typst is not given is told in `paper`.
"""

import pickle
from pathlib import Path

from benchmarks.measure import Row, run_in_turn
from benchmarks.paper import AIM, MAIN, PEER
from benchmarks.typst_peer import write_typst
from disaster_support.app import build_context
from disaster_support.context import Context
from disaster_support.course_sheets import course_sheets
from disaster_support.documents.model import Document
from disaster_support.features.training.folder import gather, list_folder
from disaster_support.features.training.materials import load_materials
from disaster_support.features.training.model import Course
from disaster_support.printing import static_instance

TEMPLATE = "fire-school-specialist"
LANGUAGES = ("en", "zh-Hans", "vi", "pt-BR", "th", "ne", "my", "km")
FONTS = ("jp", "sc", "sans", "thai", "devanagari", "myanmar", "khmer")
DRAW = """
import pickle, sys
from pathlib import Path
from disaster_support.printing import Typesetter, render_pdf
source, folder = sys.argv[1:]
documents, languages = pickle.loads(Path(source).read_bytes())
typesetter = Typesetter(languages)
for name, document in documents.items():
    (Path(folder) / f"{name}.pdf").write_bytes(render_pdf(document, typesetter))
"""
COMPILE = """
import sys, typst
from pathlib import Path
sources, folder, fonts = sys.argv[1:]
compiler = typst.Compiler(root=sources, font_paths=[fonts], ignore_system_fonts=True)
for source in sorted(Path(sources).glob("*.typ")):
    compiler.compile(str(source), output=f"{folder}/{source.stem}.pdf")
"""


def measure(home: Path, runs: int) -> list[Row]:
    """Measure time and size of both."""
    context = build_context()
    names = ("ours", "drawn", "typ", "typ-fit", "pdf")
    command, drawn, sources, fitting, compiled = (_make_folder(home / f"course-{name}") for name in names)
    documents = _build(context)
    pickled = home / "course.pickle"
    pickled.write_bytes(pickle.dumps((documents, dict(context.catalogue.languages))))
    for name, document in documents.items():
        write_typst(document, context.catalogue.languages, sources / f"{name}.typ")
        write_typst(document, context.catalogue.languages, fitting / f"{name}.typ", choose_sizes=True)
    fonts = _make_folder(home / "course-fonts")
    for key in FONTS:
        for bold in (False, True):
            static_instance(key, bold, fonts)
    print_course = [MAIN, "course", "print", TEMPLATE, "--languages", ",".join(LANGUAGES), "--out", str(command)]
    set_as_told, choose = (["-c", COMPILE, str(one), str(compiled), str(fonts)] for one in (sources, fitting))
    rows = []
    for what, ours, theirs in (
        ("command, both choose sizes", print_course, choose),
        ("drawn", ["-c", DRAW, str(pickled), str(drawn)], set_as_told),
        ("command", print_course, set_as_told),
    ):
        fast, slow = run_in_turn(ours, theirs, max(2, runs // 2))
        rows.append(Row(f"folder of a course, {what}", fast.seconds, "s", PEER, slow.seconds, AIM))
    sizes = (sum(path.stat().st_size for path in folder.glob("*.pdf")) / 1000 for folder in (drawn, compiled))
    return [*rows, Row("folder of a course, files", next(sizes), "kB", PEER, next(sizes), AIM)]


def _make_folder(path: Path) -> Path:
    path.mkdir()
    return path


def _build(context: Context) -> dict[str, Document]:
    plan = load_materials(context.paths.resources).templates[TEMPLATE]
    kit = gather(context, Course("", plan, 2026), "ja")
    return {part.name: part.build() for part in list_folder(kit, LANGUAGES, course_sheets())}
