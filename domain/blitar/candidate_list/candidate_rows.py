"""Lines of candidates put together to registrations; a line with anything wrong waits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from domain.blitar.candidate import (
    Candidate,
    Domicile,
    Experience,
    HealthLetter,
    PoliceCertificate,
    Statements,
)
from domain.blitar.candidate_list.candidate_columns import CANDIDATE_SHAPE, CandidateColumn
from domain.blitar.place import Place
from domain.blitar.registration_checks import check_candidate
from domain.blitar.selecting.rounds import Round, check_registration_day
from domain.regions.regions import BLITAR_REGENCY
from domain.tabular.workbook import BadLine, Fault, RawLine, ToldLine, in_order, told_line

_PLACE: Final = "domicile.place.district_code"


@dataclass(frozen=True, slots=True)
class ListedCandidate:
    """A candidate who can be registered, and the line of it."""

    line: int
    candidate: Candidate
    raw: RawLine


@dataclass(frozen=True, slots=True)
class CandidatesRead:
    """What was read: who can be registered, and every line that comes back."""

    candidates: tuple[ListedCandidate, ...]
    bad: tuple[BadLine, ...]


def read_candidates(lines: Sequence[RawLine], wanted: Round, day: date) -> CandidatesRead:
    """Read lines as the form of one registration would on a day."""
    good: list[ListedCandidate] = []
    bad: list[BadLine] = []
    first_with: dict[str, int] = {}
    for raw in lines:
        line = told_line(raw, CANDIDATE_SHAPE)
        candidate = _candidate(line.told)
        _check(line, candidate, wanted, day)
        if candidate.nik and (first := first_with.setdefault(candidate.nik, raw.line)) != raw.line:
            line.faults.append(Fault(CandidateColumn.NIK.header, f"sama dengan baris {first}."))
        if line.faults:
            bad.append(line.sent_back)
        else:
            good.append(ListedCandidate(raw.line, candidate, raw))
    return CandidatesRead(tuple(good), in_order(bad))


def _check(line: ToldLine, candidate: Candidate, wanted: Round, day: date) -> None:
    problems = list(check_candidate(candidate, day)) if candidate.name else []
    if candidate.registered_on and (early := check_registration_day(wanted, candidate.registered_on)):
        problems.append(early)
    for problem in dict.fromkeys(problems):
        line.faults.append(Fault(CANDIDATE_SHAPE.header_of(problem.field), problem.sentence))


def _candidate(told: Mapping[str, Any]) -> Candidate:
    def part(of: str) -> dict[str, Any]:
        within = (
            (name.removeprefix(f"{of}."), one) for name, one in told.items() if name.startswith(f"{of}.")
        )
        return {name: value for name, value in within if "." not in name}

    whole = {name: value for name, value in told.items() if "." not in name and name != "order"}
    code = told.get(_PLACE)
    place = Place(regency_code=BLITAR_REGENCY.code if code else None, district_code=code)
    return Candidate(
        domicile=Domicile(place=place, **part("domicile")),
        health=HealthLetter(**part("health")),
        police=PoliceCertificate(**part("police")),
        statements=Statements(**part("statements")),
        experience=Experience(**part("experience")),
        **whole,
    )
