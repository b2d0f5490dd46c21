"""Criteria for LKM and Sentra UKM (Lampiran Romawi IV angka 3 and 4), which read the same."""

from domain.regulation.expressions import Legal
from domain.regulation.rules import Rule, RuleKind
from domain.sampang import amounts
from domain.sampang import facts as fact
from domain.sampang import parameters as law
from domain.sampang.earlier_credit import EARLIER_CREDIT
from domain.sampang.instruments import at
from domain.sampang.readings import S31, S34, S35, S36, S51, S53, S54, S55


def _criteria(number: str, ratio: Rule) -> tuple[Rule, ...]:
    place = f"IV.{number}"
    return (
        Rule(
            id=f"{place}.a",
            title="Memiliki legalitas dari Dinas",
            citations=(at(f"{place}.a", "legalitas dari Dinas Koperasi dan UKM"),),
            condition=fact.AGENCY_LEGALITY,
            rests_on=(S36,) if number == "3" else (),
        ),
        Rule(
            id=f"{place}.b",
            title="AD/ART disahkan Dinas",
            citations=(at(f"{place}.b", "AD/ART yang telah disyahkan"),),
            condition=fact.STATUTES,
        ),
        Rule(
            id=f"{place}.c",
            title="Pengurus berfungsi dengan baik",
            citations=(at(f"{place}.c", "pengurus yang berfungsi dengan baik"),),
            kind=RuleKind.JUDGEMENT,
            condition=fact.BOARD_WORKS,
        ),
        Rule(
            id=f"{place}.d",
            title="Paling sedikit 20 anggota di buku daftar anggota",
            citations=(at(f"{place}.d", "anggota minimal 20 orang"),),
            condition=fact.REGISTERED_MEMBERS >= Legal(law.REGISTERED_MEMBERS),
            rests_on=(S34,),
        ),
        Rule(
            id=f"{place}.e",
            title="Belum pernah mendapat fasilitas sejenis, atau memanfaatkannya dengan baik",
            citations=(at(f"{place}.e", "belum pernah mendapatkan fasilitas sejenis"),),
            condition=~EARLIER_CREDIT | fact.CREDIT_USED_WELL,
            rests_on=(S31,),
        ),
        ratio,
        Rule(
            id=f"{place}.g",
            title="Bebas biaya administrasi bank; biaya asuransi ditanggung peminjam",
            citations=(at(f"{place}.g", "mutatis mutandis sebagaimana angka 2 huruf h"),),
            kind=RuleKind.RIGHT_OR_DUTY,
            rests_on=(S51, S55),
        ),
        Rule(
            id="VI.2.b",
            title="Lulus seleksi Tim Pokjanis",
            citations=(at("VI.2.b", "terpilih ditetapkan setelah diadakan kesepakatan"),),
            kind=RuleKind.JUDGEMENT,
            condition=fact.SELECTED,
            rests_on=(S35, S53, S54),
        ),
    )


MICROFINANCE_CRITERIA = _criteria("3", amounts.MICROFINANCE_RATIO_RULE)
CLUSTER_CRITERIA = _criteria("4", amounts.CLUSTER_RATIO_RULE)
