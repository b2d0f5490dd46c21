"""Readings about what a candidate brings: education, understanding, statements, experience."""

from domain.blitar.instruments import at
from domain.regulation.interpretations import Doubt, Ender, Interpretation

B15 = Interpretation(
    id="B-15",
    question="Pendidikan apa yang sederajat dengan Strata 1?",
    places=(at("7.f", "berpendidikan paling rendah Strata 1/Sederajat"),),
    readings=(
        ("A", "S1 dan D4; yang lain, misalnya ijazah luar negeri, dinilai orang."),
        ("B", "S1 saja."),
    ),
    default="A",
    reason=(
        "D4 setingkat dengan S1. "
        "Ijazah atau surat keterangan lulus hanya buktinya; yang disyaratkan pendidikannya."
    ),
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.TEAM,
    rules=("7.f",),
    recorded_because="Bacaan B menghapus kata “Sederajat”; ijazah lain dinilai orang.",
)
B16 = Interpretation(
    id="B-16",
    question="Bagaimana diketahui bahwa calon mengerti pemberdayaan koperasi dan usaha mikro?",
    places=(
        at("7.g", "mengerti dan memahami tentang Pemberdayaan"),
        at("8.d", "ujian tertulis dan wawancara"),
    ),
    readings=(
        ("A", "Dari penilaian yang dicatat setelah ujian tertulis dan wawancara."),
        ("B", "Dari pengakuan calon di berkas."),
    ),
    default="A",
    reason="Pasal 8 huruf d menyediakan ujian dan wawancara. Sebelum itu jawabannya belum diketahui.",
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.TEAM,
    rules=("7.g",),
    recorded_because="Yang menjadi fakta adalah penilaian yang dicatat.",
)
B17 = Interpretation(
    id="B-17",
    question="Apakah huruf h juga memerlukan surat pernyataan seperti huruf i?",
    places=(at("7.h", "tidak menuntut untuk diangkat"), at("7.i", "disertai dengan surat pernyataan")),
    readings=(
        ("A", "Tidak: huruf h cukup dengan pernyataan apa pun yang dicatat."),
        ("B", "Ya: huruf h juga dengan surat."),
    ),
    default="A",
    reason="Surat pernyataan hanya disebut pada huruf i.",
    doubt=Doubt.GAP,
    ended_by=Ender.OFFICE,
    rules=("7.h", "7.i"),
    computed=("A", "B"),
)
B18 = Interpretation(
    id="B-18",
    question="Apakah pengalaman mendampingi adalah syarat atau hanya diutamakan?",
    places=(
        at("7.k", "pengalaman melakukan pendampingan dan keterlibatan"),
        at("7.j", "diutamakan memiliki pengalaman dalam kewirausahaan"),
        at("10"),
    ),
    readings=(
        ("A", "Syarat tersendiri, dengan bukti sendiri."),
        ("B", "Hanya diutamakan, sebagai lanjutan huruf j."),
    ),
    default="A",
    reason=(
        "Hanya huruf j yang memakai kata “diutamakan”, tetapi huruf k tidak punya kata kerja sendiri. "
        "Karena itu calon yang hanya kurang huruf k tidak ditolak, melainkan bergantung tafsir."
    ),
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("7.k",),
    computed=("A", "B"),
)
B19 = Interpretation(
    id="B-19",
    question="Apakah pendampingan dan keterlibatan harus ada keduanya?",
    places=(
        at("7.k", "pendampingan dan keterlibatan dalam Pemberdayaan"),
        at("7.k", "dibuktikan dengan piagam/ sertifikat/ dokumen"),
    ),
    readings=(
        ("A", "Ya, keduanya; satu surat boleh membuktikan keduanya."),
        ("B", "Tidak, salah satu cukup."),
        ("C", "Ya, keduanya, masing-masing dengan surat sendiri."),
    ),
    default="A",
    reason="Kata “dan” menggabungkan keduanya, sedangkan garis miring pada bukti berarti salah satu.",
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("7.k",),
    computed=("A", "B"),
    recorded_because="Bacaan C menambah jumlah surat yang tidak tertulis.",
)
B20 = Interpretation(
    id="B-20",
    question="Berapa hari seminggu pendamping bersedia melayani?",
    places=(at("7.m", "selama 2 hari dan 3 hari di lapangan"),),
    readings=(
        ("A", "Dua hari di sekretariat ditambah tiga hari di lapangan, jadi lima hari."),
        ("B", "Dua hari di sekretariat saja; hari lapangan menyesuaikan."),
    ),
    default="A",
    reason="Kedua angka disebut untuk satu minggu. Saat seleksi yang diminta hanya kesediaan.",
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("7.m",),
    recorded_because="Yang diperiksa hanya kesediaan atas seluruh kalimat itu.",
)
B21 = Interpretation(
    id="B-21",
    question="Apakah calon harus mempunyai sertifikat kompetensi pendampingan?",
    places=(at("1.8", "memiliki kompetensi pendampingan"), at("7")),
    readings=(
        ("A", "Tidak: Pasal 7 tidak memintanya."),
        ("B", "Ya: menurut pengertian pendamping di Pasal 1."),
    ),
    default="A",
    reason="Persyaratan ditulis lengkap di Pasal 7, dan Pasal 10 menyediakan bimbingan teknis.",
    doubt=Doubt.CONTRADICTION,
    ended_by=Ender.OFFICE,
    rules=("1.8",),
    recorded_because="Bacaan B menambah syarat yang tidak tertulis di Pasal 7.",
)
