"""Members and openings of provisions, kept apart: the five elements of V.1, VI.2.a, and VIII.2.a."""

from typing import Final

from domain.regulation.described import Coding, Described
from domain.sampang.instruments import at


def _element(number: int, title: str, words: str) -> Described:
    told = "Salah satu dari lima unsur Tim Pokjanis."
    return Described(
        citation=at(f"V.1.{number}", words),
        title=f"Unsur Tim Pokjanis: {title}",
        explanation=told,
        coding=Coding.STEP,
    )


def _account(number: int, title: str, words: str, explanation: str) -> Described:
    return Described(
        citation=at(f"VIII.2.a.{number}", words),
        title=title,
        explanation=explanation,
        coding=Coding.RIGHT_OR_DUTY,
    )


PROVISION_PARTS: Final = (
    _element(1, "Bupati", "Bupati Sampang"),
    _element(2, "Sekretaris Daerah", "Sekretaris Daerah Kabupaten Sampang"),
    _element(
        3,
        "Dinas Pendapatan, Pengelolaan Keuangan dan Aset",
        "Dinas Pendapatan, Pengelolaan Keuangan dan Aset",
    ),
    _element(4, "Dinas Koperasi dan UKM", "Dinas Koperasi dan Usaha Kecil Menengah Kabupaten Sampang"),
    _element(5, "Bank Jatim", "Bank Pembangunan Daerah Jawa Timur Kabupaten Sampang"),
    Described(
        citation=at("VI.2.a", "Menyeleksi dan penilaian"),
        title="Seleksi dan penilaian, di lokasi dan/atau dari proposal",
        explanation="Tim Pokjanis menyeleksi dan menilai kegiatan di lokasinya dan/atau proposal usulan "
        "kegiatannya, menurut lima segi pada butir 1 sampai 5.",
        coding=Coding.STEP,
    ),
    _account(
        1,
        "Tabungan koperasi, LKM, dan Sentra: atas nama ketua dan bendahara",
        "Ketua dan Bendahara Koperasi",
        "Rekening badan dibuka atas nama ketua dan bendahara.",
    ),
    _account(
        2,
        "Tabungan usaha: atas nama pemilik",
        "Pemilik Usaha Mikro, Kecil dan Menengah",
        "Tabungan ini menampung transfer dana dan mendidik menabung.",
    ),
)
