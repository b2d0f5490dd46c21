"""A loan application as the office takes it in: everything may still be blank, nothing is guessed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Final

from domain.purpose_notices import NoticeGiven
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
from domain.typed import LONGEST_PROSE, Code, Count, Day, Given, Line, OneOf, Prose, Reason, Rupiah, YesNo

NOTICE_NOT_KNOWN: Final = NoticeGiven()
# Four hundred times the highest ceiling: beyond it a nought too many is the likelier explanation.
LARGEST_AMOUNT: Final = 10**11
MOST_BOARD: Final = 200
_BOARD: Final = "Koperasi mempunyai pengurus (IV.1.f)."
_TENORS: Final = "Perbup menyebut 12, 24 dan 36 bulan (III.6)."


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """Who applies: a koperasi, a business and its owner, an LKM or a Sentra.

    For a business, `nik` and the spouse's data are the owner's; for the others `contact_name` and
    `nik` are the chair's.
    """

    kind: Annotated[ApplicantKind, OneOf("Jenis pemohon")]
    name: Annotated[str, Line("Nama pemohon")] = ""
    contact_name: Annotated[str, Line("Nama pemilik atau ketua")] = ""
    nik: Annotated[str | None, Line("NIK (KTP)")] = None
    npwp: Annotated[str | None, Line("NPWP")] = None
    registration_number: Annotated[str, Line("NIK Koperasi atau nomor badan hukum")] = ""
    marital_status: Annotated[MaritalStatus | None, OneOf("Status perkawinan pemilik")] = None
    spouse_name: Annotated[str, Line("Nama suami/istri")] = ""
    spouse_nik: Annotated[str | None, Line("NIK (KTP) suami/istri")] = None
    district_code: Annotated[str | None, Code("Kecamatan")] = None
    village_code: Annotated[str | None, Code("Desa/kelurahan")] = None
    address: Annotated[str, Prose("Alamat")] = ""
    phone: Annotated[str, Line("Telepon")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collateral:
    """One pledged thing; `value` is the price letter's figure for land, the assessor's for others."""

    kind: Annotated[CollateralKind, OneOf("Jenis agunan")]
    description: Annotated[str, Line("Keterangan")] = ""
    value: Annotated[int | None, Rupiah("Nilai", least=1, largest=LARGEST_AMOUNT)] = None
    assessed_by: Annotated[str, Line("Ditaksir oleh")] = ""
    owned_by_applicant: Annotated[bool | None, YesNo("Atas nama pemohon/pengurus?")] = None
    owner_name: Annotated[str, Line("Nama pemilik lain")] = ""
    power_of_attorney: Annotated[bool | None, YesNo("Surat kuasa bermeterai dari semua pemilik?")] = None
    situation: Annotated[LandSituation | None, OneOf("Letak tanah")] = None
    price_letter: Annotated[PriceLetter | None, OneOf("Surat keterangan harga dari")] = None
    wheels: Annotated[
        int | None, Count("Jumlah roda", least=2, largest=12, advice="Perbup menyebut roda 2 dan 4.")
    ] = None
    year: Annotated[int | None, Count("Tahun dibuat")] = None
    title_year: Annotated[int | None, Count("Tahun BPKB")] = None
    plate: Annotated[Plate | None, OneOf("Nomor polisi daerah")] = None
    plate_number: Annotated[str, Line("Nomor polisi")] = ""
    sale_receipt: Annotated[bool | None, YesNo("Ada kuitansi jual beli?")] = None
    statement: Annotated[bool | None, YesNo("Ada surat pernyataan jaminan barang?")] = None

    @property
    def named(self) -> str:
        """By what papers and lists name the thing: what was written about it, and its plate."""
        return ", ".join(filter(None, (self.description.strip(), self.plate_number.strip())))


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's recorded opinion on one question: the answer, who, when, why.

    `about` is what was judged (an amount, a tenor, a purpose) where the question turns on it: of
    another amount the opinion says nothing. Blank for a question about the applicant as a whole.
    """

    answer: Annotated[bool, YesNo("Jawaban")]
    by: Annotated[str, Given()]
    on: Annotated[date, Day("Tanggal penilaian")]
    reason: Reason
    about: Annotated[str, Given()] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CooperativeAnswers:
    """What only a koperasi answers (Lampiran Romawi IV angka 1)."""

    level: Annotated[CooperativeLevel | None, OneOf("Tingkat menurut catatan Dinas")] = None
    functional: Annotated[bool | None, YesNo("Koperasi fungsional menurut Dinas?")] = None
    incorporated_on: Annotated[date | None, Day("Tanggal pengesahan badan hukum")] = None
    grade: Annotated[CooperativeGrade | None, OneOf("Peringkat terakhir")] = None
    annual_meeting_years: Annotated[
        tuple[int, ...] | None, Count("RAT sudah dilaksanakan untuk tahun buku")
    ] = None
    board_size: Annotated[
        int | None, Count("Jumlah seluruh pengurus", least=1, largest=MOST_BOARD, advice=_BOARD)
    ] = None
    board_signatures: Annotated[
        int | None, Count("Pengurus yang menandatangani berita acara tanggung renteng", largest=MOST_BOARD)
    ] = None
    senkuko: Annotated[bool | None, YesNo("Mempunyai unit usaha SENKUKO?")] = None
    secondary_recommendation: Annotated[bool | None, YesNo("Ada rekomendasi tertulis koperasi sekunder?")] = (
        None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class BusinessAnswers:
    """What only a usaha mikro, kecil or menengah answers (Lampiran Romawi IV angka 2).

    `net_assets` leaves out land and business premises; both figures are rupiah.
    """

    founded_on: Annotated[date | None, Day("Tanggal usaha berdiri")] = None
    active_since: Annotated[date | None, Day("Usaha aktif sejak")] = None
    net_assets: Annotated[int | None, Rupiah("Kekayaan bersih/modal usaha", largest=LARGEST_AMOUNT)] = None
    annual_sales: Annotated[int | None, Rupiah("Penjualan setahun", largest=LARGEST_AMOUNT)] = None
    stated_size: Annotated[SizeClass | None, OneOf("Kelas usaha menurut Dinas")] = None
    stated_basis: Annotated[SizeBasis | None, OneOf("Dasar hukum kelas usaha")] = None
    stated_because: Annotated[str, Line("Alasan atau bukti kelas usaha", longest=LONGEST_PROSE)] = ""
    has_licence: Annotated[bool | None, YesNo("Memiliki izin usaha (NIB/izin lama)?")] = None
    letter_states_existence: Annotated[bool | None, YesNo("Surat menyatakan usaha benar-benar ada?")] = None
    letter_states_small_capital: Annotated[
        bool | None, YesNo("Surat menyatakan permodalan sangat kecil?")
    ] = None
    letter_origin: Annotated[LetterOrigin | None, OneOf("Surat dari")] = None
    premises: Annotated[Premises | None, OneOf("Tempat usaha")] = None
    lease_from: Annotated[date | None, Day("Sewa mulai")] = None
    lease_until: Annotated[date | None, Day("Sewa sampai")] = None
    business_arrears: Annotated[bool | None, YesNo("Ada tunggakan kredit atas nama usaha?")] = None
    owner_arrears: Annotated[bool | None, YesNo("Ada tunggakan kredit atas nama pemilik?")] = None
    spouse_arrears: Annotated[bool | None, YesNo("Ada tunggakan kredit atas nama suami/istri?")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAnswers:
    """What only an LKM or a Sentra answers (Lampiran Romawi IV angka 3 and 4)."""

    statutes_approved: Annotated[bool | None, YesNo("AD/ART sudah disahkan Dinas?")] = None
    registered_members: Annotated[int | None, Count("Anggota tercatat di buku daftar anggota")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierLoan:
    """What is known of an earlier loan from this fund (III.7, VIII.5.f-h)."""

    borrowed_before: Annotated[bool | None, YesNo("Pernah meminjam dari dana bergulir ini?")] = None
    last_amount: Annotated[int | None, Rupiah("Pinjaman terakhir", largest=LARGEST_AMOUNT)] = None
    settled_on: Annotated[date | None, Day("Lunas tanggal")] = None
    months_run: Annotated[int | None, Count("Berjalan berapa bulan sebelum lunas", largest=600)] = None
    settled_early_to_renew: Annotated[bool | None, YesNo("Lunas lebih awal untuk memperbarui pinjaman?")] = (
        None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanApplication:
    """One request for a loan from the revolving fund, with all that is known so far.

    `papers` maps a paper's code to whether it is in the file; `judgements` maps a question's key to
    the recorded opinion. Amounts are rupiah, `term_months` months.
    """

    applicant: Applicant
    amount: Annotated[int | None, Rupiah("Pinjaman yang diminta", least=1, largest=LARGEST_AMOUNT)] = None
    term_months: Annotated[
        int | None, Count("Jangka waktu", unit="bulan", least=1, largest=120, advice=_TENORS)
    ] = None
    purpose: Annotated[Purpose | None, OneOf("Penggunaan dana")] = None
    plan: Annotated[str, Prose("Rencana penggunaan")] = ""
    relends_to_members: Annotated[bool | None, YesNo("Dana disalurkan lagi kepada anggota?")] = None
    filed_on: Annotated[date | None, Day("Tanggal proposal diterima Dinas")] = None
    source: Annotated[Source, OneOf("Cara masuk")] = Source.COUNTER
    agency_legality: Annotated[bool | None, YesNo("Ada legalitas dari Dinas?")] = None
    credit_history: Annotated[CreditHistory | None, OneOf("Kredit yang pernah diterima")] = None
    on_red_list: Annotated[bool | None, YesNo("Tercatat di daftar merah Dinas?")] = None
    cooperative: CooperativeAnswers = field(default_factory=CooperativeAnswers)
    business: BusinessAnswers = field(default_factory=BusinessAnswers)
    group: GroupAnswers = field(default_factory=GroupAnswers)
    earlier: EarlierLoan = field(default_factory=EarlierLoan)
    collateral: tuple[Collateral, ...] = ()
    collateral_complete: Annotated[bool | None, YesNo("Semua agunan sudah dicatat di sini")] = None
    papers: Mapping[str, bool] = field(default_factory=dict)
    judgements: Mapping[str, Judgement] = field(default_factory=dict)
    note: Annotated[str, Prose("Catatan petugas")] = ""
    notice: NoticeGiven = NOTICE_NOT_KNOWN
