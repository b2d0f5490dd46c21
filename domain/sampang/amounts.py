"""How much may be lent: ceilings, floor and 130 % (VIII.1.b, IV.1.i, IV.2.g)."""

from domain.money import MAX_RUPIAH
from domain.regulation.expressions import (
    Always,
    Amount,
    Choose,
    Condition,
    Constant,
    Least,
    Legal,
    Sum,
    amount_by_reading,
    by_reading,
)
from domain.regulation.fact import Fact
from domain.regulation.rules import Limit, Rule, RuleKind
from domain.sampang import facts as fact
from domain.sampang import parameters as law
from domain.sampang.collateral import GOODS, HAS_LAND, HAS_VEHICLE, LAND, OFFERED, RECOGNISED
from domain.sampang.instruments import at
from domain.sampang.kinds import CooperativeLevel, SizeClass, SizeFound
from domain.sampang.readings import S01, S02, S05, S06, S07, S08, S09, S10, S11, S12, S15, S22, S25

_ratio = Legal(law.COLLATERAL_RATIO)
_COLLATERAL_READINGS = (S09, S11, S15)


def _of_size(*classes: SizeClass) -> Condition:
    """The business is of one of the classes; where it can be of two, both must be among them."""
    sizes = {found: [size in classes for size in found.could_be] for found in SizeFound}
    surely = [found for found, fits in sizes.items() if all(fits)]
    maybe = [found for found, fits in sizes.items() if any(fits) and not all(fits)]
    return by_reading(
        S25,
        A=fact.SIZE_BY_UU_20_2008.among(*surely, open_at=maybe),
        B=fact.SIZE_BY_CURRENT_LAW.among(*surely, open_at=maybe),
        C=fact.SIZE_BY_SALES.among(*surely, open_at=maybe),
    )


IS_MICRO = _of_size(SizeClass.MICRO)
UP_TO_MEDIUM = _of_size(SizeClass.MICRO, SizeClass.SMALL, SizeClass.MEDIUM)
_exemption = Legal(law.LICENCE_EXEMPTION)
EXEMPT = IS_MICRO & by_reading(S01, A=fact.PRINCIPAL < _exemption, B=fact.PRINCIPAL <= _exemption)
_below_exemption = IS_MICRO & (fact.PRINCIPAL < _exemption)

# ---- 130 % -------------------------------------------------------------------------------------
_with_interest = (Constant(1200) + fact.TERM.times(Legal(law.YEARLY_INTEREST))).times(_ratio)


def _needed(numerator: Amount, denominator: int) -> Amount:
    # Rounded up: a rupiah short is short.
    return (fact.PRINCIPAL.times(numerator) + Constant(denominator - 1)).times(1, denominator)


_of_principal, _of_all_owed = _needed(_ratio, 100), _needed(_with_interest, 120_000)
NEEDED = amount_by_reading(S10, A=_of_principal, B=_of_all_owed)
COVERED = by_reading(
    S10,
    A=(RECOGNISED.times(100) >= fact.PRINCIPAL.times(_ratio)).told(
        "agunan yang dihitung mencapai 130 % nilai kredit",
        "agunan yang dihitung belum mencapai 130 % nilai kredit",
        (RECOGNISED, _of_principal),
    ),
    B=(RECOGNISED.times(120_000) >= fact.PRINCIPAL.times(_with_interest)).told(
        "agunan yang dihitung mencapai 130 % nilai kredit beserta jasanya",
        "agunan yang dihitung belum mencapai 130 % nilai kredit beserta jasanya",
        (RECOGNISED, _of_all_owed),
    ),
)
BACKED = amount_by_reading(S10, A=RECOGNISED.times(100, _ratio), B=RECOGNISED.times(120_000, _with_interest))
_nothing_in_the_way = Constant(MAX_RUPIAH)
_most_below_exemption = _exemption + Constant(-1)


def _or_small_micro_loan(backed: Amount) -> Amount:
    small_loan_more = IS_MICRO & ~(backed >= _most_below_exemption)
    return amount_by_reading(
        S12,
        A=backed,
        B=Choose(small_loan_more & (OFFERED >= 1), _most_below_exemption, backed),
        C=Choose(small_loan_more, _most_below_exemption, backed),
    )


# ---- ceilings ----------------------------------------------------------------------------------
_land, _vehicle = Legal(law.LAND_CEILING), Legal(law.VEHICLE_CEILING)
# Goods add to what there is (III.9), so they count on the side of the land and open nothing without it.
_covered_by_land = Sum((LAND, GOODS)).times(100, _ratio)
BY_COLLATERAL = amount_by_reading(
    S06,
    A=Choose(HAS_LAND, _land, _vehicle),
    B=Choose(HAS_LAND, Choose(HAS_VEHICLE, _land + _vehicle, _land), _vehicle),
    C=Choose(HAS_LAND & ~HAS_VEHICLE, _land, _vehicle),
    D=Choose(HAS_LAND, Least((_land, _covered_by_land + _vehicle)), _vehicle),
)
BUSINESS_CEILING = Choose(
    UP_TO_MEDIUM,
    Choose(
        IS_MICRO,
        amount_by_reading(S02, A=Legal(law.MICRO_CEILING), B=_nothing_in_the_way),
        BY_COLLATERAL,
    ),
    Constant(0),  # the sentence lends to nobody larger
).named("plafon menurut kelas usaha dan agunan ini")
GROUP_CEILING = Sum((BY_COLLATERAL,)).named("plafon menurut agunan ini")
_by_level = Choose(
    fact.COOP_LEVEL.among(CooperativeLevel.SECONDARY),
    Legal(law.SECONDARY_COOP_CEILING),
    Legal(law.PRIMARY_COOP_CEILING),
).named("plafon koperasi")
COOP_CEILING = amount_by_reading(
    S07, A=_by_level, B=Least((_by_level, BY_COLLATERAL), "plafon koperasi dan agunan")
)

CEILING_ID = "ceiling"
_CEILING = at("VIII.1.b", "Jumlah Dana Bergulir yang diberikan")


def _ceiling_rule(ceiling: Amount) -> Rule:
    return Rule(
        id="VIII.1.b",
        title="Pinjaman tidak melebihi plafon",
        citations=(_CEILING,),
        condition=fact.PRINCIPAL <= ceiling,
        explanation="Plafon bergantung pada jenis pemohon, dan selain koperasi pada agunannya.",
    )


COOP_CEILING_RULE = _ceiling_rule(COOP_CEILING)
BUSINESS_CEILING_RULE = _ceiling_rule(BUSINESS_CEILING)
GROUP_CEILING_RULE = _ceiling_rule(GROUP_CEILING)

_reaches_floor = fact.PRINCIPAL >= Legal(law.LOAN_FLOOR)
_floor = by_reading(S05, A=~HAS_VEHICLE | _reaches_floor, B=_reaches_floor)
FLOOR_RULE_ID = "VIII.1.b/minimal"
_FLOOR = at("VIII.1.b", "minimal Rp.5.000.000,-")
BUSINESS_FLOOR_RULE = Rule(
    id=FLOOR_RULE_ID,
    title="Pinjaman paling sedikit Rp5.000.000, kecuali usaha mikro",
    citations=(_FLOOR,),
    condition=IS_MICRO | _floor,
    exempts=(fact.SIZE_BY_UU_20_2008, fact.SIZE_BY_CURRENT_LAW, fact.SIZE_BY_SALES),
)
GROUP_FLOOR_RULE = Rule(
    id=FLOOR_RULE_ID,
    title="Pinjaman paling sedikit Rp5.000.000",
    citations=(_FLOOR,),
    condition=_floor,
)


def _review_rule(only_micro: Condition) -> Rule:
    reviewed = fact.AMOUNT_REVIEWED
    return Rule(
        id="VIII.1.b/tinjauan",
        title="Jumlah ditinjau Pokjanis dari jenis usahanya",
        citations=(at("VIII.1.b", "ditinjau dari jenis usaha oleh Tim Pokjanis"),),
        kind=RuleKind.JUDGEMENT,
        condition=by_reading(S08, A=only_micro, B=reviewed),
    )


BUSINESS_REVIEW_RULE = _review_rule(~IS_MICRO | fact.AMOUNT_REVIEWED)
OTHERS_REVIEW_RULE = _review_rule(Always("hanya pinjaman usaha mikro yang ditinjau"))


def _ratio_rule(place: str, condition: Condition, exempts: tuple[Fact, ...] = ()) -> Rule:
    return Rule(
        id=place,
        title="Agunan paling sedikit 130 % nilai kredit",
        citations=(at(place, "sebesar 130 % dari nilai kredit"), at("III.9")),
        condition=condition,
        explanation="Yang dihitung hanya agunan yang memenuhi ketentuan letak, pemilik, surat dan tahun.",
        rests_on=_COLLATERAL_READINGS,
        exempts=exempts,
    )


COOP_RATIO_RULE = _ratio_rule(
    "IV.1.i", by_reading(S22, A=fact.FUNCTIONAL | COVERED, B=COVERED), exempts=(fact.FUNCTIONAL,)
)
BUSINESS_RATIO_RULE = _ratio_rule(
    "IV.2.g",
    by_reading(
        S12,
        A=COVERED,
        B=COVERED | (_below_exemption & (OFFERED >= 1)),
        C=COVERED | _below_exemption,
    ),
)
MICROFINANCE_RATIO_RULE = _ratio_rule("IV.3.f", COVERED)
CLUSTER_RATIO_RULE = _ratio_rule("IV.4.f", COVERED)


# ---- the limits on one loan --------------------------------------------------------------------
def _limits(ceiling: Amount, backed: Amount, place: str) -> tuple[Limit, ...]:
    return (
        Limit(id=CEILING_ID, title="plafon", citations=(_CEILING,), amount=ceiling),
        Limit(
            id="collateral",
            title="nilai agunan / 130 %",
            citations=(at(place),),
            amount=backed,
            titles=((S10.id, "B", "nilai agunan / 130 % pokok dan jasa"),),
        ),
    )


_backed_unless_functional = Choose(
    fact.FUNCTIONAL, _nothing_in_the_way, BACKED, "nilai agunan / 130 %, kecuali koperasi fungsional"
)
_coop_backed = amount_by_reading(
    S22,
    A=_backed_unless_functional,
    B=BACKED,
)
COOP_LIMITS = _limits(COOP_CEILING, _coop_backed, "IV.1.i")
BUSINESS_LIMITS = _limits(BUSINESS_CEILING, _or_small_micro_loan(BACKED), "IV.2.g")
MICROFINANCE_LIMITS = _limits(GROUP_CEILING, BACKED, "IV.3.f")
CLUSTER_LIMITS = _limits(GROUP_CEILING, BACKED, "IV.4.f")
