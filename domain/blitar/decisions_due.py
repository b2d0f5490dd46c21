"""What must be decided about the mentoring: kecamatan without a Pendamping, now and soon, and what waits."""

from collections.abc import Iterator, Sequence
from datetime import date

from domain.blitar.instruments import at
from domain.blitar.leadership import DISTRICTS
from domain.blitar.staffing.coverage import DistrictCoverage, GapAhead
from domain.dates import indonesian_date
from domain.headline import Decision, WaitsFor, decision_of
from domain.money import number

_HEAD = "Kepala Dinas"


def decisions(
    gap: GapAhead | None,
    coverage: Sequence[DistrictCoverage],
    waits: Sequence[WaitsFor],
    day: date,
) -> tuple[Decision, ...]:
    """The one that weighs most first: gaps to come, gaps of today, then what waits for the Kepala Dinas."""
    return (*_gaps(gap, coverage), *_waiting(waits, day))


def _gaps(gap: GapAhead | None, coverage: Sequence[DistrictCoverage]) -> Iterator[Decision]:
    place = at("11(2)")
    if gap is not None:
        yield Decision(
            key="akan-kosong",
            what=f"{indonesian_date(gap.on)}: {number(gap.uncovered)} dari {DISTRICTS} kecamatan tanpa "
            "Pendamping",
            because=f"kontrak atau penugasan terakhir {number(gap.until_then)} kecamatan habis "
            f"{'pada' if gap.on_the_day == gap.until_then else 'sampai'} hari itu",
            citation=place,
            on=gap.on,
        )
    open_now = [one for one in coverage if not one.is_covered]
    if open_now:
        names = ", ".join(one.district.name for one in open_now[:3])
        more = f" dan {number(len(open_now) - 3)} lagi" if len(open_now) > 3 else ""
        yield Decision(
            key="kosong",
            what=f"{number(len(open_now))} kecamatan hari ini tanpa Pendamping: {names}{more}",
            because=_since(open_now[0]),
            citation=place,
            since=open_now[0].uncovered_since,
        )


def _since(coverage: DistrictCoverage) -> str:
    if coverage.uncovered_since is None:
        return "belum pernah ada penugasan tercatat"
    return f"paling lama sejak {indonesian_date(coverage.uncovered_since)}"


def _waiting(waits: Sequence[WaitsFor], day: date) -> Iterator[Decision]:
    for one in sorted(waits, key=lambda wait: wait.since or day):
        if one.who == _HEAD:
            yield decision_of(one, day)
