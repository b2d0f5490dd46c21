"""What must hold of a mentor or facilitator when the Kepala Dinas appoints them (Pasal 5, 7, 9, 11)."""

from domain.blitar import staff_facts as fact
from domain.blitar.instruments import at
from domain.blitar.kinds import WorkTie
from domain.blitar.readings import B08, B14, B22, B23, B25, B26
from domain.regulation.expressions import Always, by_reading
from domain.regulation.rules import Rule, RuleKind

MENTOR_STATUS = (
    Rule(
        id="9(1)",
        title="Pendamping bukan ASN",
        citations=(at("9(1)", "berstatus Non ASN"),),
        condition=by_reading(
            B22,
            A=~fact.CIVIL_SERVANT,
            B=Always("yang Non ASN adalah kedudukan sebagai pendamping"),
        ),
    ),
    Rule(
        id="7.e/penetapan",
        title="Saat penetapan tidak terikat kontrak kerja dengan pihak lain",
        citations=(at("7.e", "tidak sedang terikat perjanjian kontrak kerja"),),
        condition=by_reading(
            B14,
            A=fact.OTHER_WORK_TIE.among(WorkTie.NONE, WorkTie.SERVICE),
            B=fact.OTHER_WORK_TIE.among(WorkTie.NONE, WorkTie.SERVICE, WorkTie.PERMANENT),
            C=fact.OTHER_WORK_TIE.among(WorkTie.NONE),
        ),
        explanation="Kontrak sebagai pendamping sendiri tidak dihitung.",
        rests_on=(B08,),
    ),
    Rule(
        id="7.i/penetapan",
        title="Saat penetapan bukan anggota atau pengurus partai politik",
        citations=(at("7.i", "anggota atau pengurus partai politik"),),
        condition=~fact.PARTY_TIE_NOW,
        rests_on=(B08,),
    ),
    Rule(
        id="11(1)",
        title="Ditetapkan dengan Keputusan Kepala Dinas",
        citations=(at("11(1)", "ditetapkan dengan Keputusan Kepala Dinas"),),
        kind=RuleKind.PROCEDURE,
        condition=fact.DECREED,
        explanation="Seseorang menjadi pendamping sejak Keputusan itu.",
        rests_on=(B25, B26),
    ),
)
FACILITATOR_STATUS = (
    Rule(
        id="5(1)",
        title="Ditunjuk langsung dan ditetapkan Kepala Dinas",
        citations=(at("5(1)", "penunjukan langsung oleh Kepala Dinas"), at("6(2)")),
        kind=RuleKind.PROCEDURE,
        condition=fact.DECREED,
    ),
    Rule(
        id="5(2)",
        title="Berlatar belakang akademisi atau profesional",
        citations=(at("5(2)", "akademisi, profesional dibidang Koperasi dan Usaha Mikro"),),
        condition=by_reading(B23, A=fact.ACADEMIC | fact.PROFESSIONAL, B=fact.ACADEMIC & fact.PROFESSIONAL),
    ),
    Rule(
        id="9(1)/fasilitator",
        title="Fasilitator bukan ASN, atau diterima dengan keputusan",
        citations=(at("9(1)", "Status Fasilitator dan Pendamping"),),
        condition=~fact.CIVIL_SERVANT | fact.CIVIL_SERVANT_ACCEPTED,
        explanation="Akademisi sering ASN, jadi kasusnya diputuskan orang dan dicatat.",
        rests_on=(B22,),
    ),
)
