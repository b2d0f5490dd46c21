"""One application assessed: verdict, collateral piece by piece, papers, largest amount, what to do next."""

from dataclasses import dataclass

from domain.dates import add_months, indonesian_date
from domain.regulation.assessment import Assessment, assess
from domain.regulation.case import Case
from domain.regulation.explain import Reason, carrying
from domain.regulation.expressions import Condition
from domain.regulation.law_in_force import LawInForce
from domain.regulation.most import Most, most_for
from domain.regulation.receipts import Receipt, receipt_of
from domain.regulation.remedies import Way, ways
from domain.regulation.rules import ItemRule
from domain.regulation.sources import Citation
from domain.regulation.truth import NOT_MET, Truth
from domain.sampang.application import Collateral, Judgement, LoanApplication
from domain.sampang.case_of import case_of, opinions_of, ruling_key
from domain.sampang.collateral import places_of
from domain.sampang.facts import OPINIONS
from domain.sampang.kinds import ApplicantKind, CollateralKind, Premises
from domain.sampang.papers import PAPERS, ChecklistLine, checklist
from domain.sampang.pledge_reasons import pledge_reasons
from domain.sampang.routes import Route, routes
from domain.sampang.size_class import size_notice

# The oldest four-wheeler that the fixed year 2005 let in when the Perbup came (2015).
OLDEST_IN_2015 = 10


@dataclass(frozen=True, slots=True)
class CollateralFinding:
    """Whether one pledged thing counts, by which provision, why, and what would mend it."""

    thing: Collateral
    rule: ItemRule
    truth: Truth
    condition: Condition
    case: Case
    places: tuple[Citation, ...]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The leaves that carry the outcome."""
        return carrying(self.condition, self.case)

    @property
    def mends(self) -> tuple[Way, ...]:
        """What would make it count."""
        return ways(self.condition, self.case)

    @property
    def why(self) -> tuple[str, ...]:
        """Why it counts or does not, in sentences about this thing."""
        return pledge_reasons(self.reasons, self.case, self.thing.description)

    @property
    def label(self) -> str:
        """Whether it counts, in words."""
        return {0: "tidak dihitung", 1: "belum dapat dihitung", 2: "dihitung"}[int(self.truth)]


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Everything that the screens and the result sheet tell of one application."""

    application: LoanApplication
    assessment: Assessment
    collateral: tuple[CollateralFinding, ...]
    checklist: tuple[ChecklistLine, ...]
    most: Most
    routes: tuple[Route, ...]
    warnings: tuple[str, ...]

    def receipt(self, application_version: str) -> Receipt:
        """The receipt to be kept; `application_version` is the version of this program."""
        return receipt_of(
            self.assessment,
            most=self.most.amount,
            evidence=evidence_of(self.application),
            application_version=application_version,
        )


def examine(application: LoanApplication, law: LawInForce) -> Eligibility:
    """Assess an application under the law in force on a day; a later instrument may spare earlier files."""
    kind, law = application.applicant.kind, law.as_filed(application.filed_on)
    case = case_of(application, law)
    rules = law.rules_for(kind)
    return Eligibility(
        application=application,
        assessment=assess(law, kind, case),
        collateral=collateral_findings(application, law, case),
        checklist=checklist(kind, case, law.read),
        most=most_for(rules, case),
        routes=routes(rules, case),
        warnings=warnings_of(application, law),
    )


def collateral_findings(
    application: LoanApplication, law: LawInForce, case: Case
) -> tuple[CollateralFinding, ...]:
    """Whether each thing that an application pledges counts, in its order."""
    findings = []
    for thing, item in zip(application.collateral, case.items, strict=True):
        for rule in law.regulation.item_rules:
            if rule.concerns.truth(item) is not NOT_MET:
                condition = law.read(rule.condition)
                findings.append(
                    CollateralFinding(
                        thing,
                        rule,
                        condition.truth(item),
                        condition,
                        item,
                        places_of(thing.kind, application.applicant.kind),
                    )
                )
    return tuple(findings)


def warnings_of(application: LoanApplication, law: LawInForce) -> tuple[str, ...]:
    """Things that decide nothing but that a careful officer wants to see."""
    found = [law.too_early] if law.too_early else []
    filed, business = application.filed_on, application.business
    is_business = application.applicant.kind is ApplicantKind.BUSINESS
    notice = size_notice(business, filed or law.day)
    if notice and is_business:
        found.append(notice)
    term = application.term_months
    rented = is_business and business.premises is Premises.RENTED
    if rented and filed and term and business.lease_until and add_months(filed, term) > business.lease_until:
        found.append(
            f"Sewa tempat usaha berakhir {indonesian_date(business.lease_until)}, "
            "sebelum pinjaman lunas (tafsir S-33)."
        )
    found += [
        f"Agunan {place}: tahun {thing.year}; batas tahun dalam Perbup tetap dan tidak bergeser, jadi "
        "periksa kondisi fisik dan harga pasarnya (tafsir S-20)."
        for place, thing in enumerate(application.collateral, 1)
        if thing.kind is CollateralKind.VEHICLE and thing.year and law.day.year - thing.year > OLDEST_IN_2015
    ]
    return tuple(found)


def evidence_of(application: LoanApplication) -> dict[str, str]:
    """What each fact rests on, where more is known than that the applicant said so."""
    filed = indonesian_date(application.filed_on) if application.filed_on else "belum bertanggal"
    found = {"*": f"{application.source.label}, {filed}"}
    opinions = opinions_of(application)
    found |= {fact.key: told_judgement(opinions[fact.key]) for fact in OPINIONS if fact.key in opinions}
    if application.business.stated_because:
        found["size_by_current_law"] = application.business.stated_because
    for paper in PAPERS:
        if application.papers.get(paper.code):
            found[paper.fact.key] = "ada dalam berkas"
    for place, thing in enumerate(application.collateral, 1):
        ruling = application.judgements.get(ruling_key(thing))
        if ruling:
            found[f"agunan {place}, penilaian"] = told_judgement(ruling)
        if thing.assessed_by:
            found[f"agunan {place}"] = f"dinilai oleh {thing.assessed_by}"
    return found


def told_judgement(judgement: Judgement) -> str:
    """Who judged, when, and why."""
    return f"{judgement.by}, {indonesian_date(judgement.on)}: {judgement.reason}"
