"""Simulasi kebijakan: what a different rule would do over the whole register; none is in force by it."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial

import streamlit as st

from domain.programme import Programme
from domain.roles import OfficePermission, Person
from pages.office.policy.rules_tab import show_rules_tab
from pages.office.policy.study.study_tab import show_study_tab
from pages.parts.acting import must_be_in_one
from pages.parts.installation import served
from pages.parts.policy_part import PolicyPart
from pages.parts.programme_choice import one_of_programmes
from pages.parts.tabs import open_tab
from pages.parts.wings import wing_of


class Tab(StrEnum):
    """The parts of the screen, of which only those are shown that the programme has."""

    RULES = "Aturan lain"
    PROJECTION = "Proyeksi dana"
    STUDY = "Register lain"


def main() -> None:
    """Show the screen."""
    st.title("Simulasi kebijakan")
    person, allowed = must_be_in_one(
        [one for one in served() if wing_of(one).policy], OfficePermission.SIMULATE_POLICY
    )
    st.caption("Simulasi, bukan keputusan: tidak ada yang berlaku atau berubah karena layar ini.")
    programme = one_of_programmes(allowed, "program", bind="query-params")
    if policy := wing_of(programme).policy:
        _show(person, programme, policy(person))


def _show(person: Person, programme: Programme, part: PolicyPart) -> None:
    drawn = _drawn(person, programme, part)
    tab, place = open_tab(list(drawn), "bagian")
    with place:
        drawn[tab]()


def _drawn(person: Person, programme: Programme, part: PolicyPart) -> dict[Tab, Callable[[], None]]:
    """What draws each tab that there is."""
    found: dict[Tab, Callable[[], None]] = {Tab.RULES: partial(show_rules_tab, person, programme, part)}
    if part.projection is not None:
        found[Tab.PROJECTION] = part.projection
    found[Tab.STUDY] = partial(show_study_tab, person, programme)
    return found


main()
