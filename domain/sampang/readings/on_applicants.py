"""Readings about the businesses, LKM and Sentra that apply: age, past credit, arrears, members."""

from domain.regulation.interpretations import Doubt, Ender, Interpretation
from domain.sampang.instruments import at

S23 = Interpretation(
    id="S-23",
    question="Masa paling sedikit dua tahun dihitung sampai kapan?",
    places=(
        at("IV.1.a", "berbadan hukum minimal 2 (dua) tahun"),
        at("IV.2.a", "minimal 2 (dua) tahun"),
    ),
    readings=(
        ("A", "Sampai tanggal proposal, menurut tanggal kalender."),
        ("B", "Sampai pinjaman dicairkan."),
        ("C", "Menurut dua tahun buku."),
    ),
    default="A",
    reason=(
        "Syarat diperiksa saat proposal masuk, lalu dilihat lagi saat realisasi. "
        "Mulai 29 Februari, genapnya jatuh pada 1 Maret."
    ),
    doubt=Doubt.GAP,
    ended_by=Ender.OFFICE,
    rules=("IV.1.a", "IV.2.a"),
    computed=("A", "B"),
    recorded_because=("Bacaan C dicatat saja, karena tahun buku usaha kecil sering tidak ada dalam berkas."),
)
S24 = Interpretation(
    id="S-24",
    question="Bagian mana yang harus sudah berjalan dua tahun: potensi, kegiatan, atau kinerja?",
    places=(at("IV.2.a", "menunjukkan kinerja yang baik minimal 2 (dua) tahun"),),
    readings=(
        ("A", "Kegiatan dan kinerja usaha; potensi cukup dinilai sekarang."),
        ("B", "Ketiganya: potensi, kegiatan, dan kinerja."),
        ("C", "Kinerja saja, yang disebut terakhir."),
    ),
    default="A",
    reason="Potensi menyangkut masa depan; potensi dan kinerja dicatat sebagai penilaian orang.",
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("IV.2.a", "IV.2.a/penilaian"),
    recorded_because=(
        "Kinerja dua tahun mustahil tanpa usaha yang berjalan dua tahun, "
        "dan potensi dinilai orang, jadi putusannya sama."
    ),
)
S29 = Interpretation(
    id="S-29",
    question="Bolehkah usaha yang pernah mendapat kredit sejenis mengajukan lagi?",
    places=(at("IV.2.e", "apabila sudah pernah memanfaatkan dengan prestasi yang baik"),),
    readings=(
        ("A", "Boleh, bila kredit yang dulu dimanfaatkan dengan baik."),
        ("B", "Tidak boleh sama sekali."),
    ),
    default="A",
    reason=(
        "Dengan bacaan B, bagian tentang prestasi baik tidak punya arti. "
        "Syarat serupa bagi LKM dan Sentra memakai kata “atau”."
    ),
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("IV.2.e",),
    computed=("A", "B"),
)
S30 = Interpretation(
    id="S-30",
    question="Kredit mana yang dimaksud dengan kredit atau fasilitas sejenis?",
    places=(
        at("IV.2.e", "fasilitas kredit sejenis"),
        at("IV.3.e", "fasilitas sejenis dari pihak lain"),
        at("IV.4.e"),
    ),
    readings=(
        ("A", "Kredit program, yaitu yang bersubsidi atau bergulir."),
        ("B", "Kredit apa pun dari bank, lembaga keuangan, atau pihak lain."),
    ),
    default="A",
    reason=(
        "Kata “sejenis” menunjuk pada kredit yang serupa dengan dana bergulir. "
        "Pinjaman lama dari dana ini diatur tersendiri sebagai pinjaman ulang."
    ),
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.OFFICE,
    rules=("IV.2.e", "IV.3.e", "IV.4.e"),
    computed=("A", "B"),
)
S32 = Interpretation(
    id="S-32",
    question="Tunggakan siapa yang menghalangi pinjaman?",
    places=(at("IV.2.d", "Tidak mempunyai tunggakan kredit"),),
    readings=(
        ("A", "Tunggakan usaha dan pemiliknya, pada pemberi kredit mana pun."),
        ("B", "Tunggakan usaha, pemilik, dan juga suami atau istrinya."),
    ),
    default="A",
    reason=(
        "Syarat ini ditujukan kepada usaha mikro, kecil, dan menengah itu sendiri. "
        "Diperiksa saat proposal dan saat realisasi; bagi pemohon lain hanya keterangan."
    ),
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.OFFICE,
    rules=("IV.2.d",),
    computed=("A", "B"),
)
S33 = Interpretation(
    id="S-33",
    question="Bagaimana masa sewa tempat usaha tiga tahun dihitung?",
    places=(at("IV.2.f", "minimal 3 tahun"),),
    readings=(
        ("A", "Seluruh masa sewa paling sedikit 36 bulan."),
        ("B", "Sisa masa sewa sejak tanggal proposal paling sedikit 36 bulan."),
        ("C", "Masa sewa mencakup seluruh jangka waktu pinjaman."),
    ),
    default="A",
    reason=(
        "Yang disebut adalah lamanya perjanjian; sewa yang habis sebelum lunas diingatkan. "
        "Tempat yang dipakai tanpa bayar bukan sewa."
    ),
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("IV.2.f",),
    computed=("A", "B", "C"),
)
S34 = Interpretation(
    id="S-34",
    question="Bagaimana jumlah paling sedikit 20 anggota LKM dan Sentra dihitung?",
    places=(at("IV.3.d", "anggota minimal 20 orang dan terdaftar"), at("IV.4.d")),
    readings=(
        ("A", "Ada 20 nama atau lebih di buku daftar anggota pada tanggal proposal."),
        ("B", "Ada 20 anggota atau lebih, walau belum semuanya tercatat di buku."),
    ),
    default="A",
    reason="Kata “dan” menuntut anggota itu sekaligus tercatat di buku.",
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("IV.3.d", "IV.4.d"),
    recorded_because=(
        "Hanya jumlah nama di buku daftar anggota yang dapat diperiksa, "
        "jadi tidak ada jumlah lain untuk dihitung."
    ),
)
S35 = Interpretation(
    id="S-35",
    question="Apakah syarat yang tertulis bagi pemohon lain berlaku juga bagi LKM dan Sentra?",
    places=(at("IV.3"), at("IV.4"), at("VI.2", "mengadakan")),
    readings=(
        ("A", "Tidak: hanya seleksi yang berlaku bagi semua, syarat lain menurut tulisannya."),
        ("B", "Ya: umur dua tahun, bebas tunggakan, dan masa sewa ikut disyaratkan."),
    ),
    default="A",
    reason="Romawi VI mewajibkan seleksi bagi semua; syarat lain tidak boleh ditambah sendiri.",
    doubt=Doubt.GAP,
    ended_by=Ender.OFFICE,
    rules=("VI.2.b",),
    recorded_because=(
        "Bacaan B menambah syarat yang tidak tertulis bagi LKM dan Sentra, "
        "jadi tidak dijadikan dasar putusan."
    ),
)
