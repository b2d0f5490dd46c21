"""Applications that qualify under every reading, so that a test names only what it is about."""

from dataclasses import fields, replace
from datetime import date
from functools import lru_cache
from typing import Any

from domain.regulation.assessment import Assessment, Verdict, assess
from domain.regulation.interpretations import Settlement
from domain.regulation.law_in_force import NO_PRACTICE, LawInForce, Practice
from domain.regulation.most import Most, most_for
from domain.regulation.truth import Truth
from domain.sampang.application import (
    Applicant,
    BusinessAnswers,
    Collateral,
    CooperativeAnswers,
    EarlierLoan,
    GroupAnswers,
    Judgement,
    LoanApplication,
)
from domain.sampang.case_of import about_of, case_of
from domain.sampang.eligibility import Eligibility, examine
from domain.sampang.kinds import (
    ApplicantKind,
    CollateralKind,
    CooperativeGrade,
    CooperativeLevel,
    CreditHistory,
    LandSituation,
    LetterOrigin,
    MaritalStatus,
    Plate,
    Premises,
    PriceLetter,
    Purpose,
)
from domain.sampang.law import SAMPANG_LOANS
from domain.sampang.papers import PAPERS

FILED = date(2026, 3, 2)
JUTA = 1_000_000


# ---- collateral --------------------------------------------------------------------------------
def tanah(value: int | None = 130 * JUTA, **changes: Any) -> Collateral:
    """The applicant's own certified land at the business, priced by the Camat."""
    land = Collateral(
        kind=CollateralKind.LAND,
        value=value,
        assessed_by="Rahmat",
        owned_by_applicant=True,
        situation=LandSituation.AT_BUSINESS,
        price_letter=PriceLetter.CAMAT,
    )
    return replace(land, **changes)


def mobil(value: int | None = 39 * JUTA, **changes: Any) -> Collateral:
    """The applicant's own four-wheeler of 2015 with a Sampang plate, assessed."""
    return replace(_vehicle(4, 2015), value=value, **changes)


def motor(value: int | None = 13 * JUTA, **changes: Any) -> Collateral:
    """The applicant's own two-wheeler of 2020 with a Sampang plate, assessed."""
    return replace(_vehicle(2, 2020), value=value, **changes)


def _vehicle(wheels: int, year: int) -> Collateral:
    return Collateral(
        kind=CollateralKind.VEHICLE,
        assessed_by="Rahmat",
        owned_by_applicant=True,
        wheels=wheels,
        year=year,
        title_year=year,
        plate=Plate.SAMPANG,
        sale_receipt=False,
    )


def barang(value: int | None = 10 * JUTA, **changes: Any) -> Collateral:
    """Merchandise with its statement (III.9)."""
    goods = Collateral(
        kind=CollateralKind.GOODS,
        value=value,
        assessed_by="Rahmat",
        owned_by_applicant=True,
        statement=True,
    )
    return replace(goods, **changes)


# ---- applications ------------------------------------------------------------------------------
def _opinion(answer: bool) -> Judgement:
    return Judgement(answer, "Siti", FILED, "hasil survei")


_USUAL_OPINIONS = (
    *("selected", "potential", "performance", "character", "surroundings"),
    *("board_works", "amount_reviewed"),
)
_BASE = LoanApplication(
    applicant=Applicant(kind=ApplicantKind.BUSINESS, name="Contoh", marital_status=MaritalStatus.UNMARRIED),
    amount=20 * JUTA,
    term_months=36,
    purpose=Purpose.WORKING_CAPITAL,
    relends_to_members=False,
    filed_on=FILED,
    agency_legality=True,
    credit_history=CreditHistory.NONE,
    on_red_list=False,
    earlier=EarlierLoan(borrowed_before=False),
    collateral=(tanah(),),
    collateral_complete=True,
    papers={paper.code: True for paper in PAPERS},
    judgements={key: _opinion(True) for key in _USUAL_OPINIONS},
)
_KOPERASI = replace(
    _BASE,
    applicant=Applicant(kind=ApplicantKind.COOPERATIVE, name="Koperasi Contoh"),
    cooperative=CooperativeAnswers(
        level=CooperativeLevel.PRIMARY,
        functional=False,
        incorporated_on=date(2010, 1, 15),
        grade=CooperativeGrade.FAIR,
        annual_meeting_years=(2023, 2024, 2025),
        board_size=5,
        board_signatures=5,
        senkuko=False,
        secondary_recommendation=False,
    ),
)
# Small by UU 20/2008 (assets up to 500 juta, sales up to 2,5 miliar) and small by PP 7/2021 (sales
# above 2 up to 15 miliar), so that S-25 decides nothing.
_USAHA = replace(
    _BASE,
    business=BusinessAnswers(
        founded_on=date(2015, 1, 1),
        active_since=date(2015, 1, 1),
        net_assets=400 * JUTA,
        annual_sales=2_200 * JUTA,
        has_licence=True,
        premises=Premises.OWN,
        business_arrears=False,
        owner_arrears=False,
        spouse_arrears=False,
    ),
)
# Micro by both laws (assets up to 50 juta, sales up to 300 juta), exempt from the licence.
_MIKRO = replace(
    _USAHA,
    amount=4 * JUTA,
    business=replace(
        _USAHA.business,
        net_assets=40 * JUTA,
        annual_sales=200 * JUTA,
        has_licence=False,
        letter_states_existence=True,
        letter_states_small_capital=True,
        letter_origin=LetterOrigin.BUSINESS_VILLAGE,
    ),
)
_LKM = replace(
    _BASE,
    applicant=Applicant(kind=ApplicantKind.MICROFINANCE, name="LKM Contoh"),
    group=GroupAnswers(statutes_approved=True, registered_members=35),
)
_SENTRA = replace(_LKM, applicant=Applicant(kind=ApplicantKind.CLUSTER, name="Sentra Contoh"))


def koperasi(**changes: Any) -> LoanApplication:
    """A koperasi primer that asks 20 juta on 130 juta of land."""
    return but(_KOPERASI, **changes)


def usaha(**changes: Any) -> LoanApplication:
    """A usaha kecil with a licence that asks 20 juta on 130 juta of land."""
    return but(_USAHA, **changes)


def mikro(**changes: Any) -> LoanApplication:
    """A usaha mikro with a village letter and no licence that asks 4 juta on 130 juta of land."""
    return but(_MIKRO, **changes)


def lkm(**changes: Any) -> LoanApplication:
    """A lembaga keuangan mikro that asks 20 juta on 130 juta of land."""
    return but(_LKM, **changes)


def sentra(**changes: Any) -> LoanApplication:
    """A Sentra UKM that asks 20 juta on 130 juta of land."""
    return but(_SENTRA, **changes)


_NESTED = ("applicant", "cooperative", "business", "group", "earlier")


def but(application: LoanApplication, **changes: Any) -> LoanApplication:
    """The application with some answers changed, named without the part that they belong to.

    `papers` and `judgements` change single entries, with None for "not known"; an opinion is given as its
    plain answer, about what the application then says, or as a Judgement that stays as it is.
    """
    for name, value in changes.items():
        if name == "papers":
            value = _merged(application.papers, value)
        elif name == "judgements":
            told = {key: _opinion(one) if isinstance(one, bool) else one for key, one in value.items()}
            value = _merged(application.judgements, told)
        for part in _NESTED:
            answers = getattr(application, part)
            if name in {field.name for field in fields(answers)}:
                name, value = part, replace(answers, **{name: value})
                break
        application = replace(application, **{name: value})
    return _judged_as_it_stands(application, but=changes.get("judgements", {}))


def _judged_as_it_stands(application: LoanApplication, but: dict[str, Any]) -> LoanApplication:
    judged = {
        key: one if one is but.get(key) else replace(one, about=about_of(key, application))
        for key, one in application.judgements.items()
    }
    return replace(application, judgements=judged)


def _merged(usual: Any, changes: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in {**usual, **changes}.items() if value is not None}


# ---- the law and its answers -------------------------------------------------------------------
@lru_cache(maxsize=256)
def law(day: date = FILED, practice: Practice = NO_PRACTICE) -> LawInForce:
    """The programme as it stands on a day."""
    return LawInForce(SAMPANG_LOANS, day, practice)


def settled(name: str, letter: str, on: date = date(2026, 1, 5)) -> Practice:
    """The office's practice after it has settled one question."""
    return Practice(settlements=((name, Settlement(letter, on, "Kepala Dinas", "188/01/2026")),))


def assessed(application: LoanApplication, under: LawInForce | None = None) -> Assessment:
    under = under or law()
    return assess(under, application.applicant.kind, case_of(application, under))


def outcome(application: LoanApplication, rule_id: str, under: LawInForce | None = None) -> Truth:
    return assessed(application, under).finding(rule_id).truth


def verdict(application: LoanApplication, under: LawInForce | None = None) -> Verdict:
    return assessed(application, under).verdict


def deciding(application: LoanApplication) -> dict[str, Verdict]:
    """The readings that change the verdict ("S-06 A"), each with the verdict under it."""
    found = assessed(application).deciding_readings
    return {f"{other.interpretation.id} {other.letter}": other.verdict for other in found}


def most(application: LoanApplication, under: LawInForce | None = None) -> Most:
    under = under or law()
    return most_for(under.rules_for(application.applicant.kind), case_of(application, under))


def examined(application: LoanApplication, under: LawInForce | None = None) -> Eligibility:
    return examine(application, under or law())
