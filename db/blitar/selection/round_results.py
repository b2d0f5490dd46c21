"""A round's result: everything as it stood when it was fixed, and read back years later."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from db.blitar.refusals import InTheWayOfOutcome
from db.blitar.selection.candidates import StoredCandidate, matrix
from db.blitar.selection.rounds import StoredRound, held_round, round_of
from db.blitar.trail import BlitarAction, BlitarSubject
from db.limits import require_whole
from db.office.editions import edition_of, keep_edition
from db.office.practice import instruments, law_of
from db.plain import from_plain, to_plain
from db.refusals import Wrong
from db.trail import Subject
from db.verbs import verb
from domain.blitar.examining import CandidateFindings
from domain.blitar.law import VERSIONS, edition
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.selecting.deciding import ResultMinutes, check_minutes, in_the_way_of_deciding
from domain.blitar.selecting.results import SelectionOutcome, TestResult
from domain.blitar.selecting.standing import Standing, standing_of
from domain.regulation.amending import versions_with
from domain.regulation.assessment import Verdict
from domain.regulation.law_in_force import LawInForce
from domain.regulation.outcomes import Outcome
from domain.regulation.receipts import Receipt
from domain.regulation.replaying import Replayed, Seal, practice_of, replay_kept
from domain.regulation.truth import Truth
from domain.regulation.versions import version_on
from domain.roles import Person
from domain.version import VERSION

Matrix = Iterable[tuple[StoredCandidate, CandidateFindings]]
_WHERE_NOT_KEPT = {Truth.MET: Outcome.MET, Truth.NOT_MET: Outcome.NOT_MET, Truth.UNKNOWN: Outcome.UNKNOWN}


def fix_result(
    session: Session, actor: Person, round_id: int, minutes: ResultMinutes, *, at: datetime
) -> None:
    """Fix a round's result with its minutes (Pasal 8 huruf e), after seeing that every outcome still holds.

    From then on nothing of the round changes, and the whole matrix is kept, so that it can be reproduced
    years later. Raises Wrong for minutes that cannot be, and InTheWayOfOutcome where something is open or
    no longer holds.
    """
    permission, action = BlitarPermission.RUN_SELECTION, BlitarAction.DECIDE_ROUND
    with verb(session, actor, BLITAR, permission, action, at=at) as act:
        row = held_round(session, round_id)
        wanted = round_of(row)
        if problems := check_minutes(wanted, minutes, act.day):
            raise Wrong(problems)
        require_whole(minutes)
        on, minutes_number = minutes.on, minutes.minutes_number
        law = law_of(session, BLITAR, on)
        found = matrix(session, act.person, round_id, law)
        if in_way := in_the_way_of_deciding(wanted, [(standing(*one), one[1]) for one in found], on):
            raise InTheWayOfOutcome(in_way)
        row.decided_on, row.minutes_number, row.result = on, minutes_number, result_of(found)
        for regulation in {findings.assessment.law.regulation for _, findings in found}:
            keep_edition(session, BLITAR, regulation, VERSIONS, at)
        after = {"decided_on": on.isoformat(), "minutes_number": minutes_number}
        act.close(Subject(BlitarSubject.SELECTION_ROUND, row.id), after=after)


def standing(stored: StoredCandidate, found: CandidateFindings) -> Standing:
    """How a registration stands under the law that it was examined by."""
    return standing_of(stored.number, stored.candidate.name, found, stored.tests, stored.outcome)


def result_of(found: Matrix) -> dict[str, Any]:
    """The whole matrix as plain values; the receipts let it be worked out again."""
    return {
        "candidates": [
            {
                "number": stored.number,
                "name": stored.candidate.name,
                "receipt": findings.receipt(VERSION).to_json(),
                "points": {line.letter: line.outcome.name for line in findings.points},
                "tests": to_plain(stored.tests),
                "outcome": to_plain(stored.outcome),
            }
            for stored, findings in found
        ]
    }


def decided_standings(stored: StoredRound) -> tuple[Standing, ...]:
    """Every candidate as they stood when the result was fixed; empty while it is not."""
    return tuple(_standing(line) for line in stored.result.get("candidates", ()))


def law_of_round(session: Session, stored: StoredRound, day: date) -> LawInForce:
    """The law that a round is shown by: of the day while it runs, then that of its result."""
    lines = stored.result.get("candidates", ())
    today = law_of(session, BLITAR, stored.decided_on or day)
    if not lines:
        return today
    receipt = Receipt.from_json(lines[0]["receipt"])
    practice = replace(practice_of(receipt), instruments=today.practice.instruments)
    return BLITAR.law_on(receipt.day, practice)


def differences(session: Session, stored: StoredRound) -> tuple[str, ...]:
    """What comes out differently when the fixed result is worked out again, and what was changed since."""
    found: list[str] = []
    versions = versions_with(VERSIONS, instruments(session, BLITAR))
    editions = edition_of(session, BLITAR, versions, edition)
    for line in stored.result.get("candidates", ()):
        receipt = Receipt.from_json(line["receipt"])
        told = replay_kept(receipt, editions, version_on(versions, receipt.day))
        found += [f"nomor {line['number']}: {one}" for one in _told(told)]
    return tuple(found)


def _told(found: Replayed) -> Iterator[str]:
    if found.seal is Seal.BROKEN:
        yield "isinya berubah sesudah ditetapkan, segelnya tidak cocok"
    if found.then is None:
        yield f"tidak dapat dihitung ulang, {found.why_not}"
    else:
        yield from found.then.differences
    if found.now is not None:
        yield from (f"{one} (ketentuan yang berlaku sekarang)" for one in found.now.differences)


def _standing(line: Mapping[str, Any]) -> Standing:
    receipt = Receipt.from_json(line["receipt"])
    verdict = Verdict(receipt.verdict)
    outcome = line["outcome"]
    return Standing(
        number=line["number"],
        name=line["name"],
        verdict=verdict,
        points=_points(line, receipt),
        readings=receipt.turning_on,
        tests=tuple(from_plain(TestResult, one) for one in line["tests"]),
        outcome=from_plain(SelectionOutcome, outcome) if outcome else None,
    )


def _points(line: Mapping[str, Any], receipt: Receipt) -> dict[str, Outcome]:
    if told := line.get("points"):
        return {letter: Outcome[name] for letter, name in told.items()}
    return {
        rule.rpartition(".")[2]: _WHERE_NOT_KEPT[Truth(truth)] for rule, truth in receipt.outcomes.items()
    }
