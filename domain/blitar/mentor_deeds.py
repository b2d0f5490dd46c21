"""What each Pendamping did in a month beside what they carry: figures with context, no score, no order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from domain.money import number

_NAMED: Final = 2
_NO_DISTRICT: Final = "tanpa kecamatan tetap hari ini"


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorDeeds:
    """One Pendamping: the kecamatan served today, the binaan carried today, and what was done in a month.

    `visits` are sent or verified, `visited` the binaan among them; `done` what was agreed at their visits and
    done in the month; `moved` their binaan of today of which a goal has risen since the baseline.
    """

    mentor_id: int
    name: str
    districts: tuple[str, ...]
    clients: int
    visits: int
    visited: int
    done: int
    moved: int

    @property
    def area(self) -> str:
        """Where they serve, by which the leadership knows them without a name."""
        return ", ".join(self.districts) or _NO_DISTRICT


@dataclass(frozen=True, slots=True)
class _Measure:
    label: str
    of: Callable[[MentorDeeds], int]


_MEASURES: Final = (
    _Measure("Kunjungan", lambda one: one.visits),
    _Measure("Tindak lanjut selesai", lambda one: one.done),
    _Measure("Binaan dengan tujuan naik", lambda one: one.moved),
)


def most_and_least(deeds: Sequence[MentorDeeds]) -> tuple[str, ...]:
    """Who did most and who least of each thing, in words with how many binaan each carries."""
    if not deeds:
        return ()
    return tuple(
        f"{one.label}: paling banyak {_told(deeds, max(map(one.of, deeds)), one)}; "
        f"paling sedikit {_told(deeds, min(map(one.of, deeds)), one)}"
        for one in _MEASURES
    )


def _told(deeds: Sequence[MentorDeeds], figure: int, measure: _Measure) -> str:
    found = [one for one in deeds if measure.of(one) == figure]
    if len(found) > _NAMED:
        return f"{number(figure)} ({number(len(found))} Pendamping)"
    told = " dan ".join(f"{one.area} dengan {number(one.clients)} binaan" for one in found)
    return f"{number(figure)} ({told})"
