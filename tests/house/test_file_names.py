"""Within a room the name of a file stands for one thing."""

from collections import defaultdict
from pathlib import Path

import pytest

from domain.programmes import PROGRAMMES

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("domain", "db", "demo", "documents", "pages")
# Every screen is called so, in a folder that says which one it is.
OF_MANY = {"__init__.py", "screen.py"}


def things_by_name(room):
    """The files of a room by name; the same place in each programme, or on their ground, is one thing."""
    wings = {programme.key for programme in PROGRAMMES}
    things = defaultdict(set)
    for file in room.rglob("*.py"):
        first, *rest = file.relative_to(room).parts
        place = rest if first in wings else [first, *rest]
        if file.name not in OF_MANY:
            things[file.name].add("/".join(place))
    return things


@pytest.mark.parametrize("room", ROOMS)
def test_a_file_name_stands_for_one_thing(room):
    repeated = {
        name: sorted(places) for name, places in things_by_name(ROOT / room).items() if len(places) > 1
    }
    assert repeated == {}


def test_a_name_that_stands_for_two_things_is_found(tmp_path):
    for place in ("sampang/loans/list.py", "blitar/loans/list.py", "office/list.py"):
        file = tmp_path / place
        file.parent.mkdir(parents=True)
        file.touch()
    assert things_by_name(tmp_path) == {"list.py": {"loans/list.py", "office/list.py"}}
