"""What people record on the way of a file: survey, meeting, decision, agreement, request for payment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from domain.labelled import Labelled
from domain.regulation.sources import Citation
from domain.sampang.instruments import at


class Element(Labelled):
    """The five elements of the Pokjanis (V)."""

    BUPATI = "bupati", "Bupati Sampang"
    SECRETARY = "secretary", "Sekretaris Daerah"
    REVENUE = "revenue", "Dinas Pendapatan, Pengelolaan Keuangan dan Aset"
    AGENCY = "agency", "Dinas Koperasi dan Usaha Kecil Menengah"
    BANK = "bank", "Bank Jatim"


class Aspect(Labelled):
    """The five aspects of a survey (VI.2.a.1 to 5), in the order of the text."""

    INSTITUTION = "institution", "Kelembagaan"
    BUSINESS = "business", "Keragaan usaha"
    PLAN = "plan", "Rencana penggunaan dana"
    CHARACTER = "character", "Karakter pemohon"
    REGION = "region", "Karakter wilayah dan lingkungan"

    @property
    def place(self) -> Citation:
        """Where the regulation names it."""
        return at(f"VI.2.a.{list(Aspect).index(self) + 1}")


class Vote(Labelled):
    """What an element says of one file."""

    AGREES = "agrees", "Setuju"
    DISAGREES = "disagrees", "Tidak setuju"
    ABSTAINS = "abstains", "Tidak menyatakan pendapat"


class DecisionKind(Labelled):
    """What a meeting decides about a file."""

    APPROVE = "approve", "Ditetapkan"
    REFUSE = "refuse", "Ditolak"
    POSTPONE = "postpone", "Ditunda"


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyFinding:
    """What one surveyor found: a note on each aspect, opinions, and what that surveyor would lend.

    `amount` is rupiah, `term_months` months; blank where the surveyor gives no figure. Opinions are
    recorded, never scored.
    """

    surveyor: str
    element: Element
    on: date
    notes: Mapping[Aspect, str]
    character_good: bool | None = None
    region_supports: bool | None = None
    amount: int | None = None
    term_months: int | None = None
    photos: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyMinutes:
    """What the surveyors agreed on (Berita acara hasil survei); `reason` also tells where they differed."""

    number: str
    on: date
    character_good: bool
    amount: int
    term_months: int
    reason: str


@dataclass(frozen=True, slots=True)
class Attendee:
    """Who came to a meeting, for which element, in what office."""

    element: Element
    name: str
    position: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting of the Pokjanis; `number` stays blank until the office gives the minutes one."""

    held_on: date
    place: str
    attendees: tuple[Attendee, ...]
    number: str = ""
    note: str = ""

    @property
    def elements_present(self) -> tuple[Element, ...]:
        """The elements of which somebody came, in the order of the text."""
        came = {one.element for one in self.attendees}
        return tuple(element for element in Element if element in came)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a meeting decided about one file.

    `amount` (rupiah) and `term_months` belong to an approval. `provisions` are the short places that a
    refusal rests on. `reading_reason` says which reading the Pokjanis took where the verdict hangs on one.
    """

    kind: DecisionKind
    on: date
    by: str
    reason: str
    votes: Mapping[Element, Vote] = field(default_factory=dict)
    amount: int | None = None
    term_months: int | None = None
    provisions: tuple[str, ...] = ()
    reading_reason: str = ""

    @property
    def is_unanimous(self) -> bool:
        """Whether every element that was present agreed with it, whatever it decides."""
        return bool(self.votes) and all(vote is Vote.AGREES for vote in self.votes.values())

    @property
    def disagreeing(self) -> tuple[Element, ...]:
        """The elements that did not agree, in the order of the text."""
        return tuple(element for element in Element if self.votes.get(element) is Vote.DISAGREES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """The signed agreement (VI.3) and the savings account at Bank Jatim that takes the money (VIII.2.a)."""

    number: str
    signed_on: date
    account_number: str
    account_holders: str
    signed_by_lead: str
    signed_by_bank: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentRequest:
    """The request for payment (SPP-LS, VIII.2.c) and what the borrower paid besides (VIII.5.d), in rupiah.

    `note` says why a cost is another than the office's rate gives.
    """

    number: str
    on: date
    insurance_policy: str
    insurance: int
    notary: int
    land_check: int
    requested_by: str = ""
    note: str = ""
