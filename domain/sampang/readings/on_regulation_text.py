"""Readings about the accounts of the fund, and about what the regulation changes and from when."""

from domain.regulation.interpretations import Doubt, Ender, Interpretation, Weight
from domain.sampang.instruments import at

_ONLY_PROCEDURE = "Ini menyangkut tata cara, jadi tidak ada putusan yang berubah."

S56 = Interpretation(
    id="S-56",
    question="Ke rekening mana jasa disetor lebih dulu?",
    places=(
        at("III.6", "langsung disetorkan ke Rekening Tim Pokjanis"),
        at("VIII.4", "disetor ke Kas Pemerintah Daerah"),
        at("VIII.5.a", "ditampung ke rekening Tim Pokjanis"),
        at("VII.10"),
    ),
    readings=(
        ("A", "Ke rekening Tim Pokjanis, baru diteruskan ke Kas Daerah."),
        ("B", "Langsung dari bank ke Kas Daerah."),
        ("C", "Dibukukan bank ke rekening masing-masing yang ditetapkan."),
    ),
    default="A",
    reason="Di luar urusan kelayakan; dicatat begini karena III.6 menyebut rekening itu langsung.",
    doubt=Doubt.CONTRADICTION,
    ended_by=Ender.OFFICE,
    rules=("III.6", "VII.10", "VIII.4", "VIII.5.a"),
    weight=Weight.PROCEDURE,
    recorded_because=_ONLY_PROCEDURE,
)
S57 = Interpretation(
    id="S-57",
    question="Siapa yang dimaksud dengan “Kreditur” di bagian Menimbang?",
    places=(at("Menimbang b", "ketentuan bagi Kreditur"),),
    readings=(
        ("A", "Peminjam; layar memakai “pemohon” lalu “peminjam” setelah disetujui."),
        ("B", "Pemberi pinjaman, seperti arti katanya."),
    ),
    default="A",
    reason="Yang diceritakan adalah beban biaya dan agunan, dan keduanya ada pada peminjam.",
    doubt=Doubt.DRAFTING,
    ended_by=Ender.REGENT,
    rules=(),
    weight=Weight.PROCEDURE,
    recorded_because=_ONLY_PROCEDURE,
)
S58 = Interpretation(
    id="S-58",
    question="Apakah semua yang dicetak ulang dalam Lampiran ikut berlaku?",
    places=(
        at("Pasal I", "Beberapa ketentuan dalam Lampiran"),
        at("III"),
        at("IV"),
        at("V"),
        at("VI"),
        at("VII"),
        at("VIII"),
        at("IX"),
    ),
    readings=(
        ("A", "Ya, semuanya; yang tidak disebut di kepala perubahan ditandai “dicetak ulang”."),
        ("B", "Tidak, hanya angka dan huruf yang disebut di kepala perubahan."),
    ),
    default="A",
    reason="Naskah Perbup 25/2009 tidak tersedia, jadi naskah yang dicetak menjadi pegangan.",
    doubt=Doubt.MISSING_TEXT,
    ended_by=Ender.REGENT,
    rules=(),
    weight=Weight.PROCEDURE,
    recorded_because=_ONLY_PROCEDURE,
)
S59 = Interpretation(
    id="S-59",
    question="Proposal dan pinjaman sejak kapan yang mengikuti peraturan ini?",
    places=(at("Pasal II", "mulai berlaku pada tanggal diundangkan"),),
    readings=(
        ("A", "Proposal sejak 4 Mei 2015; yang lebih awal menunggu keputusan Pokjanis."),
        ("B", "Juga proposal dan pinjaman dari sebelum 4 Mei 2015."),
    ),
    default="A",
    reason="Tidak ada aturan peralihan, jadi yang lama tidak disamakan begitu saja.",
    doubt=Doubt.GAP,
    ended_by=Ender.TEAM,
    rules=("Pasal II",),
    computed=("A", "B"),
)
S60 = Interpretation(
    id="S-60",
    question="Apakah dana tahun anggaran 2009 ini masih berjalan?",
    places=(at("Judul", "TAHUN ANGGARAN 2009"), at("VIII.5.b", "dapat dimanfaatkan kembali")),
    readings=(
        ("A", "Ya, karena dananya bergulir; tanyakan keputusan yang sekarang berlaku."),
        ("B", "Tidak, dananya hanya untuk tahun anggaran 2009."),
    ),
    default="A",
    reason="Dana yang kembali boleh dipinjamkan lagi.",
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.REGENT,
    rules=("VIII.5.b",),
    weight=Weight.PROCEDURE,
    recorded_because=_ONLY_PROCEDURE,
)
