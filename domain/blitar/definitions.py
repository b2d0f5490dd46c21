"""The terms that Pasal 1 explains; those that a rule asks about stand with the rule."""

from typing import Final

from domain.blitar.instruments import at
from domain.regulation.described import Described

_TERMS: Final = (
    (1, "Daerah", "Daerah adalah Kabupaten Blitar", "Kabupaten Blitar, bukan Kota Blitar."),
    (2, "Pemerintah Daerah", "Pemerintah Daerah adalah Pemerintah Kabupaten Blitar", "Pemerintah Kabupaten."),
    (3, "Bupati", "Bupati adalah Bupati Blitar", "Bupati Blitar."),
    (4, "Dinas", "Dinas adalah Dinas Koperasi", "Dinas yang membidangi koperasi, usaha kecil, dan menengah."),
    (5, "Kepala Dinas", "Kepala Dinas adalah Kepala Dinas Koperasi", "Pimpinan Dinas itu."),
    (
        6,
        "Seleksi",
        "serangkaian aktivitas untuk mencari calon pendamping",
        "Mencari calon yang bermotivasi, mampu, ahli, dan berpengetahuan.",
    ),
    (
        7,
        "Fasilitator",
        "orang yang ditunjuk secara langsung oleh Kepala Dinas",
        "Menyeleksi calon Pendamping dan membina kegiatan pendampingan.",
    ),
    (
        9,
        "Instansi Terkait",
        "lembaga atau instansi yang berkaitan dengan pemberdayaan dan pengembangan",
        "Lembaga lain yang ikut memberdayakan koperasi dan UMKM.",
    ),
    (
        10,
        "Koperasi",
        "badan usaha yang beranggotakan sekumpulan orang",
        "Badan usaha dari orang-orang yang berlandaskan prinsip koperasi.",
    ),
    (
        11,
        "Usaha Mikro, Kecil dan Menengah",
        "yang selanjutnya disingkat UMKM",
        "Usaha produktif perorangan atau badan usaha perorangan menurut ukuran PP 7/2021.",
    ),
    (
        13,
        "Koperasi Berkualitas",
        "kinerja usaha yang semakin sehat dan berorientasi kepada anggota",
        "Kinerja kelembagaan, usaha, keuangan, dan manfaat bagi anggota; ukurannya tidak disebut.",
    ),
    (
        14,
        "Usaha Mikro Naik Kelas",
        "usaha mikro yang sudah tumbuh dan berkembang",
        "Ukurannya tidak disebut; Kepala Dinas yang menetapkan naik kelas.",
    ),
    (
        15,
        "Pendampingan",
        "bimbingan, konsultasi, informasi dan advokasi",
        "Proses mewujudkan koperasi berkualitas dan usaha mikro naik kelas.",
    ),
)

DEFINITIONS: Final = tuple(
    Described(citation=at(f"1.{number}", words), title=f"Arti istilah: {term}", explanation=told)
    for number, term, words, told in _TERMS
)
