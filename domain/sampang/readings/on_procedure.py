"""Readings about rights and costs, and about the way of proceeding; no verdict hangs on these."""

from domain.regulation.interpretations import Doubt, Ender, Interpretation, Weight
from domain.regulation.sources import Citation
from domain.sampang.instruments import UU_30_2014, at

_ONLY_PROCEDURE = "Ini menyangkut tata cara, jadi tidak ada putusan yang berubah."

S51 = Interpretation(
    id="S-51",
    question="Apakah biaya, hak, dan prioritas dalam daftar kriteria ikut menentukan kelayakan?",
    places=(
        at("IV.1.k", "dikenakan biaya asuransi"),
        at("IV.1.l", "unit usaha SENKUKO diprioritaskan"),
        at("IV.2.h"),
        at("IV.3.g"),
        at("IV.4.g"),
    ),
    readings=(
        ("A", "Tidak: ditampilkan sebagai hak, biaya, atau prioritas saja."),
        ("B", "Ya: diperlakukan sebagai syarat seperti yang lain."),
    ),
    default="A",
    reason="Isinya terjadi saat realisasi atau hanya mengatur urutan, walau berjudul kriteria.",
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("IV.1.k", "IV.1.l", "IV.2.h", "IV.3.g", "IV.4.g"),
    recorded_because=(
        "Butir ini tidak meminta apa pun dari pemohon saat mengajukan, "
        "jadi tidak ada yang dapat diperiksa untuk putusan."
    ),
)
S52 = Interpretation(
    id="S-52",
    question="Kepada siapa proposal diajukan?",
    places=(
        at("IV.1.g", "Mengajukan Proposal kepada Dinas"),
        at("VI.1", "permohonan proposal kepada Tim Pokjanis"),
        at("VIII.2.b"),
    ),
    readings=(
        ("A", "Satu kali di Dinas untuk Pokjanis; tanggal itu berlaku di mana-mana."),
        ("B", "Koperasi kepada Dinas, pemohon lain langsung kepada Tim Pokjanis."),
    ),
    default="A",
    reason="Semua jalur bertemu di Dinas, dan satu tanggal membuat hitungan masa menjadi jelas.",
    doubt=Doubt.CONTRADICTION,
    ended_by=Ender.OFFICE,
    rules=("IV.1.g", "VI.1", "VI.1/proposal", "VIII.2.b"),
    weight=Weight.PROCEDURE,
    recorded_because=_ONLY_PROCEDURE,
)
S53 = Interpretation(
    id="S-53",
    question="Siapa yang memutuskan pinjaman?",
    places=(
        at("VI.2.b", "setelah diadakan kesepakatan oleh Tim Pokjanis"),
        at("III.4", "setelah mempertimbangkan usulan keputusan"),
        at("III.7", "ditetapkan oleh Tim Survey"),
        at("V"),
        at("VII.3", "atas persetujuan Ketua Harian"),
        at("VII.4"),
        at("VIII.5.h"),
    ),
    readings=(
        ("A", "Pokjanis dengan berita acara; survei, persetujuan, dan bank dicatat terpisah."),
        ("B", "Dinas, lewat daftar nominatif."),
        ("C", "Bank pelaksana, setelah menimbang usulan Dinas."),
    ),
    default="A",
    reason=(
        "Penetapan disebut terjadi setelah kesepakatan Pokjanis. "
        "Sistem hanya memberi temuan; keputusan tetap di tangan tim."
    ),
    doubt=Doubt.CONTRADICTION,
    ended_by=Ender.OFFICE,
    rules=("III.4", "V.1", "VI.2.b", "VI.2.b/penetapan", "VII.3", "VII.4"),
    weight=Weight.PROCEDURE,
    recorded_because=_ONLY_PROCEDURE,
)
S54 = Interpretation(
    id="S-54",
    question="Apa isi surat kepada pemohon yang tidak lolos?",
    places=(
        at("VI.2.b", "akan diberitahu secara tertulis"),
        Citation(UU_30_2014, "Pasal 75", "Pasal 75"),
    ),
    readings=(
        ("A", "Hasilnya, ketentuan yang belum terpenuhi, dan cara mengajukan keberatan."),
        ("B", "Hasilnya saja."),
    ),
    default="A",
    reason=(
        "Alasan, tenggat, dan keberatan tidak diatur di sini, sedangkan UU 30/2014 membuka jalan keberatan."
    ),
    doubt=Doubt.GAP,
    ended_by=Ender.OFFICE,
    rules=("VI.2.b", "VI.2.b/penetapan"),
    weight=Weight.PROCEDURE,
    recorded_because=_ONLY_PROCEDURE,
)
S55 = Interpretation(
    id="S-55",
    question="Biaya apa saja yang ditanggung peminjam saat realisasi?",
    places=(
        at("IV.1.k", "dikenakan biaya asuransi"),
        at("IV.2.h"),
        at("VIII.5.d", "dibebani biaya asuransi dan Notariil ke Notaris"),
    ),
    readings=(
        ("A", "Asuransi, notaris, dan cek BPN, tanpa biaya administrasi bank."),
        ("B", "Asuransi saja."),
    ),
    default="A",
    reason="Romawi VIII menyebut biayanya paling lengkap.",
    doubt=Doubt.CONTRADICTION,
    ended_by=Ender.OFFICE,
    rules=("IV.1.k", "IV.2.h", "IV.3.g", "IV.4.g", "VIII.5.d"),
    weight=Weight.PROCEDURE,
    recorded_because=_ONLY_PROCEDURE,
)
