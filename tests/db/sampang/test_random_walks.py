"""Whatever anybody presses, in whatever order: the books balance and every file is whole.

The walks are drawn from fixed seeds, so that they are the same on every run; a walk that breaks something
tells what was done before.
"""

from tests.db.sampang.lending import a_lending_office
from tests.db.sampang.random_walks import Walk

MONEY = 45_000_000  # for two loans of 20 million, not for three
# What a walk that proves anything has come across.
SEEN = {
    "approve", "refuse", "postpone", "withdraw", "disburse", "return_request", "withdraw_request",
    "take_back", "pay", "ask_to_reverse", "reverse", "close_reversal", "change", "custody",
}  # fmt: skip


def walked(url, seed, steps):
    with a_lending_office(url, MONEY) as lending:
        walk = Walk(lending, seed)
        for _ in range(steps):
            try:
                walk.step()
            except Exception as broken:
                broken.add_note(f"seed {seed}, after {walk.done}")
                raise
        return walk.done


def test_nothing_breaks_on_long_walks_and_they_come_everywhere(tmp_path):
    done = [walked(f"sqlite:///{tmp_path}/{seed}.sqlite3", seed, 150) for seed in (7, 15, 16)]
    assert set().union(*done) >= SEEN, SEEN - set().union(*done)


def test_nothing_breaks_on_a_walk_on_either_database(database_url):
    assert "pay" in walked(database_url, 11, 60)
