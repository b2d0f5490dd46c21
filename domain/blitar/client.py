"""A client (binaan) as the office takes it in: a koperasi or a micro business, blanks allowed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from domain.blitar.consent import Consent
from domain.blitar.judgement import Judgement
from domain.blitar.kinds import BusinessForm, CooperativeScale, Operation, Sector, SubjectKind
from domain.blitar.place import NOWHERE_YET, Place

NO_CONSENT = Consent()
CLIENT_KINDS = (SubjectKind.CLIENT_COOPERATIVE, SubjectKind.CLIENT_MICRO)


@dataclass(frozen=True, slots=True, kw_only=True)
class CooperativeAnswers:
    """What only a koperasi answers (Pasal 3 huruf a)."""

    scale: CooperativeScale | None = None
    is_branch: bool | None = None
    registration_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BusinessAnswers:
    """What only a micro business answers (Pasal 3 huruf b, Pasal 1 angka 12).

    `capital` leaves out land and business premises; both figures are rupiah.
    """

    owner_home: Place = NOWHERE_YET
    form: BusinessForm | None = None
    founded_on: date | None = None
    capital: int | None = None
    annual_sales: int | None = None
    business_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """One koperasi or micro business that is mentored or asks for it.

    `place` is the seat of a koperasi or the place of business; `contact_name` and `nik` are the
    chair's or the owner's.
    """

    kind: SubjectKind
    name: str = ""
    contact_name: str = ""
    nik: str | None = None
    place: Place = NOWHERE_YET
    operation: Operation | None = None
    started_on: date | None = None
    cooperative: CooperativeAnswers = field(default_factory=CooperativeAnswers)
    business: BusinessAnswers = field(default_factory=BusinessAnswers)
    judgements: Mapping[str, Judgement] = field(default_factory=dict)
    sector: Sector | None = None
    consent: Consent = NO_CONSENT
    phone: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if self.kind not in CLIENT_KINDS:
            raise ValueError(f"{self.kind} is not a kind of client")
