"""What people record on the way of a file: survey, meeting, decision, agreement, request for payment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from domain.labelled import Labelled
from domain.regulation.sources import Citation
from domain.sampang.application import LARGEST_AMOUNT
from domain.sampang.instruments import at
from domain.typed import LONGEST_PROSE, Clock, Count, Day, Given, Line, OneOf, Prose, Rupiah, YesNo


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

    surveyor: Annotated[str, Given()]
    element: Annotated[Element, OneOf("Unsur surveyor")]
    on: Annotated[date, Day("Tanggal survei")]
    notes: Annotated[Mapping[Aspect, str], Prose("Catatan survei")]
    character_good: Annotated[bool | None, YesNo("Karakter pemohon baik?")] = None
    region_supports: Annotated[bool | None, YesNo("Wilayah mendukung?")] = None
    amount: Annotated[int | None, Rupiah("Jumlah yang disarankan", least=1, largest=LARGEST_AMOUNT)] = None
    term_months: Annotated[int | None, Count("Jangka waktu", unit="bulan")] = None
    photos: Annotated[str, Line("Rujukan foto", longest=LONGEST_PROSE)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyMinutes:
    """What the surveyors agreed on (Berita acara hasil survei); `reason` also tells where they differed.

    `region_supports` stays blank where they leave it to the Pokjanis (VI.2.a.5, S-62).
    """

    on: Annotated[date, Day("Tanggal berita acara")]
    character_good: Annotated[bool, YesNo("Karakter pemohon dinilai baik?")]
    amount: Annotated[int, Rupiah("Jumlah yang disepakati", least=1, largest=LARGEST_AMOUNT)]
    term_months: Annotated[int, Count("Jangka waktu", unit="bulan")]
    reason: Annotated[str, Prose("Alasan, dan bagaimana perbedaan diselesaikan")]
    number: Annotated[str, Line("Nomor berita acara")] = ""
    region_supports: Annotated[bool | None, YesNo("Wilayah dan lingkungan dinilai mendukung?")] = None


@dataclass(frozen=True, slots=True)
class Attendee:
    """Who came to a meeting, for which element, in what office."""

    element: Element
    name: Annotated[str, Line("Nama yang hadir")]
    position: Annotated[str, Line("Jabatan yang hadir")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting of the Pokjanis; `number` stays blank until the office gives the minutes one.

    `called_off` is why it was cancelled, having decided nothing; blank for every other.
    """

    held_on: Annotated[date, Day("Tanggal rapat")]
    place: Annotated[str, Line("Tempat rapat")]
    attendees: tuple[Attendee, ...]
    hour: Annotated[str, Clock("Pukul")] = ""
    number: Annotated[str, Line("Nomor berita acara")] = ""
    note: Annotated[str, Prose("Catatan rapat")] = ""
    called_off: Annotated[str, Prose("Alasan dibatalkan", longest=1_000)] = ""

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
    by: Annotated[str, Given()]
    reason: Annotated[str, Prose("Alasan keputusan")]
    votes: Mapping[Element, Vote] = field(default_factory=dict)
    amount: Annotated[int | None, Rupiah("Jumlah yang ditetapkan", least=1, largest=LARGEST_AMOUNT)] = None
    term_months: Annotated[int | None, Count("Jangka waktu", unit="bulan")] = None
    provisions: Annotated[tuple[str, ...], Given()] = ()
    reading_reason: Annotated[str, Prose("Tafsir yang dipakai dan alasannya")] = ""

    @property
    def is_unanimous(self) -> bool:
        """Whether every element that was present agreed with it, whatever it decides."""
        return bool(self.votes) and all(vote is Vote.AGREES for vote in self.votes.values())

    @property
    def disagreeing(self) -> tuple[Element, ...]:
        """The elements that did not agree, in the order of the text."""
        return tuple(element for element in Element if self.votes.get(element) is Vote.DISAGREES)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementToSign:
    """What an agreement says beside its file: its number, who will sign (VI.3), and the savings account.

    The account at Bank Jatim takes the money (VIII.2.a).
    """

    number: Annotated[str, Line("Nomor perjanjian")]
    account_number: Annotated[str, Line("Nomor rekening di Bank Jatim")]
    account_holders: Annotated[str, Line("Rekening atas nama")]
    signed_by_lead: Annotated[str, Line("Ketua Harian")]
    signed_by_bank: Annotated[str, Line("Penanda tangan Bank Jatim")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(AgreementToSign):
    """The agreement as it was signed, with its day (VI.3)."""

    signed_on: Annotated[date, Day("Tanggal tanda tangan")]


@dataclass(frozen=True, slots=True, kw_only=True)
class OlderAgreement:
    """What was agreed for a loan that was taken over on a day (O-21), as far as it was told; in rupiah."""

    cut_off: Annotated[date, Day("Saldo per tanggal")]
    principal: Annotated[int, Rupiah("Pokok pinjaman", largest=LARGEST_AMOUNT)]
    number: Annotated[str, Line("Nomor perjanjian")] = ""
    signed_on: Annotated[date | None, Day("Tanggal perjanjian")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentRequest:
    """The request for payment (SPP-LS, VIII.2.c) and what the borrower paid besides (VIII.5.d), in rupiah.

    `note` says why a cost is another than the office's rate gives.
    """

    number: Annotated[str, Line("Nomor SPP-LS")]
    on: Annotated[date, Day("Tanggal SPP-LS")]
    insurance: Annotated[int, Rupiah("Biaya asuransi", largest=LARGEST_AMOUNT)]
    notary: Annotated[int, Rupiah("Biaya notaris", largest=LARGEST_AMOUNT)]
    land_check: Annotated[int, Rupiah("Biaya pengecekan BPN", largest=LARGEST_AMOUNT)]
    insurance_policy: Annotated[str, Line("Nomor polis asuransi")] = ""
    requested_by: Annotated[str, Given()] = ""
    note: Annotated[str, Line("Alasan biaya berbeda dari ketetapan", longest=LONGEST_PROSE)] = ""
