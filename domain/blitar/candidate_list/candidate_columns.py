"""The sheet of candidates: the facts that Pasal 7 asks for; the value is the place in a registration."""

from collections.abc import Mapping
from typing import Final

from domain.blitar.kinds import DomicileProof, Education, HealthIssuer, Statement, WorkTie
from domain.labelled import Labelled
from domain.regions.regions import BLITAR_REGENCY
from domain.tabular.district_cells import district_in
from domain.tabular.sheet_columns import SheetColumn
from domain.tabular.workbook import DAY, DIGITS, LONG_AGO, WIDE, YES_NO, SheetShape, one_of

MOST_CANDIDATES: Final = 500
_PICK, _YES_NO = (
    "Pilih dari daftar; kosong berarti belum diketahui.",
    "Ya atau Tidak; kosong bila belum tahu.",
)


class CandidateColumn(SheetColumn):
    """A column of the sheet, in the order of the points of Pasal 7."""

    ORDER = "order", "No", "Nomor urut; boleh kosong.", "nomor", "no urut"
    NAME = "name", "Nama", "Seperti di KTP.", "nama lengkap", "nama calon", "nama pendaftar"
    NIK = "nik", "NIK", "16 angka.", "no ktp", "nomor ktp"
    REGISTERED = (
        "registered_on", "Tanggal mendaftar", "Hari berkasnya diterima; menentukan usia.", "tanggal daftar",
        "tanggal pendaftaran",
    )  # fmt: skip
    BORN = "born_on", "Tanggal lahir", "Menurut KTP (huruf d).", "tgl lahir"
    PHONE = "phone", "Telepon", "Kosongkan bila tidak diketahui.", "no hp", "nomor hp", "no telepon"
    CITIZEN = "citizen", "WNI", f"{_YES_NO} (huruf a)", "warga negara indonesia"
    DISTRICT = "domicile.place.district_code", "Kecamatan", "Tempat tinggal di Kabupaten Blitar (huruf a)."
    PROOF = "domicile.proof", "Bukti domisili", _PICK
    HEALTH = "health.issuer", "Penerbit surat sehat", f"{_PICK} (huruf b)"
    BODY = "health.states_body", "Sehat jasmani", _YES_NO
    MIND = "health.states_mind", "Sehat rohani", _YES_NO
    POLICE = "police.in_file", "SKCK ada", f"{_YES_NO} (huruf c)", "skck"
    POLICE_UNTIL = "police.valid_until", "SKCK berlaku sampai", "Kosongkan bila tidak diketahui."
    POLICE_ENTRY = "police.has_entry", "Catatan dalam SKCK", _YES_NO
    TIE = "work_tie", "Ikatan kerja", f"{_PICK} (huruf e)"
    TIE_ENDS = "contract_ends_on", "Kontrak berakhir", "Bila terikat kontrak."
    EDUCATION = "education", "Pendidikan", f"{_PICK} (huruf f)", "pendidikan terakhir"
    SCHOOL = "education_told", "Jurusan dan perguruan tinggi", "Boleh kosong.", "jurusan"
    NO_DEMAND = "statements.no_demand_for_civil_service", "Tidak menuntut jadi ASN", f"{_PICK} (huruf h)"
    PARTY = "statements.party_tie", "Anggota partai", f"{_YES_NO} (huruf i)"
    PARTY_LETTER = "statements.party_letter", "Surat bukan anggota partai", _YES_NO
    BUSINESS = "experience.entrepreneurship", "Pernah berwirausaha", f"{_YES_NO} (huruf j)"
    MENTORED = "experience.mentored", "Pernah mendampingi", f"{_YES_NO} (huruf k)"
    INVOLVED = "experience.involved", "Pernah terlibat pemberdayaan", f"{_YES_NO} (huruf k)"
    PAPER = "experience.paper", "Ada piagam atau sertifikat", f"{_YES_NO} (huruf k)"
    JOINS = "statements.joins_every_stage", "Bersedia ikut semua tahapan", f"{_PICK} (huruf l)"
    SERVES = "statements.serves_weekly", "Bersedia melayani tiap minggu", f"{_PICK} (huruf m)"
    NOTE = "note", "Catatan", "Boleh kosong.", "keterangan"


class CandidateSheet(Labelled):
    """The one sheet of the list."""

    CANDIDATES = "candidates", "Calon"


_SCHOOLS: Final = {"s 1": Education.BACHELOR, "sarjana": Education.BACHELOR, "d4": Education.DIPLOMA_4,
                   "sma": Education.SCHOOL, "smk": Education.SCHOOL}  # fmt: skip
_TIES: Final = {"tidak": WorkTie.NONE, "tidak terikat": WorkTie.NONE, "tidak ada": WorkTie.NONE}
# A bare yes does not say whether it was written, on which B-17 turns; and a bare no beside "tidak menuntut"
# may mean either.
_STATED: Final = {"tertulis": Statement.WRITTEN, "lisan": Statement.SPOKEN,
                  "tidak bersedia": Statement.REFUSED}  # fmt: skip
CANDIDATE_SHAPE: Final = SheetShape(
    CandidateColumn,
    (CandidateColumn.NAME,),
    MOST_CANDIDATES,
    kinds={
        CandidateColumn.NAME: WIDE, CandidateColumn.NOTE: WIDE, CandidateColumn.SCHOOL: WIDE,
        CandidateColumn.NIK: DIGITS, CandidateColumn.BORN: LONG_AGO,
        **dict.fromkeys(
            (CandidateColumn.REGISTERED, CandidateColumn.POLICE_UNTIL, CandidateColumn.TIE_ENDS), DAY
        ),
        CandidateColumn.DISTRICT: district_in(BLITAR_REGENCY), CandidateColumn.PROOF: one_of(DomicileProof),
        CandidateColumn.HEALTH: one_of(HealthIssuer), CandidateColumn.TIE: one_of(WorkTie, _TIES),
        CandidateColumn.EDUCATION: one_of(Education, _SCHOOLS),
        CandidateColumn.NO_DEMAND: one_of(Statement, _STATED),
        **dict.fromkeys(
            (CandidateColumn.JOINS, CandidateColumn.SERVES),
            one_of(Statement, _STATED | {"tidak": Statement.REFUSED}),
        ),
        **dict.fromkeys(
            (CandidateColumn.CITIZEN, CandidateColumn.BODY, CandidateColumn.MIND, CandidateColumn.POLICE,
             CandidateColumn.POLICE_ENTRY, CandidateColumn.PARTY, CandidateColumn.PARTY_LETTER,
             CandidateColumn.BUSINESS, CandidateColumn.MENTORED, CandidateColumn.INVOLVED,
             CandidateColumn.PAPER),
            YES_NO,
        ),
    },
    example={CandidateColumn.NAME: "Contoh, baris ini tidak dibaca", CandidateColumn.CITIZEN: "Ya",
             CandidateColumn.DISTRICT: "Wonodadi", CandidateColumn.EDUCATION: Education.BACHELOR.label},
)  # fmt: skip
CANDIDATE_SHEETS: Final[Mapping[Labelled, SheetShape]] = {CandidateSheet.CANDIDATES: CANDIDATE_SHAPE}
