"""Provisions that are shown but decide no verdict: what a loan brings its borrower, and the steps."""

from functools import partial

from domain.regulation.rules import RuleKind
from domain.sampang.later_steps import LATER_STEPS
from domain.sampang.readings import S14, S31, S39, S40, S41, S42, S43, S55, S56, S60, S61, S63, S64
from domain.sampang.selection_steps import FIRST_STEPS, provision

_provision = partial(provision, kind=RuleKind.RIGHT_OR_DUTY)
RIGHTS_AND_DUTIES = (
    _provision(
        "III.8",
        "Agunan dapat dipinjam atau ditukar",
        "ditukar jaminan dengan nilai yang sama",
        "Peminjam yang baik boleh meminjam atau menukar agunan dengan yang senilai; "
        "peminjam yang cacat melunasi dahulu pokok dan jasanya.",
        S31,
        S63,
        S64,
    ),
    _provision(
        "III.10",
        "Agunan disimpan di Bank Jatim dan diikat notaris",
        "Langsung disimpan di Bank Jatim dan diikat secara notariil",
        "Sertifikat, BPKB, atau agunan lain langsung disimpan di Bank Jatim dan diikat secara notariil, "
        "dengan pengecekan ke BPN.",
        S14,
    ),
    _provision(
        "III.6",
        "Masa tenggang pokok; jasa tetap dibayar tiap bulan",
        "masa tenggang 4 (empat) bulan",
        "Pokok mulai diangsur sesudah masa tenggang, sedangkan jasa dibayar sejak bulan pertama.",
        S40,
        S41,
        name="III.6/tenggang",
    ),
    _provision(
        "VI.3",
        "Menandatangani naskah perjanjian",
        "menandatangani naskah Perjanjian dengan Ketua Harian",
        "Penerima menandatangani naskah perjanjian dengan Ketua Harian Tim Pokjanis dan Bank Jatim.",
    ),
    _provision(
        "VII.6",
        "Konsultasi teknis pengelolaan usaha",
        "memberikan konsultasi teknis pengelolaan usaha",
        "Bank Jatim bersama anggota tim lain memberi konsultasi teknis tentang pengelolaan usaha.",
    ),
    _provision(
        "VIII.1.c",
        "Dibukukan sebagai utang; disalurkan bertahap",
        "dibukukan dalam bentuk hutang",
        "Penerima membukukan pinjaman sebagai utang, dan penyalurannya bertahap.",
    ),
    _provision(
        "VIII.2.a",
        "Membuka rekening tabungan di Bank Jatim",
        "wajib membuka rekening tabungan",
        "Penerima membuka tabungan di Bank Jatim: atas nama ketua dan bendahara, atau pemilik usaha.",
    ),
    _provision(
        "VIII.2.d",
        "Dipindahbukukan tanpa potongan pajak",
        "tanpa potongan pajak",
        "Dana dapat langsung dipindahbukukan ke rekening penerima tanpa potongan pajak; dana itu dianggap "
        "pinjaman dan harus dikembalikan.",
        S39,
        S61,
    ),
    _provision(
        "VIII.3.b",
        "Dana dibukukan tersendiri",
        "harus dibukukan secara tersendiri",
        "Pembukuan dana bergulir dipisahkan dari kegiatan usaha lain.",
    ),
    _provision(
        "VIII.4",
        "Jasa 6 % setahun dan pembagiannya",
        "bunga sebesar 6% per tahun",
        "Jasa disetor ke Kas Daerah, lalu dibagi: 3 % untuk PAD, 1 % untuk Bank Jatim, dan 2 % yang dikelola "
        "Dinas untuk pembinaan, honor fasilitator, dan biaya lain.",
        S42,
        S56,
    ),
    _provision(
        "VIII.5.a",
        "Angsuran masuk rekening Tim Pokjanis",
        "ditampung ke rekening",
        "Pengembalian ditampung di rekening Tim Pokjanis, dalam hal ini Ketua Harian (Kepala Dinas).",
        S56,
    ),
    _provision(
        "VIII.5.b",
        "Dana kembali digulirkan",
        "dapat dimanfaatkan kembali sebagai pinjaman",
        "Dana yang kembali dapat dipinjamkan lagi atas persetujuan Ketua Harian.",
        S60,
    ),
    _provision(
        "VIII.5.c",
        "Tenggang waktu angsuran pokok",
        "diberikan tenggang waktu",
        "Empat bulan untuk pinjaman tiga dan dua tahun, dua bulan untuk pinjaman satu tahun.",
        S40,
        S41,
    ),
    _provision(
        "VIII.5.d",
        "Biaya asuransi, notaris, dan cek BPN",
        "dibebani biaya asuransi",
        "Saat pencairan tidak ada biaya administrasi bank dan tidak ada pemblokiran angsuran; "
        "asuransi, notaris, dan pengecekan BPN ditanggung peminjam.",
        S55,
    ),
    _provision(
        "VIII.5.e",
        "Tambahan jasa bila lunas lebih awal",
        "dibebani tambahan bunga",
        "Tiga bulan sebelum satu tahun, dua bulan sampai dua tahun, satu bulan sesudahnya; "
        "sisa pokok selalu dibayar.",
        S43,
    ),
    _provision(
        "VIII.5.i",
        "Tidak ada keringanan karena bangkrut",
        "tidak dapat mengajukan keringanan",
        "Peminjam yang pailit atau bangkrut tetap wajib mengembalikan pokok dan jasa.",
    ),
    *FIRST_STEPS,
    *LATER_STEPS,
)
