"""Asked the other way round: how much can be borrowed for what can be paid."""

from dataclasses import replace

import streamlit as st

from domain.money import parse_rupiah, rupiah
from domain.problems import Problem
from domain.regulation.wording import parameter_value, percent
from domain.sampang.costs import share_of_income
from domain.sampang.loan import SMALLEST_LOAN, LoanTerms
from domain.sampang.parameters import COLLATERAL_RATIO
from domain.sampang.quote import Quote, Wish, limit_for
from domain.sampang.reverse import largest_loan, tenors_within, terms_by_tenor
from pages.parts.text import plain
from pages.sampang.calculator.wishing import take_amount
from pages.sampang.law import LawByDay


def show_reverse(found: Quote, law_of: LawByDay) -> None:
    """Show the largest loan of each tenor for an instalment, the collateral, the burden on income."""
    terms, rules = found.schedule.terms, law_of(found.wish.disbursed_on)
    instalment = _amount("Sanggup mengangsur sebulan", "sanggup")
    if instalment:
        _for_instalment(instalment, found, law_of)
    income = _amount("Penghasilan bersih sebulan", "penghasilan")
    if income:
        share = share_of_income(found.schedule.highest_instalment, income)
        st.markdown(f"Angsuran mengambil **{percent(float(share))}** dari penghasilan bersih.")
    # Where nothing is pledged yet, all of it is lacking, and that is said by the amount itself.
    short = f"; masih kurang {rupiah(found.lacking)}" if 0 < found.lacking < found.needed else ""
    ratio = parameter_value(COLLATERAL_RATIO, rules.values[COLLATERAL_RATIO.key])
    st.markdown(
        f"Agunan yang diperlukan untuk {rupiah(terms.principal)}: **{rupiah(found.needed)}** ({ratio}){short}"
    )


def _for_instalment(instalment: int, found: Quote, law_of: LawByDay) -> None:
    terms, rules = found.schedule.terms, law_of(found.wish.disbursed_on)
    offered = terms_by_tenor(terms, rules)
    st.markdown(
        f"Pinjaman paling besar untuk {rupiah(instalment)} sebulan, cara {terms.method.label.lower()}:"
    )
    with st.grid(len(offered), gap="small"):
        for like in offered:
            _answer(like, largest_loan(instalment, like), found.wish, law_of)
    if fitting := tenors_within(instalment, terms, rules):
        words = ", ".join(f"{one.terms.tenor} bulan ({rupiah(one.highest_instalment)})" for one in fitting)
        st.markdown(f"Untuk {rupiah(terms.principal)}, jangka waktu yang sanggup: {words}")
    else:
        st.markdown(f"Untuk {rupiah(terms.principal)} tidak ada jangka waktu yang cukup ringan.")


def _answer(like: LoanTerms, largest: int | None, wish: Wish, law_of: LawByDay) -> None:
    with st.container(border=True, gap="xsmall"):
        if largest is None:
            st.markdown(f"**{like.tenor} bulan**")
            st.caption("Angsuran itu terlalu kecil untuk pinjaman mana pun.")
            return
        st.metric(f"{like.tenor} bulan", rupiah(largest))
        asked = replace(wish, principal=largest, tenor=like.tenor)
        limit = limit_for(asked, law_of(wish.disbursed_on))
        used, label = largest, "Pakai jumlah ini"
        if largest > limit.least:
            place = limit.limit.citations[0].short
            st.caption(f"⚠ Di atas batas {rupiah(limit.least)}, {limit.limit.title} ({place}).")
            used, label = limit.least, "Pakai batasnya"
        if used >= SMALLEST_LOAN:
            key = f"kalkulator-pakai-{like.tenor}"
            st.button(label, key=key, on_click=take_amount, args=(used, like.tenor))


def _amount(label: str, name: str) -> int | None:
    typed = st.text_input(
        label, key=f"kalkulator-{name}", placeholder="mis. 1,5 juta", persist_state="session"
    )
    read = parse_rupiah(typed or "", name, minimum=1)
    if isinstance(read, Problem):
        st.markdown(f":red[⚠ {plain(read.sentence)}]")
        return None
    return read
