"""A loan application as the office takes it in: everything may still be blank, nothing is guessed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

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
    SizeBasis,
    SizeClass,
    Source,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """Who applies: a koperasi, a business and its owner, an LKM or a Sentra.

    For a business, `nik` and the spouse's data are the owner's; for the others `contact_name` and
    `nik` are the chair's.
    """

    kind: ApplicantKind
    name: str = ""
    contact_name: str = ""
    nik: str | None = None
    npwp: str | None = None
    registration_number: str = ""
    marital_status: MaritalStatus | None = None
    spouse_name: str = ""
    spouse_nik: str | None = None
    district_code: str | None = None
    village_code: str | None = None
    address: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collateral:
    """One pledged thing; `value` is the price letter's figure for land, the assessor's for others."""

    kind: CollateralKind
    description: str = ""
    value: int | None = None
    assessed_by: str = ""
    owned_by_applicant: bool | None = None
    owner_name: str = ""
    power_of_attorney: bool | None = None
    situation: LandSituation | None = None
    price_letter: PriceLetter | None = None
    wheels: int | None = None
    year: int | None = None
    title_year: int | None = None
    plate: Plate | None = None
    sale_receipt: bool | None = None
    statement: bool | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's recorded opinion on one question: the answer, who, when, why.

    `about` is what was judged (an amount, a tenor, a purpose) where the question turns on it: of
    another amount the opinion says nothing. Blank for a question about the applicant as a whole.
    """

    answer: bool
    by: str
    on: date
    reason: str
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CooperativeAnswers:
    """What only a koperasi answers (Lampiran Romawi IV angka 1)."""

    level: CooperativeLevel | None = None
    functional: bool | None = None
    incorporated_on: date | None = None
    grade: CooperativeGrade | None = None
    annual_meeting_years: tuple[int, ...] | None = None
    board_size: int | None = None
    board_signatures: int | None = None
    senkuko: bool | None = None
    secondary_recommendation: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BusinessAnswers:
    """What only a usaha mikro, kecil or menengah answers (Lampiran Romawi IV angka 2).

    `net_assets` leaves out land and business premises; both figures are rupiah.
    """

    founded_on: date | None = None
    active_since: date | None = None
    net_assets: int | None = None
    annual_sales: int | None = None
    stated_size: SizeClass | None = None
    stated_basis: SizeBasis | None = None
    stated_because: str = ""
    has_licence: bool | None = None
    letter_states_existence: bool | None = None
    letter_states_small_capital: bool | None = None
    letter_origin: LetterOrigin | None = None
    premises: Premises | None = None
    lease_from: date | None = None
    lease_until: date | None = None
    business_arrears: bool | None = None
    owner_arrears: bool | None = None
    spouse_arrears: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAnswers:
    """What only an LKM or a Sentra answers (Lampiran Romawi IV angka 3 and 4)."""

    statutes_approved: bool | None = None
    registered_members: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierLoan:
    """What is known of an earlier loan from this fund (III.7, VIII.5.f-h)."""

    borrowed_before: bool | None = None
    last_amount: int | None = None
    settled_on: date | None = None
    months_run: int | None = None
    settled_early_to_renew: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanApplication:
    """One request for a loan from the revolving fund, with all that is known so far.

    `papers` maps a paper's code to whether it is in the file; `judgements` maps a question's key to
    the recorded opinion. Amounts are rupiah, `term_months` months.
    """

    applicant: Applicant
    amount: int | None = None
    term_months: int | None = None
    purpose: Purpose | None = None
    plan: str = ""
    relends_to_members: bool | None = None
    filed_on: date | None = None
    source: Source = Source.COUNTER
    agency_legality: bool | None = None
    credit_history: CreditHistory | None = None
    on_red_list: bool | None = None
    cooperative: CooperativeAnswers = field(default_factory=CooperativeAnswers)
    business: BusinessAnswers = field(default_factory=BusinessAnswers)
    group: GroupAnswers = field(default_factory=GroupAnswers)
    earlier: EarlierLoan = field(default_factory=EarlierLoan)
    collateral: tuple[Collateral, ...] = ()
    collateral_complete: bool | None = None
    papers: Mapping[str, bool] = field(default_factory=dict)
    judgements: Mapping[str, Judgement] = field(default_factory=dict)
    note: str = ""
