"""Readings about a candidate's file: when it is examined, age, papers, contracts (Pasal 7 a-e)."""

from domain.blitar.instruments import at
from domain.regulation.interpretations import Doubt, Ender, Interpretation

B08 = Interpretation(
    id="B-08",
    question="Apakah persyaratan Pasal 7 diperiksa sekali saat mendaftar atau berlaku terus?",
    places=(at("7", "Pendamping sebagaimana tercantum pada pasal 6"),),
    readings=(
        ("A", "Saat mendaftar; huruf e dan i diperiksa lagi saat penetapan."),
        ("B", "Terus-menerus selama menjadi pendamping."),
    ),
    default="A",
    reason=(
        "Huruf d dan l hanya masuk akal bagi yang sedang mendaftar. "
        "Ikatan kerja dan partai dapat berubah sampai penetapan, jadi dilihat sekali lagi."
    ),
    doubt=Doubt.GAP,
    ended_by=Ender.OFFICE,
    rules=("7", "7.e", "7.i", "7.e/penetapan", "7.i/penetapan"),
    recorded_because="Berkas calon menjelaskan hari mendaftar, jadi masa sesudahnya tidak dapat dihitung.",
)
B09 = Interpretation(
    id="B-09",
    question="Sampai kapan seseorang masih berusia maksimal 40 tahun?",
    places=(at("7.d", "berusia maksimal 40 tahun"),),
    readings=(
        ("A", "Sampai sehari sebelum ulang tahun ke-41."),
        ("B", "Sampai hari ulang tahun ke-40, tidak lewat sehari pun."),
    ),
    default="A",
    reason=(
        "Orang lazim disebut berusia 40 tahun sampai ia berulang tahun ke-41. "
        "Usia di antaranya bergantung tafsir sampai pengumuman menetapkannya."
    ),
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.ANNOUNCEMENT,
    rules=("7.d",),
    computed=("A", "B"),
)
B10 = Interpretation(
    id="B-10",
    question="Tanggal mana yang dimaksud dengan saat pendaftaran?",
    places=(at("7.d", "pada saat pendaftaran"),),
    readings=(
        ("A", "Tanggal calon itu sendiri mendaftar."),
        ("B", "Tanggal pendaftaran dibuka."),
        ("C", "Tanggal pendaftaran ditutup."),
    ),
    default="A",
    reason="Yang berusia adalah orangnya, jadi dipakai tanggal mendaftarnya, yang tersimpan di berkas.",
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.ANNOUNCEMENT,
    rules=("7.a", "7.c", "7.d", "7.e"),
    recorded_because="Tanggal buka dan tutup ada pada pengumuman, bukan pada berkas calon.",
)
B11 = Interpretation(
    id="B-11",
    question="Dengan apa domisili di Kabupaten Blitar ditunjukkan?",
    places=(at("7.a", "berdomisili di Kabupaten Blitar"),),
    readings=(
        ("A", "KTP atau surat keterangan domisili yang berlaku saat mendaftar."),
        ("B", "Tempat tinggal yang sebenarnya, tanpa surat tertentu."),
        ("C", "KTP saja."),
    ),
    default="A",
    reason="Tempat tinggal perlu dapat diperiksa. Lama tinggal tidak disyaratkan.",
    doubt=Doubt.GAP,
    ended_by=Ender.OFFICE,
    rules=("7.a",),
    computed=("A", "B"),
    recorded_because="Yang disyaratkan domisili, bukan alamat KTP, jadi bacaan C tidak dihitung.",
)
B12 = Interpretation(
    id="B-12",
    question="Surat sehat dari mana yang diterima?",
    places=(at("7.b", "surat keterangan dari Rumah Sakit Pemerintah"),),
    readings=(
        ("A", "Rumah sakit milik pemerintah, termasuk RSUD dan rumah sakit TNI/Polri."),
        ("B", "Juga Puskesmas."),
        ("C", "Rumah sakit pemerintah selain milik TNI/Polri."),
    ),
    default="A",
    reason=(
        "Puskesmas bukan rumah sakit, dan rumah sakit swasta bukan milik pemerintah. "
        "Jasmani dan rohani harus disebut; masa berlaku surat mengikuti pengumuman."
    ),
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.ANNOUNCEMENT,
    rules=("7.b",),
    computed=("A", "B"),
    recorded_because="Rumah sakit TNI/Polri juga milik pemerintah, jadi bacaan C tidak dihitung.",
)
B13 = Interpretation(
    id="B-13",
    question="Apakah cukup ada SKCK, atau isinya juga harus bersih?",
    places=(at("7.c", "berkelakuan baik dengan melampirkan surat keterangan catatan kepolisian"),),
    readings=(
        ("A", "SKCK berlaku saat mendaftar, dan catatan di dalamnya dinilai orang."),
        ("B", "SKCK apa pun cukup."),
        ("C", "SKCK harus tanpa catatan."),
    ),
    default="A",
    reason="Syaratnya berkelakuan baik, dan SKCK hanya buktinya.",
    doubt=Doubt.GAP,
    ended_by=Ender.ANNOUNCEMENT,
    rules=("7.c",),
    recorded_because="Catatan yang ada dinilai orang satu per satu, jadi bacaan lain tidak dihitung.",
)
B14 = Interpretation(
    id="B-14",
    question="Ikatan kerja mana yang menghalangi, dan pada saat apa?",
    places=(at("7.e", "tidak sedang terikat perjanjian kontrak kerja dengan pihak manapun"),),
    readings=(
        ("A", "Setiap kontrak kerja yang masih berlaku pada hari mendaftar, juga pekerja tetap."),
        ("B", "Hanya kontrak kerja berjangka waktu."),
        ("C", "Juga kontrak jasa atau borongan."),
    ),
    default="A",
    reason=(
        "Kata “pihak manapun” luas, tetapi yang disebut adalah kontrak kerja; usaha sendiri bukan kontrak. "
        "Kontrak sebagai pendamping kelak tidak ikut dihitung."
    ),
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.OFFICE,
    rules=("7.e", "7.e/penetapan"),
    computed=("A", "B", "C"),
)
