"""Kalkulator: what a loan costs each month, which limit binds, and what if."""

from dataclasses import replace
from urllib.parse import urlencode

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
    IN_RUPIAH,
    comparison_table,
    method_table,
    show_costs,
    show_figures,
    show_limit,
    show_schedule,
)
from pages.parts.calculator.remembering import link
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
    asking, answering = st.columns([2, 5], gap="medium")
    with asking:
        wish = ask_wish(rules, today())
    with answering:
        if isinstance(wish, Problem):
            st.info(plain(wish.sentence))
            st.caption("Plafon tiap jenis peminjam: VIII.1.b. Agunan: IV.1.i, IV.2.g.")
            return
        found = quote(wish, rules)
        if isinstance(found, Problem):
            st.error(plain(found.sentence))
            return
        show_figures(found)
        show_costs(found)
        show_limit(found, rules)
        buttons = st.container(horizontal=True, gap="xsmall")
        with buttons:
            _downloads(found)
        _tabs(found)
        with buttons:
            _copy_link()


def _tabs(found: Quote) -> None:
    rules = law_today()
    plan, methods, early, kept, reverse = st.tabs(
        ["Jadwal", "Tiga metode", "Pelunasan dipercepat", "Bandingkan", "Berapa sanggup saya"]
    )
    with plan:
        st.altair_chart(instalment_chart(found.schedule))
        show_schedule(found.schedule)
    with methods:
        st.caption(f"Perbup tidak menyebut cara hitung (tafsir S-42); kantor yang menetapkan. {IN_RUPIAH}")
        st.table(method_table(_by_method(found.wish)))
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
        why_not = _why_not_kept(found.wish, kept)
        if st.button("Simpan skenario ini", disabled=bool(why_not), help=why_not):
            kept.append(found.wish)
            st.rerun()
        if kept and st.button("Kosongkan"):
            kept.clear()
            st.rerun()
    if not kept:
        st.info(f"Simpan sampai {MOST_KEPT} skenario untuk dibandingkan.")
        return
    shown = [(f"Skenario {place}", quote(wish, law_today())) for place, wish in enumerate(kept, 1)]
    st.caption(IN_RUPIAH)
    st.table(comparison_table([(name, one) for name, one in shown if isinstance(one, Quote)]))


def _why_not_kept(wish: Wish, kept: list[Wish]) -> str | None:
    if wish in kept:
        return "Skenario ini sudah disimpan."
    return f"Paling banyak {MOST_KEPT}; kosongkan dahulu." if len(kept) >= MOST_KEPT else None


def _downloads(found: Quote) -> None:
    person = acting()
    by = person.name if person else "tamu"
    rules_version = fingerprint(law_today().programme)
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


def _copy_link() -> None:
    with st.popover("Salin tautan", icon=":material/link:"):
        st.caption("Siapa pun yang membuka tautan ini membaca simulasi yang sama.")
        st.code(f"{st.context.url or ''}?{urlencode(link())}", language=None, wrap_lines=True)


main()
