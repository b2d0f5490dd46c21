"""A receipt worked out again: with the rules of its own day and release, and with the rules of today."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from domain.money import rupiah
from domain.regulation.assessment import Assessment, Verdict, assess
from domain.regulation.case import Case
from domain.regulation.interpretations import Settlement
from domain.regulation.law_in_force import LawInForce, Practice
from domain.regulation.most import most_for
from domain.regulation.parameter import DatedValue
from domain.regulation.receipts import ONE_AT_A_TIME, Receipt, fingerprint, others_of, seal_of
from domain.regulation.rules import Regulation
from domain.regulation.sources import OfficeDecision
from domain.regulation.truth import Truth
from domain.regulation.wording import OUTCOMES

Edition = Callable[[str], Regulation | None]
"""The rules of a release, by their fingerprint; None where they are not kept."""


class Seal(StrEnum):
    """Whether a receipt still is what was kept."""

    INTACT = "intact"
    BROKEN = "broken"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Replay:
    """A receipt worked out again: whether it gives the same, and if not, why not."""

    same: bool
    rules_changed: bool
    differences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Replayed:
    """A receipt worked out again under its own rules (`then`) and under those of today (`now`).

    `then` is None where that cannot be done, and `why_not` says why; `now` is None where today's rules are
    its own.
    """

    seal: Seal
    then: Replay | None
    now: Replay | None
    why_not: str = ""


def replay_kept(receipt: Receipt, edition: Edition, today: Regulation) -> Replayed:
    """Work a kept receipt out again; what cannot be done is said, never raised."""
    seal = _seal(receipt)
    own = edition(receipt.fingerprint)
    if own is None:
        why_not = f"ketentuan versi {receipt.fingerprint} tidak disimpan oleh program ini"
        return Replayed(seal, None, _under(receipt, today), why_not)
    then = _under(receipt, own)
    if then is None:
        why_not = "isinya menyebut pemohon, bacaan, atau setelan yang tidak ada dalam ketentuan itu"
        return Replayed(seal, None, None, why_not)
    return Replayed(seal, then, None if fingerprint(today) == receipt.fingerprint else _under(receipt, today))


def _seal(receipt: Receipt) -> Seal:
    if not receipt.seal:
        return Seal.NONE if receipt.method == ONE_AT_A_TIME else Seal.BROKEN
    return Seal.INTACT if receipt.seal == seal_of(receipt) else Seal.BROKEN


def _under(receipt: Receipt, regulation: Regulation) -> Replay | None:
    try:
        return replay(receipt, regulation)
    except (KeyError, TypeError, ValueError):  # somebody changed what was kept, or it is of other rules
        return None


def replay(receipt: Receipt, regulation: Regulation) -> Replay:
    """Work a receipt out again with these rules on its own day, facts and office practice."""
    law = LawInForce(regulation, receipt.day, practice_of(receipt))
    again = assess(law, receipt.kind, Case(receipt.facts, receipt.items, law.values))
    differences = [*_outcomes(receipt, again), *_verdicts(receipt, again), *_readings(receipt, again)]
    if receipt.most is not None:
        most = most_for(law.rules_for(receipt.kind), again.case).amount
        differences += _differing("paling banyak", receipt.most, most, rupiah)
    return Replay(not differences, fingerprint(regulation) != receipt.fingerprint, tuple(differences))


def _outcomes(receipt: Receipt, again: Assessment) -> Iterator[str]:
    outcomes = {finding.rule.id: finding.truth for finding in again.findings}
    for rule in dict.fromkeys((*receipt.outcomes, *outcomes)):
        yield from _differing(rule, receipt.outcomes.get(rule), outcomes.get(rule), _told)


def _verdicts(receipt: Receipt, again: Assessment) -> Iterator[str]:
    yield from _differing("hasil", receipt.verdict, _verdict_by(receipt.method, again), _verdict_words)
    before, now = receipt.verdict_in_use, str(again.verdict_in_use)
    yield from _differing("hasil menurut bacaan yang dipakai", before, now, _verdict_words)


def _verdict_by(method: int, again: Assessment) -> str:
    """The verdict as the receipt's own way of working out gives it."""
    if method != ONE_AT_A_TIME:
        return str(again.verdict)
    differs = any(one.verdict is not again.verdict_in_use for one in again.other_readings)
    return str(Verdict.DEPENDS_ON_READING if differs else again.verdict_in_use)


def _readings(receipt: Receipt, again: Assessment) -> Iterator[str]:
    others = others_of(again, receipt.method)
    for name in dict.fromkeys((*receipt.others, *others)):
        told = f"hasil menurut bacaan {name}"
        yield from _differing(told, receipt.others.get(name), others.get(name), _verdict_words)
    readings: Mapping[str, str] = again.law.readings
    for name in dict.fromkeys((*receipt.readings, *readings)):
        yield from _differing(
            f"bacaan {name}", receipt.readings.get(name), readings.get(name), lambda letter: letter or "-"
        )


def _differing(what: str, before: Any, now: Any, told: Callable[[Any], str]) -> list[str]:
    return [] if before == now else [f"{what}: dahulu {told(before)}, sekarang {told(now)}"]


def _verdict_words(verdict: str | None) -> str:
    return "sama dengan bacaan yang dipakai" if verdict is None else Verdict(verdict).in_sentence


def _told(truth: int | None) -> str:
    return "tidak ada" if truth is None else OUTCOMES[Truth(truth)]


def practice_of(receipt: Receipt) -> Practice:
    """The office's own settings and settled readings that a receipt rested on."""
    return Practice(
        settings=tuple(
            (key, DatedValue(date.fromisoformat(since), value, OfficeDecision(reason)))
            for key, since, value, reason in receipt.settings
        ),
        settlements=tuple(
            (name, Settlement(reading, date.fromisoformat(on), by, decree))
            for name, reading, on, by, decree in receipt.settlements
        ),
    )
