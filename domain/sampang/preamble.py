"""What Perbup Sampang 20/2015 says around its provisions: title, considerations, legal bases, headings."""

from typing import Final

from domain.regulation.described import Coding, Described
from domain.sampang.instruments import at


def _context(place: str, title: str, words: str, explanation: str = "") -> Described:
    return Described(citation=at(place, words), title=title, explanation=explanation, coding=Coding.CONTEXT)


_CONSIDERATIONS: Final = (
    _context(
        "Judul",
        "Judul: perubahan atas Perbup 25/2009",
        "PERUBAHAN ATAS PERATURAN BUPATI SAMPANG NOMOR 25 TAHUN 2009",
        "Perbup ini mengubah petunjuk pelaksanaan Perda Sampang 8/2009.",
    ),
    _context(
        "Menimbang a",
        "Menimbang: dana bergulir sudah diatur Perbup 25/2009",
        "Pengelolaan Dana Bergulir Bagi Koperasi Dan Usaha Mikro Kecil Menengah",
    ),
    _context(
        "Menimbang b",
        "Menimbang: ketentuan lama tentang biaya dan jaminan",
        "tanpa menggunakan jaminan/personal garansi/rekomendasi",
        "Alasan perubahan, bukan ketentuan: pertimbangan tidak mengatur pemohon.",
    ),
    _context(
        "Menimbang c",
        "Menimbang: kendala pembinaan dan pemberdayaan",
        "banyak kendala dalam pelaksanaan pembinaan dan pemberdayaan",
    ),
    _context(
        "Menimbang d",
        "Menimbang: Perbup 25/2009 perlu diubah",
        "perlu merubah Peraturan Bupati Sampang Nomor 25 Tahun 2009",
    ),
)

_UU: Final = "Undang-Undang Nomor"
_PP: Final = "Peraturan Pemerintah Nomor"
_PERMENDAGRI: Final = "Peraturan Menteri Dalam Negeri Nomor"
_LEGAL_BASES: Final = (
    ("UU 11/2009, Kesejahteraan Sosial", f"{_UU} 11 Tahun 2009 tentang Kesejahteraan Sosial"),
    ("UU 25/1992, Perkoperasian", f"{_UU} 25 Tahun 1992 tentang Perkoperasian"),
    ("UU 1/2004, Perbendaharaan Negara", f"{_UU} 1 Tahun 2004 tentang Perbendaharaan Negara"),
    ("UU 33/2004, Perimbangan Keuangan", f"{_UU} 33 Tahun 2004 tentang Perimbangan Keuangan"),
    ("UU 20/2008, UMKM", f"{_UU} 20 Tahun 2008 tentang Usaha Mikro, Kecil dan Menengah"),
    ("UU 12/2011, Pembentukan Peraturan", f"{_UU} 12 Tahun 2011 tentang Pembentukan Peraturan"),
    ("UU 2/2015, Pemerintahan Daerah", f"{_UU} 2 Tahun 2015 tentang Penetapan Peraturan Pemerintah"),
    ("PP 58/2005, Pengelolaan Keuangan Daerah", f"{_PP} 58 Tahun 2005 tentang Pengelolaan Keuangan Daerah"),
    ("PP 79/2005, Pembinaan dan Pengawasan", f"{_PP} 79 Tahun 2005 tentang Pedoman Pembinaan dan Pengawasan"),
    ("PP 38/2007, Pembagian Urusan", f"{_PP} 38 Tahun 2007 tentang Pembagian Urusan Pemerintahan"),
    ("PP 49/2011, Investasi Pemerintah", f"{_PP} 49 Tahun 2011 tentang Perubahan Atas Peraturan Pemerintah"),
    ("Permendagri 13/2006, Keuangan Daerah", f"{_PERMENDAGRI} 13 Tahun 2006 tentang Pedoman Pengelolaan"),
    ("Permendagri 1/2014, Produk Hukum Daerah", f"{_PERMENDAGRI} 1 Tahun 2014 tentang Pembentukan Produk"),
    ("Perda 15/1994, Penyertaan Modal Daerah", "Nomor 15 Tahun 1994 tentang Penyertaan Modal Daerah"),
    ("Perda 8/2009, Dana Bergulir", "Peraturan Daerah Kabupaten Sampang Nomor 8 Tahun 2009"),
    ("Perda 4/2012, Penyidik PNS", "Nomor 4 Tahun 2012 tentang Penyidik Pegawai Negeri Sipil"),
    (
        "Perbup 25/2009, yang diubah",
        "Peraturan Bupati Sampang Nomor 25 Tahun 2009 tentang Petunjuk Pelaksanaan",
    ),
)

_ENACTING: Final = (
    _context(
        "Pasal I",
        "Lampiran Perbup 25/2009 diubah",
        "diubah sehingga berbunyi sebagaimana tercantum dalam Lampiran",
        "Semua ketentuan di bawah ini berasal dari Lampiran yang diubah itu.",
    ),
    _context(
        "Pasal II",
        "Mulai berlaku",
        "mulai berlaku pada tanggal diundangkan",
        "Diundangkan pada 4 Mei 2015; tidak ada ketentuan peralihan.",
    ),
)

_HEADINGS: Final = (
    ("III", "Ruang lingkup kegiatan", "RUANG LINGKUP KEGIATAN DANA BERGULIR"),
    ("IV", "Kriteria penerima", "PENERIMA DANA BERGULIR"),
    ("IV.1", "Kriteria koperasi", "Kriteria Koperasi"),
    ("IV.2", "Kriteria usaha mikro, kecil, dan menengah", "Kriteria Usaha Mikro, Kecil dan Menengah"),
    ("IV.3", "Kriteria lembaga keuangan mikro", "Kriteria Lembaga Keuangan Mikro"),
    ("IV.4", "Kriteria Sentra UKM", "Kriteria Sentra UKM"),
    ("V", "Pokjanis", "POKJANIS KOPERASI"),
    ("VI", "Seleksi", "SELEKSI KOPERASI"),
    ("VI.2", "Pembuka: yang diadakan Tim Pokjanis", "LKM dan Sentra UKM mengadakan"),
    ("VII", "Bank pelaksana", "BANK PEMBANGUNAN DAERAH JAWA TIMUR"),
    ("VIII", "Dana bergulir", "DANA BERGULIR"),
    ("VIII.1", "Pembuka: dana bergulir", "Dana Bergulir"),
    ("VIII.3", "Pembuka: penggunaan dana", "Penggunaan Dana Bergulir"),
    ("IX", "Sanksi", "SANKSI"),
)

PREAMBLE: Final = (
    *_CONSIDERATIONS,
    *(
        _context(f"Mengingat {number}", f"Dasar pembentukan: {title}", words)
        for number, (title, words) in enumerate(_LEGAL_BASES, 1)
    ),
    *_ENACTING,
    *(_context(place, f"Judul bagian: {title}", words) for place, title, words in _HEADINGS),
)
