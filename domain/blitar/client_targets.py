"""Whom the mentoring is for: koperasi and micro businesses (Pasal 3 and Pasal 1 angka 12)."""

from domain.blitar import client_facts as fact
from domain.blitar.instruments import PP_7_2021, at
from domain.blitar.kinds import BusinessForm, CooperativeScale, Operation
from domain.blitar.parameters import MICRO_CAPITAL, MICRO_SALES
from domain.blitar.readings import B01, B02, B03, B04, B05, B06, B07
from domain.regulation.expressions import ByReading, Legal, by_reading
from domain.regulation.rules import Rule
from domain.regulation.sources import Citation

_operating = by_reading(
    B05,
    A=fact.OPERATION.among(Operation.RUNNING),
    B=fact.OPERATION.among(Operation.RUNNING, Operation.PAUSED),
)
_regency_scale = fact.SCALE.among(CooperativeScale.REGENCY) | (fact.BRANCH & fact.BRANCH_ACCEPTED)
_cooperative = by_reading(B02, A=fact.SEAT_IN_BLITAR & _regency_scale, B=fact.SEAT_IN_BLITAR)
_owner = by_reading(B03, A=fact.OWNER_IN_BLITAR, B=fact.BUSINESS_IN_BLITAR)

_small_sales = fact.SALES <= Legal(MICRO_SALES)
_small_capital = fact.CAPITAL <= Legal(MICRO_CAPITAL)
# Where both figures are small the founding day no longer matters.
_micro_by_founding = (
    (fact.FOUNDED_BEFORE_PP & _small_sales)
    | (~fact.FOUNDED_BEFORE_PP & _small_capital)
    | (_small_sales & _small_capital)
)
_personal = fact.FORM.among(BusinessForm.PERSON, BusinessForm.SOLE)


def _operating_rule(target: ByReading) -> Rule:
    return Rule(
        id="3.c",
        title="Sudah melakukan usaha atau berproduksi",
        citations=(at("3.c", "sudah melakukan usaha/berproduksi"),),
        condition=by_reading(B01, A=_operating, B=target | _operating),
        explanation="Cukup sedang berjalan; tidak ada lama usaha paling sedikit.",
    )


COOPERATIVE_TARGETS = (
    Rule(
        id="3.a",
        title="Koperasi skala kabupaten yang berdomisili di Kabupaten Blitar",
        citations=(at("3.a", "Koperasi skala Kabupaten Blitar yang berdomisili di Daerah"),),
        condition=by_reading(B01, A=_cooperative, B=_cooperative | _operating),
        explanation="Cabang dari koperasi yang lebih luas menunggu keputusan yang dicatat.",
        rests_on=(B04,),
    ),
    _operating_rule(_cooperative),
)
MICRO_TARGETS = (
    Rule(
        id="3.b",
        title="Pelaku usaha mikro yang berdomisili di Kabupaten Blitar",
        citations=(at("3.b", "Pelaku Usaha Mikro yang berdomisili di Daerah"),),
        condition=by_reading(B01, A=_owner, B=_owner | _operating),
        explanation="Yang dilihat tempat tinggal pemilik. Kota Blitar bukan Kabupaten Blitar.",
        rests_on=(B04,),
    ),
    _operating_rule(_owner),
    Rule(
        id="1.12",
        title="Termasuk usaha mikro menurut ukurannya",
        citations=(
            at("1.12", "yang memenuhi kriteria usaha mikro"),
            Citation(PP_7_2021, "Pasal 35", "Pasal 35"),
        ),
        condition=by_reading(
            B06,
            A=_micro_by_founding,
            B=_small_sales | _small_capital,
        ),
        explanation="Usaha yang berdiri sebelum 2 Februari 2021 diukur dari penjualan, lainnya dari modal.",
    ),
    Rule(
        id="1.12/bentuk",
        title="Usaha perorangan",
        citations=(at("1.12", "milik orang perorangan dan/atau badan usaha perorangan"), at("1.11")),
        condition=by_reading(
            B07,
            A=_personal
            | (fact.FORM.among(BusinessForm.PARTNERSHIP, BusinessForm.COMPANY) & fact.FORM_ACCEPTED),
            B=fact.FORM.among(*BusinessForm),
        ),
        explanation="CV dan PT menunggu keputusan yang dicatat.",
    ),
)
