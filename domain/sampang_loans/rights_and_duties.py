"""Provisions that are shown but decide no verdict: what follows once a loan is granted."""

from domain.regulation.interpretations import Interpretation
from domain.regulation.rules import Rule, RuleKind
from domain.sampang_loans.instruments import at
from domain.sampang_loans.readings import S14, S31, S39, S40, S41, S42, S43, S55, S56, S60, S61


def _provision(
    place: str,
    title: str,
    words: str,
    explanation: str,
    *rests_on: Interpretation,
    kind: RuleKind = RuleKind.RIGHT_OR_DUTY,
    name: str = "",
) -> Rule:
    return Rule(
        id=name or place,
        title=title,
        citations=(at(place, words),),
        kind=kind,
        explanation=explanation,
        rests_on=rests_on,
    )


_step = RuleKind.PROCEDURE
RIGHTS_AND_DUTIES = (
    _provision(
        "III.8",
        "Agunan dapat dipinjam atau ditukar",
        "ditukar jaminan dengan nilai yang sama",
        "Peminjam yang baik boleh meminjam atau menukar agunan dengan yang senilai; "
        "peminjam yang cacat melunasi dahulu pokok dan jasanya.",
        S31,
    ),
    _provision(
        "III.10",
        "Agunan disimpan di Bank Jatim dan diikat notaris",
        "diikat secara notariil",
        "Sertifikat dan BPKB disimpan di Bank Jatim sesudah diikat notaris; sertifikat dicek ke BPN.",
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
        "VII.5",
        "Penagihan bersama Bank Jatim",
        "macet dan agak macet",
        "Bank Jatim menagih bersama Tim Pokjanis bila pinjaman macet atau agak macet.",
        S31,
        kind=_step,
    ),
    _provision(
        "VIII.2.a",
        "Membuka rekening tabungan di Bank Jatim",
        "wajib membuka rekening tabungan",
        "Penerima membuka tabungan di Bank Jatim: atas nama ketua dan bendahara, atau pemilik usaha.",
    ),
    _provision(
        "VIII.2.d",
        "Dipindahbukukan utuh, tanpa potongan pajak",
        "tanpa potongan pajak",
        "Dana masuk ke rekening penerima tanpa potongan pajak, karena merupakan pinjaman.",
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
        "Jasa dibagi: 3 % untuk PAD, 1 % untuk Bank Jatim, 2 % untuk Dinas.",
        S42,
        S56,
    ),
    _provision(
        "VIII.5.a",
        "Angsuran masuk rekening Tim Pokjanis",
        "ditampung ke rekening",
        "Pengembalian ditampung di rekening Tim Pokjanis lewat Ketua Harian.",
        S56,
    ),
    _provision(
        "VIII.5.b",
        "Dana kembali digulirkan",
        "dapat dimanfaatkan kembali sebagai pinjaman",
        "Pokok yang kembali boleh dipinjamkan lagi atas persetujuan Ketua Harian.",
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
        "Biaya asuransi, notaris dan cek BPN",
        "dibebani biaya asuransi",
        "Saat pencairan tidak ada biaya administrasi bank dan tidak ada pemblokiran angsuran; "
        "asuransi, notaris dan pengecekan BPN ditanggung peminjam.",
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
    _provision(
        "IX.1",
        "Surat teguran 1, 2, 3 dan pernyataan macet",
        "surat tegoran 1,2,3",
        "Keterlambatan ditegur sampai tiga kali, lalu dinyatakan macet dengan berita acara.",
        kind=_step,
    ),
    _provision(
        "IX.2",
        "Pelimpahan penagihan",
        "Surat Kuasa Khusus (SKK)",
        "Penagihan dapat dilimpahkan ke Kejaksaan Negeri Sampang atau KPKNL Pamekasan.",
        kind=_step,
    ),
)
