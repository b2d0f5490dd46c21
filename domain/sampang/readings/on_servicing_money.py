"""Readings about money that comes in for a loan: where it is laid, from when it counts, who gets it."""

from domain.sampang.instruments import at
from domain.sampang.readings.left_open import left_open

O01 = left_open(
    "O-01",
    "Bagaimana uang yang masuk sebelum jatuh tempo dihitung?",
    places=(
        at("VIII.5.a", "Pengembalian pinjaman ditampung"),
        at("VII.8", "angsuran pokok dan bunga"),
    ),
    readings=(
        "Langsung mengisi angsuran berikutnya, jasa sebelum pokok, sehingga sisa pokok turun hari itu juga.",
        "Disimpan dahulu sebagai titipan, dan baru mengisi angsuran pada hari jatuh temponya.",
    ),
    reason="Jasa dihitung saat diterima (S-68), dan laporan bank juga mencatatnya pada hari itu.",
    rules=("VIII.5.a",),
    used="Tampak sebagai “dibayar di muka” pada rekening pinjaman.",
)
O05 = left_open(
    "O-05",
    "Apakah jasa berubah bila uang terlambat, pinjaman lewat waktu, atau pokok masuk lebih awal?",
    places=(
        at("VIII.4", "bunga sebesar 6% per tahun"),
        at("VIII.5.i", "mengembalikan angsuran pokok dan jasa"),
    ),
    readings=(
        "Tidak: jasa tetap menurut jadwal, tanpa denda dan tanpa potongan.",
        "Ya: sesudah jatuh tempo terakhir, yang tersisa dikenai jasa 0,5 % sebulan.",
    ),
    reason="Naskah tidak mengenal denda, dan VIII.5.i hanya melarang keringanan.",
    rules=("VIII.4", "VIII.5.i"),
    used="Tagihan dan tunggakan hanya memuat jasa menurut jadwal pinjaman.",
)
O06 = left_open(
    "O-06",
    "Bagaimana uang yang melebihi seluruh sisa pinjaman?",
    places=(at("VIII.5.a", "ditampung ke rekening Tim Pokjanis"),),
    readings=(
        "Ditolak; dari berkas bank, uang itu ditandai lebih bayar dan menunggu.",
        "Dibukukan sebagai titipan peminjam, lalu dikembalikan dengan jurnal tersendiri.",
    ),
    reason="Naskah tidak mengenal rekening titipan peminjam.",
    rules=("VIII.5.a",),
    used="Pencatatan angsuran menolaknya, dan pencocokan berkas bank menandainya.",
)
O07 = left_open(
    "O-07",
    "Kepada siapa tambahan jasa pelunasan awal dibagi?",
    places=(
        at("VIII.5.e", "tambahan bunga"),
        at("VIII.4", "dimanfaatkan atau dibayarkan dengan perincian"),
    ),
    readings=(
        "Seperti jasa lain: 3/6 untuk PAD, 1/6 untuk Bank Jatim, dan 2/6 untuk Dinas.",
        "Seluruhnya untuk PAD.",
    ),
    reason="Naskah menyebutnya “tambahan bunga”, jadi ikut dibagi sebagai bunga.",
    rules=("VIII.4", "VIII.5.e"),
    used="Menentukan pembagian jasa saat pelunasan awal dibukukan.",
)
O08 = left_open(
    "O-08",
    "Atas jumlah yang mana pembagian jasa 3 : 1 : 2 dihitung?",
    places=(at("VIII.4", "hasil bunga tersebut disetor ke Kas Pemerintah Daerah"),),
    readings=(
        "Atas seluruh jasa yang diterima dana sejak dibuka; bagian dari sebelum itu dicatat tersendiri.",
        "Atas jasa yang diterima setiap bulan.",
    ),
    reason="Bila dibagi per pinjaman, tiap pinjaman meleset satu rupiah: 5 + 5 menjadi 4/2/4, bukan 5/2/3.",
    rules=("VIII.4",),
    used="Menentukan bagian PAD, Bank Jatim, dan Dinas di buku dana.",
)
O14 = left_open(
    "O-14",
    "Sejak hari mana pembayaran dan pembatalannya dihitung?",
    places=(
        at("VIII.5.a", "Pengembalian pinjaman ditampung"),
        at("VII.8", "laporan rutin setiap bulan"),
    ),
    readings=(
        "Pembayaran sejak hari uangnya masuk, pembatalan sejak hari dibatalkan; bila bulannya sudah ditutup, "
        "jurnalnya bertanggal hari pencatatan.",
        "Pembatalan berlaku surut sampai hari uangnya masuk.",
    ),
    reason=(
        "Laporan per hari lampau tetap seperti adanya, dan saldo hari ini sama seperti bila uang itu tidak "
        "pernah dibayar."
    ),
    rules=("VII.8", "VIII.5.a"),
    used="Menentukan saldo, tunggakan, dan riwayat kelas pinjaman.",
)
O21 = left_open(
    "O-21",
    "Bagaimana pinjaman lama yang sudah berjalan dimasukkan ke buku dana?",
    places=(
        at("VIII.5.b", "Dana Revolving yang sudah tertampung"),
        at("VIII.4", "hasil bunga tersebut disetor"),
    ),
    readings=(
        "Pokok dan jasa yang sudah dibayar mengisi angsuran tertuanya masing-masing, hanya pokok yang "
        "dibukukan terhadap modal, uang dari sebelum hari saldo ditolak, dan surat yang terbit dihitung.",
        "Semua yang sudah dibayar menjadi satu jumlah, yang diisikan menurut urutan sekarang.",
    ),
    reason="Jasa dihitung saat uangnya diterima, jadi jasa dari sebelum hari saldo tidak dibukukan lagi.",
    rules=("VIII.4", "VIII.5.b"),
    used="Menentukan sisa tiap angsuran, saldo awal, dan surat pinjaman lama (Kas dana, Pinjaman lama).",
)
O22 = left_open(
    "O-22",
    "Berapa dari jasa yang disetor ke Kas Daerah sebelum dibagikan?",
    places=(
        at("VIII.4", "dari Kas Pemerintah Daerah Kabupaten Sampang dikeluarkan"),
        at("VIII.4.d", "dikeluarkan melalui Rencana Kegiatan Satuan Kerja"),
    ),
    readings=(
        "Seluruhnya; tiap bagian dibayarkan dari sana, tidak melebihi haknya dan tidak sebelum disetor.",
        "Hanya bagian PAD.",
    ),
    reason=(
        "Naskah menyebut jasa “disetor” dahulu, lalu “dikeluarkan”; jasa yang dibatalkan sesudah disetor "
        "membuat saldonya minus."
    ),
    rules=("VIII.4", "VIII.4.d"),
    used="Menentukan setoran ke Kas Daerah dan pembayaran tiap bagian di buku dana.",
)
