"""The walls of the house: what each room may import. See ARCHITECTURE.md."""

import ast
from pathlib import Path

import pytest
from pytest_archon import archrule

PACKAGE = Path(__file__).resolve().parents[2] / "disaster_support"
ROOMS = sorted(path.name for path in (PACKAGE / "features").iterdir() if (path / "__init__.py").exists())
ONLY_IN = {  # a library's import name -> where it may be imported
    **dict.fromkeys(("reportlab", "uharfbuzz", "icu4py", "bidi", "pypdfium2", "segno"), ("printing",)),
    **dict.fromkeys(("sqlcipher3", "sqlite_utils", "nacl", "filelock"), ("storage",)),
    "rapidfuzz": ("storage", "features/reception"),
}


def test_there_are_rooms():
    assert {"boards", "signs", "settings"} <= set(ROOMS)


@pytest.mark.parametrize("engine", ["content", "documents", "lists", "printing"])
def test_engines_know_no_window_and_no_room(engine):
    (
        archrule(f"{engine} is below the rooms")
        .match(f"disaster_support.{engine}*")
        .should_not_import("PySide6*", "disaster_support.ui*", "disaster_support.features*", "disaster_support.cli")
        .check("disaster_support", skip_type_checking=True)
    )


def test_documents_know_neither_paper_engine_nor_library():
    (
        archrule("documents are plain data")
        .match("disaster_support.documents*")
        .should_not_import("disaster_support.printing*", "disaster_support.context")
        .check("disaster_support", skip_type_checking=True)
    )


def test_content_does_not_print():
    (
        archrule("content prints nothing")
        .match("disaster_support.content*")
        .should_not_import("disaster_support.printing*", "disaster_support.documents*")
        .check("disaster_support", skip_type_checking=True)
    )


@pytest.mark.parametrize("layer", ["model", "service", "documents"])
def test_only_pages_import_qt(layer):
    (
        archrule(f"{layer} needs no window")
        .match(f"disaster_support.features.*.{layer}")
        .should_not_import("PySide6*", "disaster_support.ui*")
        .check("disaster_support", skip_type_checking=True)
    )


@pytest.mark.parametrize("room", ROOMS)
def test_rooms_keep_to_themselves(room):
    others = [f"disaster_support.features.{other}*" for other in ROOMS if other != room]
    (
        archrule(f"{room} imports no other room")
        .match(f"disaster_support.features.{room}*")
        .should_not_import(*others)
        .check("disaster_support", only_direct_imports=True)
    )


def test_window_knows_no_room():
    (
        archrule("the shell is given its pages")
        .match("disaster_support.ui*")
        .should_not_import("disaster_support.features*", "disaster_support.app", "disaster_support.cli")
        .check("disaster_support", only_direct_imports=True)
    )


@pytest.mark.parametrize(("library", "homes"), ONLY_IN.items())
def test_a_library_has_its_home(library, homes):
    users = [path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py") if library in _imported(path)]
    assert [path for path in users if not any(path.is_relative_to(home) for home in homes)] == []


def test_only_the_window_imports_qt():
    allowed = {PACKAGE / "ui", PACKAGE / "features", PACKAGE / "pages.py"}
    strangers = [
        path.relative_to(PACKAGE)
        for path in PACKAGE.rglob("*.py")
        if "PySide6" in _imported(path) and not any(path.is_relative_to(folder) for folder in allowed)
    ]
    assert strangers == []


def test_storage_knows_the_words_of_rooms_and_no_window():
    strangers = {
        (path.name, module)
        for path in (PACKAGE / "storage").rglob("*.py")
        for module in _modules(path)
        if module.startswith(("PySide6", "disaster_support.ui", "disaster_support.features."))
        and "model" not in module.split(".")
    }
    assert strangers == set()


def test_in_reception_only_pages_import_qt():
    reception = PACKAGE / "features" / "reception"
    strangers = {
        (str(path.relative_to(reception)), module)
        for path in reception.rglob("*.py")
        for module in _modules(path)
        if module.startswith(("PySide6", "disaster_support.ui"))
        and path != reception / "page.py"
        and not path.is_relative_to(reception / "pages")
    }
    assert strangers == set()


def _imported(path):
    return {module.split(".")[0] for module in _modules(path)}


def _modules(path):
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names
