"""Kalkulator: what a loan costs each month, which limit binds, and what if."""

from dataclasses import replace

import streamlit as st

from domain.problems import Problem
from domain.regulation.law_in_force import LawInForce
from domain.regulation.receipts import fingerprint
from domain.sampang.kinds import InterestMethod
from domain.sampang.quote import Quote, Wish, quote
from pages.parts.store import today
from pages.parts.text import plain
from pages.sampang.calculator.asked_from_instalment import show_reverse
from pages.sampang.calculator.desk_or_telephone import fold, lay_out
from pages.sampang.calculator.loan_figures import (
    IN_RUPIAH,
    comparison_table,
    method_table,
    show_costs,
    show_figures,
    show_limit,
    show_limit_elsewhere,
    show_schedule,
    show_terms,
)
from pages.sampang.calculator.schedule_charts import show_instalments
from pages.sampang.calculator.settling import show_settlement
from pages.sampang.calculator.taking_along import take_along
from pages.sampang.calculator.wishing import ask_wish
from pages.sampang.law import LawByDay, law_by_day

_KEPT = "kalkulator-disimpan"
MOST_KEPT = 4


def main() -> None:
    """Show the screen."""
    law_of = law_by_day()
    st.title("Kalkulator")
    places = lay_out()
    with places.figures:
        numbers, tenor, line = st.container(gap="small"), st.container(), st.container()
    with places.asking:
        wish = ask_wish(law_of, today(), tenor)
    found = wish if isinstance(wish, Problem) else quote(wish, law_of(wish.disbursed_on))
    with line:
        fold(None if isinstance(found, Problem) else found.wish)
    if isinstance(found, Problem):
        with numbers:
            _what_is_wrong(found, typed=isinstance(wish, Wish))
        return
    with numbers:
        show_figures(found)
    with places.details:
        _details(found, law_of)


def _what_is_wrong(problem: Problem, *, typed: bool) -> None:
    if typed:
        st.error(plain(problem.sentence))
        return
    st.info(plain(problem.sentence))
    st.caption("Plafon tiap jenis peminjam: VIII.1.b. Agunan: IV.1.i, IV.2.g, IV.3.f, IV.4.f.")


def _details(found: Quote, law_of: LawByDay) -> None:
    show_limit(found)
    buttons = st.container(horizontal=True, gap="xsmall")
    with st.container(gap="small"):
        show_costs(found)
        show_terms(found)
        show_limit_elsewhere(found)
    # A place of their own: what is said above may be one line more, and the open tab stays open.
    with st.container(key="kalkulator-tab"):
        _tabs(found, law_of)
    with buttons:
        take_along(found, fingerprint(law_of(found.wish.disbursed_on).regulation))


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
        show_reverse(found, law_of)


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


main()
