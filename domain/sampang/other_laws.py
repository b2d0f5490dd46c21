"""Regulations beside Perbup Sampang 20/2015, each with what it means for the fund; none decides a file."""

from typing import Final

from domain.regulation.national_laws import HALAL, LICENSING, MICROFINANCE, REGIONAL_CLAIMS, WRITE_OFF
from domain.regulation.other_law import OtherLaw

OTHER_LAWS: Final = (
    OtherLaw(
        REGIONAL_CLAIMS,
        "Piutang daerah sampai dengan batas ini tanpa agunan yang bernilai tidak diserahkan ke KPKNL; "
        "penagihannya diselesaikan kabupaten sendiri. Di atas batas itu dapat dilimpahkan.",
        ("IX.2",),
    ),
    OtherLaw(
        LICENSING,
        "NIB menggantikan SIUP, TDP, dan HO yang disebut Perbup; izin lama dibaca sebagai surat lama yang "
        "setara.",
        ("IV.2.b", "VIII.2.b.2", "S-49"),
    ),
    OtherLaw(
        HALAL,
        "Makanan dan minuman usaha mikro dan kecil wajib bersertifikat halal sejak hari itu. Tanyakan "
        "sertifikatnya; Perbup tidak menjadikannya syarat pinjaman.",
        ("IV.2.b",),
    ),
    OtherLaw(
        MICROFINANCE,
        "LKM juga tunduk pada aturan OJK. Program memeriksa legalitas dari Dinas seperti bunyi Perbup; "
        "izin OJK cukup ditanyakan.",
        ("IV.3.a", "S-36"),
    ),
    OtherLaw(
        WRITE_OFF,
        "Penghapusan ini menyangkut bank BUMN dan dana pusat; menurut pemberitaan tidak menjangkau dana "
        "kabupaten, jadi pinjaman di sini tidak terhapus karenanya.",
        ("VIII.5.i", "IX.2"),
    ),
)
