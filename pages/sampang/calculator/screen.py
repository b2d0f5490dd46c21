"""Kalkulator: what a loan costs each month, which limit binds, and what if."""

from collections.abc import Callable
from dataclasses import replace
from mimetypes import guess_type
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from documents.sampang.instalment_card import instalment_card
from documents.sampang.schedule_workbook import schedule_workbook
from documents.sampang.simulation_sheet import simulation_sheet
from domain.problems import Problem
from domain.regulation.law_in_force import LawInForce
from domain.regulation.receipts import fingerprint
from domain.sampang.kinds import InterestMethod
from domain.sampang.quote import Quote, Wish, quote
from domain.version import VERSION
from pages.parts.acting import acting
from pages.parts.store import today
from pages.parts.text import plain
from pages.sampang.calculator.asked_from_instalment import show_reverse
from pages.sampang.calculator.loan_figures import (
    IN_RUPIAH,
    comparison_table,
    method_table,
    show_costs,
    show_figures,
    show_limit,
    show_schedule,
)
from pages.sampang.calculator.remembering import link
from pages.sampang.calculator.schedule_charts import show_instalments
from pages.sampang.calculator.settling import show_settlement
from pages.sampang.calculator.wishing import ask_wish
from pages.sampang.law import LawByDay, law_by_day

_KEPT = "kalkulator-disimpan"
MOST_KEPT = 4


def main() -> None:
    """Show the screen."""
    law_of = law_by_day()
    st.title("Kalkulator")
    asking, answering = st.columns([2, 5], gap="medium")
    with asking:
        wish = ask_wish(law_of, today())
    with answering:
        if isinstance(wish, Problem):
            st.info(plain(wish.sentence))
            st.caption("Plafon tiap jenis peminjam: VIII.1.b. Agunan: IV.1.i, IV.2.g, IV.3.f, IV.4.f.")
            return
        rules = law_of(wish.disbursed_on)
        found = quote(wish, rules)
        if isinstance(found, Problem):
            st.error(plain(found.sentence))
            return
        show_figures(found)
        show_costs(found)
        show_limit(found)
        buttons = st.container(horizontal=True, gap="xsmall")
        with buttons:
            _downloads(found, fingerprint(rules.regulation))
        _tabs(found, law_of)
        with buttons:
            _copy_link()


def _tabs(found: Quote, law_of: LawByDay) -> None:
    rules = law_of(found.wish.disbursed_on)
    plan, methods, early, kept, reverse = st.tabs(
        ["Jadwal", "Tiga metode", "Pelunasan dipercepat", "Bandingkan", "Berapa sanggup saya"]
    )
    with plan:
        show_instalments(found.schedule)
        show_schedule(found.schedule)
    with methods:
        st.caption(f"Perbup tidak menyebut cara hitung (tafsir S-42); kantor yang menetapkan. {IN_RUPIAH}")
        st.table(method_table(_by_method(found.wish, rules)))
    with early:
        show_settlement(found.schedule, rules)
    with kept:
        _comparison(found, law_of)
    with reverse:
        show_reverse(found, rules)


def _by_method(wish: Wish, rules: LawInForce) -> list[tuple[str, Quote]]:
    found = [(method.label, quote(replace(wish, method=method), rules)) for method in InterestMethod]
    return [(label, one) for label, one in found if isinstance(one, Quote)]


def _comparison(found: Quote, law_of: LawByDay) -> None:
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
    shown = [
        (f"Skenario {place}", quote(wish, law_of(wish.disbursed_on))) for place, wish in enumerate(kept, 1)
    ]
    st.caption(IN_RUPIAH)
    st.table(comparison_table([(name, one) for name, one in shown if isinstance(one, Quote)]))


def _why_not_kept(wish: Wish, kept: list[Wish]) -> str | None:
    if wish in kept:
        return "Skenario ini sudah disimpan."
    return f"Paling banyak {MOST_KEPT}; kosongkan dahulu." if len(kept) >= MOST_KEPT else None


def _downloads(found: Quote, rules_version: str) -> None:
    person = acting()
    told: dict[str, Any] = {
        "printed_on": today(),
        "printed_by": person.name if person else "tamu",
        "application_version": VERSION,
        "rules_version": rules_version,
        "demo": True,
    }
    papers: tuple[tuple[str, Callable[[], bytes], str, str], ...] = (
        ("Cetak simulasi", lambda: simulation_sheet(found, **told), "simulasi-angsuran.pdf", "print"),
        (
            "Kartu angsuran",
            lambda: instalment_card(found.schedule, number="", borrower="", simulation=True, **told),
            "kartu-angsuran.pdf",
            "view_list",
        ),
        (
            "Unduh Excel",
            lambda: schedule_workbook(found, made_on=today()),
            "jadwal-angsuran.xlsx",
            "table_view",
        ),
    )
    for label, made, name, icon in papers:
        st.download_button(
            label,
            made,
            file_name=name,
            mime=guess_type(name)[0],
            on_click="ignore",
            icon=f":material/{icon}:",
        )


def _copy_link() -> None:
    with st.popover("Salin tautan", icon=":material/link:"):
        st.caption("Siapa pun yang membuka tautan ini membaca simulasi yang sama.")
        st.code(f"{st.context.url or ''}?{urlencode(link())}", language=None, wrap_lines=True)


main()
