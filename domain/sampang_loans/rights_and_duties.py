"""Provisions that are shown but decide no verdict: what follows once a loan is granted."""

from domain.regulation.interpretations import Interpretation
from domain.regulation.rules import Rule, RuleKind
from domain.sampang_loans.instruments import at
from domain.sampang_loans.readings import S14, S31, S39, S40, S41, S42, S43, S55, S56, S60, S61


def _provision(
    place: str,
    title: str,
    words: str,
    *rests_on: Interpretation,
    kind: RuleKind = RuleKind.RIGHT_OR_DUTY,
    name: str = "",
) -> Rule:
    return Rule(id=name or place, title=title, citations=(at(place, words),), kind=kind, rests_on=rests_on)


_step = RuleKind.PROCEDURE
RIGHTS_AND_DUTIES = (
    _provision("III.8", "Agunan dapat dipinjam atau ditukar", "ditukar jaminan dengan nilai yang sama", S31),
    _provision("III.10", "Agunan disimpan di Bank Jatim dan diikat notaris", "diikat secara notariil", S14),
    _provision(
        "III.6",
        "Masa tenggang pokok; jasa tetap dibayar tiap bulan",
        "masa tenggang 4 (empat) bulan",
        S40,
        S41,
        name="III.6/tenggang",
    ),
    _provision("VII.5", "Penagihan bersama Bank Jatim", "macet dan agak macet", S31, kind=_step),
    _provision("VIII.2.a", "Membuka rekening tabungan di Bank Jatim", "wajib membuka rekening tabungan"),
    _provision("VIII.2.d", "Dipindahbukukan utuh, tanpa potongan pajak", "tanpa potongan pajak", S39, S61),
    _provision("VIII.3.b", "Dana dibukukan tersendiri", "harus dibukukan secara tersendiri"),
    _provision("VIII.4", "Jasa 6 % setahun dan pembagiannya", "bunga sebesar 6% per tahun", S42, S56),
    _provision("VIII.5.a", "Angsuran masuk rekening Tim Pokjanis", "ditampung ke rekening", S56),
    _provision("VIII.5.b", "Dana kembali digulirkan", "dapat dimanfaatkan kembali sebagai pinjaman", S60),
    _provision("VIII.5.c", "Tenggang waktu angsuran pokok", "diberikan tenggang waktu", S40, S41),
    _provision("VIII.5.d", "Biaya asuransi, notaris dan cek BPN", "dibebani biaya asuransi", S55),
    _provision("VIII.5.e", "Tambahan jasa bila lunas lebih awal", "dibebani tambahan bunga", S43),
    _provision("VIII.5.i", "Tidak ada keringanan karena bangkrut", "tidak dapat mengajukan keringanan"),
    _provision("IX.1", "Surat teguran 1, 2, 3 dan pernyataan macet", "surat tegoran 1,2,3", kind=_step),
    _provision("IX.2", "Pelimpahan penagihan", "Surat Kuasa Khusus (SKK)", kind=_step),
)
