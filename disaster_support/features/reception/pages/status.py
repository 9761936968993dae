"""What the window's bar says of the open register."""

from disaster_support.context import Context
from disaster_support.ui.bar import RegisterStatus


def read_status(context: Context) -> RegisterStatus:
    """Return the shelter of this laptop, the disaster, how many people are here, and who works.

    Raises:
        UserError: the register is locked or cannot be read.

    """
    from disaster_support.storage.counts import count_here
    from disaster_support.storage.shelters import current_shelter, read_event

    register = context.door.register
    shelter = current_shelter(register)
    return RegisterStatus(shelter.name, read_event(register), count_here(register, shelter.id), register.staff.name)
