"""The columns of the template for many visits, and how they are recognised in any order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Final

from domain.blitar.visiting.visit import Visit
from domain.declared import declared_at, label_of
from domain.same_letters import same_form
from domain.typed import Declaration

_label = partial(label_of, Visit)
_INDICATOR, _VALUE, _EVIDENCE = map(_label, ("changes.0.indicator", "changes.0.value", "changes.0.evidence"))


class Column(StrEnum):
    """A column: a stable value, its heading, other headings that mean it, and what is written in it."""

    header: str
    others: tuple[str, ...]
    hint: str

    def __new__(cls, value: str, header: str = "", hint: str = "", *others: str) -> "Column":
        """Make a column of its value, heading, hint and other headings."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.header, member.hint, member.others = header, hint, others
        return member

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
# A row of headings names at least so many columns; a title above the table does not.
_LEAST_HEADINGS: Final = 3


@dataclass(frozen=True, slots=True)
class Headings:
    """Where each column stands in a sheet, and what about its row of headings is not as it should be."""

    places: Mapping[Column, int]
    unknown: tuple[str, ...]
    twice: tuple[Column, ...]

    @property
    def are_headings(self) -> bool:
        """Whether the row is one of headings at all."""
        return len(self.places) >= _LEAST_HEADINGS

    @property
    def refusal(self) -> str:
        """Why nothing can be read under these headings; blank when it can."""
        if self.twice:
            return (
                f"Kolom {_listed(self.twice)} ada dua kali, jadi tidak jelas mana yang berlaku. "
                "Hapus atau ganti nama salah satunya, lalu unggah lagi."
            )
        missing = [one for one in REQUIRED if one not in self.places]
        told = [_listed(missing)] if missing else []
        if not any(one in self.places for one in NAMING):
            told.append(f"salah satu dari {_listed(NAMING, 'atau')}")
        if not told:
            return ""
        return (
            f"Kolom ini tidak ditemukan: {', dan '.join(told)}. Urutan kolom bebas, tetapi judulnya "
            "harus ada; tambahkan judul itu, atau salin isi Anda ke templat baru."
        )


def match_headings(cells: Sequence[object]) -> Headings:
    """Recognise columns by their headings, whatever their order, capitals, spaces and punctuation.

    Beside a column's own heading another word for it is no second one, but an unknown column.
    """
    told = ["" if cell is None else same_form(str(cell)) for cell in cells]
    own = {_OWN_HEADING[text] for text in told if text in _OWN_HEADING}
    places: dict[Column, int] = {}
    unknown, twice = [], []
    for place, text in enumerate(told):
        column = _OWN_HEADING.get(text) or _OTHER_HEADING.get(text)
        if column is None or (text not in _OWN_HEADING and column in own):
            unknown += [str(cells[place]).strip()] if text else []
        elif column in places:
            twice.append(column)
        else:
            places[column] = place
    return Headings(places, tuple(unknown), tuple(dict.fromkeys(twice)))


def declaration_of(column: Column) -> Declaration | None:
    """How the field of a visit that a column fills is declared; None for a column of the pile's own."""
    path = _FIELDS.get(column)
    return declared_at(Visit, path).declaration if path else None


def column_of(field: str) -> Column | None:
    """The column that a field of a visit was read from; None for a problem of the whole row."""
    return _BY_FIELD.get(field)


def _listed(columns: Iterable[Column], last: str = "dan") -> str:
    names = [f"“{one.header}”" for one in columns]
    return f" {last} ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


_OWN_HEADING: Final = {same_form(one.header): one for one in Column}
_OTHER_HEADING: Final = {same_form(told): one for one in Column for told in one.others}
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
