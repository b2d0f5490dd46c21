"""Readings about mentors and facilitators once appointed: status, background, how it ends."""

from domain.blitar.instruments import at
from domain.regulation.interpretations import Doubt, Ender, Interpretation

B22 = Interpretation(
    id="B-22",
    question="Apakah Non ASN menyangkut orangnya atau jabatannya?",
    places=(at("9(1)", "berstatus Non ASN"), at("5(2)", "dari akademisi")),
    readings=(
        ("A", "Orangnya: pendamping bukan ASN; Fasilitator yang ASN menunggu keputusan."),
        ("B", "Jabatannya: menjadi pendamping tidak membuat seseorang menjadi ASN."),
    ),
    default="A",
    reason=(
        "Status melekat pada orang. "
        "Dosen negeri adalah ASN sedangkan Pasal 5 menyebut akademisi, jadi Fasilitator diputuskan orang."
    ),
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.TEAM,
    rules=("9(1)", "9(1)/fasilitator"),
    computed=("A", "B"),
)
B23 = Interpretation(
    id="B-23",
    question="Apakah Fasilitator harus akademisi sekaligus profesional?",
    places=(at("5(2)", "akademisi, profesional dibidang Koperasi dan Usaha Mikro"),),
    readings=(
        ("A", "Salah satu cukup."),
        ("B", "Keduanya."),
    ),
    default="A",
    reason="Koma tanpa kata sambung dibaca sebagai pilihan.",
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("5(2)",),
    computed=("A", "B"),
)
B24 = Interpretation(
    id="B-24",
    question="Kapan pendamping berhenti dengan sendirinya dan kapan perlu keputusan?",
    places=(at("9(2)", "berhenti/dapat diberhentikan apabila"), at("9(2).e", "terlibat masalah hukum")),
    readings=(
        ("A", "Satu alasan cukup; huruf a sampai c dengan sendirinya, huruf d dan e dengan keputusan."),
        ("B", "Satu alasan cukup, tetapi semuanya memerlukan keputusan."),
        ("C", "Hanya bila kelima alasan ada bersama."),
    ),
    default="A",
    reason=(
        "Meninggal, mengundurkan diri, dan habis kontrak terjadi dengan sendirinya. "
        "Berhalangan tetap dan masalah hukum perlu dinilai, jadi keputusannya memuat alasan."
    ),
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.TEAM,
    rules=("9(2)", "9(2).a", "9(2).b", "9(2).c", "9(2).d", "9(2).e"),
    recorded_because="Berhentinya pendamping dicatat sebagai peristiwa, bukan sebagai putusan kelayakan.",
)
