"""What a person should look at in the figures of a visit: a great leap, or a change that nothing shows.

No text says by how much a figure may move: five times is the office's own line, and nothing is refused by it.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from domain.blitar.indicators import Indicator, Measured, Shape, in_words
from domain.blitar.visiting.visit import IndicatorChange
from domain.money import number

LEAP: Final = 5
_LOOK: Final = "Periksa angkanya dengan buktinya; bila memang begitu, biarkan."


def last_before(on: date, *known: Measured | None) -> Measured | None:
    """The newest of some values that was known on the day of a visit."""
    told = [one for one in known if one is not None and one.on <= on]
    return max(told, key=lambda one: one.on, default=None)


def figure_warnings(
    changes: Iterable[IndicatorChange], last: Mapping[Indicator, Measured]
) -> tuple[str, ...]:
    """What is odd about the values found at a visit, held against the last ones where they are known."""
    return tuple(told for one in changes for told in _odd(one, last.get(one.indicator)))


def _odd(change: IndicatorChange, last: Measured | None) -> Iterator[str]:
    name = change.indicator.label
    if last is not None and _leaps(change, last):
        moved = (
            f"dari {in_words(last.indicator, last.value)} menjadi {in_words(last.indicator, change.value)}"
        )
        yield f"{name} {_how_far(change.value, last.value)}: {moved}. {_LOOK}"
    if change.value != (last.value if last else 0) and not change.evidence.strip():
        yield f"{name} berubah, isian buktinya kosong. Isi nomor surat atau fotonya bila ada."


def _leaps(change: IndicatorChange, last: Measured) -> bool:
    """Whether a number, not a yes or no, is five times the last one or more, or a fifth of it or less."""
    if change.indicator.shape is Shape.YES_NO or last.value <= 0:
        return False
    return change.value >= LEAP * last.value or LEAP * change.value <= last.value


def _how_far(value: int, last: int) -> str:
    if value > last:
        return f"naik {number(value // last)} kali lipat" + (" lebih" if value % last else "")
    return "turun menjadi seperlima atau kurang"
