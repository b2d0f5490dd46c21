"""How one candidate stands in a round, in plain values: what screens list and papers print."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from domain.blitar.examining import CandidateFindings
from domain.blitar.selecting.results import OutcomeKind, SelectionOutcome, TestKind, TestResult
from domain.labelled import Labelled
from domain.regulation.assessment import Verdict
from domain.regulation.outcomes import Outcome

LETTERS = "abcdefghijklm"
PREFERENCE = "j"
_OPEN = (Outcome.UNKNOWN, Outcome.AWAITS_JUDGEMENT, Outcome.STILL_POSSIBLE)


class Preference(Labelled):
    """The preference of Pasal 7 huruf j, which refuses nobody and orders nobody."""

    HAS = "has", "ada pengalaman"
    HAS_NOT = "has_not", "tidak ada pengalaman"
    UNKNOWN = "unknown", "belum diketahui"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A candidate's verdict, thirteen outcomes by letter, tests, and what was decided."""

    number: int
    name: str
    verdict: Verdict
    points: Mapping[str, Outcome]
    readings: tuple[str, ...] = ()
    tests: tuple[TestResult, ...] = ()
    outcome: SelectionOutcome | None = None

    @property
    def still_open(self) -> tuple[str, ...]:
        """The letters that decide and are not answered yet."""
        return tuple(one for one in LETTERS if one != PREFERENCE and self.points.get(one) in _OPEN)

    @property
    def not_met(self) -> tuple[str, ...]:
        """The letters that decide and are not met."""
        return tuple(one for one in LETTERS if one != PREFERENCE and self.points.get(one) is Outcome.NOT_MET)

    @property
    def preference(self) -> Preference:
        """What is known of the preference."""
        told = {Outcome.MET: Preference.HAS, Outcome.NOT_MET: Preference.HAS_NOT}
        return told.get(self.points.get(PREFERENCE, Outcome.UNKNOWN), Preference.UNKNOWN)

    @property
    def outcome_kind(self) -> OutcomeKind | None:
        """What was decided; None while nothing was."""
        return self.outcome.kind if self.outcome else None

    def test(self, kind: TestKind) -> TestResult | None:
        """The recorded result of a test."""
        return next((result for result in self.tests if result.kind is kind), None)


def standing_of(
    number: int,
    name: str,
    found: CandidateFindings,
    tests: tuple[TestResult, ...],
    outcome: SelectionOutcome | None,
) -> Standing:
    """A candidate as the law finds them today."""
    return Standing(
        number=number,
        name=name,
        verdict=found.assessment.verdict,
        points={line.letter: line.outcome for line in found.points},
        readings=found.assessment.turning_on,
        tests=tests,
        outcome=outcome,
    )


def decided_as(standings: Iterable[Standing], kind: OutcomeKind) -> tuple[Standing, ...]:
    """Those of whom something was decided, in the order of registering."""
    return tuple(one for one in standings if one.outcome_kind is kind)
