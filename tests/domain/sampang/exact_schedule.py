"""A second computation of a schedule, month by month in exact fractions; shares nothing with the engine."""

from fractions import Fraction
from math import floor


def half_up(amount: Fraction) -> int:
    return floor(amount + Fraction(1, 2))


def exact_rows(
    principal: int, tenor: int, grace: int, method: str, yearly: Fraction = Fraction(6, 100)
) -> list[tuple[int, int, int]]:
    """(principal part, interest, balance after) of every month."""
    monthly = yearly / 12
    repaying = tenor - grace
    if method == "annuity" and monthly:
        growth = (1 + monthly) ** repaying
        level = half_up(principal * monthly * growth / (growth - 1))
    else:
        level = half_up(Fraction(principal, repaying))
    owed, rows = principal, []
    for month in range(1, tenor + 1):
        interest = half_up((principal if method == "flat" else owed) * monthly)
        if month <= grace:
            part = 0
        elif month == tenor:
            part = owed
        elif method == "annuity":
            part = min(owed, max(0, level - interest))
        else:
            part = principal // repaying
        owed -= part
        rows.append((part, interest, owed))
    return rows
