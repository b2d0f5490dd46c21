"""What must be decided about the mentoring: the one list of every screen and paper that tells it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from domain.blitar.instruments import at
from domain.blitar.leadership import DISTRICTS
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.coverage import DistrictCoverage, GapAhead
from domain.dates import age_in_words, indonesian_date
from domain.due_decisions import Decision, decision_of, oldest_first
from domain.headline import WaitsFor
from domain.money import number


@dataclass(frozen=True, slots=True)
class ContractsEnding:
    """How many Pendamping serve on a contract that runs out within the days, and the first such day."""

    count: int
    first: date
    days: int


@dataclass(frozen=True, slots=True)
class Passed:
    """How many candidates passed a selection that was decided on a day, and are not appointed."""

    count: int
    title: str
    decided_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OfStaff:
    """What the store knows of who serves where: gaps, contracts that end, and who may be appointed."""

    gap: GapAhead | None
    coverage: Sequence[DistrictCoverage]
    ending: ContractsEnding | None
    passed: Passed | None


def decisions(staff: OfStaff, proposals: Sequence[WaitsFor], day: date) -> tuple[Decision, ...]:
    """The gap to come and the contracts that end; then what waits, the oldest first.

    `proposals` are those of the mentoring and of the office that a second person decides.
    """
    waiting = [*_open_now(staff.coverage, day), *_appointable(staff.passed, day)]
    waiting += [decision_of(one, day) for one in proposals]
    return (*_gap(staff.gap), *_ending(staff.ending), *oldest_first(waiting, day))


def _gap(gap: GapAhead | None) -> Iterator[Decision]:
    if gap is not None:
        yield Decision(
            key="akan-kosong",
            what=f"{indonesian_date(gap.on)}: {number(gap.uncovered)} dari {DISTRICTS} kecamatan tanpa "
            "Pendamping",
            because=f"kontrak atau penugasan terakhir {number(gap.until_then)} kecamatan habis "
            f"{'pada' if gap.on_the_day == gap.until_then else 'sampai'} hari itu",
            roles=BLITAR.carriers(BlitarPermission.APPOINT_STAFF),
            citation=at("11(2)"),
            on=gap.on,
        )


def _ending(ending: ContractsEnding | None) -> Iterator[Decision]:
    if ending is not None:
        yield Decision(
            key="kontrak",
            what=f"Kontrak {number(ending.count)} Pendamping berakhir dalam {number(ending.days)} hari",
            because=f"yang pertama {indonesian_date(ending.first)}",
            roles=BLITAR.carriers(BlitarPermission.APPOINT_STAFF),
            citation=at("11(1)"),
            on=ending.first,
        )


def _open_now(coverage: Sequence[DistrictCoverage], day: date) -> Iterator[Decision]:
    open_now = [one for one in coverage if not one.is_covered]
    if open_now:
        names = ", ".join(one.district.name for one in open_now[:3])
        more = f" dan {number(len(open_now) - 3)} lagi" if len(open_now) > 3 else ""
        yield Decision(
            key="kosong",
            what=f"{number(len(open_now))} kecamatan hari ini tanpa Pendamping: {names}{more}",
            because=_since(open_now[0], day),
            roles=BLITAR.carriers(BlitarPermission.MANAGE_STAFF),
            citation=at("11(2)"),
            since=open_now[0].uncovered_since,
        )


def _since(coverage: DistrictCoverage, day: date) -> str:
    since = coverage.uncovered_since
    if since is None:
        return "belum pernah ada penugasan tercatat"
    return f"paling lama {age_in_words(since, day)} (sejak {indonesian_date(since)})"


def _appointable(passed: Passed | None, day: date) -> Iterator[Decision]:
    if passed is not None:
        yield Decision(
            key="lulus",
            what=f"{number(passed.count)} calon lulus seleksi belum ditetapkan",
            because=f"{passed.title}, hasilnya {age_in_words(passed.decided_on, day)} lalu "
            f"({indonesian_date(passed.decided_on)})",
            roles=BLITAR.carriers(BlitarPermission.APPOINT_STAFF),
            citation=at("11(1)"),
            since=passed.decided_on,
        )
