"""What a candidate knows, states and has done (Pasal 7 huruf g to m)."""

from domain.blitar import candidate_facts as fact
from domain.blitar.instruments import at
from domain.blitar.kinds import Statement
from domain.blitar.lacking_papers import UNTIL_CLOSED
from domain.blitar.readings import B08, B16, B17, B18, B19, B20, B27
from domain.regulation.expressions import Always, ChoiceFact, StillPossible, Worded, by_reading
from domain.regulation.rules import Rule, RuleKind


def _stated(statement: ChoiceFact) -> Worded:
    told = statement.among(Statement.WRITTEN, Statement.SPOKEN)
    return Worded(told, f"ada {statement.label}", f"tidak ada {statement.label}")


_no_demand = _stated(fact.NO_DEMAND)
_in_writing = _no_demand & StillPossible(fact.NO_DEMAND.among(Statement.WRITTEN), UNTIL_CLOSED)
_experienced = by_reading(B19, A=fact.MENTORED & fact.INVOLVED, B=fact.MENTORED | fact.INVOLVED)

PERSON_POINTS = (
    Rule(
        id="7.g",
        title="Memahami pemberdayaan koperasi dan usaha mikro",
        citations=(at("7.g", "mengerti dan memahami tentang Pemberdayaan dan Pengembangan"),),
        kind=RuleKind.JUDGEMENT,
        condition=fact.UNDERSTANDING,
        explanation="Dinilai Tim Seleksi melalui ujian tertulis dan wawancara.",
        rests_on=(B16,),
    ),
    Rule(
        id="7.h",
        title="Tidak menuntut diangkat menjadi ASN",
        citations=(at("7.h", "tidak menuntut untuk diangkat menjadi Aparatur Sipil Negara"),),
        condition=by_reading(B17, A=_no_demand, B=_in_writing),
    ),
    Rule(
        id="7.i",
        title="Bukan anggota atau pengurus partai politik",
        citations=(at("7.i", "tidak sedang menjadi anggota atau pengurus partai politik"),),
        condition=~fact.PARTY_TIE & StillPossible(fact.PARTY_LETTER, UNTIL_CLOSED),
        explanation="Disertai surat pernyataan.",
        rests_on=(B08, B17),
    ),
    Rule(
        id="7.j",
        title="Diutamakan: berpengalaman dalam kewirausahaan",
        citations=(at("7.j", "diutamakan memiliki pengalaman dalam kewirausahaan"),),
        kind=RuleKind.PRIORITY,
        condition=fact.ENTREPRENEUR,
        explanation="Hanya diutamakan; calon tanpa pengalaman ini tidak ditolak.",
        rests_on=(B27,),
    ),
    Rule(
        id="7.k",
        title="Pernah mendampingi dan terlibat dalam pemberdayaan",
        citations=(at("7.k", "pengalaman melakukan pendampingan dan keterlibatan dalam Pemberdayaan"),),
        condition=by_reading(
            B18,
            A=_experienced & StillPossible(fact.EXPERIENCE_PAPER, UNTIL_CLOSED),
            B=Always("pengalaman mendampingi hanya diutamakan"),
        ),
        explanation="Calon yang hanya kurang butir ini tidak ditolak: hasilnya bergantung tafsir B-18.",
    ),
    Rule(
        id="7.l",
        title="Bersedia mengikuti seluruh tahapan seleksi",
        citations=(at("7.l", "bersedia mengikuti seluruh proses tahapan Seleksi"),),
        condition=_stated(fact.JOINS_STAGES),
    ),
    Rule(
        id="7.m",
        title="Bersedia melayani di sekretariat dan di lapangan",
        citations=(at("7.m", "bersedia hadir dan memberikan layanan pendampingan"),),
        condition=_stated(fact.SERVES_WEEKLY),
        explanation="Yang diminta saat seleksi adalah kesediaan; jadwalnya diatur kemudian.",
        rests_on=(B20,),
    ),
)
