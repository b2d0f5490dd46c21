"""The four numbers of a simulated loan, and the limit that would bind."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from documents.sampang.loan_terms import added_grace_in_words, other_grace_in_words, rounding_of, short_date
from documents.sampang.simulation_summary import (
    both_in_words,
    ceilings_in_words,
    collateral_in_words,
    fees_in_words,
    rate_with_fees_in_words,
)
from domain.dates import indonesian_date
from domain.money import number, rupiah
from domain.regulation.most import LimitFigure
from domain.regulation.wording import percent
from domain.sampang.loan import Schedule
from domain.sampang.programme import SAMPANG
from domain.sampang.quote import Quote
from pages.parts.places import place_link
from pages.parts.text import plain

IN_RUPIAH = "Semua jumlah dalam rupiah."


def show_figures(found: Quote) -> None:
    """Show the four numbers, what is paid each month first."""
    schedule = found.schedule
    with st.container(horizontal=True, gap="small", key="kalkulator-empat"):
        st.metric("Angsuran sesudahnya", rupiah(schedule.first_instalment.total), width="content")
        st.metric("Angsuran masa tenggang", rupiah(schedule.instalment_in_grace), width="content")
        st.metric("Jumlah jasa", rupiah(schedule.total_interest), width="content")
        st.metric("Bunga efektif", percent(found.rate_without_fees), width="content")


def show_terms(found: Quote) -> None:
    """Show what the numbers rest on, and what they would be where the text is read otherwise."""
    terms = found.schedule.terms
    st.caption(
        f"Masa tenggang {terms.grace} bulan di dalam {terms.tenor} bulan (III.6, VIII.5.c); "
        f"jasa {terms.yearly_percent} % setahun (VIII.4), cara {terms.method.label.lower()} (tafsir S-42); "
        f"angsuran pertama {indonesian_date(found.schedule.rows[0].due_on)}; menurut hukum pada hari "
        f"pencairan, {indonesian_date(found.wish.disbursed_on)}. "
        f"Bunga efektif {percent(found.rate_without_fees)} setahun {rate_with_fees_in_words(found)}."
    )
    if other := other_grace_in_words(found):
        st.caption(other)
    st.caption(added_grace_in_words(found))


def show_limit(found: Quote) -> None:
    """Show the largest loan and what binds it; plainly where the wish lies above."""
    limit = found.limit
    ceilings = ceilings_in_words(found)
    most = f"Paling banyak {ceilings}" if ceilings and found.awaits_collateral else _most(limit)
    words = f"{most}{collateral_in_words(found)}"
    if found.is_above_limit:
        st.warning(f"Di atas batas. {words}")
    elif found.needs_land:
        st.info(f"Perlu sertifikat tanah. {words}")
    elif found.awaits_collateral:
        st.info(words)
    else:
        st.success(f"Dalam batas. {words}")
    if ceilings and not found.awaits_collateral:
        st.caption(f"Plafon menurut agunan: {ceilings} {both_in_words(found)}")
    if found.is_below_floor:
        st.warning(f"Di bawah pinjaman paling sedikit {rupiah(found.floor)} (VIII.1.b, tafsir S-05).")


def show_limit_elsewhere(found: Quote) -> None:
    """Where the limit can be read, and what it is where the text is read otherwise."""
    read_link(found.limit.limit.citations[0].short, key="batas")
    for interpretation, letter, amount in found.most.elsewhere:
        st.caption(plain(f"{interpretation.read_as(letter)}: {rupiah(amount)}"))


def _most(figure: LimitFigure) -> str:
    place = figure.limit.citations[0].short
    return f"Paling banyak {rupiah(figure.least)}, dibatasi {figure.limit.title} ({place})."


def read_link(place: str, label: str = "", key: str = "") -> None:
    """A link to a place, in the colour and with the sign that say that it is one."""
    place_link(SAMPANG, place, f":material/menu_book: {label or f'baca {place}'}", key=key)


def show_costs(found: Quote) -> None:
    """Show the total cost in a line; fees that the office has not set are said to be open."""
    is_open = any(cost.amount is None for cost in found.upfront)
    without = ", tanpa biaya yang belum ditetapkan" if is_open else ""
    interest = rupiah(found.schedule.total_interest)
    total = f"**Jumlah biaya {rupiah(found.total_cost)}**{without}"
    st.markdown(f"{total}: jasa {interest}; {fees_in_words(found)}")


def show_schedule(schedule: Schedule) -> None:
    """Show every row, in figures that stand under each other."""
    table = schedule_table(schedule)
    right = st.column_config.TextColumn(alignment="right")
    st.caption(f"{IN_RUPIAH} {rounding_of(schedule.terms.method)}")
    st.dataframe(
        table, hide_index=True, height="content", column_config=dict.fromkeys(table.columns[2:], right)
    )


def schedule_table(schedule: Schedule) -> pd.DataFrame:
    """The rows of a schedule as a table of words."""
    return pd.DataFrame(
        [
            {
                "No.": row.number,
                "Jatuh tempo": short_date(row.due_on),
                "Jumlah": number(row.total),
                "Pokok": number(row.principal),
                "Jasa": number(row.interest),
                "Sisa pokok": number(row.balance),
            }
            for row in schedule.rows
        ]
    )


def method_table(quotes: Sequence[tuple[str, Quote]]) -> pd.DataFrame:
    """The same loan by each method, one column each."""
    return _side_by_side(quotes, _COSTS)


def comparison_table(quotes: Sequence[tuple[str, Quote]]) -> pd.DataFrame:
    """Several loans side by side, one column each."""
    return _side_by_side(quotes, _LOAN | _COSTS | _LIMIT)


_Lines = dict[str, Callable[[Quote], str]]
_LOAN: _Lines = {
    "Pinjaman": lambda q: number(q.wish.principal),
    "Peminjam": lambda q: q.wish.borrower.label,
    "Agunan": lambda q: number(q.wish.pledged),
    "Jangka waktu": lambda q: f"{q.wish.tenor} bulan",
    "Cara": lambda q: q.schedule.terms.method.label,
}
_COSTS: _Lines = {
    "Angsuran masa tenggang": lambda q: number(q.schedule.instalment_in_grace),
    "Angsuran sesudahnya": lambda q: number(q.schedule.first_instalment.total),
    "Angsuran terakhir": lambda q: number(q.schedule.rows[-1].total),
    "Jumlah jasa": lambda q: number(q.schedule.total_interest),
    "Jumlah biaya": lambda q: number(q.total_cost),
    "Bunga efektif": lambda q: percent(q.rate_without_fees),
    "Bunga efektif dengan biaya": lambda q: percent(q.effective_rate) if q.upfront_total else "–",
}
_LIMIT: _Lines = {
    "Paling banyak": lambda q: number(q.limit.least),
    "Agunan yang diperlukan": lambda q: number(q.needed),
}


def _side_by_side(quotes: Sequence[tuple[str, Quote]], lines: _Lines) -> pd.DataFrame:
    columns = {name: [line(found) for line in lines.values()] for name, found in quotes}
    return pd.DataFrame(columns, index=list(lines))
