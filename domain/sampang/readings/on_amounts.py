"""Readings about how much may be lent: ceilings, the floor, and the size of the business."""

from domain.regulation.interpretations import Doubt, Ender, Interpretation
from domain.regulation.sources import Citation
from domain.sampang.instruments import PP_7_2021, UU_20_2008, at

S02 = Interpretation(
    id="S-02",
    question="Bolehkah usaha mikro meminjam lebih dari Rp5.000.000?",
    places=(at("VIII.1.b", "untuk usaha mikro Rp.5.000.000,- kebawah"), at("IV.2.b")),
    readings=(
        ("A", "Tidak: Rp5.000.000 adalah batas tertinggi pinjaman usaha mikro."),
        ("B", "Boleh: kalimat itu hanya menegaskan bahwa agunan tetap diminta."),
    ),
    default="A",
    reason=(
        "Kalimat itu mengatur jumlah dana yang diberikan, jadi angkanya dibaca sebagai batas. "
        "Bacaan B tetap dihitung karena sejak 2021 jauh lebih banyak usaha tergolong mikro."
    ),
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("VIII.1.b",),
    computed=("A", "B"),
)
S05 = Interpretation(
    id="S-05",
    question="Pinjaman mana yang terikat jumlah terendah Rp5.000.000?",
    places=(at("VIII.1.b", "dan minimal Rp.5.000.000,-"),),
    readings=(
        ("A", "Hanya pinjaman dengan agunan BPKB."),
        ("B", "Semua pinjaman usaha kecil, usaha menengah, LKM, dan Sentra UKM."),
    ),
    default="B",
    reason=(
        "Rp5.000.000 menjadi garis pemisah dengan usaha mikro. "
        "Koperasi dan usaha mikro tidak terikat jumlah terendah ini."
    ),
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("VIII.1.b/minimal",),
    computed=("A", "B"),
)
S06 = Interpretation(
    id="S-06",
    question="Berapa batas pinjaman bila agunannya sertifikat tanah sekaligus BPKB?",
    places=(at("VIII.1.b", "dan dengan jaminan BPKB maksimal Rp. 30.000.000,-"),),
    readings=(
        ("A", "Rp100.000.000, karena ada sertifikat."),
        ("B", "Rp130.000.000, yaitu jumlah kedua batas."),
        ("C", "Rp30.000.000, karena ada BPKB."),
        (
            "D",
            "Paling banyak Rp100.000.000; yang tidak tertutup tanah (dan barang tambahannya) paling "
            "banyak Rp30.000.000.",
        ),
    ),
    default="D",
    reason=(
        "Bacaan D tidak pernah melampaui kedua batas: yang tertutup tanah, dan barang yang menambahnya, "
        "adalah nilainya dibagi 130 %, dan tanpa tanah batasnya Rp30.000.000. "
        "Dengan bacaan A, sertifikat kecil saja bisa melonggarkan pinjaman kendaraan."
    ),
    doubt=Doubt.GAP,
    ended_by=Ender.OFFICE,
    rules=("VIII.1.b",),
    computed=("A", "B", "C", "D"),
)
S07 = Interpretation(
    id="S-07",
    question="Apakah batas Rp100.000.000 dan Rp30.000.000 berlaku juga untuk koperasi?",
    places=(at("VIII.1.b", "untuk Pengusaha Kecil, Menengah, Sentra dan LKM"),),
    readings=(
        ("A", "Tidak: koperasi hanya mengikuti batas koperasi sekunder atau primer."),
        ("B", "Ya: koperasi juga dibatasi menurut jenis agunannya."),
    ),
    default="A",
    reason="Susunan kalimatnya mengaitkan kedua batas itu dengan pengusaha, Sentra, dan LKM.",
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("VIII.1.b",),
    computed=("A", "B"),
)
S08 = Interpretation(
    id="S-08",
    question="Pinjaman siapa yang jumlahnya ditinjau Pokjanis menurut jenis usahanya?",
    places=(at("VIII.1.b", "ditinjau dari jenis usaha oleh Tim Pokjanis"),),
    readings=(
        ("A", "Hanya pinjaman usaha mikro."),
        ("B", "Semua pinjaman."),
    ),
    default="B",
    reason=(
        "Semua angkanya adalah batas tertinggi, jadi jumlah yang pantas tetap perlu dinilai. "
        "Hasil tinjauan dicatat beserta alasannya."
    ),
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("VIII.1.b/tinjauan",),
    computed=("A", "B"),
)
S25 = Interpretation(
    id="S-25",
    question="Ukuran mikro, kecil, dan menengah mengikuti undang-undang atau peraturan yang mana?",
    places=(
        at("IV.2"),
        at("VIII.1.b"),
        at("Mengingat 5", "Undang-Undang Nomor 20 Tahun 2008"),
        Citation(UU_20_2008, "Pasal 6", "Pasal 6"),
        Citation(PP_7_2021, "Pasal 35", "Pasal 35"),
    ),
    readings=(
        ("A", "Selalu UU 20/2008, yang disebut sebagai dasar peraturan ini."),
        (
            "B",
            "Aturan yang berlaku pada tanggal proposal: PP 7/2021 sejak 2 Februari 2021, modal usaha bagi "
            "yang berdiri sejak itu dan penjualan bagi yang lebih lama.",
        ),
        (
            "C",
            "Seperti B, tetapi sejak 2 Februari 2021 penjualan tahunan bagi semua usaha, karena dana ini "
            "memberdayakan.",
        ),
    ),
    default="B",
    reason=(
        "Peraturan ini tidak menetapkan ukurannya sendiri, jadi dipakai hukum yang sedang berlaku. "
        "Sejak 2021 banyak usaha menjadi mikro; sebaiknya ini ditetapkan lebih dulu bersama S-02."
    ),
    doubt=Doubt.GAP,
    ended_by=Ender.OFFICE,
    rules=("IV.2", "IV.2.b", "IV.2.g", "VIII.1.b", "VIII.1.b/minimal", "VIII.1.b/tinjauan", "VIII.2.b.2"),
    computed=("A", "B", "C"),
)
