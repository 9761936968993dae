"""JSON objects of people brought into the shape of a row: one text per column."""

from collections.abc import Mapping

from disaster_support.errors import UserError
from disaster_support.features.reception.columns import COLUMNS
from disaster_support.i18n import gettext as _

_GROUPS = {"needs": "need_", "consents": "consent_"}
_OF_LANGUAGE = ("tag", "level", "script")


def flatten(fields: Mapping[str, object]) -> dict[str, str]:
    """Return the text of each column that is given.

    Raises:
        UserError: a key is unknown (the sentence names the nearest one), or a value is of the wrong kind.

    """
    cells: dict[str, str] = {}
    for key, value in fields.items():
        if value is None:
            continue
        if key in _GROUPS:
            members = _mapping(value, key)
            cells |= {
                _known(_GROUPS[key] + name): _say(answer, name)
                for name, answer in members.items()
                if answer is not None
            }
        elif key == "languages" and isinstance(value, list | tuple):
            cells[key] = ";".join(_say_language(language) for language in value)
        else:
            cells[_known(key)] = _say(value, key)
    return cells


def _known(column: str) -> str:
    if column in COLUMNS:
        return column
    from rapidfuzz import process

    nearest = process.extractOne(column, (*COLUMNS, *_GROUPS))[0]
    raise UserError(_("“{key}” is not known: is “{nearest}” meant?").format(key=column, nearest=nearest))


def _say(value: object, key: str) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return str(int(value))
        case str() | int() | float():
            return str(value)
    raise UserError(_("“{key}” must hold a text, a number or yes and no.").format(key=key))


def _mapping(value: object, key: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise UserError(
            _("“{key}” must hold an object, such as {example}.").format(key=key, example='{"allergy": "peanut"}')
        )
    return {str(name): answer for name, answer in value.items()}


def _say_language(language: object) -> str:
    if isinstance(language, str):
        return language
    parts = _mapping(language, "languages")
    unknown = next((key for key in parts if key not in _OF_LANGUAGE), None)
    if unknown is not None:
        raise UserError(
            _("“{key}” is not known: is “{nearest}” meant?").format(key=unknown, nearest=", ".join(_OF_LANGUAGE))
        )
    tag, level, script = (_say(parts.get(key) or "", key) for key in _OF_LANGUAGE)
    return f"{tag}={level}" + (f"/{script}" if script else "")
