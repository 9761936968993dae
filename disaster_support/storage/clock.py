"""Times as the register keeps them, and the hybrid clock that orders what several laptops write."""

from datetime import UTC, datetime
from functools import lru_cache

_COUNTER_BITS = 16


@lru_cache(maxsize=256)  # one transaction writes one moment many times
def to_stamp(moment: datetime) -> str:
    """Return a moment as UTC in ISO 8601 with milliseconds; without a zone it is local time. Sorts as text."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@lru_cache(maxsize=4096)  # and one page shows many times
def from_stamp(stamp: str) -> datetime:
    """Return the moment of a stamp, in local time with its zone."""
    return datetime.fromisoformat(stamp.replace("Z", "+00:00")).astimezone()


def next_hybrid(last: int, now: datetime) -> int:
    """Return the hybrid time after `last`: milliseconds since 1970 in the upper bits, a counter in the lower 16.

    It never goes back, even where the laptop's clock does.

    Source: Kulkarni et al., Logical Physical Clocks (2014).
    """
    return max(last + 1, int(now.timestamp() * 1000) << _COUNTER_BITS)


def hybrid_moment(hybrid: int) -> datetime:
    """Return the moment of a hybrid time, in local time."""
    return datetime.fromtimestamp((hybrid >> _COUNTER_BITS) / 1000, UTC).astimezone()
