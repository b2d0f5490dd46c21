"""Criteria for koperasi (Lampiran Romawi IV angka 1)."""

from domain.regulation.expressions import Legal, StillPossible, by_reading
from domain.regulation.rules import Rule, RuleKind
from domain.sampang import amounts
from domain.sampang import facts as fact
from domain.sampang import parameters as law
from domain.sampang.instruments import at
from domain.sampang.kinds import CooperativeGrade, CooperativeLevel, CreditHistory
from domain.sampang.readings import S22, S23, S26, S27, S28, S31, S37, S51, S52, S55

_enough_months = fact.MONTHS_INCORPORATED >= Legal(law.COOP_MONTHS)
_enough_by_then = StillPossible(_enough_months, "dana dicairkan")
_meetings = Legal(law.ANNUAL_MEETINGS)
_has_board = fact.BOARD_SIZE >= 1
_signed_by_all = (fact.BOARD_SIGNATURES >= fact.BOARD_SIZE).told(
    "semua pengurus menandatangani berita acara tanggung renteng",
    "belum semua pengurus menandatangani berita acara tanggung renteng",
)
_quorum = (fact.BOARD_SIGNATURES.times(2)) > fact.BOARD_SIZE

COOPERATIVE_CRITERIA = (
    Rule(
        id="IV.1.a",
        title="Koperasi primer/sekunder, berbadan hukum paling sedikit dua tahun",
        citations=(at("IV.1.a", "berbadan hukum minimal 2 (dua) tahun"),),
        condition=fact.COOP_LEVEL.among(*CooperativeLevel)
        & by_reading(S23, A=_enough_months, B=_enough_by_then),
    ),
    Rule(
        id="IV.1.b",
        title="Memiliki legalitas dari Dinas",
        citations=(at("IV.1.b", "legalitas yang dikeluarkan Dinas Teknis"),),
        condition=fact.AGENCY_LEGALITY,
    ),
    Rule(
        id="IV.1.c",
        title="Diprioritaskan: peringkat cukup berkualitas",
        citations=(at("IV.1.c", "kualifikasi cukup berkualitas"),),
        kind=RuleKind.PRIORITY,
        condition=by_reading(
            S27,
            A=fact.GRADE.from_on(CooperativeGrade.FAIR),
            B=fact.GRADE.among(CooperativeGrade.FAIR),
        ),
        explanation="Hanya urutan prioritas; peringkat lain tidak ditolak.",
    ),
    Rule(
        id="IV.1.d",
        title="RAT dua kali berturut-turut",
        citations=(at("IV.1.d", "RAT 2 kali berturut-turut"),),
        condition=StillPossible(
            by_reading(
                S26,
                A=fact.MEETINGS_LAST_YEARS >= _meetings,
                B=fact.MEETINGS_EVER >= _meetings,
            ),
            "dana dicairkan",
        ),
        explanation="Harus dipenuhi sebelum pinjaman digulirkan, jadi masih dapat dilengkapi.",
    ),
    Rule(
        id="IV.1.e",
        title="Diprioritaskan: belum pernah dibantu, atau memanfaatkan dengan baik",
        citations=(at("IV.1.e", "belum pernah mendapatkan bantuan Dana Bergulir"),),
        kind=RuleKind.PRIORITY,
        condition=~fact.CREDIT_HISTORY.among(CreditHistory.PROGRAMME) | fact.CREDIT_USED_WELL,
        rests_on=(S28, S31),
    ),
    Rule(
        id="IV.1.f",
        title="Pengurus bertanggung jawab secara tanggung renteng",
        citations=(at("IV.1.f", "Berita Acara Rapat Pengurus lengkap"),),
        condition=_has_board & by_reading(S37, A=_signed_by_all, B=_quorum),
    ),
    Rule(
        id="IV.1.g",
        title="Mengajukan proposal kepada Dinas",
        citations=(at("IV.1.g", "Mengajukan Proposal kepada Dinas"),),
        condition=fact.FILED,
        rests_on=(S52,),
    ),
    Rule(
        id="IV.1.h",
        title="Lulus seleksi administrasi dan survei Tim Pokjanis",
        citations=(at("IV.1.h", "Lulus seleksi administrasi dan survey"),),
        kind=RuleKind.JUDGEMENT,
        condition=fact.SELECTED,
    ),
    amounts.COOP_RATIO_RULE,
    Rule(
        id="IV.1.j",
        title="Koperasi fungsional: rekomendasi koperasi sekunder",
        citations=(at("IV.1.j", "Rekomendasi secara tertulis dari Koperasi Sekunder"),),
        condition=~fact.FUNCTIONAL | fact.SECONDARY_RECOMMENDATION,
        exempts=(fact.FUNCTIONAL,),
        rests_on=(S22,),
    ),
    Rule(
        id="IV.1.k",
        title="Bebas biaya administrasi bank; biaya asuransi ditanggung peminjam",
        citations=(at("IV.1.k", "tidak dibebani biaya administrasi bank"),),
        kind=RuleKind.RIGHT_OR_DUTY,
        rests_on=(S51, S55),
    ),
    Rule(
        id="IV.1.l",
        title="Diprioritaskan: mempunyai unit usaha SENKUKO",
        citations=(at("IV.1.l", "unit usaha SENKUKO diprioritaskan"),),
        kind=RuleKind.PRIORITY,
        condition=fact.SENKUKO,
        rests_on=(S51,),
    ),
)
