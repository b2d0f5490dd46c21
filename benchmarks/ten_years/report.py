"""The report: a line for each screen that fits a README, a line for each view, and the heavy statements."""

import math
import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from benchmarks.ten_years.measuring import Figure

Sizes = Mapping[str, Sequence[Figure]]
"""The figures by the name of the size, from the smallest to the largest."""


def short_table(sizes: Sizes, times: float) -> str:
    """Each screen by the slowest of its views; `times` as many rows lie in the largest size."""
    small, large = next(iter(sizes)), list(sizes)[-1]
    lines = [
        f"| screen | {' | '.join(f'ms {name}' for name in sizes)} | statements | rows read | KB a click "
        "| grows as |",
        "|---|" + "---:|" * (len(sizes) + 4),
    ]
    first = {(one.role, one.view): one for one in sizes[small]}
    for screen, figures in groupby(sorted(sizes[large], key=_screen), key=_screen):
        worst = max(figures, key=lambda one: one.ms)
        ms = " | ".join(f"{_of(sizes[name], worst).ms:.0f}" for name in sizes)
        power = _power(first[worst.role, worst.view].ms, worst.ms, times)
        lines.append(
            f"| {screen} | {ms} | {worst.statements} | {worst.rows:,} | {worst.size / 1024:.0f} | {power} |"
        )
    return "\n".join(lines)


def long_table(sizes: Sizes, times: float) -> str:
    """Each view of each role, the slowest first."""
    small, large = next(iter(sizes)), list(sizes)[-1]
    lines = [
        f"| role | view | {' | '.join(f'ms {name}' for name in sizes)} | statements {small} | {large} "
        "| rows read | peak MB | KB a click | grows as |",
        "|---|---|" + "---:|" * (len(sizes) + 6),
    ]
    for one in sorted(sizes[large], key=lambda figure: -figure.ms):
        before = _of(sizes[small], one)
        ms = " | ".join(f"{_of(sizes[name], one).ms:.1f}" for name in sizes)
        lines.append(
            f"| {one.role} | {one.view} | {ms} | {before.statements} | {one.statements} | {one.rows:,} "
            f"| {one.peak / 2**20:.1f} | {one.size / 1024:.1f} | {_power(before.ms, one.ms, times)} |"
        )
    return "\n".join(lines)


def heavy_statements(figures: Sequence[Figure]) -> str:
    """Each statement that reads very many rows or takes long, with where it is asked, the longest first."""
    found: dict[tuple[str, str], list[tuple[float, int, str]]] = {}
    for figure in figures:
        for one in figure.heavy:
            told = re.sub(r"\s+", " ", one.sql)
            found.setdefault((one.asked_by, told), []).append(
                (one.ms, one.rows, f"{figure.role} {figure.view}")
            )
    lines = []
    for (who, sql), seen in sorted(found.items(), key=lambda item: -max(item[1])[0]):
        ms, rows, where = max(seen)
        lines += [f"- {ms:.0f} ms, {rows:,} rows: `{who}` ({where}; {len(seen)} views)", f"  `{sql[:300]}`"]
    return "\n".join(lines) or "None."


def _screen(one: Figure) -> str:
    return one.screen


def _of(figures: Sequence[Figure], like: Figure) -> Figure:
    return next(one for one in figures if (one.role, one.view) == (like.role, like.view))


def _power(before: float, after: float, times: float) -> str:
    """The power of the rows with which the milliseconds grow: 0 is not at all, 1 as the rows do."""
    return f"{math.log(max(after, 0.1) / max(before, 0.1)) / math.log(times):.2f}" if times > 1 else "–"
