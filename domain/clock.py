"""Times of the day as people type them: "09.00", "pukul 9.30 WIB", "09.00–12.00", "09.00 s.d. selesai"."""

import re
from datetime import time
from typing import Final

_ONE: Final = r"(\d{1,2})[.:](\d{2})(?:[.:]\d{2})?(?:\s*wib)?"
_CLOCK: Final = re.compile(rf"(?:pukul|jam)?\s*{_ONE}")
_SPAN: Final = re.compile(
    rf"(?:pukul|jam)?\s*{_ONE}(?:\s*(?:-|–|—|s\.?\s?/?d\.?|sampai(?:\s+dengan)?)\s*(?:{_ONE}|selesai))?"
)


def clock_in(told: str) -> time | None:
    """The time that a text is, to the minute; None where it is none, as 25.99 is not."""
    found = _CLOCK.fullmatch(told.strip().casefold())
    return _time(found.group(1), found.group(2)) if found else None


def is_clock(told: str) -> bool:
    """Whether a text is a time of the day, or a span from one to another or to the end."""
    found = _SPAN.fullmatch(told.strip().casefold())
    if found is None or (first := _time(found.group(1), found.group(2))) is None:
        return False
    if found.group(3) is None:
        return True
    last = _time(found.group(3), found.group(4))
    return last is not None and first < last


def _time(hour: str, minute: str) -> time | None:
    return time(int(hour), int(minute)) if int(hour) < 24 and int(minute) < 60 else None
