"""What Perbup Blitar 3/2023 says around its provisions: title, considerations, legal bases, its closing."""

from typing import Final

from domain.blitar.instruments import at
from domain.regulation.described import Coding, Described


def _context(place: str, title: str, words: str, explanation: str = "") -> Described:
    return Described(citation=at(place, words), title=title, explanation=explanation, coding=Coding.CONTEXT)


_UU: Final = "Undang-Undang Nomor"
_PERDA: Final = "Peraturan Daerah"
# The fragment of angka 2 names an act that the Constitutional Court struck down; the entry says so.
_ANNULLED: Final = (
    "Dibatalkan Mahkamah Konstitusi (28/PUU-XI/2013, 28 Mei 2014); UU 25/1992 berlaku kembali. "
    "Program tidak memakainya."
)
_LEGAL_BASES: Final = (
    ("UU 12/1950, pembentukan daerah", f"{_UU} 12 Tahun 1950 tentang Pembentukan", ""),
    ("UU 17/2012, Perkoperasian", f"{_UU} 17 Tahun 2012 tentang Perkoperasian", _ANNULLED),
    ("UU 20/2008, UMKM", f"{_UU} 20 Tahun 2008 tentang Usaha Mikro, Kecil dan Menengah", ""),
    ("UU 12/2011, Pembentukan Peraturan", f"{_UU} 12 Tahun 2011 tentang Pembentukan Peraturan", ""),
    ("UU 23/2014, Pemerintahan Daerah", f"{_UU} 23 Tahun 2014 tentang Pemerintahan Daerah", ""),
    ("PP 7/2021, koperasi dan UMKM", "Peraturan Pemerintah Nomor 7 Tahun 2021 tentang Kemudahan", ""),
    ("Permendagri 80/2015, Produk Hukum Daerah", "Nomor 80 Tahun 2015 tentang Pembentukan Produk Hukum", ""),
    ("Permenkop UKM 3/2021, pelaksanaan PP 7/2021", "Nomor 3 Tahun 2021 tentang Pelaksanaan", ""),
    ("Perda 6/2012, pemberdayaan koperasi dan UMKM", f"{_PERDA} Nomor 6 Tahun 2012 tentang Pemberdayaan", ""),
    ("Perda 3/2022, perangkat daerah", f"{_PERDA} Kabupaten Blitar Nomor 3 Tahun 2022", ""),
    ("Perbup 114/2022, susunan organisasi", "Peraturan Bupati Blitar Nomor 114 Tahun 2022", ""),
)

PREAMBLE: Final = (
    _context(
        "Judul",
        "Judul: pedoman pelaksanaan pendampingan",
        "PEDOMAN PELAKSANAAN PENDAMPINGAN BAGI KOPERASI DAN USAHA MIKRO",
    ),
    _context(
        "Menimbang a",
        "Menimbang: perlu pendampingan terpadu oleh tenaga pendamping",
        "secara terpadu dan berkesinambungan oleh tenaga pendamping",
    ),
    _context(
        "Menimbang b",
        "Menimbang: melaksanakan Pasal 41 PP 7/2021",
        "untuk melaksanakan ketentuan Pasal 41 Peraturan Pemerintah Nomor 7 Tahun 2021",
    ),
    _context(
        "Menimbang c",
        "Menimbang: pedoman perlu ditetapkan",
        "perlu menetapkan Peraturan Bupati tentang Pedoman Pelaksanaan Pendampingan",
    ),
    *(
        _context(f"Mengingat {number}", f"Dasar pembentukan: {title}", words, told)
        for number, (title, words, told) in enumerate(_LEGAL_BASES, 1)
    ),
    _context("1", "Pembuka: arti istilah", "yang dimaksud dengan"),
    _context("3", "Pembuka: sasaran pendampingan", "Sasaran Pendampingan terhadap pelaku usaha"),
    _context("8", "Pembuka: tata cara seleksi", "Tata cara Seleksi pendamping"),
    _context(
        "17",
        "Mulai berlaku",
        "mulai berlaku pada tanggal diundangkan",
        "Diundangkan pada 6 Januari 2023.",
    ),
)
