"""What a screen asks does not depend on how much is stored: three times the demo asks nothing more."""

from collections import Counter

import pytest

from tests.speed.exceptions import ASKS_MORE, READS_MORE
from tests.speed.walk import walk

A_LITTLE = 5_000  # steps of SQLite's machine, some hundreds of rows


@pytest.fixture(scope="module")
def grown(grown_file):
    """Give what every screen asks over the demo grown to three times its rows."""
    return dict(_told(walk(f"sqlite:///{grown_file}")))


@pytest.fixture(scope="module")
def small(asked):
    """Give the same over the demo itself."""
    return dict(_told(asked["sqlite"]))


def _told(walked):
    for view, cost in walked:
        yield f"{view.role}: {view.name}", cost.statements


def test_a_screen_asks_as_many_statements_over_more_rows(small, grown):
    more = {name for name, asked in grown.items() if len(asked) > len(small[name])}
    new = [f"{name}: {len(small[name])} → {len(grown[name])}" for name in sorted(more - ASKS_MORE.keys())]
    idle = sorted(ASKS_MORE.keys() - more)
    assert not new, "\n".join(["asks more:", *new])
    assert not idle, "\n".join(["no longer asks more:", *idle])


def test_a_statement_reads_no_more_over_more_rows(small, grown):
    more = set()
    for name, asked in grown.items():
        before, after = _steps(small[name]), _steps(asked)
        more |= {who for who in after if after[who] > 1.5 * before[who] + A_LITTLE}
    new, idle = sorted(more - READS_MORE.keys()), sorted(READS_MORE.keys() - more)
    assert not new, "\n".join(["reads more:", *new])
    assert not idle, "\n".join(["no longer reads more:", *idle])


def _steps(statements):
    found = Counter()
    for one in statements:
        found[one.asked_by] += one.steps
    return found
