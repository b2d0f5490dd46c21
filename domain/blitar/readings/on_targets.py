"""Readings about whom the mentoring is for: koperasi and micro businesses (Pasal 3, Pasal 1)."""

from domain.blitar.instruments import PP_7_2021, at
from domain.regulation.interpretations import Doubt, Ender, Interpretation
from domain.regulation.sources import Citation

B01 = Interpretation(
    id="B-01",
    question="Apakah koperasi dan usaha mikro binaan harus berdomisili di Blitar dan juga sudah berusaha?",
    places=(at("3.c", "Koperasi dan Usaha Mikro yang sudah melakukan usaha/berproduksi"), at("3")),
    readings=(
        ("A", "Ya: huruf a atau b harus terpenuhi, dan huruf c juga."),
        ("B", "Tidak: huruf a, b, dan c adalah tiga kelompok sasaran yang berdiri sendiri."),
    ),
    default="A",
    reason="Dengan bacaan B, huruf c saja sudah cukup sehingga domisili di huruf a dan b tidak berarti.",
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("3.a", "3.b", "3.c"),
    computed=("A", "B"),
)
B02 = Interpretation(
    id="B-02",
    question="Apa arti koperasi skala Kabupaten Blitar yang berdomisili di Daerah?",
    places=(at("3.a", "Koperasi skala Kabupaten Blitar yang berdomisili di Daerah"),),
    readings=(
        ("A", "Berkedudukan di Kabupaten Blitar dan jangkauannya juga tingkat kabupaten."),
        ("B", "Cukup berkedudukan di Kabupaten Blitar, seberapa luas pun jangkauannya."),
    ),
    default="A",
    reason=(
        "Kata “skala” dan “berdomisili” dipakai bersama, jadi keduanya diberi arti. "
        "Cabang dari koperasi yang lebih luas menunggu keputusan yang dicatat."
    ),
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.OFFICE,
    rules=("3.a", "3.c"),
    computed=("A", "B"),
)
B03 = Interpretation(
    id="B-03",
    question="Siapa yang harus berdomisili di Kabupaten Blitar: pemilik usaha atau tempat usahanya?",
    places=(at("3.b", "Pelaku Usaha Mikro yang berdomisili di Daerah"),),
    readings=(
        ("A", "Pemilik usahanya."),
        ("B", "Tempat usahanya."),
    ),
    default="A",
    reason="Yang disebut adalah pelakunya. Tempat usaha di luar Kabupaten Blitar diberi tanda.",
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("3.b", "3.c"),
    computed=("A", "B"),
)
B04 = Interpretation(
    id="B-04",
    question="Apakah Kota Blitar termasuk?",
    places=(at("1.1", "Daerah adalah Kabupaten Blitar"), at("3"), at("7.a")),
    readings=(
        ("A", "Tidak: hanya Kabupaten Blitar, dikenali dari kode wilayah 35.05."),
        ("B", "Ya: Kota Blitar (35.72) ikut karena namanya sama."),
    ),
    default="A",
    reason="Pasal 1 angka 1 menyebut Kabupaten. Yang dibandingkan kode wilayah, bukan nama.",
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("3.a", "3.b", "7.a"),
    recorded_because="Artinya sudah ditetapkan Pasal 1 angka 1, jadi bacaan B tidak dihitung.",
)
B05 = Interpretation(
    id="B-05",
    question="Kapan sebuah usaha disebut sudah melakukan usaha atau berproduksi?",
    places=(at("3.c", "sudah melakukan usaha/berproduksi"),),
    readings=(
        ("A", "Bila sekarang sedang berjalan, berapa pun lamanya; usaha atau produksi sama saja."),
        ("B", "Bila pernah berjalan, walau sekarang berhenti sementara."),
        ("C", "Bila sekaligus berdagang dan berproduksi."),
    ),
    default="A",
    reason=(
        "Tidak ada lama paling sedikit, dan garis miring berarti salah satu cukup. "
        "Yang didampingi adalah kegiatan yang ada."
    ),
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.OFFICE,
    rules=("3.a", "3.b", "3.c"),
    computed=("A", "B"),
    recorded_because="Bacaan C menutup semua usaha dagang dan jasa, jadi tidak dijadikan dasar putusan.",
)
B06 = Interpretation(
    id="B-06",
    question="Ukuran mana yang menentukan usaha mikro: modal usaha atau penjualan tahunan?",
    places=(
        at("1.12", "memenuhi kriteria usaha mikro"),
        Citation(PP_7_2021, "Pasal 35", "Pasal 35"),
    ),
    readings=(
        ("A", "Usaha yang berdiri sebelum 2 Februari 2021 menurut penjualan, yang lebih baru menurut modal."),
        ("B", "Salah satu cukup: modal atau penjualan."),
        ("C", "Selalu modal usaha."),
    ),
    default="A",
    reason="Pasal 35 PP 7/2021 memakai modal saat usaha didirikan dan penjualan bagi yang sudah ada.",
    doubt=Doubt.GAP,
    ended_by=Ender.OFFICE,
    rules=("1.12",),
    computed=("A", "B"),
    recorded_because="Bacaan C menghapus ukuran penjualan yang juga disebut PP 7/2021.",
)
B07 = Interpretation(
    id="B-07",
    question="Apakah CV dan PT dapat menjadi usaha mikro binaan?",
    places=(at("1.12", "milik orang perorangan dan/atau badan usaha perorangan"), at("1.11")),
    readings=(
        ("A", "Hanya usaha perorangan; CV dan PT menunggu keputusan yang dicatat."),
        ("B", "Ya, semua bentuk usaha asalkan ukurannya mikro."),
    ),
    default="A",
    reason="Yang tertulis hanya usaha orang perorangan dan badan usaha perorangan.",
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.TEAM,
    rules=("1.12/bentuk",),
    computed=("A", "B"),
)
