"""What must be decided about the fund: the one list of every screen and paper that tells it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from domain.due_decisions import Decision, decision_of, oldest_first
from domain.headline import WaitsFor
from domain.money import rupiah
from domain.sampang.origination.stages import READY_TO_MEET, Stage

_OF_FILES: Mapping[str, str] = {
    Stage.REQUESTED: "permintaan cair untuk disetujui",
    Stage.SURVEYED: "berkas siap dirapatkan",
}


def decisions(
    stages: Sequence[WaitsFor], proposals: Sequence[WaitsFor], free: int, day: date
) -> tuple[Decision, ...]:
    """What waits for a yes, the oldest first; last the stage where a file has waited longest for its step.

    `proposals` are those of the fund and of the office that a second person decides.
    """
    files = _as_the_queue_has_it({one.key: one for one in stages})
    deciding = [*_of_files(files, free, day), *(decision_of(one, day) for one in proposals)]
    return (*oldest_first(deciding, day), *_slowest(files, day))


def _of_files(files: Mapping[str, WaitsFor], free: int, day: date) -> Iterator[Decision]:
    for stage, told in _OF_FILES.items():
        if stage in files:
            also = f"; dana bebas {rupiah(free)}" if stage == Stage.SURVEYED else ""
            yield decision_of(files[stage], day, told=told, also=also)


def _slowest(files: Mapping[str, WaitsFor], day: date) -> Iterator[Decision]:
    others = [one for key, one in files.items() if key not in _OF_FILES and one.since is not None]
    if others:
        yield decision_of(min(others, key=lambda one: one.since or day), day)


def _as_the_queue_has_it(waits: Mapping[str, WaitsFor]) -> Mapping[str, WaitsFor]:
    """What was surveyed and what was postponed stand together, ready for a meeting, as in its queue."""
    ready = [waits[stage] for stage in READY_TO_MEET if stage in waits]
    if not ready:
        return waits
    since = min((one.since for one in ready if one.since), default=None)
    both = replace(ready[0], key=Stage.SURVEYED, count=sum(one.count for one in ready), since=since)
    return {key: one for key, one in waits.items() if key not in READY_TO_MEET} | {both.key: both}
