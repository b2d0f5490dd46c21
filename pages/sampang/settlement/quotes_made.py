"""The quotes of a loan with what became of each; the money is booked from the one that holds."""

from collections.abc import Sequence

import streamlit as st

from db.sampang.loans.collateral_to_return import collateral_to_return
from db.sampang.loans.quote_lists import StoredQuote, expiring_quotes
from db.sampang.loans.settlements import settle_loan
from db.sampang.origination.issued_papers import paper_bytes
from db.sampang.origination.loan_files import StoredFile
from domain.dates import indonesian_date, indonesian_moment
from domain.money import rupiah
from domain.programme import may
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.settling import QuoteState, SettlementReceived
from domain.sampang.step_checks import yet_to_come
from pages.parts.saved_notice import Saved
from pages.parts.store import database, today
from pages.parts.text import plain
from pages.sampang.screens import LOANS
from pages.sampang.step_sending import Sending

_SIGNS = {QuoteState.HOLDS: "●", QuoteState.SETTLED: "✔", QuoteState.COMING: "…"}


def show_quotes(person: Person, stored: StoredFile, quotes: Sequence[StoredQuote]) -> None:
    """Show each quote that went out, the newest first."""
    if not quotes:
        return
    st.subheader("Rincian yang sudah diterbitkan", anchor=False)
    may_book = may(person, SampangPermission.SETTLE_LOANS, SAMPANG)
    for one in quotes:
        with st.container(border=True, gap="xsmall"):
            _quote(person, one)
            # What expired yesterday can still be booked with money that came in time.
            if may_book and one.state in (QuoteState.HOLDS, QuoteState.EXPIRED):
                with st.expander("Catat uang pelunasan"):
                    _taking_up(person, stored, one)


def show_expiring(person: Person) -> None:
    """Show the quotes of all loans that end within the week; nothing where none does."""
    with database().read() as session:
        quotes = expiring_quotes(session, person, today())
    if not quotes:
        return
    with st.expander(f"Rincian pelunasan yang segera berakhir ({len(quotes)}, VIII.5.e)"):
        for one in quotes:
            told = f"{one.name} · {rupiah(one.total)} · sampai {indonesian_date(one.until)}"
            st.page_link(LOANS, label=plain(told), query_params={"no": str(one.application_id)})


def show_to_return(person: Person) -> None:
    """Show the loans that are paid and whose collateral the bank still keeps; nothing where none is."""
    with database().read() as session:
        waiting = collateral_to_return(session, person)
    if not waiting:
        return
    with st.expander(f"Lunas, agunan menunggu kembali ({len(waiting)}, III.10)"):
        for one in waiting:
            told = f"{one.name} · lunas {indonesian_date(one.ended_on)} · {one.things} agunan"
            st.page_link(LOANS, label=plain(told), query_params={"no": str(one.application_id)})


def _quote(person: Person, one: StoredQuote) -> None:
    st.markdown(
        f"{_SIGNS.get(one.state, '–')} **{rupiah(one.total)}** · nomor {plain(one.paper_number)} · "
        f"{one.state.label}"
    )
    st.caption(
        plain(
            f"untuk uang yang masuk {indonesian_date(one.since)} sampai {indonesian_date(one.until)} · "
            f"{one.by}, {indonesian_moment(one.at)}"
        )
    )
    st.download_button(
        "Unduh rincian",
        data=lambda: _bytes(person, one.paper_id),
        file_name=f"rincian-pelunasan-{one.number}-{one.id}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/download:",
        key=f"rincian-{one.id}",
    )


def _taking_up(person: Person, stored: StoredFile, one: StoredQuote) -> None:
    sending = Sending(person, stored, f"pelunasan-{one.id}", SettlementReceived, {"amount": one.total})
    form = sending.form
    st.caption(
        "Jumlahnya harus sama dengan rincian. Pokok, jasa, dan tambahan jasa dibukukan terpisah; pinjaman "
        "lunas sejak tanggal masuknya, dan uang lain sesudahnya tidak dibukukan lagi."
    )
    form.ask("amount")
    on = form.ask("on")
    form.ask("reference")
    because = sending.why_again()
    sent = st.button("Bukukan pelunasan", type="primary", key=f"{sending.nonce}:form:kirim")
    if not sent or sending.refused([*yet_to_come("on", on, today())]):
        return
    received = SettlementReceived(**form.answers())
    sending.send(
        lambda session, nonce, at: settle_loan(
            session, person, one.id, received, nonce=nonce, at=at, again_because=because
        ),
        Saved(
            f"Pinjaman lunas: {rupiah(received.amount)} dibukukan. Terbitkan surat keterangan lunas dan "
            "tanda terima agunan di tab ini.",
            correcting="Keliru? Usulkan pembalikannya di Kas dana.",
        ),
    )


def _bytes(person: Person, paper_id: int) -> bytes:
    with database().read() as session:
        return paper_bytes(session, person, paper_id)
