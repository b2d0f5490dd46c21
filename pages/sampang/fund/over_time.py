"""Perkiraan: what is free in the coming months, and when an amount can be lent again."""

import pandas as pd
import streamlit as st

from db.sampang.fund_over_time import fund_over_time
from documents.sampang.over_time_workbook import over_time_workbook
from domain.dates import indonesian_month
from domain.money import rupiah
from domain.roles import Person
from domain.sampang.fund.over_time import ForecastMonth, FundOverTime, Wanted
from domain.sampang.fund.over_time_words import ASSUMED, PLACES, answer, balance_told, rate_told
from domain.sampang.programme import SAMPANG
from pages.parts.fields import Form, first_values
from pages.parts.places import place_link
from pages.parts.sending import nonce_of
from pages.parts.store import database, is_demo_database, today
from pages.parts.text import plain
from pages.sampang.fund.forecast_chart import show_forecast

_FORM = "kapan-bergulir"
_FIRST = Wanted(amount=200_000_000)
_AMOUNTS = ("Jatuh tempo", "Bebas menurut rencana", "Perkiraan masuk", "Bebas menurut perkiraan")


def show_over_time(person: Person) -> None:
    """Answer when an amount can be lent again, and show the months that say so."""
    with database().read() as session:
        found = fund_over_time(session, person, today())
    wanted = _ask()
    if wanted is not None:
        _show_answer(found, wanted)
    st.markdown(plain(balance_told(found)))
    st.caption(plain(rate_told(found)))
    with st.expander("Anggapan perhitungan ini"):
        st.markdown("\n".join(f"- {plain(one)}" for one in ASSUMED))
    with st.container(horizontal=True):
        for place in PLACES:
            place_link(SAMPANG, place.short, key=f"perkiraan-{place.short}")
    _show_months(found, wanted)


def _ask() -> int | None:
    form = Form(nonce_of(_FORM), first_values(_FIRST), Wanted)
    amount = form.ask("amount")
    if form.problems or amount is None:
        st.caption(plain(" ".join(one.sentence for one in [*form.problems, *form.blanks()])))
        return None
    return Wanted(**form.answers()).amount


def _show_answer(found: FundOverTime, amount: int) -> None:
    told = answer(found, amount)
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**Kapan {plain(rupiah(amount))} dapat digulirkan?**")
        st.markdown(f"Bila semua membayar menurut rencana: **{plain(told.by_plan)}**.")
        st.markdown(f"Bila tertagih seperti selama ini: **{plain(told.by_rate)}**.")
        if told.changed_by:
            st.caption("Yang mengubahnya:")
            st.markdown("\n".join(f"- {plain(one)}" for one in told.changed_by))


def _show_months(found: FundOverTime, wanted: int | None) -> None:
    months = found.months()
    if not months:
        st.info("Tidak ada pokok yang masih akan jatuh tempo, jadi tidak ada bulan untuk diperkirakan.")
        return
    st.subheader("Dana bebas pada akhir tiap bulan", anchor=False)
    show_forecast(months, wanted)
    st.dataframe(
        pd.DataFrame([_row(one) for one in months]),
        hide_index=True,
        column_config={name: st.column_config.TextColumn(alignment="right") for name in _AMOUNTS},
    )
    st.download_button(
        "Unduh Excel",
        lambda: over_time_workbook(found, demo=is_demo_database()),
        file_name=f"perkiraan-dana-{found.day:%Y-%m-%d}.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        on_click="ignore",
        icon=":material/table:",
    )


def _row(one: ForecastMonth) -> dict[str, str]:
    return {
        "Bulan": indonesian_month(one.month),
        "Jatuh tempo": rupiah(one.due),
        "Bebas menurut rencana": rupiah(one.free),
        "Perkiraan masuk": _known(one.expected),
        "Bebas menurut perkiraan": _known(one.free_expected),
    }


def _known(amount: int | None) -> str:
    return "belum diketahui" if amount is None else rupiah(amount)
