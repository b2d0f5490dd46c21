"""The columns of the template for many visits, and how they are recognised in any order."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from domain.blitar.visiting.visit import Visit
from domain.declared import declared_at, label_of
from domain.tabular.sheet_columns import Headings, KnownHeadings, SheetColumn
from domain.typed import Declaration

_label = partial(label_of, Visit)
_INDICATOR, _VALUE, _EVIDENCE = map(_label, ("changes.0.indicator", "changes.0.value", "changes.0.evidence"))


class Column(SheetColumn):
    """A column of the sheet of visits."""

    ORDER = "order", "No", "Nomor urut untuk Anda sendiri.", "no urut", "nomor urut"
    CLIENT_NUMBER = (
        "client_number", "Nomor binaan", "BN-tahun-nomor, dari lembar “Binaan”. Cara yang paling pasti.",
        "no binaan", "kode binaan", "id binaan",
    )  # fmt: skip
    NIK = (
        "nik", "NIK", "16 digit pemilik atau ketua, bila nomor binaan tidak diketahui.",
        "nik pemilik", "nik ktp", "no nik", "nomor nik", "no ktp",
    )  # fmt: skip
    CLIENT_NAME = (
        "client_name", "Nama binaan", "Nama usaha atau koperasi, bila nomor binaan tidak diketahui.",
        "binaan", "nama usaha", "nama koperasi", "nama",
    )  # fmt: skip
    CLIENT_DISTRICT = (
        "client_district", "Kecamatan binaan", "Membedakan dua binaan yang namanya sama.", "kecamatan",
    )  # fmt: skip
    MENTOR = (
        "mentor", "Pendamping",
        "Nama yang berkunjung. Boleh kosong: dipilih saat mengunggah, atau menurut register.",
        "nama pendamping",
    )  # fmt: skip
    DAY = (
        "day", _label("on"), "Hari/bulan/tahun, misalnya 02/03/2026 atau 2 Maret 2026.",
        "tanggal kunjungan", "tgl", "tgl kunjungan", "hari tanggal",
    )  # fmt: skip
    PLACE = "place", _label("place"), "Lapangan atau Kantor.", "tempat kunjungan", "lokasi"
    DAY_PART = (
        "day_part", _label("day_part"),
        "Pagi (sebelum 11.00), Siang (11.00–14.00) atau Sore; jam juga boleh.",
        "waktu kunjungan", "jam", "pukul",
    )  # fmt: skip
    DISTRICT = (
        "district", _label("district_code"),
        "Hanya bila kunjungan lapangan bukan di kecamatan binaan.",
        "kecamatan tempat kunjungan",
    )  # fmt: skip
    TASKS = (
        "tasks", _label("tasks"), "Huruf tugas Pasal 12, boleh beberapa dipisah koma: b, c, i.",
        "tugas pasal 12", "huruf tugas", "tugas yang dilakukan",
    )  # fmt: skip
    PARTS = (
        "parts", _label("parts"), "Menurut Pasal 16 ayat (2), boleh beberapa dipisah koma.",
        "komponen", "komponen pasal 16",
    )  # fmt: skip
    PROBLEM = "problem", _label("problem"), "Masalah yang ditemukan (Pasal 12 huruf c).", "masalah"
    RECOMMENDATION = "recommendation", _label("recommendation"), "Saran untuk masalah itu.", "saran"
    AGENCY = (
        "agency", _label("agency"),
        "Yang perlu menindaklanjuti rekomendasi (Pasal 13); kosong bila tidak ada.",
        "opd", "dinas terkait", "perangkat daerah terkait",
    )  # fmt: skip
    FOLLOW_UP = (
        "follow_up", _label("follow_ups.0.told"), "Apa yang disepakati akan dikerjakan.",
        "rencana tindak lanjut", "rtl",
    )  # fmt: skip
    DUE = (
        "due", _label("follow_ups.0.due_on"), "Tanggal selesainya; wajib bila tindak lanjut diisi.",
        "batas", "batas waktu", "tenggat", "batas tanggal",
    )  # fmt: skip
    DOER = (
        "doer", _label("follow_ups.0.doer"),
        "Binaan, Pendamping, Fasilitator atau Perangkat Daerah; kosong berarti Binaan.",
        "pelaksana tindak lanjut", "penanggung jawab",
    )  # fmt: skip
    INDICATOR_1 = (
        "indicator_1", f"{_INDICATOR} 1", "Apa yang berubah, dari daftar di lembar “Petunjuk”.", "indikator",
    )  # fmt: skip
    VALUE_1 = "value_1", f"{_VALUE} 1", "Ada atau belum ada, jumlah, atau rupiah.", "nilai"
    EVIDENCE_1 = "evidence_1", f"{_EVIDENCE} 1", "Nama foto atau surat yang menunjukkannya.", "bukti"
    INDICATOR_2 = "indicator_2", f"{_INDICATOR} 2", "Indikator kedua, bila ada."
    VALUE_2 = "value_2", f"{_VALUE} 2", "Nilai indikator kedua."
    EVIDENCE_2 = "evidence_2", f"{_EVIDENCE} 2", "Bukti indikator kedua."
    FORM = (
        "form", _label("shown_by"), "Nomor formulir kertas yang disimpan, atau fotonya.",
        "nomor formulir", "no formulir", "formulir",
    )  # fmt: skip
    NOTE = "note", _label("note"), "Catatan lain.", "keterangan"
    REASON = "reason", "Alasan", "Mengapa baris ini belum masuk; tidak dibaca kembali."
    LINE = "line", "Baris asal", "Baris pada berkas semula; tidak dibaca kembali."


TEMPLATE: Final = tuple(one for one in Column if one not in (Column.REASON, Column.LINE))
REQUIRED: Final = (Column.DAY, Column.PLACE, Column.DAY_PART, Column.TASKS, Column.PARTS)
NAMING: Final = (Column.CLIENT_NUMBER, Column.NIK, Column.CLIENT_NAME)
INDICATORS: Final = (
    (Column.INDICATOR_1, Column.VALUE_1, Column.EVIDENCE_1),
    (Column.INDICATOR_2, Column.VALUE_2, Column.EVIDENCE_2),
)
_MENDING: Final = (
    "Urutan kolom bebas, tetapi judulnya harus ada; tambahkan judul itu, atau salin isi Anda ke templat baru."
)


def match_headings(cells: Sequence[object]) -> Headings[Column]:
    """Recognise columns by their headings, whatever their order, capitals, spaces and punctuation."""
    return _HEADINGS.match(cells)


def refusal_of(headings: Headings[Column]) -> str:
    """Why no visit can be read under these headings; blank when it can."""
    return headings.refusal(REQUIRED, NAMING, _MENDING)


def declaration_of(column: Column) -> Declaration | None:
    """How the field of a visit that a column fills is declared; None for a column of the pile's own."""
    path = _FIELDS.get(column)
    return declared_at(Visit, path).declaration if path else None


def column_of(field: str) -> Column | None:
    """The column that a field of a visit was read from; None for a problem of the whole row."""
    return _BY_FIELD.get(field)


_HEADINGS: Final = KnownHeadings(Column)
_FIELDS: Final[Mapping[Column, str]] = {
    Column.DAY: "on",
    Column.PLACE: "place",
    Column.DAY_PART: "day_part",
    Column.DISTRICT: "district_code",
    Column.TASKS: "tasks",
    Column.PARTS: "parts",
    Column.PROBLEM: "problem",
    Column.RECOMMENDATION: "recommendation",
    Column.AGENCY: "agency",
    Column.FOLLOW_UP: "follow_ups.0.told",
    Column.DUE: "follow_ups.0.due_on",
    Column.DOER: "follow_ups.0.doer",
    **{
        column: f"changes.{place}.{name}"
        for place, columns in enumerate(INDICATORS)
        for column, name in zip(columns, ("indicator", "value", "evidence"), strict=True)
    },
    Column.FORM: "shown_by",
    Column.NOTE: "note",
}
_BY_FIELD: Final[Mapping[str, Column]] = {
    **{one.value: one for one in Column},
    **{field: column for column, field in _FIELDS.items()},
    "mentor_id": Column.MENTOR,
    "client_id": Column.CLIENT_NUMBER,
    "follow_ups": Column.FOLLOW_UP,
    "changes": Column.INDICATOR_2,
}
