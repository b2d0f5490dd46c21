"""Readings about lending and swapping what is pledged (III.8)."""

from domain.regulation.interpretations import Doubt, Ender, Interpretation, Weight
from domain.sampang.instruments import at

S63 = Interpretation(
    id="S-63",
    question="Apa arti “nilai yang sama” bila agunan ditukar?",
    places=(at("III.8", "ditukar jaminan dengan nilai yang sama"),),
    readings=(
        ("A", "Paling sedikit senilai agunan yang diserahkan kembali."),
        ("B", "Tepat senilai agunan yang diserahkan kembali."),
    ),
    default="A",
    reason=(
        "Bacaan tepat senilai akan menolak agunan yang lebih baik. Penggantinya sendiri tunduk pada Romawi "
        "IV, 130 % dari sisa pokok, dan plafon VIII.1.b; barang (III.9) tidak menggantikan sertifikat atau "
        "BPKB."
    ),
    doubt=Doubt.GAP,
    ended_by=Ender.OFFICE,
    rules=("III.8",),
    computed=("A", "B"),
)
S64 = Interpretation(
    id="S-64",
    question="Sampai kapan jasa peminjam yang cacat dihitung bila agunannya ditukar atau dipinjam?",
    places=(
        at("III.8", "sampai dengan bulan atau tanggal"),
        at("VIII.4"),
    ),
    readings=(
        ("A", "Sampai akhir bulan yang berjalan, penuh."),
        ("B", "Sampai tanggal penukaran, menurut hari."),
    ),
    default="A",
    reason="Romawi VIII angka 4 hanya mengenal jasa per bulan.",
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("III.8",),
    weight=Weight.PROCEDURE,
    recorded_because="Yang diminta lebih dahulu adalah jasa satu bulan penuh, yang disebut pada layar.",
)
