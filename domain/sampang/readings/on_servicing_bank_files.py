"""Readings about the bank's monthly file: which of its rows are posted, and which a person looks at first."""

from domain.sampang.instruments import at
from domain.sampang.readings.left_open import left_open

_REPORT = (at("VII.8", "laporan rutin setiap bulan mengenai angsuran"),)
_RULES = ("VII.8",)
_USED = "Menentukan jenis baris dan alasannya saat berkas bank dicocokkan."

O23 = left_open(
    "O-23",
    "Bagaimana baris bank yang sama persis tanpa nomor bukti?",
    places=_REPORT,
    readings=(
        "Sebanyak yang ada di buku dianggap sudah dibukukan; bila di buku belum ada, yang pertama cocok dan "
        "selebihnya dilihat orang.",
        "Semuanya cocok.",
    ),
    reason="Tidak ada yang dibukukan dua kali, dan tidak ada yang hilang.",
    rules=_RULES,
    used=_USED,
)
O24 = left_open(
    "O-24",
    "Bagaimana baris bank yang jumlahnya minus?",
    places=_REPORT,
    readings=(
        "Ditandai sebagai koreksi bank, lalu seseorang mengusulkan pembalikannya.",
        "Dibalik dengan sendirinya.",
    ),
    reason="Pembalikan selalu memerlukan dua orang.",
    rules=_RULES,
    used=_USED,
)
O25 = left_open(
    "O-25",
    "Bagaimana uang dari bank untuk pinjaman yang sudah lunas?",
    places=_REPORT,
    readings=("Ditandai lebih bayar, dengan alasan itu.", "Ditandai tidak dikenal."),
    reason="Pinjamannya dikenal, hanya tidak ada lagi yang harus dibayar.",
    rules=_RULES,
    used=_USED,
)
O26 = left_open(
    "O-26",
    "Bagaimana tanggal yang hari dan bulannya mungkin tertukar?",
    places=_REPORT,
    readings=(
        "Satu urutan bagi seluruh berkas menurut baris-barisnya yang jelas; yang hanya cocok bila ditukar "
        "atau belum terjadi tidak pernah dibukukan tanpa dilihat.",
        "Ditebak baris demi baris.",
    ),
    reason="Satu berkas ditulis dengan satu urutan, dan tebakan per baris dapat salah tanpa terlihat.",
    rules=_RULES,
    used=_USED,
)
O27 = left_open(
    "O-27",
    "Bagaimana bila pokok dan bunga dari bank lain dari hitungan program?",
    places=(at("VII.8", "angsuran pokok dan bunga"),),
    readings=(
        "Dibandingkan dan ditampilkan, dengan jumlahnya diisikan menurut urutan program; bagian yang tidak "
        "sama dengan jumlahnya tidak dibukukan.",
        "Bagian dari bank yang dipakai.",
    ),
    reason="Jasa diisi sebelum pokok, dengan urutan yang sama bagi semua pinjaman.",
    rules=_RULES,
    used="Menentukan bagian pokok dan jasa saat baris bank dibukukan.",
)
O28 = left_open(
    "O-28",
    "Kapan nomor pinjaman dari bank sama dengan nomor di program?",
    places=_REPORT,
    readings=(
        "Bila huruf dan angkanya sama, apa pun huruf besar, spasi, dan tanda bacanya.",
        "Hanya bila sama persis.",
    ),
    reason="Berkas cetak menulis nomor yang sama dengan berbagai cara.",
    rules=_RULES,
    used=_USED,
)
O29 = left_open(
    "O-29",
    "Bagaimana bila nomornya milik satu peminjam, tetapi nama dan jumlahnya milik peminjam lain?",
    places=_REPORT,
    readings=("Ditandai mungkin, dan tidak pernah langsung cocok.", "Nomornya yang menentukan."),
    reason="Bukti setor dapat tertulis pada pinjaman yang salah.",
    rules=_RULES,
    used=_USED,
)
O30 = left_open(
    "O-30",
    "Bagaimana jumlah yang janggal, seperti Rp430 atau 5.375E+05?",
    places=_REPORT,
    readings=("Tidak pernah dibukukan tanpa dilihat.", "Cocok bila tulisannya jelas."),
    reason="Angka di belakangnya mungkin hilang.",
    rules=_RULES,
    used=_USED,
)
