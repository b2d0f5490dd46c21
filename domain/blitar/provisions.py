"""Provisions that are shown and decide no verdict: purpose, work, reports, cost, ending."""

from domain.blitar.instruments import at
from domain.blitar.readings import B24, B27, B29, B30
from domain.regulation.interpretations import Interpretation
from domain.regulation.rules import Rule, RuleKind


def provision(
    place: str,
    title: str,
    words: str,
    explanation: str,
    *rests_on: Interpretation,
    kind: RuleKind = RuleKind.PROCEDURE,
) -> Rule:
    """A rule that is shown and asks nothing."""
    return Rule(
        id=place,
        title=title,
        citations=(at(place, words),),
        kind=kind,
        explanation=explanation,
        rests_on=rests_on,
    )


PURPOSE = (
    provision(
        "2(1)",
        "Tujuan: Koperasi Berkualitas dan Usaha Mikro Naik Kelas",
        "mewujudkan Koperasi Berkualitas dan Usaha Mikro Naik Kelas",
        "Pendampingan mengoptimalkan program pemberdayaan dan pengembangan.",
    ),
    provision(
        "2(2)",
        "Dua belas sasaran program",
        "Program pemberdayaan dan pengembangan",
        "Enam sasaran bagi koperasi, mutu produk bagi keduanya, dan lima bagi usaha mikro.",
    ),
    provision(
        "4",
        "Ruang lingkup",
        "Ruang lingkup peraturan bupati ini",
        "Fasilitator, pendamping, tata kerja, hasil, biaya, pemantauan, dan pelaporan.",
    ),
)
WORK = (
    provision(
        "11(2)",
        "Wilayah kerja 22 kecamatan",
        "wilayah kerja di Kabupaten Blitar pada 22 (dua puluh dua) Kecamatan",
        "Jumlah pendamping setiap kecamatan tidak ditetapkan.",
        B27,
    ),
    provision(
        "10",
        "Bimbingan teknis",
        "lembaga yang terakreditasi Badan Nasional Sertifikasi Profesi",
        "Oleh Fasilitator atau lembaga terakreditasi BNSP; di luar kelayakan.",
        B29,
    ),
    provision(
        "12",
        "Delapan belas tugas pendamping",
        "Pendamping mempunyai tugas sebagai berikut",
        "Setiap kunjungan menyebut tugas yang dikerjakan.",
        B30,
        kind=RuleKind.RIGHT_OR_DUTY,
    ),
    provision(
        "16(1)",
        "Pelaporan berkala pendamping",
        "secara berkala dan berkelanjutan",
        "Pendamping melapor, memantau, dan mengevaluasi pelaksanaan tugasnya.",
        B30,
        kind=RuleKind.RIGHT_OR_DUTY,
    ),
    provision(
        "16(2)",
        "Isi laporan: tujuh bagian",
        "mencakup identifikasi, pembinaan, bimbingan, konsultasi, evaluasi, advokasi dan rekomendasi",
        "Disampaikan kepada Kepala Dinas melalui Fasilitator.",
        kind=RuleKind.RIGHT_OR_DUTY,
    ),
)
USE_AND_COST = (
    provision(
        "13(1)",
        "Hasil menjadi bahan rekomendasi",
        "bahan pertimbangan rekomendasi yang ditetapkan oleh Kepala Dinas",
        "Rekomendasi ditetapkan Kepala Dinas dari hasil pendampingan.",
    ),
    provision(
        "13(2)",
        "Rekomendasi disampaikan kepada Perangkat Daerah",
        "disampaikan kepada Perangkat Daerah terkait untuk ditindaklanjuti",
        "Perangkat Daerah terkait menindaklanjutinya.",
    ),
    provision(
        "14",
        "Biaya dari APBD",
        "dibebankan pada Dokumen Pelaksanaan Anggaran Dinas",
        "Biaya pelaksanaan dibebankan pada anggaran Dinas yang bersumber dari APBD.",
    ),
)
_ENDINGS = (
    ("9(2).a", "Berhenti karena meninggal dunia", "meninggal dunia"),
    ("9(2).b", "Berhenti karena mengundurkan diri", "mengundurkan diri"),
    ("9(2).c", "Berhenti karena habis kontrak", "habis Kontrak Kerja"),
    ("9(2).d", "Dapat diberhentikan karena berhalangan tetap", "tidak mampu melaksanakan tugas"),
    ("9(2).e", "Dapat diberhentikan karena masalah hukum", "terlibat masalah hukum"),
)
ENDING = (
    provision(
        "9(2)",
        "Lima alasan berhenti",
        "berhenti/dapat diberhentikan apabila",
        "Satu alasan cukup. Huruf a sampai c dengan sendirinya; huruf d dan e dengan keputusan beralasan.",
        B24,
    ),
    *(provision(place, title, words, "", B24) for place, title, words in _ENDINGS),
)
OVERSIGHT = (
    provision(
        "5(3)",
        "Sembilan tugas Fasilitator",
        "Fasilitator mempunyai tugas sebagai berikut",
        "Antara lain melapor kepada Kepala Dinas setiap bulan.",
        B30,
        kind=RuleKind.RIGHT_OR_DUTY,
    ),
    provision(
        "15(1)",
        "Fasilitator memantau dan mengevaluasi",
        "Pemantauan dan evaluasi pelaksanaan kegiatan pendampingan",
        "Fasilitator memantau pelaksanaan pendampingan.",
        B30,
    ),
    provision(
        "15(2)",
        "Kepala Dinas mengevaluasi Fasilitator",
        "evaluasi terhadap kinerja Fasilitator",
        "Kepala Dinas memantau dan mengevaluasi kinerja Fasilitator.",
    ),
)
