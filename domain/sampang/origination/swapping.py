"""A swap examined (III.8): the new thing, and all that stays, by the programme's own rules (S-63)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from domain.money import rupiah
from domain.regulation.assessment import Assessment, Verdict, assess
from domain.regulation.case import Case, FactValue
from domain.regulation.law_in_force import LawInForce
from domain.regulation.receipts import Receipt, receipt_of
from domain.regulation.trees import facts_in
from domain.regulation.truth import MET
from domain.sampang import collateral as pledge
from domain.sampang.application import Collateral, LoanApplication
from domain.sampang.case_of import case_of, ruling_key
from domain.sampang.eligibility import CollateralFinding, collateral_findings, told_judgement
from domain.sampang.kinds import CollateralKind
from domain.sampang.origination.custody import Custody, thing_key
from domain.sampang.origination.loan_file import LoanFile, as_it_stands
from domain.sampang.swap_rules import COMES_INSTEAD, GIVEN_BACK, GIVEN_BACK_KIND, swaps_under

LawOfDay = Callable[[date], LawInForce]


@dataclass(frozen=True, slots=True)
class Swap:
    """What is to be swapped: a thing in custody for another, while so much principal (rupiah) is owed."""

    file: LoanFile
    given_back: Custody
    replacement: Collateral
    principal: int

    @property
    def staying(self) -> tuple[Custody, ...]:
        """What stays pledged."""
        return tuple(one for one in self.file.custody if not one.is_gone and one is not self.given_back)

    @property
    def is_pledged_already(self) -> bool:
        """Whether the thing that comes is one that is pledged now, so that it would count twice."""
        pledged = (self.given_back, *self.staying)
        return any(thing_key(one.thing) == thing_key(self.replacement) for one in pledged)


@dataclass(frozen=True, slots=True)
class SwapFound:
    """A swap examined: every provision's outcome, and whether the new thing itself counts.

    `kept` is what stays at the value with which it counted when it was pledged, in rupiah by kind.
    """

    swap: Swap
    law: LawInForce
    assessment: Assessment
    thing: CollateralFinding
    kept: Mapping[CollateralKind, int]

    @property
    def waits_for_team_only(self) -> bool:
        """Whether nothing but a ruling of the Pokjanis on the new thing is still open."""
        return self.assessment.verdict_in_use is Verdict.NEEDS_JUDGEMENT and not self.swap.is_pledged_already

    def receipt(self, application_version: str) -> Receipt:
        """The receipt to be kept with the line; `application_version` is the version of this program."""
        return receipt_of(
            self.assessment,
            most=None,
            evidence=dict(self._evidence()),
            application_version=application_version,
        )

    def _evidence(self) -> Iterator[tuple[str, str]]:
        yield "principal", f"sisa pokok {rupiah(self.swap.principal)}"
        for kind, value in self.kept.items():
            yield pledge.FURTHER[kind].key, f"agunan yang tetap, dihitung {rupiah(value)} saat dijaminkan"
        if self.swap.replacement.assessed_by:
            yield "agunan pengganti", f"dinilai oleh {self.swap.replacement.assessed_by}"
        ruling = self.swap.file.application.judgements.get(ruling_key(self.swap.replacement))
        if ruling:
            yield "agunan pengganti, penilaian", told_judgement(ruling)


def examine_swap(swap: Swap, day: date, law_of: LawOfDay) -> SwapFound:
    """Examine a swap on a day; `law_of` gives the law of any day, as the office practises it.

    What stays counts with the value with which it counted on the day when it was pledged, whatever has
    changed in the law since; what did not count then is looked at anew.
    """
    law = law_of(day)
    counted = [(one.thing, _counted(swap, one, law_of)) for one in swap.staying]
    anew = [thing for thing, value in counted if value is None]
    application = replace(
        as_it_stands(swap.file),
        amount=swap.principal,
        collateral=(*anew, swap.replacement),
        collateral_complete=True,
    )
    kept: dict[CollateralKind, int] = {}
    for thing, value in counted:
        if value is not None:
            kept[thing.kind] = kept.get(thing.kind, 0) + value
    of_swaps = LawInForce(swaps_under(law.regulation), law.day, law.practice)
    case = _case(swap, application, kept, of_swaps)
    return SwapFound(
        swap=swap,
        law=of_swaps,
        assessment=assess(of_swaps, application.applicant.kind, case),
        thing=collateral_findings(application, of_swaps, case)[-1],
        kept=kept,
    )


def _counted(swap: Swap, one: Custody, law_of: LawOfDay) -> int | None:
    """The value with which a thing counted on the day when it was pledged; None where it did not."""
    approval = swap.file.approval
    day = one.came_on or (approval.on if approval else None)
    if day is None:
        return None
    alone = replace(swap.file.application, collateral=(one.thing,))
    law = law_of(day)
    (found,) = collateral_findings(alone, law, case_of(alone, law))
    return one.thing.value if found.truth is MET else None


def _case(
    swap: Swap, application: LoanApplication, kept: Mapping[CollateralKind, int], law: LawInForce
) -> Case:
    whole = case_of(application, law)
    asked = _asked(law, application)
    told: dict[str, FactValue] = {key: value for key, value in whole.facts.items() if key in asked}
    told |= {fact.key: kept.get(kind, 0) for kind, fact in pledge.FURTHER.items()}
    told |= {GIVEN_BACK.key: swap.given_back.thing.value, GIVEN_BACK_KIND.key: swap.given_back.thing.kind}
    last = len(whole.items) - 1
    items = [{**item.facts, COMES_INSTEAD.key: place == last} for place, item in enumerate(whole.items)]
    return Case(told, items, law.values)


def _asked(law: LawInForce, application: LoanApplication) -> frozenset[str]:
    rules = law.regulation.rules_by_kind[application.applicant.kind]
    return frozenset(fact.key for rule in rules if rule.condition for fact in facts_in(rule.condition))
