"""What a thing must be that comes in a swap (III.8): the rules of the programme, asked once more.

Whether the new thing counts, the 130 % and the ceiling are the programme's own rules; only the value, and
that goods replace no certificate, are asked of a swap alone.
"""

from functools import lru_cache
from typing import Final

from domain.regulation.expressions import (
    AmountFact,
    AnyOf,
    ChoiceFact,
    Condition,
    Constant,
    Total,
    TruthFact,
    by_reading,
)
from domain.regulation.fact import Teller
from domain.regulation.parameter import Unit
from domain.regulation.rules import Regulation, Rule
from domain.sampang.collateral import IS_GOODS, VALUE
from domain.sampang.instruments import at
from domain.sampang.kinds import CollateralKind
from domain.sampang.readings import S63

GIVEN_BACK = AmountFact(
    key="given_back",
    label="nilai agunan yang diserahkan kembali",
    unit=Unit.RUPIAH,
    teller=Teller.OFFICE,
    question="Berapa nilai agunan yang diserahkan kembali?",
)
GIVEN_BACK_KIND = ChoiceFact(
    key="given_back_kind",
    label="agunan yang diserahkan kembali",
    choices=CollateralKind,
    question="Apa jenis agunan yang diserahkan kembali?",
)
COMES_INSTEAD = TruthFact(
    key="comes_instead",
    teller=Teller.OFFICE,
    holds="agunan pengganti",
    fails="agunan yang tetap",
    question="Apakah ini agunan penggantinya?",
    of_item=True,
)
NEW_VALUE = Total(VALUE, COMES_INSTEAD, "nilai agunan pengganti")

GOODS_RULE_ID: Final = "III.9"
COUNTS_RULE_ID: Final = "III.8/ketentuan"
VALUE_RULE_ID: Final = "III.8/nilai"
RATIO_RULE_IDS: Final = ("IV.1.i", "IV.2.g", "IV.3.f", "IV.4.f")
CEILING_RULE_ID: Final = "VIII.1.b"

_SWAP = at("III.8", "ditukar jaminan dengan nilai yang sama")
_is_goods = (Total(Constant(1), COMES_INSTEAD & IS_GOODS) >= 1).told(
    "agunan pengganti berupa barang", "agunan pengganti bukan barang"
)
_at_least = (NEW_VALUE >= GIVEN_BACK).told(
    "nilai agunan pengganti mencapai agunan yang diserahkan kembali",
    "nilai agunan pengganti kurang dari agunan yang diserahkan kembali",
    (NEW_VALUE, GIVEN_BACK),
)
_at_most = (GIVEN_BACK >= NEW_VALUE).told(
    "nilai agunan pengganti tidak melebihi agunan yang diserahkan kembali",
    "nilai agunan pengganti melebihi agunan yang diserahkan kembali",
    (NEW_VALUE, GIVEN_BACK),
)
_GOODS_RULE = Rule(
    id=GOODS_RULE_ID,
    title="Barang tidak menggantikan sertifikat atau BPKB",
    citations=(at("III.9", "dapat dijadikan tambahan jaminan"),),
    condition=~_is_goods | GIVEN_BACK_KIND.among(CollateralKind.GOODS),
    rests_on=(S63,),
)
_VALUE_RULE = Rule(
    id=VALUE_RULE_ID,
    title="Nilai pengganti paling sedikit nilai agunan yang diserahkan kembali",
    citations=(_SWAP,),
    condition=by_reading(S63, A=_at_least, B=_at_least & _at_most),
)


def _counts_rule(regulation: Regulation) -> Rule:
    counts: Condition = AnyOf(tuple(one.concerns & one.condition for one in regulation.item_rules))
    return Rule(
        id=COUNTS_RULE_ID,
        title="Agunan pengganti memenuhi ketentuan bagi jenisnya",
        citations=(_SWAP,),
        condition=(Total(Constant(1), COMES_INSTEAD & counts) >= 1).told(
            "agunan pengganti dapat dihitung", "agunan pengganti tidak dapat dihitung"
        ),
        rests_on=(S63,),
    )


@lru_cache(maxsize=8)
def swaps_under(regulation: Regulation) -> Regulation:
    """What a version of the programme asks of a swap, by kind of applicant.

    The floor of VIII.1.b is left out: what is owed may have fallen below it.
    """
    own = (_GOODS_RULE, _counts_rule(regulation), _VALUE_RULE)
    wanted = (*RATIO_RULE_IDS, CEILING_RULE_ID)
    return Regulation(
        key=f"{regulation.key}/penukaran-agunan",
        name="Penukaran agunan Sampang",
        instrument=regulation.instrument,
        rules_by_kind={
            kind: (*own, *(rule for rule in rules if rule.id in wanted))
            for kind, rules in regulation.rules_by_kind.items()
        },
        limits_by_kind=regulation.limits_by_kind,
        item_rules=regulation.item_rules,
        parameters=regulation.parameters,
        interpretations=regulation.interpretations,
        instruments=regulation.instruments,
    )
