"""Small applications for the papers: each says only what its tests look at."""

from dataclasses import replace
from datetime import date

from domain.regulation.law_in_force import NO_PRACTICE, LawInForce, Practice
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
from domain.sampang.case_of import about_of
from domain.sampang.eligibility import Eligibility, examine
from domain.sampang.facts import OPINIONS
from domain.sampang.kinds import (
    ApplicantKind,
    CollateralKind,
    CooperativeGrade,
    CooperativeLevel,
    CreditHistory,
    LandSituation,
    MaritalStatus,
    Plate,
    Premises,
    PriceLetter,
    Purpose,
)
from domain.sampang.law import SAMPANG_LOANS
from domain.sampang.papers import PAPERS

DAY = date(2026, 3, 2)
FILED = date(2026, 2, 16)
NIK = "3527035708850000"

LAND = Collateral(
    kind=CollateralKind.LAND,
    description="SHM 112 Desa Torjun",
    value=50_000_000,
    assessed_by="Camat Torjun",
    owned_by_applicant=True,
    situation=LandSituation.AT_HOME,
    price_letter=PriceLetter.CAMAT,
)
VEHICLE = Collateral(
    kind=CollateralKind.VEHICLE,
    description="Pikap Mitsubishi L300",
    value=45_000_000,
    assessed_by="Moh. Hasan",
    owned_by_applicant=True,
    wheels=4,
    year=2016,
    title_year=2016,
    plate=Plate.SAMPANG,
)


def judged(application: LoanApplication) -> LoanApplication:
    """The application with every opinion given, about what it asks."""
    yes = Judgement(True, "Ach. Fauzi", date(2026, 2, 27), "sesuai berita acara survei")
    opinions = {fact.key: replace(yes, about=about_of(fact.key, application)) for fact in OPINIONS}
    return replace(application, judgements=opinions)


def _all_papers() -> dict[str, bool]:
    return {paper.code: True for paper in PAPERS}


def _complete(applicant: Applicant) -> LoanApplication:
    asked = LoanApplication(
        applicant=applicant,
        amount=30_000_000,
        term_months=24,
        purpose=Purpose.WORKING_CAPITAL,
        relends_to_members=True,
        filed_on=FILED,
        agency_legality=True,
        credit_history=CreditHistory.NONE,
        on_red_list=False,
        earlier=EarlierLoan(borrowed_before=False),
        collateral=(LAND,),
        collateral_complete=True,
        papers=_all_papers(),
    )
    return judged(asked)


def business() -> LoanApplication:
    """A complete usaha kecil that asks 30 million against land worth 50 million."""
    owner = Applicant(
        kind=ApplicantKind.BUSINESS,
        name="Kerupuk Bu Siti",
        contact_name="Siti Aminah",
        nik=NIK,
        marital_status=MaritalStatus.MARRIED,
        district_code="35.27.03",
        village_code="35.27.03.1004",
    )
    answers = BusinessAnswers(
        founded_on=date(2018, 5, 1),
        active_since=date(2018, 5, 1),
        net_assets=120_000_000,
        annual_sales=2_400_000_000,
        has_licence=True,
        premises=Premises.OWN,
        business_arrears=False,
        owner_arrears=False,
        spouse_arrears=False,
    )
    return replace(_complete(owner), business=answers)


def business_on_a_reading() -> LoanApplication:
    """60 million against land worth 50 and a vehicle worth 45 million: S-06 decides on the ceiling."""
    return judged(replace(business(), amount=60_000_000, collateral=(LAND, VEHICLE)))


def cooperative() -> LoanApplication:
    """A complete koperasi primer."""
    chair = Applicant(
        kind=ApplicantKind.COOPERATIVE,
        name="Koperasi Garam Makmur",
        contact_name="Moh. Ridwan",
        nik=NIK,
        district_code="35.27.02",
    )
    answers = CooperativeAnswers(
        level=CooperativeLevel.PRIMARY,
        functional=False,
        incorporated_on=date(2010, 1, 12),
        grade=CooperativeGrade.FAIR,
        annual_meeting_years=(2023, 2024, 2025),
        board_size=5,
        board_signatures=5,
        senkuko=False,
    )
    return replace(_complete(chair), cooperative=answers)


def group(kind: ApplicantKind) -> LoanApplication:
    """A complete LKM or Sentra with 24 members."""
    chair = Applicant(kind=kind, name="Sumber Rejeki", contact_name="Nur Laila", nik=NIK)
    return replace(_complete(chair), group=GroupAnswers(statutes_approved=True, registered_members=24))


def draft(kind: ApplicantKind) -> LoanApplication:
    """An application of which nothing but the kind is known."""
    return LoanApplication(applicant=Applicant(kind=kind))


def examined(application: LoanApplication, practice: Practice = NO_PRACTICE) -> Eligibility:
    """An application under the law in force on 2 March 2026."""
    return examine(application, LawInForce(SAMPANG_LOANS, DAY, practice))
