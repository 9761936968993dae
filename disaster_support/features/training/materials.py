"""What ships for courses: templates, questions, hand-outs and scenes, read from the resources once."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from disaster_support.errors import UserError
from disaster_support.features.training.model import Handout, Materials, Plan, Question, Scene
from disaster_support.i18n import gettext as _
from disaster_support.plain import from_plain

T = TypeVar("T")


@cache
def load_materials(resources: Path) -> Materials:
    """Return what ships for courses, templates in their order.

    Raises:
        UserError: a file is missing, is no TOML, or does not hold what it should; it names the file.

    """
    folder = resources / "training"
    templates = [_read(path, Plan) for path in _list_files(folder / "courses")]
    questions = [one for path in _list_files(folder / "questions") for one in _read_questions(path)]
    handouts = [_read(path, Handout) for path in _list_files(folder / "handouts")]
    scenes = [_read(path, Scene) for path in _list_files(folder / "scenes")]
    return Materials(
        templates={one.id: one for one in sorted(templates, key=lambda one: one.sort)},
        questions={one.id: one for one in questions},
        handouts={one.id: one for one in handouts},
        scenes={one.id: one for one in scenes},
    )


def find_template(materials: Materials, template_id: str) -> Plan:
    """Return a template.

    Raises:
        UserError: there is none of this id.

    """
    if template_id not in materials.templates:
        raise UserError(
            _("There is no course template “{id}”. There are: {known}.").format(
                id=template_id, known=", ".join(materials.templates)
            )
        )
    return materials.templates[template_id]


def _list_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml"))


def _read(path: Path, kind: type[T]) -> T:
    try:
        return from_plain(_parse(path), kind)
    except UserError as error:
        raise UserError(f"{path}: {error}") from error


def _read_questions(path: Path) -> list[Question]:
    try:
        return [from_plain({**one, "topic": path.stem}, Question) for one in _parse(path).get("question", ())]
    except UserError as error:
        raise UserError(f"{path}: {error}") from error


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UserError(_("This file cannot be read: {reason}.").format(reason=error)) from error
