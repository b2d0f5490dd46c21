"""How a mentor or facilitator ends (Pasal 9 ayat (2)): by itself, or by a decision with a reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from domain.blitar.goals_and_tasks import EndingGround
from domain.blitar.parameters import DAYS_BEFORE_CONTRACT_END
from domain.dates import indonesian_date
from domain.declared import check_typed
from domain.problems import Problem
from domain.regulation.law_in_force import LawInForce
from domain.typed import Day, Given, Line, Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The Kepala Dinas's decision to dismiss: who, when, under which number, and why."""

    by: Annotated[str, Given()] = ""
    on: Annotated[date | None, Day("Tanggal keputusan")] = None
    decree: Annotated[str, Line("Nomor Keputusan Kepala Dinas")] = ""
    reason: Annotated[str, Prose("Alasan keputusan")] = ""

    @property
    def is_whole(self) -> bool:
        """Whether everything that a decision must say is there."""
        return bool(self.by.strip() and self.on and self.decree.strip() and self.reason.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """One ground on which somebody ends; `last_day` is the last day on which they still served.

    A ground that needs a decision stays without effect until the decision is whole.
    """

    ground: EndingGround
    last_day: Annotated[date | None, Day("Hari terakhir bertugas")] = None
    decision: Decision = Decision()
    note: Annotated[str, Prose("Catatan")] = ""

    @property
    def is_effective(self) -> bool:
        """Whether the ground has effect: by itself, or because it was decided."""
        return self.last_day is not None and (self.ground.ends_by_itself or self.decision.is_whole)


def announce_from(contract_until: date, law: LawInForce) -> date | None:
    """The first day on which the end of a contract is announced; None where the office set no period."""
    days = law.values[DAYS_BEFORE_CONTRACT_END.key]
    return contract_until - timedelta(days=days) if isinstance(days, int) else None


def ends_soon(contract_until: date | None, law: LawInForce) -> bool:
    """Whether the end of a contract is near enough to be announced, and not over yet."""
    if contract_until is None:
        return False
    since = announce_from(contract_until, law)
    return since is not None and since <= law.day <= contract_until


def check_ending(
    ending: Ending, started_on: date, day: date, contract_until: date | None = None
) -> tuple[Problem, ...]:
    """Every problem in an ending as it is recorded on a day."""
    return (
        *_days(ending, started_on, day),
        *_contract(ending, contract_until),
        *_decision(ending, day),
        *check_typed(ending),
    )


def _days(ending: Ending, started_on: date, day: date) -> Iterator[Problem]:
    if ending.last_day is None:
        yield Problem("last_day", "Hari terakhir bertugas belum diisi. Isi agar serah terima dapat diatur.")
    elif ending.last_day < started_on:
        yield Problem(
            "last_day",
            f"Hari terakhir ada sebelum mulai bertugas, {indonesian_date(started_on)}. Periksa tanggalnya.",
        )
    elif ending.ground is EndingGround.DEATH and ending.last_day > day:
        yield Problem("last_day", "Tanggal ini belum terjadi. Isi tanggal sampai hari ini.")


def _contract(ending: Ending, until: date | None) -> Iterator[Problem]:
    if until is None or ending.last_day is None:
        return
    if ending.last_day > until:
        told = f"Kontrak berakhir {indonesian_date(until)}; hari terakhir bertugas tidak sesudahnya."
        yield Problem("last_day", told)
    elif ending.ground is EndingGround.CONTRACT_END and ending.last_day < until:
        yield Problem(
            "last_day",
            f"Kontrak baru habis pada {indonesian_date(until)}. Isi hari itu, atau pilih alasan lain.",
        )


def _decision(ending: Ending, day: date) -> Iterator[Problem]:
    decision, place = ending.decision, ending.ground.citation.place
    if ending.ground.ends_by_itself:
        return
    needed = (
        ("decision.by", decision.by.strip(), "nama yang memutuskan"),
        ("decision.on", decision.on, "tanggal keputusan"),
        ("decision.decree", decision.decree.strip(), "nomor keputusan"),
        ("decision.reason", decision.reason.strip(), "alasan"),
    )
    for field, told, what in needed:
        if not told:
            yield Problem(
                field,
                f"{ending.ground.label} tidak mengakhiri tugas dengan sendirinya ({place}): "
                f"perlu keputusan beralasan. Isi {what}.",
            )
    if decision.on and decision.on > day:
        yield Problem(
            "decision.on",
            f"Tanggal keputusan belum terjadi. Isi tanggal sampai hari ini, {indonesian_date(day)}.",
        )
