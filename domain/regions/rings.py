"""Rings of positions: which way they run, what lies in them, and whether they cross themselves.

Longitude is x and latitude y, as in GeoJSON. A ring ends where it begins.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Final, TypeAlias

Position: TypeAlias = tuple[float, float]
Ring: TypeAlias = tuple[Position, ...]
Polygon: TypeAlias = tuple[Ring, ...]
_Span: TypeAlias = tuple[int, int]
_Box: TypeAlias = tuple[float, float, float, float]

# J. R. Shewchuk, Adaptive precision floating-point arithmetic (1997): below this share of the
# terms the sign of a difference of two products may be a rounding error.
_ROUNDING: Final = 3.3306690738754716e-16


@dataclass(frozen=True, slots=True)
class _Side:
    ring: int
    number: int
    count: int
    start: Position
    end: Position

    def follows(self, other: "_Side") -> bool:
        return self.ring == other.ring and self.number == (other.number + 1) % self.count


def turn(a: Position, b: Position, c: Position) -> int:
    """Tell exactly whether a, b, c turn left (1), turn right (-1) or lie on one line (0)."""
    left = (b[0] - a[0]) * (c[1] - a[1])
    right = (b[1] - a[1]) * (c[0] - a[0])
    if abs(left - right) > _ROUNDING * (abs(left) + abs(right)):
        return 1 if left > right else -1
    exact_left = (Fraction(b[0]) - Fraction(a[0])) * (Fraction(c[1]) - Fraction(a[1]))
    exact_right = (Fraction(b[1]) - Fraction(a[1])) * (Fraction(c[0]) - Fraction(a[0]))
    return (exact_left > exact_right) - (exact_left < exact_right)


def wound(ring: Ring, *, clockwise: bool) -> Ring:
    """Give the ring in the direction asked for."""
    x, y = ring[0]
    doubled = sum((a[0] - x) * (b[1] - y) - (b[0] - x) * (a[1] - y) for a, b in pairwise(ring))
    return ring if (doubled < 0) == clockwise else ring[::-1]


def holds(polygon: Sequence[Ring], position: Position) -> bool:
    """Tell whether a position lies in a polygon and in none of its holes."""
    x, y = position
    inside = False
    for ring in polygon:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                inside = not inside
    return inside


def cross(polygon: Sequence[Ring], patience: int) -> bool | None:
    """Tell whether rings cross; None when that takes more than `patience` steps.

    A ring may not meet itself at all; two rings of a polygon may touch but not cross. Exact.
    The sides are halved again and again, and two halves are compared where their boxes meet.
    """
    sides = [side for number, ring in enumerate(polygon) for side in _sides(number, ring)]
    boxes: dict[_Span, _Box] = {}
    _measure(sides, (0, len(sides)), boxes)
    pairs = [((0, len(sides)), (0, len(sides)))]
    while pairs and patience > 0:
        patience -= 1
        one, other = pairs.pop()
        if one == other:
            pairs += _within(one)
        elif _apart(boxes[one], boxes[other]):
            continue
        elif one[1] - one[0] == other[1] - other[0] == 1:
            if _wrong(sides[one[0]], sides[other[0]]):
                return True
        elif one[1] - one[0] >= other[1] - other[0]:
            pairs += [(half, other) for half in _halves(one)]
        else:
            pairs += [(one, half) for half in _halves(other)]
    return None if pairs else False


def _sides(number: int, ring: Ring) -> list[_Side]:
    count = len(ring) - 1
    return [_Side(number, n, count, a, b) for n, (a, b) in enumerate(pairwise(ring))]


def _halves(span: _Span) -> tuple[_Span, _Span]:
    middle = (span[0] + span[1]) // 2
    return (span[0], middle), (middle, span[1])


def _within(span: _Span) -> list[tuple[_Span, _Span]]:
    if span[1] - span[0] == 1:
        return []
    first, second = _halves(span)
    return [(first, first), (second, second), (first, second)]


def _measure(sides: Sequence[_Side], span: _Span, boxes: dict[_Span, _Box]) -> _Box:
    if span[1] - span[0] == 1:
        (x1, y1), (x2, y2) = sides[span[0]].start, sides[span[0]].end
        boxes[span] = (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
    else:
        a, b = (_measure(sides, half, boxes) for half in _halves(span))
        boxes[span] = (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
    return boxes[span]


def _apart(a: _Box, b: _Box) -> bool:
    return a[2] < b[0] or b[2] < a[0] or a[3] < b[1] or b[3] < a[1]


def _wrong(one: _Side, other: _Side) -> bool:
    if other.follows(one):
        return _turns_back(one.start, one.end, other.end)
    if one.follows(other):
        return _turns_back(other.start, other.end, one.end)
    # The boxes meet, so sides on one line that pass this test share a point.
    a, b = turn(one.start, one.end, other.start), turn(one.start, one.end, other.end)
    c, d = turn(other.start, other.end, one.start), turn(other.start, other.end, one.end)
    if one.ring == other.ring:
        return a * b <= 0 and c * d <= 0
    return a * b < 0 and c * d < 0


def _turns_back(a: Position, b: Position, c: Position) -> bool:
    same_way = ((a[0] > b[0]) == (c[0] > b[0]) and a[0] != b[0]) or (
        (a[1] > b[1]) == (c[1] > b[1]) and a[1] != b[1]
    )
    return turn(a, b, c) == 0 and same_way
