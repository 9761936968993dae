"""Dataclasses as plain data and back: for TOML that people write, and JSON that is kept and sent."""

from datetime import date, datetime, time
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _

if TYPE_CHECKING:
    from cattrs import Converter

T = TypeVar("T")


def to_plain(value: object) -> Any:
    """Return a dataclass as what JSON can hold; days and times in ISO 8601."""
    return _converter().unstructure(value)


def from_plain(data: Any, kind: type[T]) -> T:
    """Return a dataclass of plain data.

    Raises:
        UserError: something is missing, misspelled or of another kind; it says where.

    """
    from cattrs import transform_error
    from cattrs.errors import BaseValidationError

    if not isinstance(data, dict):
        raise UserError(_("This is not a plan that the program can read: {where}").format(where=f"{data!r:.40}"))
    try:
        return _converter().structure(data, kind)
    except BaseValidationError as error:
        where = "; ".join(transform_error(error, path="·")[:3])
        raise UserError(_("This is not a plan that the program can read: {where}").format(where=where)) from error


@cache
def _converter() -> "Converter":
    from cattrs import Converter

    converter = Converter(forbid_extra_keys=True)
    for kind in (date, datetime, time):
        converter.register_structure_hook(kind, _read_moment)
        converter.register_unstructure_hook(kind, lambda value: value.isoformat())
    converter.register_unstructure_hook(Enum, lambda value: value.value)
    converter.register_structure_hook(str, _read_plain)
    converter.register_structure_hook(int, _read_plain)
    return converter


def _read_moment(value: Any, kind: Any) -> Any:
    # TOML has days and times of its own.
    return value if isinstance(value, kind) else kind.fromisoformat(value)


def _read_plain(value: Any, kind: Any) -> Any:
    if issubclass(kind, Enum):  # a text that is one of its words
        return kind(value)
    # "8" is no number, 8 no text, and true neither.
    if not isinstance(value, kind) or isinstance(value, bool) is not (kind is bool):
        raise ValueError(f"{value!r} is not {kind.__name__}")
    return value
