"""Readings about borrowing again: good standing, the wait, the queue, and the red list."""

from domain.regulation.interpretations import Doubt, Ender, Interpretation
from domain.sampang.instruments import at

S31 = Interpretation(
    id="S-31",
    question="Dengan ukuran apa seorang peminjam disebut baik, cacat, atau macet?",
    places=(
        at("III.7", "kualifikasi penilaian baik/tidak cacat"),
        at("VI.2.a.4", "harus mempunyai kualitas penilaian baik"),
        at("VII.5", "kualifikasi macet dan agak macet"),
    ),
    readings=(
        ("A", "Penilaian penilai yang dicatat beserta alasannya."),
        ("B", "Skala kolektibilitas bank."),
    ),
    default="A",
    reason="Tidak ada skala yang ditetapkan, jadi penilaian diberi nama, tanggal, dan alasan.",
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.TEAM,
    rules=(
        "III.7",
        "III.8",
        "VI.2.a.4",
        "VII.5",
        "IV.1.e",
        "IV.2.a/penilaian",
        "IV.2.e",
        "IV.3.e",
        "IV.4.e",
    ),
    recorded_because="Yang menjadi fakta adalah penilaian yang dicatat, bukan hitungan skala.",
)
S38 = Interpretation(
    id="S-38",
    question="Kapan peminjam masuk daftar merah, dan berapa lama?",
    places=(at("IX.3", "sampai 1 (satu) tahun lebih, tanpa ada informasi"),),
    readings=(
        ("A", "Menunggak lebih dari 12 bulan berturut-turut dan tidak ada kabar."),
        ("B", "Salah satunya cukup: menunggak selama itu, atau tidak ada kabar."),
        ("C", "Menunggak mulai 12 bulan berturut-turut dan tidak ada kabar."),
    ),
    default="A",
    reason=(
        "Kata “lebih” dan “tanpa ada informasi” disebut bersama. "
        "Akhirnya tidak diatur, jadi berlaku sampai Dinas mencabutnya."
    ),
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.OFFICE,
    rules=("IX.3",),
    recorded_because=("Untuk saat ini yang menjadi fakta adalah catatan Dinas dalam daftar merah."),
)
S45 = Interpretation(
    id="S-45",
    question="Masa 6 sampai 12 bulan bagi yang melunasi agar dapat meminjam lagi itu masa apa?",
    places=(
        at("VIII.5.f", "masa pelunasannya minimal mencapai 6 sampai 12 bulan"),
        at("III.7"),
    ),
    readings=(
        (
            "A",
            "Masa tunggu setelah lunas: mulai 6 bulan dengan izin penilai, mulai 12 bulan bebas.",
        ),
        ("B", "Lama pinjaman yang dulu sudah berjalan sebelum dilunasi."),
    ),
    default="A",
    reason=(
        "Larangan ini mencegah pelunasan yang hanya demi pinjaman baru. "
        "Tanpa alasan memperbarui pinjaman, yang berlaku adalah III.7."
    ),
    doubt=Doubt.CONTRADICTION,
    ended_by=Ender.OFFICE,
    rules=("III.7", "VIII.5.f"),
    computed=("A", "B"),
)
S46 = Interpretation(
    id="S-46",
    question="Apakah peminjam yang sudah lunas harus menunggu sampai pemohon baru dilayani?",
    places=(at("VIII.5.g", "tidak harus mendapatkan pinjaman kembali"),),
    readings=(
        ("A", "Pemohon baru didahulukan dalam antrean, tanpa larangan bagi peminjam lama."),
        ("B", "Ya: peminjam lama dilarang meminjam sebelum pemohon baru mendapat giliran."),
    ),
    default="A",
    reason="“Tidak harus” berarti tidak wajib, jadi yang diatur hanyalah urutan.",
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("VIII.5.g",),
    recorded_because="Antrean diatur saat menyusun daftar nominatif, bukan pada putusan kelayakan.",
)
S47 = Interpretation(
    id="S-47",
    question="Bolehkah pinjaman berikutnya lebih besar daripada pinjaman sebelumnya?",
    places=(at("VIII.5.h", "tidak harus lebih besar dari pinjaman ke 1"),),
    readings=(
        ("A", "Boleh: pinjaman berikutnya tidak wajib lebih besar, tetapi juga tidak dibatasi."),
        ("B", "Tidak: pinjaman berikutnya tidak boleh melebihi yang terakhir."),
    ),
    default="A",
    reason="“Tidak harus” berarti tidak wajib; besarnya ditentukan hasil survei.",
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("VIII.5.h",),
    computed=("A", "B"),
)
