"""The places that a shelter's own list starts with."""

from disaster_support.features.notices.model import Place

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
