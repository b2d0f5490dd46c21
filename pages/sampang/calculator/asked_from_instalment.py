"""Asked the other way round: how much can be borrowed for what can be paid."""

import streamlit as st

from domain.money import parse_rupiah, rupiah
from domain.problems import Problem
from domain.regulation.law_in_force import LawInForce
from domain.regulation.wording import parameter_value, percent
from domain.sampang.costs import share_of_income
from domain.sampang.loan import LoanTerms
from domain.sampang.parameters import COLLATERAL_RATIO
from domain.sampang.quote import Quote
from domain.sampang.reverse import largest_loan, tenors_within
from pages.parts.text import plain


def show_reverse(found: Quote, rules: LawInForce) -> None:
    """Show the largest loan and the tenors for an instalment, the collateral, the burden on income."""
    terms = found.schedule.terms
    # Where nothing is pledged yet, all of it is lacking, and that is said by the amount itself.
    short = f"; masih kurang {rupiah(found.lacking)}" if 0 < found.lacking < found.needed else ""
    ratio = parameter_value(COLLATERAL_RATIO, rules.values[COLLATERAL_RATIO.key])
    st.markdown(
        f"Agunan yang diperlukan untuk {rupiah(terms.principal)}: **{rupiah(found.needed)}** ({ratio}){short}"
    )
    instalment = _amount("Sanggup mengangsur sebulan", "sanggup")
    if instalment:
        _for_instalment(instalment, terms, rules)
    income = _amount("Penghasilan bersih sebulan", "penghasilan")
    if income:
        share = share_of_income(found.schedule.highest_instalment, income)
        st.markdown(f"Angsuran mengambil **{percent(float(share))}** dari penghasilan bersih.")


def _for_instalment(instalment: int, terms: LoanTerms, rules: LawInForce) -> None:
    largest = largest_loan(instalment, terms)
    if largest is None:
        st.info("Angsuran itu terlalu kecil untuk pinjaman mana pun.")
    else:
        st.markdown(
            f"Pinjaman paling besar selama {terms.tenor} bulan, cara {terms.method.label.lower()}: "
            f"**{rupiah(largest)}**, sejauh batas pinjamannya mengizinkan."
        )
    fitting = tenors_within(instalment, terms, rules)
    if fitting:
        words = ", ".join(f"{one.terms.tenor} bulan ({rupiah(one.highest_instalment)})" for one in fitting)
        st.markdown(f"Untuk {rupiah(terms.principal)}, jangka waktu yang sanggup: {words}")
    else:
        st.markdown(f"Untuk {rupiah(terms.principal)} tidak ada jangka waktu yang cukup ringan.")


def _amount(label: str, name: str) -> int | None:
    typed = st.text_input(
        label, key=f"kalkulator-{name}", placeholder="mis. 1,5 juta", persist_state="session"
    )
    read = parse_rupiah(typed or "", name, minimum=1)
    if isinstance(read, Problem):
        st.markdown(f":red[⚠ {plain(read.sentence)}]")
        return None
    return read
