"""Readings about the value of the collateral: 130 %, how it is valued, and what may add to it."""

from domain.regulation.interpretations import Doubt, Ender, Interpretation
from domain.sampang.instruments import at

_RATIOS = ("IV.1.i", "IV.2.g", "IV.3.f", "IV.4.f")

S09 = Interpretation(
    id="S-09",
    question="Apakah agunan harus tepat 130 % dari pinjaman, atau paling sedikit 130 %?",
    places=(
        at("IV.1.i", "nilai nominal sebesar 130 %"),
        at("IV.2.g"),
        at("IV.3.f"),
        at("IV.4.f"),
    ),
    readings=(
        ("A", "Paling sedikit 130 %."),
        ("B", "Persis 130 %."),
    ),
    default="A",
    reason="Agunan yang lebih besar hanya membuat pinjaman lebih aman.",
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.OFFICE,
    rules=_RATIOS,
    recorded_because=(
        "Kelebihan agunan bukan kekurangan: pemohon bisa menyerahkan tepat 130 % saja, "
        "jadi bacaan B tidak menghasilkan penolakan."
    ),
)
S10 = Interpretation(
    id="S-10",
    question="Nilai kredit yang dikalikan 130 % itu pokok saja, atau pokok dengan jasanya?",
    places=(
        at("IV.1.i", "130 % dari nilai kredit"),
        at("IV.2.g"),
        at("IV.3.f"),
        at("IV.4.f"),
    ),
    readings=(
        ("A", "Pokok saja: yang diajukan saat pemeriksaan, yang disetujui saat keputusan."),
        ("B", "Pokok ditambah jasa selama jangka waktu pinjaman."),
    ),
    default="A",
    reason="Nilai kredit lazim berarti jumlah yang dipinjamkan; jasa diatur tersendiri.",
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.OFFICE,
    rules=_RATIOS,
    computed=("A", "B"),
)
S11 = Interpretation(
    id="S-11",
    question="Nilai agunan diambil dari mana?",
    places=(
        at("IV.2.g.1", "surat keterangan harga tanah dari Camat/lurah"),
        at("IV.2.g.2", "serta harga pasar"),
        at("IV.1.i", "nilai nominal"),
    ),
    readings=(
        ("A", "Tanah dari surat keterangan harga; kendaraan dari taksiran penilai yang dicatat."),
        ("B", "Nilai yang tertulis pada surat kepemilikannya."),
        ("C", "Nilai jual objek pajak (NJOP) untuk tanah."),
    ),
    default="A",
    reason=(
        "Ketentuan menyebut surat harga untuk tanah, dan keadaan fisik serta harga pasar untuk "
        "kendaraan. Angka dari pemohon saja tidak cukup."
    ),
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.OFFICE,
    rules=("IV.2.g.1", "IV.2.g.2", "III.9", *_RATIOS),
    recorded_because=(
        "Yang menjadi fakta adalah nilai yang dicatat penilai, jadi tidak ada nilai lain untuk dihitung."
    ),
)
S12 = Interpretation(
    id="S-12",
    question="Agunan seperti apa yang diminta dari usaha mikro di bawah Rp5.000.000?",
    places=(
        at("IV.2.b", "dengan tetap memakai Jaminan"),
        at("VIII.1.b", "tetap menggunakan jaminan"),
        at("Menimbang b", "tanpa menggunakan jaminan"),
    ),
    readings=(
        ("A", "Agunan kebendaan 130 %, sama seperti pemohon lain."),
        ("B", "Agunan apa saja, tanpa ukuran 130 %."),
        ("C", "Tidak diminta agunan."),
    ),
    default="A",
    reason=(
        "Ketentuan agunan tidak memberi pengecualian bagi usaha mikro. "
        "Bagian Menimbang hanya menceritakan aturan lama dan bukan norma."
    ),
    doubt=Doubt.CONTRADICTION,
    ended_by=Ender.OFFICE,
    rules=("IV.2.g",),
    computed=("A", "B", "C"),
)
S13 = Interpretation(
    id="S-13",
    question="Bolehkah barang dagangan atau mesin menjadi satu-satunya agunan?",
    places=(at("III.9", "dapat dijadikan tambahan jaminan"),),
    readings=(
        ("A", "Tidak: barang hanya dihitung bila sudah ada agunan tanah atau kendaraan."),
        ("B", "Boleh: barang dihitung juga bila berdiri sendiri."),
    ),
    default="A",
    reason=(
        "Kata “tambahan” menunjuk pada agunan yang sudah ada. Bagian terbesarnya tidak diatur, "
        "jadi porsinya hanya ditampilkan."
    ),
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.OFFICE,
    rules=("III.9", *_RATIOS),
    computed=("A", "B"),
)
S14 = Interpretation(
    id="S-14",
    question="Agunan mana yang disimpan di bank, diikat notaris, dan dicek ke BPN?",
    places=(at("III.10", "Langsung disimpan di Bank Jatim"),),
    readings=(
        ("A", "Sertifikat dan BPKB disimpan dan diikat notaris; cek BPN hanya untuk tanah."),
        ("B", "Semua agunan tanpa kecuali, termasuk barang."),
    ),
    default="A",
    reason="Barang dagangan tidak bisa disimpan di bank, dan BPN hanya mengurus tanah.",
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("III.10", "VII.9"),
    recorded_because=("Ini kewajiban setelah pinjaman disetujui, jadi tidak menentukan kelayakan pemohon."),
)
