"""What must be decided about the fund: what the Pokjanis and the Ketua Harian are waited for."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from domain.dates import age_in_words, indonesian_date
from domain.headline import Decision, WaitsFor
from domain.money import number, rupiah
from domain.sampang.origination.stages import Stage

_BY_WEIGHT: Mapping[str, str] = {
    Stage.REQUESTED: "permintaan cair menunggu disetujui Ketua Harian",
    Stage.SURVEYED: "berkas siap dirapatkan Pokjanis",
    Stage.POSTPONED: "berkas tertunda menunggu rapat berikutnya",
}


def decisions(waits: Sequence[WaitsFor], free: int, day: date) -> tuple[Decision, ...]:
    """What waits for a decision, the meeting first; then the stage where a file has waited longest."""
    return tuple(_decisions({one.key: one for one in waits}, free, day))


def _decisions(waits: Mapping[str, WaitsFor], free: int, day: date) -> Iterator[Decision]:
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


def _decision(one: WaitsFor, what: str, because: str) -> Decision:
    return Decision(key=one.key, what=what, because=because, citation=one.citation, since=one.since)


def _age(one: WaitsFor, day: date) -> str:
    since = one.since or day
    return f"tertua {age_in_words(since, day)} ({indonesian_date(since)})"
