"""Who may do what with the register."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a member of staff is here for."""

    RECEPTION = "reception"
    SUPPORT = "support"
    MANAGER = "manager"
    VIEWER = "viewer"


class Right(StrEnum):
    """Something that not everybody may do."""

    REGISTER = "register"  # add and change people, and where they are
    SUPPORT = "support"  # say what was done about a need
    EXPORT = "export"  # take lists with them
    MANAGE = "manage"  # staff, backups, merging, imports, the audit log


_RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.RECEPTION: frozenset({Right.REGISTER, Right.SUPPORT}),
    Role.SUPPORT: frozenset({Right.REGISTER, Right.SUPPORT, Right.EXPORT}),
    Role.MANAGER: frozenset(Right),
    Role.VIEWER: frozenset(),
}


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody who works with the register."""

    id: str
    name: str
    role: Role
    active: bool = True

    def may(self, right: Right) -> bool:
        """Whether the role has this right."""
        return right in _RIGHTS[self.role]
