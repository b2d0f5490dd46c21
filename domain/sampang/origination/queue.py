"""In which order the Pokjanis looks at its candidates, and why (VIII.5.g, IV.1.c, e, l, then filing)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.regulation.assessment import Finding, Verdict
from domain.regulation.rules import RuleKind
from domain.regulation.sources import Citation
from domain.regulation.truth import MET, UNKNOWN, Truth
from domain.sampang.eligibility import Eligibility
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.origination.records import Decision, DecisionKind
from domain.sampang.origination.stages import READY_TO_MEET, Stage

NEW_FIRST = "VIII.5.g"
QUEUE_NOTE = (
    "Perbup tidak memberi bobot: prioritas IV.1.c, e, dan l tertulis pada kriteria koperasi, dan satu atau "
    "lebih di antaranya sama kuatnya di sini. Pokjanis boleh memutuskan urutan lain."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One file before the Pokjanis, examined as if it were approved at `amount` and `term_months`.

    `asked` is what the applicant asked for in rupiah, None while nobody has said so; `standing` the verdict
    of the file as it was filed, None while the law of today is still to be applied.
    """

    application_id: int
    number: str
    name: str
    stage: Stage
    filed_on: date
    asked: int | None
    amount: int
    term_months: int
    has_survey: bool
    found: Eligibility
    standing: Verdict | None = None

    @property
    def is_ready(self) -> bool:
        """Whether it is ready for a meeting; the others wait for their survey."""
        return self.stage in READY_TO_MEET

    @property
    def newness(self) -> Truth:
        """Whether the applicant never borrowed from this fund; unknown while nobody has said so."""
        return self._finding(NEW_FIRST).truth

    @property
    def priorities(self) -> tuple[Finding, ...]:
        """The priorities of IV.1 that this candidate has."""
        return tuple(
            finding
            for finding in self.found.assessment.findings
            if finding.rule.kind is RuleKind.PRIORITY
            and finding.rule.id != NEW_FIRST
            and finding.truth is MET
        )

    @property
    def verdict(self) -> Verdict:
        """The verdict at the amount and tenor at hand."""
        return self.found.assessment.verdict

    @property
    def why_here(self) -> tuple[tuple[str, Citation], ...]:
        """What puts the candidate at its place in the queue, each with its provision."""
        words = {MET: "pemohon baru", UNKNOWN: "belum diketahui pernah meminjam atau belum"}
        first = (words.get(self.newness, "pernah meminjam"), self._finding(NEW_FIRST).rule.citations[0])
        return (first, *((one.rule.title, one.rule.citations[0]) for one in self.priorities))

    def _finding(self, rule_id: str) -> Finding:
        return self.found.assessment.finding(rule_id)


def in_order(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """New applicants, then those not known to be, then repeat ones; in each by priority, then by filing."""
    return tuple(
        sorted(
            candidates,
            key=lambda one: (-one.newness, not one.priorities, one.filed_on, one.application_id),
        )
    )


def proposal_for(file: LoanFile, day: date) -> Decision:
    """What a meeting would look at first: approval at what the survey recommends, else at what was asked."""
    survey, application = file.survey, file.application
    return Decision(
        kind=DecisionKind.APPROVE,
        on=day,
        by="usulan untuk rapat",
        reason="usulan untuk rapat",
        amount=survey.amount if survey else application.amount,
        term_months=survey.term_months if survey else application.term_months,
    )


def left_after(free: int, amounts: Iterable[int]) -> int:
    """What of the fund's free rupiah is left after lending these amounts; negative when it is too little."""
    return free - sum(amounts)


def promised_in(decisions: Iterable[Decision]) -> int:
    """What a meeting promises in all, in rupiah; refusals and postponements promise nothing."""
    return sum(one.amount or 0 for one in decisions if one.kind is DecisionKind.APPROVE)
