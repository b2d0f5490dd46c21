"""Readings about one item of collateral: when a piece of land or a vehicle counts."""

from domain.regulation.interpretations import Doubt, Ender, Interpretation
from domain.sampang.instruments import at

_RATIOS = ("IV.1.i", "IV.2.g", "IV.3.f", "IV.4.f")
_LAND = ("IV.2.g.1", *_RATIOS)
_VEHICLE = ("IV.2.g.2", *_RATIOS)

S15 = Interpretation(
    id="S-15",
    question="Di mana tanah agunan harus berada, terutama bila tempat tinggal di luar Sampang?",
    places=(at("IV.1.i.1", "satu wilayah Kabupaten Sampang"), at("IV.2.g.1")),
    readings=(
        (
            "A",
            "Di Sampang, atau di tempat usaha atau tinggal dalam berkas; selain itu diputus tim.",
        ),
        ("B", "Selalu di Kabupaten Sampang, juga bila tanah itu tempat tinggal pemohon."),
    ),
    default="A",
    reason=(
        "Batas wilayah Sampang disebut untuk “tempat lain”. "
        "Tanah lain di luar Sampang tidak langsung ditolak, tetapi menunggu keputusan Pokjanis."
    ),
    doubt=Doubt.DRAFTING,
    ended_by=Ender.TEAM,
    rules=_LAND,
    recorded_because=(
        "Kabupaten dari tanah di tempat usaha atau tinggal tidak ditanyakan dalam berkas; "
        "tanah lain di luar Sampang menunggu keputusan Pokjanis yang dicatat."
    ),
)
S16 = Interpretation(
    id="S-16",
    question="Kapan surat kuasa dan surat harga tanah harus dilampirkan?",
    places=(
        at("IV.1.i.1", "orang lain dengan dilampiri surat kuasa"),
        at("IV.2.g.1", "dan surat keterangan harga tanah"),
    ),
    readings=(
        ("A", "Surat kuasa hanya untuk tanah milik orang lain; surat harga selalu."),
        ("B", "Kedua surat hanya untuk tanah milik orang lain."),
    ),
    default="A",
    reason=(
        "Nilai 130 % tidak bisa dihitung tanpa surat harga. "
        "Pemilik tidak perlu memberi kuasa kepada dirinya; setiap pemilik bersama lain perlu."
    ),
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=(*_LAND, "VIII.1.b"),
    computed=("A", "B"),
)
S17 = Interpretation(
    id="S-17",
    question="Bolehkah surat harga tanah diterbitkan Kepala Desa?",
    places=(at("IV.1.i.1", "dari Camat/lurah"), at("IV.2.g.1")),
    readings=(
        ("A", "Surat dari Camat atau Lurah; surat Kepala Desa diserahkan kepada penilai."),
        ("B", "Boleh: Kepala Desa dianggap setingkat dengan Lurah."),
    ),
    default="A",
    reason="Yang disebut hanya Camat dan Lurah, sedangkan Kepala Desa tidak.",
    doubt=Doubt.GAP,
    ended_by=Ender.TEAM,
    rules=(*_LAND, "VIII.1.b"),
    computed=("A", "B"),
)
S18 = Interpretation(
    id="S-18",
    question="Bolehkah kendaraan roda tiga atau roda enam menjadi agunan?",
    places=(at("IV.1.i.2", "kendaraan bermotor roda 2 dan 4 (BPKB)"), at("IV.2.g.2")),
    readings=(
        ("A", "Hanya roda dua dan roda empat; kendaraan lain menunggu keputusan tim."),
        ("B", "Boleh: semua kendaraan bermotor yang punya BPKB."),
    ),
    default="A",
    reason="Hanya roda dua dan roda empat yang disebut, dan hanya keduanya punya batas tahun.",
    doubt=Doubt.GAP,
    ended_by=Ender.TEAM,
    rules=(*_VEHICLE, "VIII.1.b", "VIII.1.b/minimal"),
    computed=("A", "B"),
)
S19 = Interpretation(
    id="S-19",
    question="Perlukah kendaraan ditaksir sekaligus memenuhi batas tahun?",
    places=(
        at("IV.1.i.2", "harga pasar dan/atau sekurang-kurangnya dikeluarkan"),
        at("IV.2.g.2"),
    ),
    readings=(
        ("A", "Ya, keduanya harus terpenuhi."),
        ("B", "Tidak, salah satu saja sudah cukup."),
    ),
    default="A",
    reason="Kata “sekurang-kurangnya” menunjukkan batas terendah, bukan pilihan.",
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=(*_VEHICLE, "VIII.1.b", "VIII.1.b/minimal"),
    computed=("A", "B"),
)
S20 = Interpretation(
    id="S-20",
    question="Tahun 2013 dan 2005 itu tahun apa, dan apakah “keatas” berlaku untuk keduanya?",
    places=(
        at("IV.1.i.2", "roda 2 tahun 2013"),
        at("IV.2.g.2", "roda 4 tahun 2005 keatas"),
    ),
    readings=(
        ("A", "Tahun pembuatan: roda dua mulai 2013, roda empat mulai 2005."),
        ("B", "Tahun terbit BPKB: roda dua mulai 2013, roda empat mulai 2005."),
        ("C", "“Keatas” hanya untuk roda empat: roda dua harus tepat tahun 2013."),
    ),
    default="A",
    reason=(
        "Umur kendaraan terlihat dari tahun pembuatannya. Angka tahunnya tetap, "
        "jadi kendaraan yang sudah sangat tua pun bisa memenuhi dan perlu diperhatikan."
    ),
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=(*_VEHICLE, "VIII.1.b", "VIII.1.b/minimal"),
    computed=("A", "B"),
    recorded_because=(
        "Bacaan C akan menolak motor yang lebih baru daripada 2013, jadi dicatat saja dan tidak dihitung."
    ),
)
S21 = Interpretation(
    id="S-21",
    question="Bolehkah kendaraan berpelat luar Sampang atas nama orang lain?",
    places=(
        at("IV.1.i.2", "nomor polisi daerah lain yang kepemilikannya atas nama pemohon"),
        at("IV.2.g.2", "dan/atau orang lain dengan dilampiri surat kuasa"),
    ),
    readings=(
        ("A", "Tidak: pelat luar harus atas nama pemohon dengan kuitansi jual beli."),
        ("B", "Boleh: atas nama orang lain, asal ada surat kuasa dan kuitansi."),
    ),
    default="A",
    reason=(
        "Kata “atas nama pemohon” melekat pada pelat daerah lain. "
        "Kendaraan berpelat Sampang boleh milik siapa pun dengan surat kuasa."
    ),
    doubt=Doubt.CONTRADICTION,
    ended_by=Ender.OFFICE,
    rules=(*_VEHICLE, "VIII.1.b", "VIII.1.b/minimal"),
    computed=("A", "B"),
)
