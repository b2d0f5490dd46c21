"""Readings about the end of a loan: settling it early, money after that, and a swap of what is pledged."""

from domain.regulation.interpretations import Ender
from domain.sampang.instruments import at
from domain.sampang.readings.left_open import left_open

O03 = left_open(
    "O-03",
    "Apakah jasa yang sudah dibayar di muka mengurangi tambahan jasa pelunasan awal?",
    places=(at("VIII.5.e", "dibebani tambahan bunga"),),
    readings=(
        "Ya, paling banyak sebesar tambahannya, dan selebihnya tidak dikembalikan.",
        "Tidak: tambahannya dibayar penuh.",
    ),
    reason=(
        "Bulan yang berjalan tidak menambah apa pun (S-43); tanpa ini, yang membayar lima hari lebih awal "
        "menanggung jasa itu dua kali."
    ),
    rules=("VIII.5.e",),
    used="Tampak sebagai baris tersendiri pada rincian pelunasan.",
)
O04 = left_open(
    "O-04",
    "Apakah angsuran terakhir yang dibayar beberapa hari lebih awal dikenai tambahan jasa?",
    places=(at("VIII.5.e", "melunasi kurang dari 1 (satu) tahun"),),
    readings=(
        "Tidak: angsuran biasa tidak dikenai tambahan, dan pinjaman lunas bila semuanya terbayar.",
        "Ya: semua yang lunas sebelum jatuh tempo terakhir dikenai tambahan.",
    ),
    reason=(
        "Seluruh jasa perjanjian sudah masuk; bila tidak begitu, pinjaman 12 bulan yang lunas tiga hari "
        "lebih awal menanggung jasa 3 bulan."
    ),
    rules=("VIII.5.e",),
    used="Angsuran biasa dibukukan tanpa tambahan jasa, juga yang terakhir.",
)
O15 = left_open(
    "O-15",
    "Bagaimana bila angsuran dari pinjaman yang sudah dilunasi ternyata gagal?",
    places=(at("VIII.5.e", "Bagi peminjam yang melunasi"),),
    readings=(
        "Pelunasannya dibalik dahulu, baru angsurannya.",
        "Pelunasan itu menjadi angsuran biasa.",
    ),
    reason="Tambahan jasa dan penutupan pinjaman dihitung dari angsuran itu.",
    rules=("VIII.5.e",),
    used="Pembalikan angsuran ditolak selama pelunasannya belum dibalik.",
)
O16 = left_open(
    "O-16",
    "Bagaimana baris bank yang datang terlambat untuk pinjaman yang sudah ditutup?",
    places=(at("VII.8", "angsuran pokok dan bunga dari masing-masing"),),
    readings=(
        "Tidak dibukukan, juga bila tanggalnya lebih lama, dan terdaftar untuk dikembalikan.",
        "Pinjamannya dibuka lagi dengan sendirinya.",
    ),
    reason="Tidak ada lagi yang terutang.",
    rules=("VII.8",),
    used="Pencatatan angsuran menolaknya, dan pencocokan berkas bank menandainya.",
)
O17 = left_open(
    "O-17",
    "Apakah tambahan jasa VIII.5.e berlaku bagi pinjaman dari sebelum 4 Mei 2015?",
    places=(
        at("VIII.5.e", "dibebani tambahan bunga"),
        at("Pasal II", "mulai berlaku pada tanggal diundangkan"),
    ),
    readings=(
        "Hanya menurut putusan atas pinjaman itu, kecuali perjanjiannya sendiri menyebutnya.",
        "Ya, bagi semua pinjaman.",
    ),
    reason="Tidak ada aturan peralihan (S-59), dan naskah sebelumnya tidak tersedia (S-58).",
    rules=("Pasal II", "VIII.5.e"),
    used="Tampak pada rincian pelunasan pinjaman yang lebih lama.",
    ended_by=Ender.TEAM,
)
O18 = left_open(
    "O-18",
    "Sampai kapan rincian pelunasan berlaku?",
    places=(at("VIII.5.e", "ditambah sisa pokok pinjaman"),),
    readings=(
        "Paling lama sampai sehari sebelum jatuh tempo berikutnya dan sampai tambahan jasanya berganti; "
        "batal begitu ada yang dibukukan.",
        "Sampai tanggal pilihan kantor, dengan jumlah yang tetap.",
    ),
    reason="Sesudah itu jumlahnya berubah.",
    rules=("VIII.5.e",),
    used="Menentukan hari terakhir pada rincian pelunasan.",
)
O20 = left_open(
    "O-20",
    "Utang mana yang dihitung saat agunan ditukar?",
    places=(
        at("III.8", "ditukar jaminan dengan nilai yang sama"),
        at("III.8", "harus melunasi terlebih dahulu besarnya hutang pokok"),
    ),
    readings=(
        "130 % dari sisa pokok; yang cacat melunasi pokok, jasa jatuh tempo, dan jasa bulan berjalan penuh.",
        "130 % dari sisa pokok beserta jasanya.",
    ),
    reason="Nilai kredit dibaca sebagai pokok (S-10), dan bulan berjalan dihitung penuh (S-64).",
    rules=("III.8",),
    used="Menentukan nilai agunan pengganti dan yang harus dilunasi lebih dahulu.",
)
