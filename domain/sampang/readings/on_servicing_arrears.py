"""Readings about arrears: how long a loan is behind, its class, and each step of collecting it."""

from domain.sampang.instruments import at
from domain.sampang.readings.left_open import left_open

O02 = left_open(
    "O-02",
    "Berapa bulan sebuah pinjaman disebut menunggak?",
    places=(at("IX.1", "Setiap keterlambatan angsuran"), at("IX.3", "menunggak tiap bulan")),
    readings=(
        "Sebanyak jatuh tempo yang lewat sejak angsuran tertua yang belum lunas: satu pada hari sesudahnya, "
        "lalu bertambah setiap bulan, juga sesudah jatuh tempo terakhir.",
        "Sebanyak bulan penuh yang lewat, sehingga sebulan pertama masih lancar dan macet datang sebulan "
        "lebih lambat.",
    ),
    reason="Surat teguran memakai hitungan yang sama, dan “lebih dari 6” berarti tepat lewat enam bulan.",
    rules=("IX.1", "IX.3", "VII.5"),
    used="Menentukan kelas pinjaman, umur tunggakan, dan surat yang boleh terbit.",
)
O09 = left_open(
    "O-09",
    "Sampai hari mana bulan menunggak dihitung untuk surat?",
    places=(
        at("VII.8", "paling lambat tanggal 10 setiap bulannya"),
        at("IX.1", "Setiap keterlambatan angsuran"),
    ),
    readings=(
        "Sampai hari terakhir data bank; tanpa data bulan lalu (sampai tanggal 10: bulan sebelumnya) "
        "tidak ada surat.",
        "Sampai hari ini, asal ada data bank dari masa tunggakan itu.",
    ),
    reason="Bank melapor paling lambat tanggal 10, dan uang yang belum dilaporkan tidak boleh ditegur.",
    rules=("IX.1", "VII.8"),
    used="Tampak sebagai alasan pada langkah penagihan yang menunggu data bank.",
)
O10 = left_open(
    "O-10",
    "Bagaimana jarak dan tingkat surat teguran dihitung?",
    places=(at("IX.1", "surat tegoran 1,2,3"),),
    readings=(
        "Jarak 30 hari berlaku antara dua teguran mana pun dari satu pinjaman, dan tingkat 1 mulai lagi "
        "hanya sesudah sehari tanpa tunggakan.",
        "Tingkat 1 mulai lagi pada setiap angsuran yang terlambat.",
    ),
    reason="Begitulah arti kata-katanya yang paling sederhana: 1, 2, lalu 3.",
    rules=("IX.1",),
    used="Tampak sebagai alasan pada teguran 1, 2, dan 3; jaraknya setelan kantor.",
)
O11 = left_open(
    "O-11",
    "Kapan berita acara atau surat pernyataan macet diterbitkan?",
    places=(at("IX.1", "surat pernyataan kredit macet"), at("VII.5", "macet dan agak macet")),
    readings=(
        "Bila teguran 3 sudah berumur 30 hari dan kelas pinjamannya Macet.",
        "Sesudah teguran 3 saja.",
    ),
    reason="Surat tidak boleh menyebut macet pinjaman yang diragukan, dan VII.5 membedakan “agak macet”.",
    rules=("IX.1", "VII.5"),
    used="Tampak sebagai alasan pada langkah berita acara macet.",
)
O12 = left_open(
    "O-12",
    "Utang mana yang tidak diserahkan ke KPKNL?",
    places=(at("IX.2", "Kantor Pelayanan Kekayaan Negara dan Lelang"),),
    readings=(
        "Pokok dan jasa jatuh tempo sampai dengan Rp8.000.000, tanpa agunan yang bernilai.",
        "Hanya yang di bawah Rp8.000.000.",
        "Yang pokoknya saja sampai dengan Rp8.000.000.",
    ),
    reason="Batas itu dari PMK 137/PMK.06/2022, yang naskahnya masih perlu diperiksa kantor.",
    rules=("IX.2",),
    used="Tampak sebagai alasan pada pelimpahan ke KPKNL; jumlahnya setelan kantor.",
)
O13 = left_open(
    "O-13",
    "Bagaimana 12 bulan berturut-turut dan “tanpa laporan” dihitung untuk daftar merah?",
    places=(
        at("IX.3", "selalu menunggak tiap bulan sampai 1 (satu) tahun"),
        at("IX.3", "tanpa ada informasi laporan yang jelas"),
    ),
    readings=(
        "Ada tunggakan tanpa putus lebih dari 12 bulan, meskipun tiap angsurannya masih muda; laporan sejak "
        "tunggakan itu mulai menghalangi.",
        "Angsuran tertua yang belum lunas berumur lebih dari 12 bulan.",
        "Ke-12 angsuran terakhir masing-masing terlambat.",
        "Seperti A, tetapi yang menghalangi hanya laporan dalam 12 bulan terakhir.",
    ),
    reason=(
        "Naskah berbunyi “selalu menunggak tiap bulan”; yang tidak pernah membayar sama menurut A dan B."
    ),
    rules=("IX.3",),
    used="Tampak sebagai alasan pada langkah daftar merah.",
)
O19 = left_open(
    "O-19",
    "Atas jumlah apa penyisihan pinjaman dihitung?",
    places=(at("VII.5", "macet dan agak macet"),),
    readings=(
        "Atas sisa pokok tiap pinjaman tanpa dikurangi agunan, dibulatkan ke rupiah terdekat; tanpa persen "
        "dari kantor penyisihannya tidak ada, bukan nol.",
        "Atas sisa pokok yang sudah dikurangi nilai agunan.",
        "Atas sisa pokok dan jasa.",
    ),
    reason="Naskah tidak menyebut penyisihan, jadi persennya ditetapkan kantor.",
    rules=("VII.5",),
    used="Tampak pada umur tunggakan, di layar dan di cetakannya.",
)
O31 = left_open(
    "O-31",
    "Bagaimana umur tunggakan dikelompokkan?",
    places=(at("VII.5", "kualifikasi macet dan agak macet"), at("IX.3", "sampai 1 (satu) tahun lebih")),
    readings=(
        "Menurut bulan: 0, 1-3, 4-6, 7-12, dan lebih dari 12, dengan sisa pokoknya, dan berisiko sejak hari "
        "pertama.",
        "Menurut hari: 1-30, 31-60, dan seterusnya, dan berisiko sejak lebih dari 30 hari.",
    ),
    reason="Kelompoknya mengikuti batas bulan kelas pinjaman.",
    rules=("VII.5",),
    used="Tampak pada umur tunggakan, di layar dan di cetakannya.",
)
