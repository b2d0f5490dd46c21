"""Readings about the loan itself: its tenor, its grace, the interest and settling it early."""

from domain.regulation.interpretations import Doubt, Ender, Interpretation
from domain.sampang.instruments import at

S39 = Interpretation(
    id="S-39",
    question="Jangka waktu berapa bulan yang boleh dipilih?",
    places=(
        at("III.6", "jangka waktu maksimal 36"),
        at("VIII.2.d", "2 tahun dan minimal 1 (satu) tahun"),
    ),
    readings=(
        ("A", "Hanya 12, 24, atau 36 bulan; yang lain menunggu keputusan tim."),
        ("B", "Berapa pun dari 12 sampai 36 bulan."),
    ),
    default="A",
    reason="Romawi VIII menyebut satu per satu tiga, dua, dan satu tahun.",
    doubt=Doubt.CONTRADICTION,
    ended_by=Ender.TEAM,
    rules=("III.6", "VIII.2.d"),
    computed=("A", "B"),
)
S40 = Interpretation(
    id="S-40",
    question="Berapa lama masa tenggang untuk pinjaman 24 bulan?",
    places=(
        at("III.6", "masa tenggang 4 (empat) bulan"),
        at("VIII.5.c", "selama 3 (tiga) tahun dan 2 tahun"),
    ),
    readings=(
        ("A", "Empat bulan, sama seperti pinjaman 36 bulan."),
        ("B", "Dua bulan, sama seperti pinjaman 12 bulan."),
    ),
    default="A",
    reason=(
        "Tiga tahun dan dua tahun disebut bersama untuk empat bulan, "
        "sedangkan dua bulan disebut untuk pinjaman satu tahun."
    ),
    doubt=Doubt.CONTRADICTION,
    ended_by=Ender.OFFICE,
    rules=("III.6/tenggang", "VIII.5.c"),
    applied=("A", "B"),
    recorded_because="Masa tenggang mengubah jadwal angsuran, bukan putusan kelayakan.",
)
S41 = Interpretation(
    id="S-41",
    question="Apakah masa tenggang termasuk dalam jangka waktu pinjaman?",
    places=(
        at("III.6", "dengan masa tenggang"),
        at("VIII.5.c", "terhitung pada saat pinjaman diberikan"),
    ),
    readings=(
        ("A", "Termasuk: 36 bulan berisi 4 bulan tenggang dan 32 angsuran pokok."),
        ("B", "Tidak termasuk: masa tenggang menambah jangka waktu."),
    ),
    default="A",
    reason=(
        "Jangka waktu paling lama disebut bersama masa tenggangnya. "
        "Masa tenggang mulai saat pencairan, dan jasa tetap dibayar setiap bulan."
    ),
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("III.6/tenggang", "VIII.5.c"),
    recorded_because=(
        "Masa tenggang mengubah jadwal angsuran, bukan putusan kelayakan; jumlah menurut bacaan B "
        "ditunjukkan di samping simulasi."
    ),
)
S42 = Interpretation(
    id="S-42",
    question="Dengan cara apa jasa (bunga) 6 % setahun dihitung?",
    places=(at("VIII.4", "bunga sebesar 6% per tahun"), at("III.6", "membayar jasa setiap bulan")),
    readings=(
        ("A", "Tetap (flat): dari jumlah pinjaman semula."),
        ("B", "Menurun: dari sisa pokok, dengan angsuran pokok yang sama."),
        ("C", "Anuitas: dari sisa pokok, dengan angsuran bulanan yang sama."),
    ),
    default="A",
    reason=(
        "Cara hitung tidak diatur; jasa tetap setiap bulan paling dekat dengan cara VIII.5.e "
        "menghitung tambahan. Setiap layar dan cetakan menyebut cara yang dipakai."
    ),
    doubt=Doubt.GAP,
    ended_by=Ender.OFFICE,
    rules=("VIII.4",),
    recorded_because=("Cara hitung adalah setelan kantor yang mengubah angsuran, bukan putusan kelayakan."),
)
S43 = Interpretation(
    id="S-43",
    question="Bagaimana tambahan jasa untuk pelunasan lebih awal dihitung?",
    places=(at("VIII.5.e", "tambahan bunga 3 (tiga) bulan angsuran"),),
    readings=(
        ("A", "Jasa 3, 2, atau 1 bulan; tepat satu atau dua tahun dikenai 2 bulan."),
        ("B", "Angsuran penuh, yaitu pokok dan jasa, sebanyak 3, 2, atau 1 bulan."),
    ),
    default="A",
    reason=(
        "Yang ditambahkan disebut “bunga”, dan sisa pokok selalu tetap dibayar. "
        "Ketentuan ini kurang sejalan dengan III.7 yang menghargai pelunasan awal."
    ),
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("VIII.5.e",),
    recorded_because=(
        "Tambahan ini mengubah jumlah pelunasan, bukan putusan kelayakan; jumlah menurut bacaan B "
        "ditunjukkan di samping hitungan pelunasan."
    ),
)
S44 = Interpretation(
    id="S-44",
    question="Melunasi “sebelum tenggang waktu” itu sebelum kapan?",
    places=(at("III.7", "dapat melunasi sebelum tenggang waktu"),),
    readings=(
        ("A", "Sebelum pinjaman jatuh tempo."),
        ("B", "Sebelum masa tenggang berakhir."),
    ),
    default="A",
    reason="Selama masa tenggang angsuran pokok belum mulai, jadi jatuh tempo lebih masuk akal.",
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("III.7",),
    recorded_because=(
        "Yang menjadi fakta adalah lunas dan penilaian baik/tidak cacat; kapan sebelum jatuh tempo lunasnya "
        "ikut ditimbang penilai, dan tidak ditanyakan tersendiri."
    ),
)
S61 = Interpretation(
    id="S-61",
    question="Siapa yang menentukan jangka waktu pinjaman?",
    places=(at("III.6"), at("VIII.2.d"), at("VIII.5.c")),
    readings=(
        ("A", "Pemohon mengusulkan, Pokjanis menetapkan."),
        ("B", "Pemohon memilih sendiri."),
    ),
    default="A",
    reason="Besarnya ditentukan lewat survei, dan jangka waktu bagian dari keputusan itu.",
    doubt=Doubt.GAP,
    ended_by=Ender.OFFICE,
    rules=("III.6", "VIII.2.d"),
    recorded_because="Jangka waktu ditetapkan Pokjanis saat keputusan dan dicatat di sana.",
)
