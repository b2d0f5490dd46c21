"""How many made-up cases a property is tried on: a quarter of them daily, all of them by night.

`EXAMPLES=all python -m pytest` tries all.
"""

import os

LEAST = 5
BY_NIGHT = os.environ.get("EXAMPLES") == "all"


def examples(of_all: int) -> int:
    """The number for this run; the first of all are the same ones, whatever their number."""
    return of_all if BY_NIGHT else min(of_all, max(LEAST, of_all // 4))
