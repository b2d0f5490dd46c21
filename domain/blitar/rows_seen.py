"""What changed in a list while somebody worked with it, row by row and in words."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Final

_NAMED: Final = 5


def rows_changed(before: Mapping[Hashable, str], now: Mapping[Hashable, str]) -> str:
    """Which rows came, went or read otherwise, by their own keys; blank when all are as they were."""
    came = [words for key, words in now.items() if key not in before]
    went = [words for key, words in before.items() if key not in now]
    other = [f"{words} menjadi {now[key]}" for key, words in before.items() if now.get(key, words) != words]
    told = (("Bertambah", came), ("Tidak ada lagi", went), ("Berubah", other))
    return " ".join(f"{title}: {_listed(rows)}." for title, rows in told if rows)


def _listed(rows: Sequence[str]) -> str:
    more = f", dan {len(rows) - _NAMED} lainnya" if len(rows) > _NAMED else ""
    return "; ".join(rows[:_NAMED]) + more
