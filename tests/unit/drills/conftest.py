from datetime import timedelta

import pytest

from disaster_support.features.drills import service
from disaster_support.storage.roles import Role, StaffMember
from tests.helpers.drills import HELD_ON, make_plan
from tests.helpers.registers import cheap_keys, register

__all__ = ["cheap_keys", "register"]


@pytest.fixture
def drill(register):
    """A small drill that is kept in the register and was begun at nine o'clock UTC."""
    made = service.new_drill(register, make_plan(), HELD_ON)
    return service.start_drill(register, made.id)


@pytest.fixture
def at(register):
    """Set the clock to a minute of the drill; return the moment."""
    begin = register.clock.now

    def set_clock(minute, second=0):
        register.clock.now = begin + timedelta(minutes=minute, seconds=second)
        return register.clock.now

    return set_clock


@pytest.fixture
def as_viewer(register):
    """Let somebody who may only look work with the register from now on."""

    def change():
        register.staff = StaffMember("viewer", "見学", Role.VIEWER)

    return change
