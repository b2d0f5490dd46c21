"""Settling early: a month on a slider, what it costs, and by which bracket."""

import streamlit as st

from domain.dates import indonesian_date
from domain.money import rupiah
from domain.problems import Problem
from domain.regulation.law_in_force import LawInForce
from domain.sampang.loan import Schedule
from domain.sampang.settlement import Bracket, EarlySettlement, settlement_on
from pages.parts.address import told
from pages.parts.text import number_in_address
from pages.sampang.calculator.loan_figures import read_link
from pages.sampang.calculator.remembering import tell
from pages.sampang.calculator.schedule_charts import show_settlements

_MONTH = "kalkulator-lunas"


def show_settlement(schedule: Schedule, rules: LawInForce) -> None:
    """Show the quote for the month on the slider, and all months as a chart."""
    month = _month(schedule.terms.tenor)
    found = settlement_on(schedule, schedule.rows[month - 1].due_on, rules)
    if isinstance(found, Problem):
        st.error(found.sentence)
        return
    _quote(found)
    quotes = [(row.number, settlement_on(schedule, row.due_on, rules)) for row in schedule.rows]
    known = [(number, one) for number, one in quotes if isinstance(one, EarlySettlement)]
    dearer = [str(number) for number, one in known if one.costs_more_than_going_on]
    if dearer:
        st.caption(f"Melunasi lebih mahal daripada meneruskan pada bulan ke-{', '.join(dearer)}.")
    show_settlements(known)


def _month(tenor: int) -> int:
    month = st.session_state.get(_MONTH, number_in_address(told("lunas", "")))
    # Said again at every run: a slider of another length is a new one, which would begin at 1.
    st.session_state[_MONTH] = tenor // 2 if month is None else min(max(month, 1), tenor)
    month = st.slider("Lunas pada bulan ke-", 1, tenor, key=_MONTH)
    tell({"lunas": str(month)})
    return int(month)


def _quote(found: EarlySettlement) -> None:
    left, right = st.columns(2)
    left.metric(f"Dibayar pada {indonesian_date(found.day)}", rupiah(found.total))
    right.metric("Bila diteruskan sampai akhir", rupiah(found.going_on))
    st.markdown(
        f"- sisa pokok: {rupiah(found.principal)}\n"
        f"- jasa yang jatuh tempo: {rupiah(found.interest_due)}\n"
        f"- {_surcharge(found)}"
    )
    read_link(found.place.short, "baca VIII.5.e dan tafsir S-43", key="pelunasan")
    if found.alternative_total is not None:
        st.info(
            f"Tepat pada hari ulang tahun pinjaman: dengan {found.alternative_months} bulan tambahan "
            f"jumlahnya {rupiah(found.alternative_total)} (tafsir S-43)."
        )
    if found.total_read_otherwise is not None:
        st.caption(
            f"Menurut tafsir S-43 bacaan B, yang ditambahkan {found.surcharge_months} angsuran penuh: "
            f"jumlahnya {rupiah(found.total_read_otherwise)}."
        )
    if found.costs_more_than_going_on:
        st.warning(f"Melunasi sekarang lebih mahal {rupiah(found.loss)} daripada meneruskan angsuran.")


def _surcharge(found: EarlySettlement) -> str:
    bracket = found.bracket
    if bracket is None:
        return "tanpa tambahan jasa: ini angsuran terakhir"
    interest = rupiah(found.month_interest)
    added = f"tambahan jasa {bracket.months} bulan × {interest}: {rupiah(found.surcharge)}"
    return f"{added} (umur pinjaman {_age(bracket)})"


def _age(bracket: Bracket) -> str:
    if bracket.from_age is None:
        return f"belum {bracket.to_age} bulan"
    if bracket.to_age is None:
        return f"lebih dari {bracket.from_age} bulan"
    return f"{bracket.from_age} sampai {bracket.to_age} bulan"
