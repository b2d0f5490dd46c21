"""Kalkulator: what a loan costs each month, which limit binds, and what if."""

from dataclasses import replace

import streamlit as st

from documents.instalment_card import instalment_card
from documents.schedule_workbook import schedule_workbook
from documents.simulation_sheet import simulation_sheet
from domain.problems import Problem
from domain.regulation.receipts import fingerprint
from domain.sampang_loans.kinds import InterestMethod
from domain.sampang_loans.quote import Quote, Wish, quote
from domain.version import VERSION
from pages.parts.acting import acting
from pages.parts.calculator.charts import instalment_chart
from pages.parts.calculator.figures import (
    comparison_table,
    schedule_table,
    show_costs,
    show_figures,
    show_limit,
)
from pages.parts.calculator.reversing import show_reverse
from pages.parts.calculator.settling import show_settlement
from pages.parts.calculator.wishing import ask_wish
from pages.parts.law import law_today
from pages.parts.store import today
from pages.parts.text import plain

_KEPT = "kalkulator-disimpan"
MOST_KEPT = 4


def main() -> None:
    """Show the screen."""
    rules = law_today()
    st.title("Kalkulator")
    asking, answering = st.columns([1, 3], gap="large")
    with asking:
        asked = ask_wish(rules, today())
    with answering:
        if asked.wish is None:
            st.info(" ".join(plain(problem.sentence) for problem in asked.problems))
            return
        found = quote(asked.wish, rules)
        if isinstance(found, Problem):
            st.error(plain(found.sentence))
            return
        show_figures(found)
        show_limit(found)
        _downloads(found)
        _tabs(found)


def _tabs(found: Quote) -> None:
    rules = law_today()
    plan, methods, early, kept, reverse = st.tabs(
        ["Jadwal", "Tiga metode", "Pelunasan dipercepat", "Bandingkan", "Berapa sanggup saya"]
    )
    with plan:
        st.altair_chart(instalment_chart(found.schedule))
        st.dataframe(schedule_table(found.schedule), hide_index=True, height="content")
        show_costs(found)
    with methods:
        st.caption("Perbup tidak menyebut cara hitung (tafsir S-42); kantor yang menetapkan.")
        st.table(comparison_table(_by_method(found.wish)))
    with early:
        show_settlement(found.schedule)
    with kept:
        _comparison(found)
    with reverse:
        show_reverse(found, rules)


def _by_method(wish: Wish) -> list[tuple[str, Quote]]:
    found = [(method.label, quote(replace(wish, method=method), law_today())) for method in InterestMethod]
    return [(label, one) for label, one in found if isinstance(one, Quote)]


def _comparison(found: Quote) -> None:
    kept: list[Wish] = st.session_state.setdefault(_KEPT, [])
    with st.container(horizontal=True):
        full = len(kept) >= MOST_KEPT
        if st.button("Simpan skenario ini", disabled=full or found.wish in kept):
            kept.append(found.wish)
            st.rerun()
        if kept and st.button("Kosongkan"):
            kept.clear()
            st.rerun()
    if not kept:
        st.info(f"Simpan sampai {MOST_KEPT} skenario untuk dibandingkan.")
        return
    shown = [(f"Skenario {place}", quote(wish, law_today())) for place, wish in enumerate(kept, 1)]
    st.table(comparison_table([(name, one) for name, one in shown if isinstance(one, Quote)]))


def _downloads(found: Quote) -> None:
    person = acting()
    by = person.name if person else "tamu"
    rules_version = fingerprint(law_today().programme)
    with st.container(horizontal=True):
        st.download_button(
            "Cetak simulasi",
            lambda: simulation_sheet(
                found,
                printed_on=today(),
                printed_by=by,
                application_version=VERSION,
                rules_version=rules_version,
                demo=True,
            ),
            file_name="simulasi-angsuran.pdf",
            mime="application/pdf",
            on_click="ignore",
            icon=":material/print:",
        )
        st.download_button(
            "Kartu angsuran",
            lambda: instalment_card(
                found.schedule,
                number="",
                borrower="",
                printed_on=today(),
                printed_by=by,
                application_version=VERSION,
                rules_version=rules_version,
                demo=True,
            ),
            file_name="kartu-angsuran.pdf",
            mime="application/pdf",
            on_click="ignore",
            icon=":material/view_list:",
        )
        st.download_button(
            "Unduh Excel",
            lambda: schedule_workbook(found, made_on=today()),
            file_name="jadwal-angsuran.xlsx",
            on_click="ignore",
            icon=":material/table_view:",
        )
        st.caption("Tautan pada bilah alamat memuat simulasi ini.")


main()
