"""Readings about the selection (surroundings, vote, queue, proposal) and about interest received."""

from domain.regulation.interpretations import Doubt, Ender, Interpretation, Weight
from domain.sampang.instruments import at

_ONLY_PROCEDURE = "Ini menyangkut tata cara, jadi tidak ada putusan yang berubah."

S62 = Interpretation(
    id="S-62",
    question="Apakah wilayah dan lingkungan yang tidak mendukung menghalangi pinjaman?",
    places=(at("VI.2.a.5", "Karakter Wilayah/Lingkungan harus mendukung"), at("VI.2.a.4")),
    readings=(
        ("A", "Ya: temuan bersama para surveyor harus menyatakan mendukung, seperti karakter pemohon."),
        ("B", "Tidak: wilayah hanya salah satu unsur yang diuraikan dalam hasil survei."),
    ),
    default="A",
    reason=(
        "Kata “harus” ada pada angka 4 dan angka 5. "
        "Bila surveyor berbeda, Pokjanis yang menilai beserta alasannya."
    ),
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("VI.2.a.5",),
    computed=("A", "B"),
)
S65 = Interpretation(
    id="S-65",
    question="Kapan Tim Pokjanis disebut sepakat?",
    places=(at("VI.2.b", "setelah diadakan kesepakatan oleh Tim Pokjanis"), at("V")),
    readings=(
        ("A", "Bila paling sedikit satu unsur yang hadir setuju dan tidak satu pun yang hadir menolak."),
        ("B", "Bila kelima unsur hadir dan semuanya setuju."),
        ("C", "Bila lebih dari separuh unsur setuju."),
    ),
    default="A",
    reason=(
        "Kesepakatan bukan pemungutan suara, dan kuorum tidak diatur. "
        "Unsur yang tidak hadir selalu disebut dalam berita acara."
    ),
    doubt=Doubt.GAP,
    ended_by=Ender.OFFICE,
    rules=("V.1", "VI.2.b", "VI.2.b/penetapan"),
    weight=Weight.PROCEDURE,
    recorded_because=_ONLY_PROCEDURE,
)
S66 = Interpretation(
    id="S-66",
    question="Apakah prioritas bagi koperasi mendahulukannya dari pemohon jenis lain?",
    places=(
        at("IV.1.c"),
        at("IV.1.e"),
        at("IV.1.l", "unit usaha SENKUKO diprioritaskan"),
    ),
    readings=(
        ("A", "Tidak: hanya di antara koperasi; selebihnya satu antrean menurut tanggal."),
        ("B", "Ya: koperasi itu didahulukan dari semua pemohon."),
    ),
    default="A",
    reason="Prioritas itu tertulis dalam daftar kriteria koperasi saja.",
    doubt=Doubt.GAP,
    ended_by=Ender.OFFICE,
    rules=("IV.1.c", "IV.1.e", "IV.1.l"),
    weight=Weight.PROCEDURE,
    recorded_because=_ONLY_PROCEDURE,
)
S67 = Interpretation(
    id="S-67",
    question="Apakah proposal tertulis disyaratkan bagi semua pemohon?",
    places=(
        at("VI.1", "permohonan proposal kepada Tim Pokjanis"),
        at("IV.1.g", "Mengajukan Proposal kepada Dinas"),
    ),
    readings=(
        ("A", "Ya, bagi semua pemohon; yang belum mengajukan dapat melengkapinya."),
        ("B", "Tidak: hanya bagi koperasi, yang daftar kriterianya menyebut proposal."),
    ),
    default="A",
    reason="Romawi VI meminta permohonan dari keempat jenis pemohon.",
    doubt=Doubt.CONTRADICTION,
    ended_by=Ender.OFFICE,
    rules=("VI.1/proposal",),
    computed=("A", "B"),
)
S68 = Interpretation(
    id="S-68",
    question="Kapan serupiah jasa dihitung untuk pembagian: saat diterima atau saat disetor?",
    places=(
        at("VIII.4", "disetor ke Kas Pemerintah Daerah"),
        at("VII.10"),
        at("III.6", "langsung disetorkan ke Rekening Tim Pokjanis"),
    ),
    readings=(
        ("A", "Saat diterima dari peminjam; penyetoran dibukukan tersendiri."),
        ("B", "Saat disetorkan ke Kas Daerah."),
    ),
    default="A",
    reason="Bagian tiap pihak lahir dari jasa yang dibayar, sedangkan penyetoran hanya memindahkannya.",
    doubt=Doubt.GAP,
    ended_by=Ender.OFFICE,
    rules=("VIII.4", "VII.10"),
    weight=Weight.PROCEDURE,
    recorded_because=_ONLY_PROCEDURE,
)
