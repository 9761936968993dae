"""The templates of drills, read from `resources/drills`: one plan in each file."""

import tomllib
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from disaster_support.errors import UserError
from disaster_support.features.drills.model import Plan
from disaster_support.i18n import gettext as _
from disaster_support.plain import from_plain


@cache
def load_drills(resources: Path) -> dict[str, Plan]:
    """Return the templates by id, in the order in which they are shown. `resources` is the program's folder.

    Raises:
        UserError: a file cannot be read or is no plan; it names the file and the place.

    """
    plans = [_read(path) for path in sorted((resources / "drills").glob("*.toml"))]
    return {plan.id: plan for plan in sorted(plans, key=lambda plan: (plan.sort, plan.id))}


def get_template(resources: Path, template_id: str) -> Plan:
    """Return a template.

    Raises:
        UserError: there is none of this id; it names the nearest.

    """
    plans = load_drills(resources)
    if template_id not in plans:
        sentence = _("There is no drill template “{id}”.").format(id=template_id)
        nearest = get_close_matches(template_id, list(plans), n=3, cutoff=0.4)
        more = _("Did you mean {names}?").format(names=", ".join(nearest)) if nearest else ""
        raise UserError(f"{sentence} {more}".rstrip())
    return plans[template_id]


def _read(path: Path) -> Plan:
    try:
        return from_plain(tomllib.loads(path.read_text(encoding="utf-8")), Plan)
    except (OSError, ValueError, UserError) as error:  # tomllib's errors are ValueErrors, and so is a wrong encoding
        raise UserError(f"{path}: {error}") from error
