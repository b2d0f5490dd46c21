"""Every place where Perbup Sampang 20/2015 can be read in more than one way, by its number."""

from collections.abc import Mapping
from types import MappingProxyType

from domain.regulation.interpretations import Interpretation
from domain.sampang.readings.on_amounts import S02, S05, S06, S07, S08, S25
from domain.sampang.readings.on_applicants import S23, S24, S29, S30, S32, S33, S34, S35
from domain.sampang.readings.on_collateral import S09, S10, S11, S12, S13, S14
from domain.sampang.readings.on_collateral_items import S15, S16, S17, S18, S19, S20, S21
from domain.sampang.readings.on_cooperatives import S22, S26, S27, S28, S37
from domain.sampang.readings.on_loans import S39, S40, S41, S42, S43, S44, S61
from domain.sampang.readings.on_papers import S01, S03, S04, S36, S48, S49, S50
from domain.sampang.readings.on_procedure import S51, S52, S53, S54, S55
from domain.sampang.readings.on_proposals_and_votes import S62, S65, S66, S67, S68
from domain.sampang.readings.on_regulation_text import S56, S57, S58, S59, S60
from domain.sampang.readings.on_repeat_loans import S31, S38, S45, S46, S47
from domain.sampang.readings.on_servicing_arrears import O02, O09, O10, O11, O12, O13, O19, O31
from domain.sampang.readings.on_servicing_bank_files import O23, O24, O25, O26, O27, O28, O29, O30
from domain.sampang.readings.on_servicing_ends import O03, O04, O15, O16, O17, O18, O20
from domain.sampang.readings.on_servicing_money import O01, O05, O06, O07, O08, O14, O21, O22
from domain.sampang.readings.on_swaps import S63, S64

# fmt: off
__all__ = [
    "OF_SERVICING", "READINGS",
    "S01", "S02", "S03", "S04", "S05", "S06", "S07", "S08", "S09", "S10", "S11", "S12", "S13",
    "S14", "S15", "S16", "S17", "S18", "S19", "S20", "S21", "S22", "S23", "S24", "S25", "S26",
    "S27", "S28", "S29", "S30", "S31", "S32", "S33", "S34", "S35", "S36", "S37", "S38", "S39",
    "S40", "S41", "S42", "S43", "S44", "S45", "S46", "S47", "S48", "S49", "S50", "S51", "S52",
    "S53", "S54", "S55", "S56", "S57", "S58", "S59", "S60", "S61", "S62", "S63", "S64", "S65",
    "S66", "S67", "S68",
]
_IN_ORDER = (
    S01, S02, S03, S04, S05, S06, S07, S08, S09, S10, S11, S12, S13, S14, S15, S16, S17, S18,
    S19, S20, S21, S22, S23, S24, S25, S26, S27, S28, S29, S30, S31, S32, S33, S34, S35, S36,
    S37, S38, S39, S40, S41, S42, S43, S44, S45, S46, S47, S48, S49, S50, S51, S52, S53, S54,
    S55, S56, S57, S58, S59, S60, S61, S62, S63, S64, S65, S66, S67, S68,
)
# The life of a loan after its money went out; the program follows one reading of each.
OF_SERVICING = (
    O01, O02, O03, O04, O05, O06, O07, O08, O09, O10, O11, O12, O13, O14, O15, O16, O17, O18,
    O19, O20, O21, O22, O23, O24, O25, O26, O27, O28, O29, O30, O31,
)
# fmt: on
READINGS: Mapping[str, Interpretation] = MappingProxyType(
    {entry.id: entry for entry in (*_IN_ORDER, *OF_SERVICING)}
)
