"""Readings about cooperatives: recommendation, meetings, grade, record, joint liability."""

from domain.regulation.interpretations import Doubt, Ender, Interpretation
from domain.sampang.instruments import at

S22 = Interpretation(
    id="S-22",
    question="Apakah rekomendasi koperasi sekunder menggantikan agunan koperasi fungsional?",
    places=(at("IV.1.j", "agunan berupa Rekomendasi secara tertulis"),),
    readings=(
        ("A", "Ya: cukup rekomendasi, agunan 130 % tidak diminta lagi."),
        ("B", "Tidak: rekomendasi ditambahkan di samping agunan 130 %."),
    ),
    default="A",
    reason=(
        "Ketentuan khusus mendahului ketentuan umum. "
        "Jenis koperasinya dilihat dari catatan Dinas, bukan pengakuan pemohon."
    ),
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.OFFICE,
    rules=("IV.1.i", "IV.1.j"),
    computed=("A", "B"),
)
S26 = Interpretation(
    id="S-26",
    question="RAT dua kali berturut-turut itu untuk tahun buku yang mana?",
    places=(at("IV.1.d", "RAT 2 kali berturut-turut sebelum pinjaman digulirkan"),),
    readings=(
        ("A", "Dua tahun buku terakhir yang sudah ditutup."),
        ("B", "Dua tahun buku mana saja, asal berurutan."),
    ),
    default="A",
    reason=(
        "RAT lama tidak menggambarkan keadaan koperasi sekarang. Syarat ini masih dapat dipenuhi "
        "setelah proposal masuk, jadi hasilnya “belum”, bukan “tidak”."
    ),
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("IV.1.d",),
    computed=("A", "B"),
)
S27 = Interpretation(
    id="S-27",
    question="Koperasi dengan peringkat apa yang didahulukan?",
    places=(at("IV.1.c", "kualifikasi cukup berkualitas"),),
    readings=(
        ("A", "Peringkat “cukup berkualitas” atau yang lebih baik."),
        ("B", "Hanya peringkat “cukup berkualitas”."),
    ),
    default="A",
    reason=(
        "Koperasi yang lebih baik tidak pantas dikalahkan. "
        "Peringkat hanya memengaruhi urutan dan tidak menyebabkan penolakan."
    ),
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.OFFICE,
    rules=("IV.1.c",),
    computed=("A", "B"),
)
S28 = Interpretation(
    id="S-28",
    question="Apakah prestasi baik di masa lalu menjadi syarat bagi koperasi?",
    places=(
        at("IV.1.e", "Diprioritaskan Koperasi yang belum pernah"),
        at("IV.2.e"),
        at("IV.3.e"),
        at("IV.4.e"),
    ),
    readings=(
        ("A", "Tidak: bagi koperasi hanya menentukan urutan."),
        ("B", "Ya: menjadi syarat, sama seperti bagi pemohon lain."),
    ),
    default="A",
    reason=(
        "Bagi koperasi tertulis “Diprioritaskan”. "
        "Catatan buruk baru menghalangi bila koperasi masuk daftar merah."
    ),
    doubt=Doubt.CONTRADICTION,
    ended_by=Ender.OFFICE,
    rules=("IV.1.e", "IX.3"),
    recorded_because=("Kata prioritas hanya memberi urutan, jadi bacaan B tidak dijadikan dasar penolakan."),
)
S37 = Interpretation(
    id="S-37",
    question="Siapa yang menandatangani berita acara tanggung renteng koperasi?",
    places=(
        at("IV.1.f", "Berita Acara Rapat Pengurus lengkap"),
        at("VIII.2.b.1", "ditanda tangani oleh Pengurus lengkap"),
    ),
    readings=(
        ("A", "Semua pengurus."),
        ("B", "Cukup kuorum, yaitu lebih dari separuh pengurus."),
    ),
    default="A",
    reason="Kata “lengkap” berarti seluruh pengurus, sama seperti pada surat permohonan.",
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.OFFICE,
    rules=("IV.1.f",),
    computed=("A", "B"),
)
