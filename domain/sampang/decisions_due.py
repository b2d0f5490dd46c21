"""What must be decided about the fund: what the Pokjanis and the Ketua Harian are waited for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from domain.dates import age_in_words, indonesian_date
from domain.headline import Decision, WaitsFor
from domain.money import number, rupiah
from domain.sampang.origination.stages import READY_TO_MEET, Stage

_BY_WEIGHT: Mapping[str, str] = {
    Stage.REQUESTED: "permintaan cair menunggu disetujui Ketua Harian",
    Stage.SURVEYED: "berkas siap dirapatkan Pokjanis",
}


def decisions(waits: Sequence[WaitsFor], free: int, day: date) -> tuple[Decision, ...]:
    """What waits for a decision, the meeting first; then the stage where a file has waited longest."""
    return tuple(_decisions({one.key: one for one in waits}, free, day))


def _decisions(waits: Mapping[str, WaitsFor], free: int, day: date) -> Iterator[Decision]:
    waits = _as_the_queue_has_it(waits)
    deciding = [waits[stage] for stage in _BY_WEIGHT if stage in waits]
    for one in deciding:
        money = f"; dana bebas {rupiah(free)}" if one.key == Stage.SURVEYED else ""
        yield _decision(one, f"{number(one.count)} {_BY_WEIGHT[one.key]}", f"{_age(one, day)}{money}")
    others = [one for one in waits.values() if one not in deciding and one.since is not None]
    if others:
        oldest = min(others, key=lambda one: one.since or day)
        yield _decision(
            oldest, f"{number(oldest.count)} {oldest.what[:1].lower()}{oldest.what[1:]}", _age(oldest, day)
        )


def _as_the_queue_has_it(waits: Mapping[str, WaitsFor]) -> Mapping[str, WaitsFor]:
    """What was surveyed and what was postponed stand together, ready for a meeting, as in its queue."""
    ready = [waits[stage] for stage in READY_TO_MEET if stage in waits]
    if not ready:
        return waits
    since = min((one.since for one in ready if one.since), default=None)
    both = replace(ready[0], key=Stage.SURVEYED, count=sum(one.count for one in ready), since=since)
    return {key: one for key, one in waits.items() if key not in READY_TO_MEET} | {both.key: both}


def _decision(one: WaitsFor, what: str, because: str) -> Decision:
    return Decision(key=one.key, what=what, because=because, citation=one.citation, since=one.since)


def _age(one: WaitsFor, day: date) -> str:
    since = one.since or day
    return f"tertua {age_in_words(since, day)} ({indonesian_date(since)})"
