"""The shelter's own list of places: what it starts with, and names with their readings."""

from disaster_support.features.notices.model import Place
from disaster_support.ruby import Ruby, mark_ruby, parse_ruby, read_out

FIRST_PLACES = (
    *(Place(name=name) for name in ("体育館《たいいくかん》", "校庭《こうてい》")),
    *(
        Place(entry=f"facilities.{name}")
        for name in (
            "reception",
            "entrance",
            "information",
            "consultation",
            "interpreter",
            "meeting",
            "food_place",
            "eating",
            "water_place",
            "supplies",
            "first_aid",
            "nursing",
            "changing_women",
            "changing_men",
            "prayer",
            "quiet_room",
            "sleeping",
            "family_area",
            "sick_room",
            "play",
            "pets",
            "charging",
            "bath",
            "shower",
            "laundry",
            "drying",
            "toilet_temporary",
            "garbage",
            "luggage",
            "staff_room",
            "parking",
            "bus_stop",
            "floor1",
            "floor2",
            "floor3",
        )
    ),
)
"""The names that nearly every school used as a shelter has, then the library's words for places.

The library says its own words in every language; a name is the same everywhere, with a Latin spelling beside it.
"""


def mark_name(name: str, reading: str) -> str:
    """Return a name with the reading of the whole of it marked, as a place keeps it; without one only the name."""
    return mark_ruby(name, (Ruby(0, len(name), reading),)) if reading and reading != name else name


def reading_of(marked: str) -> str:
    """Return how a marked name is read; empty where nothing says so."""
    name, ruby = parse_ruby(marked)
    return read_out(name, ruby) if ruby else ""
