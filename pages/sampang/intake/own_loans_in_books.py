"""The applicant's own loans in our books: taken over into the form, and held against what is typed."""

from collections.abc import Sequence

import streamlit as st

from domain.money import number
from domain.sampang.application import EarlierLoan
from domain.sampang.own_loans import OwnLoan, contradicted, earlier_by_books
from domain.typed_days import typed_day
from domain.typed_numbers import typed_number
from pages.parts.fields import Form
from pages.parts.text import plain


def show_own_loans(form: Form, loans: Sequence[OwnLoan], typed: EarlierLoan) -> None:
    """Say what the books have, contradict an answer that denies it, and offer to take it over."""
    told = earlier_by_books(loans)
    if told is None:
        return
    listed = "".join(f"\n- {plain(one.told)}" for one in loans)
    against = contradicted(loans, typed)
    if against:
        st.error(f"**Berbeda dari buku dana (III.7).** {plain(' '.join(against))}\n{listed}")
    else:
        st.info(f"**Pinjaman pemohon ini dalam buku dana:**\n{listed}")
    if not _is_taken_over(told, typed):
        st.button(
            "Pakai data dari buku dana",
            key=f"{form.nonce}:dari-buku",
            icon=":material/download:",
            on_click=_take_over,
            args=(form, told),
        )


def by_books(loans: Sequence[OwnLoan], typed: EarlierLoan) -> tuple[str, ...]:
    """What the strip says of them: where an answer denies the books, or that they can be taken over."""
    told = earlier_by_books(loans)
    if told is None:
        return ()
    if against := contradicted(loans, typed):
        named = ", ".join(one.number for one in loans)
        return tuple(f"✘ {plain(one)} ({plain(named)}, III.7)" for one in against)
    if _is_taken_over(told, typed):
        return ()
    return (f"ℹ Pemohon ini pernah meminjam ({plain(loans[0].number)}); lihat tab Pinjaman.",)


def _is_taken_over(told: EarlierLoan, typed: EarlierLoan) -> bool:
    return (told.borrowed_before, told.last_amount, told.settled_on, told.months_run) == (
        typed.borrowed_before,
        typed.last_amount,
        typed.settled_on,
        typed.months_run,
    )


def _take_over(form: Form, told: EarlierLoan) -> None:
    as_typed = {
        "borrowed_before": told.borrowed_before,
        "last_amount": "" if told.last_amount is None else number(told.last_amount),
        "settled_on": "" if told.settled_on is None else typed_day(told.settled_on),
        "months_run": "" if told.months_run is None else typed_number(told.months_run),
    }
    for name, value in as_typed.items():
        put_into(form, f"earlier.{name}", value)


def put_into(form: Form, field: str, value: object) -> None:
    """Put a value into a field, drawn or not, as if somebody had typed it there."""
    st.session_state[f"{form.nonce}:{field}"] = value
    form.keep_told(field, value)
