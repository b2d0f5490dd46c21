"""The four numbers of a simulated loan, and the limit that would bind."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from domain.dates import indonesian_date
from domain.money import rupiah
from domain.regulation.wording import percent
from domain.sampang_loans.loan import Schedule
from domain.sampang_loans.quote import Quote
from pages.parts.places import place_link


def show_figures(found: Quote) -> None:
    """Show the four numbers."""
    schedule = found.schedule
    with st.container(horizontal=True, gap="medium"):
        st.metric("Angsuran masa tenggang", rupiah(schedule.instalment_in_grace), width="content")
        st.metric("Angsuran sesudahnya", rupiah(schedule.first_instalment.total), width="content")
        st.metric("Jumlah jasa", rupiah(schedule.total_interest), width="content")
        st.metric("Setara bunga efektif setahun", percent(found.effective_rate), width="content")
    terms = schedule.terms
    st.caption(
        f"Masa tenggang {terms.grace} bulan di dalam {terms.tenor} bulan; "
        f"jasa {terms.yearly_percent} % setahun, cara {terms.method.label.lower()}; "
        f"angsuran pertama {indonesian_date(schedule.rows[0].due_on)}."
    )


def show_limit(found: Quote) -> None:
    """Show the largest loan and what binds it; plainly where the wish lies above."""
    most = found.most
    title, place = most.binding.limit.title, most.binding.limit.citations[0].short
    words = f"Paling banyak {rupiah(most.amount)}, dibatasi {title}."
    if found.wish.principal > most.amount:
        st.warning(f"Di atas batas. {words}")
    else:
        st.success(f"Dalam batas. {words}")
    if found.is_below_floor:
        st.warning(f"Di bawah pinjaman paling sedikit {rupiah(found.floor)} (VIII.1.b, tafsir S-05).")
    place_link(place, f"baca {place}", key="batas")
    for interpretation, letter, amount in most.elsewhere:
        st.caption(f"Menurut tafsir {interpretation.id} bacaan {letter}: {rupiah(amount)}")


def show_costs(found: Quote) -> None:
    """Show the fees at disbursement; those that the office has not set are said to be open."""
    for cost in found.upfront:
        told = "belum ditetapkan kantor" if cost.amount is None else rupiah(cost.amount)
        st.markdown(f"- {cost.parameter.label}: {told}")
    st.markdown(f"- jasa selama {found.schedule.terms.tenor} bulan: {rupiah(found.schedule.total_interest)}")
    st.markdown(f"**Jumlah biaya: {rupiah(found.total_cost)}**")


def schedule_table(schedule: Schedule) -> pd.DataFrame:
    """The rows of a schedule as a table of words."""
    return pd.DataFrame(
        [
            {
                "No.": row.number,
                "Jatuh tempo": indonesian_date(row.due_on),
                "Pokok": rupiah(row.principal),
                "Jasa": rupiah(row.interest),
                "Jumlah": rupiah(row.total),
                "Sisa pokok": rupiah(row.balance),
            }
            for row in schedule.rows
        ]
    )


def comparison_table(quotes: Sequence[tuple[str, Quote]]) -> pd.DataFrame:
    """Several quotes side by side, one column each."""
    lines: dict[str, Callable[[Quote], str]] = {
        "Pinjaman": lambda q: rupiah(q.wish.principal),
        "Jangka waktu": lambda q: f"{q.wish.tenor} bulan",
        "Cara": lambda q: q.schedule.terms.method.label,
        "Angsuran masa tenggang": lambda q: rupiah(q.schedule.instalment_in_grace),
        "Angsuran sesudahnya": lambda q: rupiah(q.schedule.first_instalment.total),
        "Angsuran terakhir": lambda q: rupiah(q.schedule.rows[-1].total),
        "Jumlah jasa": lambda q: rupiah(q.schedule.total_interest),
        "Jumlah biaya": lambda q: rupiah(q.total_cost),
        "Setara bunga efektif": lambda q: percent(q.effective_rate),
        "Batas": lambda q: rupiah(q.most.amount),
    }
    columns = {name: [line(found) for line in lines.values()] for name, found in quotes}
    return pd.DataFrame(columns, index=list(lines))
