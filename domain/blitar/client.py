"""A client (binaan) as the office takes it in: a koperasi or a micro business, blanks allowed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from domain.blitar.consent import Consent
from domain.blitar.field_checks import LARGEST_AMOUNT
from domain.blitar.judgement import Judgement
from domain.blitar.kinds import BusinessForm, CooperativeScale, Operation, Sector, SubjectKind
from domain.blitar.place import NOWHERE_YET, Place
from domain.typed import Day, Line, OneOf, Prose, Rupiah, YesNo

NO_CONSENT = Consent()
CLIENT_KINDS = (SubjectKind.CLIENT_COOPERATIVE, SubjectKind.CLIENT_MICRO)


@dataclass(frozen=True, slots=True, kw_only=True)
class CooperativeAnswers:
    """What only a koperasi answers (Pasal 3 huruf a)."""

    scale: Annotated[CooperativeScale | None, OneOf("Skala koperasi")] = None
    is_branch: Annotated[bool | None, YesNo("Cabang dari koperasi yang lebih luas?")] = None
    registration_number: Annotated[str, Line("NIK Koperasi, bila ada")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BusinessAnswers:
    """What only a micro business answers (Pasal 3 huruf b, Pasal 1 angka 12).

    `capital` leaves out land and business premises; both figures are rupiah.
    """

    owner_home: Place = NOWHERE_YET
    form: Annotated[BusinessForm | None, OneOf("Bentuk usaha")] = None
    founded_on: Annotated[date | None, Day("Usaha berdiri")] = None
    capital: Annotated[
        int | None, Rupiah("Modal usaha, tanpa tanah dan bangunan", largest=LARGEST_AMOUNT)
    ] = None
    annual_sales: Annotated[int | None, Rupiah("Penjualan setahun", largest=LARGEST_AMOUNT)] = None
    business_number: Annotated[str, Line("NIB, bila ada")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """One koperasi or micro business that is mentored or asks for it.

    `place` is the seat of a koperasi or the place of business; `contact_name` and `nik` are the
    chair's or the owner's.
    """

    kind: SubjectKind
    name: Annotated[str, Line("Nama binaan")] = ""
    contact_name: Annotated[str, Line("Nama pemilik atau ketua")] = ""
    nik: Annotated[str | None, Line("NIK (KTP), bila diketahui")] = None
    place: Place = NOWHERE_YET
    operation: Annotated[Operation | None, OneOf("Kegiatan usaha")] = None
    started_on: Annotated[date | None, Day("Mulai berusaha")] = None
    cooperative: CooperativeAnswers = field(default_factory=CooperativeAnswers)
    business: BusinessAnswers = field(default_factory=BusinessAnswers)
    judgements: Mapping[str, Judgement] = field(default_factory=dict)
    sector: Annotated[Sector | None, OneOf("Bidang")] = None
    consent: Consent = NO_CONSENT
    phone: Annotated[str, Line("Telepon")] = ""
    note: Annotated[str, Prose("Catatan")] = ""

    def __post_init__(self) -> None:
        if self.kind not in CLIENT_KINDS:
            raise ValueError(f"{self.kind} is not a kind of client")


def nib_digits(client: Client) -> str | None:
    """The number of the business without what people write between its digits; None while unknown."""
    return "".join(one for one in client.business.business_number if one.isdecimal()) or None
