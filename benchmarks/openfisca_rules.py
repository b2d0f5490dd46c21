"""Eleven provisions for usaha mikro, kecil, menengah, coded by hand in OpenFisca: romawi IV.2, III, VIII, IX.

Not run by itself: `benchmarks/engines.py` starts it with the Python that has openfisca-core, gives it a
folder with one .npy file for each fact, all known, and reads the number that qualify and the seconds that it
took.
"""

import sys
import time
from pathlib import Path

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

MONTH = "2026-03"
# Choices come as their places in the order in which domain/sampang lists them.
MICRO, PROGRAMME, RENTED, WORKING_CAPITAL = 0, 2, 1, 0
MSME = [0, 1, 2, 4, 5, 7]  # micro, small, medium, and those that are one of two of them
APPLICANT = build_entity("applicant", "applicants", "Whoever applies", is_person=True)


def _input(name: str, kind: type) -> type[Variable]:
    made = {"value_type": kind, "entity": APPLICANT, "definition_period": DateUnit.MONTH, "label": name}
    return type(name, (Variable,), made)


def _rule(name: str, formula: object) -> type[Variable]:
    made = {"value_type": bool, "entity": APPLICANT, "definition_period": DateUnit.MONTH, "label": name}
    return type(name, (Variable,), {**made, "formula": formula})


def size(who, month, parameters):
    return np.isin(who("size_by_current_law", month), MSME)


def active(who, month, parameters):
    return who("months_active", month) >= 24


def selected_(who, month, parameters):
    return who("selected", month)


def no_arrears(who, month, parameters):
    return ~who("business_arrears", month) & ~who("owner_arrears", month)


def credit(who, month, parameters):
    return (who("credit_history", month) != PROGRAMME) | who("credit_used_well", month)


def lease(who, month, parameters):
    return (who("premises", month) != RENTED) | (who("lease_months", month) >= 36)


def floor(who, month, parameters):
    return (who("size_by_current_law", month) == MICRO) | (who("principal", month) >= 5_000_000)


def term(who, month, parameters):
    months = who("term_months", month)
    usual = (months == 12) | (months == 24) | (months == 36)
    return (months >= 12) & (months <= 36) & (usual | who("term_ruling", month))


def purpose(who, month, parameters):
    return (who("purpose", month) == WORKING_CAPITAL) | who("purpose_ruling", month)


def red_list(who, month, parameters):
    return ~who("on_red_list", month)


def renewal(who, month, parameters):
    since = who("months_since_settled", month)
    waited = (since >= 12) | ((since >= 6) & who("renewal_leave", month))
    return ~who("borrowed_before", month) | ~who("settled_early_to_renew", month) | waited


RULES = (size, active, selected_, no_arrears, credit, lease, floor, term, purpose, red_list, renewal)


def qualifies(who, month, parameters):
    found = who(f"rule_{RULES[0].__name__}", month)
    for rule in RULES[1:]:
        found = found & who(f"rule_{rule.__name__}", month)
    return found


def main(folder: Path, runs: int) -> None:
    """Calculate `runs` times and print what was found and the best time."""
    facts = {file.stem: np.load(file) for file in sorted(folder.glob("*.npy"))}
    system = TaxBenefitSystem([APPLICANT])
    for name, column in facts.items():
        system.add_variable(_input(name, bool if column.dtype == np.bool_ else int))
    for rule in RULES:
        system.add_variable(_rule(f"rule_{rule.__name__}", rule))
    system.add_variable(_rule("qualifies", qualifies))
    best, found = float("inf"), 0
    for _ in range(runs):
        simulation = SimulationBuilder().build_default_simulation(system, count=len(facts["principal"]))
        for name, column in facts.items():
            simulation.set_input(name, MONTH, column)
        begun = time.perf_counter()
        found = int(simulation.calculate("qualifies", MONTH).sum())
        best = min(best, time.perf_counter() - begun)
    print(found, best)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
