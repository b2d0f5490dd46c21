"""The day on which the screens are tested: one for all of them, and never that of the machine.

`SCREENS_ON=2028-02-29 python -m pytest tests/screens` tests them on another.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time

import pytest

from domain.dates import JAKARTA

TODAY = date.fromisoformat(os.environ.get("SCREENS_ON", "2026-03-02"))
LEAP_DAY = date(2028, 2, 29)


@contextmanager
def clock_at(day: date) -> Iterator[None]:
    """Let every screen take a quarter past ten of a day for this moment."""
    moment = datetime.combine(day, time(10, 15), JAKARTA)

    class Still(datetime):
        @classmethod
        def now(cls, tz=None):
            return moment.astimezone(tz)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pages.parts.store.datetime", Still)
        yield
