"""A candidate mentor's registration as the office takes it in: everything may still be blank."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from domain.blitar.judgement import Judgement
from domain.blitar.kinds import DomicileProof, Education, HealthIssuer, Statement, WorkTie
from domain.blitar.place import NOWHERE_YET, Place
from domain.typed import LONGEST_PROSE, Day, Line, OneOf, Prose, YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class Domicile:
    """Where a candidate lives and the paper that shows it.

    `letter_open_ended` is for a letter that names no last day.
    """

    place: Place = NOWHERE_YET
    proof: Annotated[DomicileProof | None, OneOf("Bukti domisili")] = None
    letter_valid_until: Annotated[date | None, Day("Surat berlaku sampai")] = None
    letter_open_ended: Annotated[bool, YesNo("Surat tidak menyebut batas waktu")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthLetter:
    """Who wrote the health letter, and which of the two aspects it states as healthy."""

    issuer: Annotated[HealthIssuer | None, OneOf("Penerbit surat sehat")] = None
    issued_on: Annotated[date | None, Day("Tanggal surat sehat")] = None
    states_body: Annotated[bool | None, YesNo("Menyatakan sehat jasmani?")] = None
    states_mind: Annotated[bool | None, YesNo("Menyatakan sehat rohani?")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliceCertificate:
    """The certificate of police records (SKCK): whether it is there, its last day, and any entry."""

    in_file: Annotated[bool | None, YesNo("SKCK dilampirkan?")] = None
    valid_until: Annotated[date | None, Day("SKCK berlaku sampai")] = None
    has_entry: Annotated[bool | None, YesNo("Ada catatan dalam SKCK?")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """What a candidate states (Pasal 7 huruf h, i, l, m)."""

    no_demand_for_civil_service: Annotated[Statement | None, OneOf("Tidak menuntut diangkat menjadi ASN")] = (
        None
    )
    party_tie: Annotated[bool | None, YesNo("Anggota atau pengurus partai politik?")] = None
    party_letter: Annotated[bool | None, YesNo("Surat pernyataan bukan anggota/pengurus ada?")] = None
    joins_every_stage: Annotated[Statement | None, OneOf("Bersedia mengikuti seluruh tahapan")] = None
    serves_weekly: Annotated[Statement | None, OneOf("Bersedia melayani setiap minggu")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience:
    """What a candidate has done before (Pasal 7 huruf j, k), with the paper that shows it."""

    entrepreneurship: Annotated[bool | None, YesNo("Berpengalaman dalam kewirausahaan?")] = None
    entrepreneurship_told: Annotated[str, Line("Usaha yang pernah dijalankan", longest=LONGEST_PROSE)] = ""
    mentored: Annotated[bool | None, YesNo("Pernah mendampingi?")] = None
    mentored_told: Annotated[str, Line("Pendampingan yang pernah dilakukan", longest=LONGEST_PROSE)] = ""
    involved: Annotated[bool | None, YesNo("Pernah terlibat pemberdayaan koperasi dan usaha mikro?")] = None
    involved_told: Annotated[str, Line("Keterlibatannya", longest=LONGEST_PROSE)] = ""
    paper: Annotated[bool | None, YesNo("Ada piagam, sertifikat, atau dokumen?")] = None
    paper_told: Annotated[str, Line("Piagam, sertifikat, atau dokumennya", longest=LONGEST_PROSE)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One person's registration to become a mentor, with all that is known so far.

    `work_tie` and `contract_ends_on` are about the day of registration; `judgements` maps a question's
    key to the recorded opinion.
    """

    name: Annotated[str, Line("Nama")] = ""
    nik: Annotated[str | None, Line("NIK (KTP)")] = None
    born_on: Annotated[date | None, Day("Tanggal lahir")] = None
    registered_on: Annotated[date | None, Day("Tanggal mendaftar")] = None
    citizen: Annotated[bool | None, YesNo("Warga Negara Indonesia menurut KTP?")] = None
    domicile: Domicile = field(default_factory=Domicile)
    health: HealthLetter = field(default_factory=HealthLetter)
    police: PoliceCertificate = field(default_factory=PoliceCertificate)
    work_tie: Annotated[WorkTie | None, OneOf("Ikatan kerja pada hari mendaftar")] = None
    contract_ends_on: Annotated[date | None, Day("Kontrak berakhir")] = None
    education: Annotated[Education | None, OneOf("Pendidikan terakhir yang selesai")] = None
    education_told: Annotated[str, Line("Jurusan dan perguruan tinggi")] = ""
    statements: Statements = field(default_factory=Statements)
    experience: Experience = field(default_factory=Experience)
    judgements: Mapping[str, Judgement] = field(default_factory=dict)
    phone: Annotated[str, Line("Telepon")] = ""
    note: Annotated[str, Prose("Catatan petugas")] = ""
