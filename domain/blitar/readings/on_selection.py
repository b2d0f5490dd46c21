"""Readings about the way of selecting, training and reporting; no verdict hangs on these."""

from domain.blitar.instruments import UU_30_2014, at
from domain.regulation.interpretations import Doubt, Ender, Interpretation, Weight
from domain.regulation.sources import Citation

_ONLY_PROCEDURE = "Ini menyangkut tata cara, jadi tidak ada putusan yang berubah."

B25 = Interpretation(
    id="B-25",
    question="Siapa Tim Seleksi itu?",
    places=(at("8.b", "Tim Seleksi membuat pengumuman"), at("6(1)", "dilakukan oleh Fasilitator")),
    readings=(
        ("A", "Fasilitator yang ditetapkan Kepala Dinas."),
        ("B", "Tim lain yang dibentuk tersendiri."),
    ),
    default="A",
    reason="Tim Seleksi tidak didefinisikan, sedangkan yang bertugas menyeleksi adalah Fasilitator.",
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("6(1)", "8.b", "8.d", "8.e", "11(1)"),
    weight=Weight.PROCEDURE,
    recorded_because=_ONLY_PROCEDURE,
)
B26 = Interpretation(
    id="B-26",
    question="Perbuatan mana yang membuat seseorang menjadi pendamping?",
    places=(
        at("11(1)", "ditetapkan dengan Keputusan Kepala Dinas"),
        at("6(3)", "melaporkan hasil Seleksi Pendamping"),
        at("8.e", "berita acara penetapan peserta lulus Seleksi"),
    ),
    readings=(
        ("A", "Keputusan Kepala Dinas; berita acara dan laporan mendahuluinya."),
        ("B", "Penetapan peserta lulus oleh Tim Seleksi."),
    ),
    default="A",
    reason="Pasal 11 menyebut Keputusan Kepala Dinas sebagai penetapannya.",
    doubt=Doubt.CONTRADICTION,
    ended_by=Ender.OFFICE,
    rules=("6(3)", "8.e", "11(1)"),
    weight=Weight.PROCEDURE,
    recorded_because=_ONLY_PROCEDURE,
)
B27 = Interpretation(
    id="B-27",
    question="Bagaimana calon diurutkan dan berapa yang diterima?",
    places=(at("7.j", "diutamakan"), at("8"), at("11(2)", "pada 22 (dua puluh dua) Kecamatan")),
    readings=(
        ("A", "Tanpa nilai dan jatah buatan program; yang diutamakan ditampilkan di samping hasil."),
        ("B", "Dengan nilai, bobot, dan satu orang setiap kecamatan."),
    ),
    default="A",
    reason="Nilai, bobot, dan jatah setiap kecamatan tidak ditetapkan.",
    doubt=Doubt.GAP,
    ended_by=Ender.OFFICE,
    rules=("7.j", "11(2)"),
    weight=Weight.PROCEDURE,
    recorded_because=_ONLY_PROCEDURE,
)
B28 = Interpretation(
    id="B-28",
    question="Apa isi ketentuan penerimaan berkas?",
    places=(at("8.c", "ketentuan penerimaan berkas"),),
    readings=(
        ("A", "Yang ditulis dalam pengumuman seleksi."),
        ("B", "Hanya yang disebut Pasal 7."),
    ),
    default="A",
    reason="Pasal 8 huruf c hanya menyebut pokoknya, jadi isinya datang dari pengumuman.",
    doubt=Doubt.MISSING_TEXT,
    ended_by=Ender.ANNOUNCEMENT,
    rules=("8.c",),
    weight=Weight.PROCEDURE,
    recorded_because=_ONLY_PROCEDURE,
)
B29 = Interpretation(
    id="B-29",
    question="Siapa yang memberi bimbingan teknis?",
    places=(at("10", "dilakukan oleh Fasilitator dan lembaga yang terakreditasi"),),
    readings=(
        ("A", "Fasilitator atau lembaga yang terakreditasi BNSP."),
        ("B", "Keduanya bersama."),
    ),
    default="A",
    reason="Keduanya disebut sebagai pelaksana, tanpa keharusan hadir bersama.",
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("10",),
    weight=Weight.PROCEDURE,
    recorded_because=_ONLY_PROCEDURE,
)
B30 = Interpretation(
    id="B-30",
    question="Siapa memantau dan seberapa sering melapor?",
    places=(
        at("15(1)", "dilakukan oleh Fasilitator"),
        at("16(1)", "secara berkala dan berkelanjutan"),
        at("5(3).i", "setiap bulan"),
        at("12.r", "secara berkala kepada Kepala Dinas"),
    ),
    readings=(
        ("A", "Fasilitator melapor setiap bulan, pendamping menurut jadwalnya."),
        ("B", "Keduanya melapor setiap bulan."),
    ),
    default="A",
    reason="Hanya tugas Fasilitator yang menyebut setiap bulan.",
    doubt=Doubt.CONTRADICTION,
    ended_by=Ender.OFFICE,
    rules=("5(3)", "12", "15(1)", "16(1)"),
    weight=Weight.PROCEDURE,
    recorded_because=_ONLY_PROCEDURE,
)
B31 = Interpretation(
    id="B-31",
    question="Bagaimana calon yang tidak lulus dapat menyampaikan keberatan?",
    places=(at("8.e", "pengumuman hasil"), Citation(UU_30_2014, "Pasal 75", "Pasal 75")),
    readings=(
        ("A", "Menurut UU 30/2014; usia paling rendah juga tidak ditambahkan."),
        ("B", "Tidak dapat, karena tidak diatur di sini."),
    ),
    default="A",
    reason="Peraturan ini tidak mengatur keberatan, jadi berlaku undang-undang yang umum.",
    doubt=Doubt.GAP,
    ended_by=Ender.REGENT,
    rules=("8.e",),
    weight=Weight.PROCEDURE,
    recorded_because=_ONLY_PROCEDURE,
)
