"""Criteria for usaha mikro, kecil dan menengah (Lampiran Romawi IV angka 2)."""

from domain.regulation.expressions import Legal, StillPossible, by_reading
from domain.regulation.rules import Rule, RuleKind
from domain.sampang import amounts
from domain.sampang import facts as fact
from domain.sampang import parameters as law
from domain.sampang.amounts import EXEMPT, IS_MICRO, UP_TO_MEDIUM
from domain.sampang.earlier_credit import EARLIER_CREDIT
from domain.sampang.instruments import at
from domain.sampang.kinds import LetterOrigin, MaritalStatus, Premises
from domain.sampang.readings import S03, S04, S23, S24, S29, S31, S32, S33, S51, S55

_active_enough = fact.MONTHS_ACTIVE >= Legal(law.ACTIVE_MONTHS)
_active_by_then = StillPossible(_active_enough, "dana dicairkan")

_from_business_village = fact.LETTER_ORIGIN.among(LetterOrigin.BUSINESS_VILLAGE)
_letter = by_reading(
    S04,
    A=fact.LETTER_EXISTENCE & fact.LETTER_SMALL_CAPITAL & _from_business_village,
    B=fact.LETTER_EXISTENCE & _from_business_village,
    C=fact.LETTER_EXISTENCE & fact.LETTER_SMALL_CAPITAL & fact.LETTER_ORIGIN.among(*LetterOrigin),
)
_licensed_or_exempt = fact.LICENCE | (EXEMPT & _letter)

_no_arrears = ~fact.BUSINESS_ARREARS & ~fact.OWNER_ARREARS
_spouse_clear = ~fact.MARITAL_STATUS.among(MaritalStatus.MARRIED) | ~fact.SPOUSE_ARREARS
_lease = Legal(law.LEASE_MONTHS)

BUSINESS_CRITERIA = (
    Rule(
        id="IV.2",
        title="Termasuk usaha mikro, kecil atau menengah",
        citations=(
            at("IV.2", "Kriteria Usaha Mikro, Kecil dan Menengah"),
            at("VIII.1.b", "untuk Pengusaha Kecil, Menengah, Sentra dan LKM"),
        ),
        condition=UP_TO_MEDIUM,
        explanation="Usaha yang lebih besar tidak disebut sebagai penerima; kelasnya dihitung dari angkanya.",
    ),
    Rule(
        id="IV.2.a",
        title="Usaha aktif paling sedikit dua tahun",
        citations=(at("IV.2.a", "kinerja yang baik minimal 2 (dua) tahun"),),
        condition=by_reading(S23, A=_active_enough, B=_active_by_then),
        rests_on=(S24,),
    ),
    Rule(
        id="IV.2.a/penilaian",
        title="Berpotensi dan berkinerja baik",
        citations=(at("IV.2.a", "mempunyai potensi untuk dikembangkan"),),
        kind=RuleKind.JUDGEMENT,
        condition=fact.POTENTIAL & fact.PERFORMANCE,
        rests_on=(S24, S31),
    ),
    Rule(
        id="IV.2.b",
        title="Izin usaha, atau surat desa/kelurahan bagi usaha mikro",
        citations=(at("IV.2.b", "usaha mikro dengan pinjaman dibawah Rp.5.000.000,-"),),
        condition=by_reading(
            S03,
            A=_licensed_or_exempt,
            B=_licensed_or_exempt | (IS_MICRO & ~EXEMPT),
        ),
    ),
    Rule(
        id="IV.2.c",
        title="Lulus seleksi Tim Pokjanis",
        citations=(at("IV.2.c", "Lulus seleksi"),),
        kind=RuleKind.JUDGEMENT,
        condition=fact.SELECTED,
    ),
    Rule(
        id="IV.2.d",
        title="Tidak mempunyai tunggakan kredit",
        citations=(at("IV.2.d", "Tidak mempunyai tunggakan kredit"),),
        condition=by_reading(S32, A=_no_arrears, B=_no_arrears & _spouse_clear),
    ),
    Rule(
        id="IV.2.e",
        title="Belum pernah mendapat kredit sejenis, atau memanfaatkannya dengan baik",
        citations=(at("IV.2.e", "belum pernah mendapatkan fasilitas kredit sejenis"),),
        condition=by_reading(S29, A=~EARLIER_CREDIT | fact.CREDIT_USED_WELL, B=~EARLIER_CREDIT),
        rests_on=(S31,),
    ),
    Rule(
        id="IV.2.f",
        title="Tempat usaha sewa: perjanjian paling sedikit tiga tahun",
        citations=(at("IV.2.f", "perjanjian sewa menyewa"),),
        condition=~fact.PREMISES.among(Premises.RENTED)
        | by_reading(
            S33,
            A=fact.LEASE_TOTAL >= _lease,
            B=fact.LEASE_REMAINING >= _lease,
            C=fact.LEASE_REMAINING >= fact.TERM,
        ),
        exempts=(fact.PREMISES,),
    ),
    amounts.BUSINESS_RATIO_RULE,
    Rule(
        id="IV.2.h",
        title="Bebas biaya administrasi bank; biaya asuransi ditanggung peminjam",
        citations=(at("IV.2.h", "tidak dibebani biaya administrasi bank"),),
        kind=RuleKind.RIGHT_OR_DUTY,
        rests_on=(S51, S55),
    ),
)
