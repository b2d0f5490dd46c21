"""The collateral register of one file: where each pledged thing is, and the form for the next line."""

from collections.abc import Sequence
from uuid import uuid4

import streamlit as st

from db.sampang.loans.loans import StoredLoan, loan_of
from db.sampang.origination.collateral_register import RegisterLine, record_custody, register_lines
from db.sampang.origination.loan_files import StoredFile
from db.sampang.origination.offered_things import OfferedThing, offered_things
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.programme import may
from domain.regulation.assessment import Verdict
from domain.regulation.receipts import Receipt
from domain.roles import Person
from domain.sampang.origination.custody import (
    BorrowerStanding,
    Custody,
    CustodyEntry,
    CustodyEvent,
    CustodyLine,
    thing_key,
)
from domain.sampang.origination.custody_words import state_in_words
from domain.sampang.origination.stages import COMMITTED, Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.parts.asking_again import ask_why_again, send_or_ask
from pages.parts.fields import Form
from pages.parts.places import place_link
from pages.parts.sending import say_problems
from pages.parts.store import database
from pages.parts.text import plain, shortened
from pages.sampang.loans.offers import first_of, offers_for, show_offers
from pages.sampang.loans.swap_form import ask_replacement, offer_to_team, show_examination

_NEEDS_STANDING = (CustodyEvent.LENT_OUT, CustodyEvent.SWAPPED)
_PARTNER = {
    CustodyEvent.RECEIVED: "Petugas bank yang menerima",
    CustodyEvent.DEED: "Notaris",
    CustodyEvent.LAND_CHECK: "Petugas BPN",
}


def show_register(person: Person, stored: StoredFile) -> None:
    """Show every pledged thing with its state and lines, and for those who keep it the form."""
    with database().read() as session:
        lines = register_lines(session, person, stored.id)
        offers = offered_things(session, person, stored.id)
        loan = loan_of(session, person, stored.id)
    if not stored.file.custody:
        st.info("Tidak ada agunan yang dicatat pada pengajuan ini.")
    may_write = may(person, SampangPermission.RECORD_CUSTODY, SAMPANG)
    in_time = stored.file.stage in (*COMMITTED, Stage.DISBURSED, Stage.WITHDRAWN)
    if may_write and not in_time:
        st.caption("Penyimpanan agunan dicatat sesudah pinjaman ditetapkan (III.10).")
    for place, one in enumerate(stored.file.custody, 1):
        with st.container(border=True):
            _thing(place, one, loan, [line for line in lines if line.entry in one.entries])
            offered = () if one.is_gone else offers_for(one, offers)
            show_offers(person, offered)
            if may_write and in_time and not one.is_gone:
                with st.expander("Catat kejadian"):
                    _form(person, stored, one, offered)


def _thing(place: int, one: Custody, loan: StoredLoan | None, lines: Sequence[RegisterLine]) -> None:
    thing = one.thing
    value = "nilai belum diisi" if thing.value is None else rupiah(thing.value)
    st.markdown(f"**{place}. {thing.kind.label}: {plain(shortened(thing.named or 'tanpa keterangan'))}**")
    st.markdown(f"{value} · {state_in_words(one)}")
    if loan is not None and loan.ended_on is not None and one.waits_to_go_back:
        st.markdown(f"⏳ Pinjaman lunas sejak {indonesian_date(loan.ended_on)}: menunggu kembali ke pemilik")
    for line in lines:
        entry = line.entry
        told = f"{indonesian_date(entry.on)} · {entry.event.label} · {entry.number} · {entry.with_whom}"
        standing = ""
        if line.standing.judged is not None:
            word = line.standing.judged.label.lower()
            standing = f" · peminjam dinilai {word}: {line.standing.reason}"
        again = f" · dicatat lagi: {line.again}" if line.again else ""
        st.caption(plain(f"{told}{standing}{_examined(line.examined)} · dicatat {line.by}{again}"))
    place_link(SAMPANG, "III.10", key=f"register-{place}")


def _examined(receipt: Receipt | None) -> str:
    if receipt is None:
        return ""
    owed = rupiah(int(receipt.facts["principal"] or 0))
    found = Verdict(receipt.verdict).in_sentence
    return f" · pengganti diperiksa dengan sisa pokok {owed}: {found} (versi aturan {receipt.fingerprint})"


def _form(person: Person, stored: StoredFile, one: Custody, offered: Sequence[OfferedThing]) -> None:
    slot = f"custody-nonce-{stored.id}-{thing_key(one.thing)}"
    nonce = st.session_state.setdefault(slot, uuid4().hex)
    form = Form(nonce, first_of(offered), CustodyLine)
    event = form.ask("entry.event")
    if event is None:
        st.caption("Pilih dahulu apa yang terjadi.")
        return
    with st.container(border=True):
        form.ask("entry.on")
        form.ask("entry.number")
        form.ask("entry.with_whom", label=_PARTNER.get(event, ""))
        if event in _NEEDS_STANDING:
            form.ask("standing.judged", help="Penilaian Anda, bukan hitungan (S-31)")
            form.ask("standing.reason")
        replacement = None
        if event is CustodyEvent.SWAPPED:
            replacement = ask_replacement(form)
            show_examination(person, stored, one, replacement, form)
        form.ask("entry.note")
        because = ask_why_again(nonce)
        with st.container(horizontal=True):
            sent = st.button("Catat", type="primary", key=f"{nonce}:{event}:kirim")
            if event is CustodyEvent.SWAPPED:
                offer_to_team(person, stored, one, replacement, form)
    if not sent or say_problems([*form.problems, *form.blanks("entry")], form):
        return
    entry = CustodyEntry(thing=thing_key(one.thing), replacement=replacement, **form.answers("entry"))
    line = CustodyLine(entry=entry, standing=BorrowerStanding(**form.answers("standing")))
    done = send_or_ask(
        nonce,
        lambda session, at: record_custody(
            session, person, stored.id, line, again_because=because, nonce=nonce, at=at
        ),
        fields=form,
    )
    if done is not None:
        st.session_state.pop(slot, None)
        st.rerun()
