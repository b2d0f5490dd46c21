"""Settling early: a month on a slider, what it costs, and by which bracket."""

import streamlit as st

from domain.dates import indonesian_date
from domain.money import rupiah
from domain.problems import Problem
from domain.sampang_loans.loan import Schedule
from domain.sampang_loans.settlement import Settlement, settlement_on
from pages.parts.address import publish, told
from pages.parts.calculator.charts import settlement_chart
from pages.parts.places import place_link


def show_settlement(schedule: Schedule) -> None:
    """Show the quote for the month on the slider, and all months as a chart."""
    month = _month(schedule.terms.tenor)
    found = settlement_on(schedule, schedule.rows[month - 1].due_on)
    if isinstance(found, Problem):
        st.error(found.sentence)
        return
    _quote(found)
    quotes = [(row.number, settlement_on(schedule, row.due_on)) for row in schedule.rows]
    st.altair_chart(settlement_chart([(n, one) for n, one in quotes if isinstance(one, Settlement)]))


def _month(tenor: int) -> int:
    if st.session_state.get("kalkulator-lunas", 0) > tenor:
        st.session_state["kalkulator-lunas"] = tenor
    if "kalkulator-lunas" not in st.session_state:
        in_address = told("lunas", "")
        month = int(in_address) if in_address.isdecimal() else tenor // 2
        st.session_state["kalkulator-lunas"] = min(max(month, 1), tenor)
    month = st.slider("Lunas pada bulan ke-", 1, tenor, key="kalkulator-lunas")
    publish({"lunas": str(month)})
    return int(month)


def _quote(found: Settlement) -> None:
    left, right = st.columns(2)
    left.metric(f"Dibayar pada {indonesian_date(found.day)}", rupiah(found.total))
    right.metric("Bila diteruskan sampai akhir", rupiah(found.going_on))
    st.markdown(
        f"- sisa pokok: {rupiah(found.principal)}\n"
        f"- jasa yang jatuh tempo: {rupiah(found.interest_due)}\n"
        f"- tambahan jasa {found.surcharge_months} bulan × {rupiah(found.month_interest)}: "
        f"{rupiah(found.surcharge)}"
    )
    place_link(found.place.short, "baca VIII.5.e dan tafsir S-43", key="pelunasan")
    if found.alternative_total is not None:
        st.info(
            f"Tepat pada hari ulang tahun pinjaman: dengan {found.alternative_months} bulan tambahan "
            f"jumlahnya {rupiah(found.alternative_total)} (tafsir S-43)."
        )
    if found.costs_more_than_going_on:
        st.warning(f"Melunasi sekarang lebih mahal {rupiah(found.loss)} daripada meneruskan angsuran.")
