"""Where a loan stands today: what is left, what is behind and since when, its class, what to pay now."""

import pandas as pd
import streamlit as st

from db.sampang.loans.claim_lists import claim_on
from db.sampang.servicing.accounts import StoredAccount
from domain.dates import indonesian_date
from domain.money import number, rupiah
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.servicing.account import Account
from domain.sampang.servicing.collecting import NO_RELIEF
from domain.sampang.servicing.loan_state import LoanState
from domain.sampang.servicing.quality import class_history, class_limits
from domain.sampang.servicing.write_off import IS_NOT
from pages.parts.places import place_link
from pages.parts.store import database
from pages.parts.text import plain
from pages.sampang.law import law_today

# What fixed the plan, and at last the arrears; an older loan has a plan of its own.
_PLACES = ("III.6", "VIII.4", "VIII.5.c", "IX.1")


def show_standing(person: Person, stored: StoredAccount) -> None:
    """Show the figures of the account, the terms that were fixed, and the classes it went through."""
    account = stored.account
    if account.state is LoanState.WRITTEN_OFF:
        _claim(person, stored)
    else:
        _figures(account)
    if account.state is LoanState.HANDED_OVER:
        st.info(plain(_handed_over(account)))
    if stored.loan.taken_over_on is None:
        _fixed(stored)
    with st.container(horizontal=True):
        for place in _PLACES if stored.loan.taken_over_on is None else _PLACES[-1:]:
            place_link(SAMPANG, place, key=f"angsuran-{place}")
        if account.advance:
            place_link(SAMPANG, "O-01", "Tafsir O-01", key="angsuran-O-01")
    _classes(account)


def _fixed(stored: StoredAccount) -> None:
    terms = stored.loan.schedule.terms
    st.caption(
        f"Pokok {rupiah(terms.principal)}, cair {indonesian_date(terms.disbursed_on)} · {terms.tenor} bulan, "
        f"masa tenggang {terms.grace} bulan · jasa {terms.yearly_percent} % setahun, "
        f"{terms.method.label.lower()} (tafsir S-42)"
    )
    st.caption(
        plain(
            f"Diminta {stored.loan.requested_by}, disetujui {stored.loan.approved_by} · jadwal tetap menurut "
            "aturan hari pencairan"
        )
    )


def _figures(account: Account) -> None:
    with st.container(horizontal=True, gap="medium"):
        st.metric("Sisa pokok", rupiah(account.owed), width="content")
        due = account.due_now
        st.metric(
            "Angsuran berikut" if due.is_ahead else "Harus dibayar sekarang",
            rupiah(due.to_pay),
            width="content",
        )
        st.metric("Menunggak", rupiah(account.arrears.amount), width="content")
        quality = class_limits(law_today()).of(account.arrears.months)
        st.metric("Kelas", quality.label, width="content")
    st.caption(plain(f"{account.standing.told}: {_told(account)}"))


def _claim(person: Person, stored: StoredAccount) -> None:
    with database().read() as session:
        claim = claim_on(session, person, stored.loan.id)
    if claim is None:  # taken back a moment ago
        return
    with st.container(horizontal=True, gap="medium"):
        st.metric("Sisa tagihan, di luar buku", rupiah(claim.left), width="content")
        st.metric("Pokok yang dihapusbukukan", rupiah(claim.principal), width="content")
        st.metric("Jasa menurut rencana", rupiah(claim.interest), width="content")
        st.metric("Sudah masuk sesudahnya", rupiah(claim.recovered), width="content")
    st.warning(plain(f"{claim.told} {IS_NOT}"))
    place_link(SAMPANG, NO_RELIEF.short, key="tagihan-VIII.5.i")


def _handed_over(account: Account) -> str:
    given = account.handed_over
    under = f" (nomor {given.number})" if given else ""
    return (
        f"{account.standing.told}{under}. Sisa pokoknya tetap beredar dan masuk umur tunggakan; uang "
        "yang masuk tetap dicatat di sini, menurut rencana (IX.2, tafsir O-05)."
    )


def _told(account: Account) -> str:
    arrears, due = account.arrears, account.due_now
    if arrears.since:
        since = indonesian_date(arrears.since)
        return (
            f"{arrears.instalments} angsuran lewat jatuh tempo sejak {since}, {arrears.months} bulan "
            f"({number(arrears.days)} hari); "
            f"jasa {rupiah(arrears.interest)}, pokok {rupiah(arrears.principal)}."
        )
    if due.today:
        return f"hari ini jatuh tempo {rupiah(due.today)}."
    if due.next is None:
        return "seluruh pokok dan jasa sudah dibayar."
    ahead = f"; {rupiah(account.advance)} sudah dibayar di muka (tafsir O-01)" if account.advance else ""
    return (
        f"angsuran berikut {rupiah(due.to_pay)}, jatuh tempo {indonesian_date(due.next.row.due_on)}{ahead}."
    )


def _classes(account: Account) -> None:
    with st.expander("Kelas dari waktu ke waktu"):
        st.caption(
            "Menunggak dihitung sejak hari sesudah jatuh tempo angsuran tertua yang belum lunas; batas bulan "
            "tiap kelas adalah ketetapan kantor di Dasar hukum."
        )
        spells = class_history(account.course, law_today(), account.day)
        st.dataframe(
            pd.DataFrame(
                [
                    {
                        "Kelas": one.quality.label,
                        "Sejak": indonesian_date(one.since),
                        "Sampai": indonesian_date(one.until) if one.until else "sekarang",
                    }
                    for one in reversed(spells)
                ]
            ),
            hide_index=True,
        )
