"""Bringing a workbook of older loans: the template, what was read, what comes back, and the proposal."""

from collections.abc import Mapping
from datetime import date
from typing import Final

import streamlit as st

from db.sampang.takeover.proposing import propose_takeover
from db.sampang.takeover.takeovers import numbers_in_use, takeover_days
from documents.sampang.takeover_book import TAKEOVER_BOOK
from domain.money import number
from domain.roles import Person
from domain.sampang.roles import SampangRole
from domain.sampang.takeover.cut_off_sums import Sums, differs, sums_of
from domain.sampang.takeover.old_loans import SignedBalance, Takeover
from domain.sampang.takeover.workbook_columns import Part
from domain.sampang.takeover.workbook_loans import WorkbookRead, read_loans
from pages.parts.fields import Form
from pages.parts.saved_notice import Saved, say_saved
from pages.parts.sending import say_problems, send
from pages.parts.store import database, today
from pages.parts.workbook_pile import (
    Brought,
    bring,
    is_brought,
    offer_template,
    put_away,
    show_notes,
    show_returned,
)
from pages.sampang.takeover.proposed_takeovers import show_compared, show_loans

_KEY: Final = "pinjaman-lama"
_READ: Final = "pinjaman-lama:baris"
_NOTHING: Final = SignedBalance(document="", principal=0)


def show_bringing_loans(person: Person) -> None:
    """Show the template, the place for the filled workbook, and what was read of it."""
    with st.expander("Usulkan pengambilalihan", expanded=is_brought(_KEY)):
        st.markdown("1. Unduh templat dan isi di Excel: satu baris untuk satu pinjaman.")
        offer_template(TAKEOVER_BOOK, "templat-pinjaman-lama.xlsx")
        st.markdown("2. Unggah yang sudah diisi. Belum ada yang dibukukan.")
        brought = bring(TAKEOVER_BOOK, person, _KEY, "Buku kerja pinjaman lama (.xlsx)")
        if brought is not None:
            _look(person, brought)


def _look(person: Person, brought: Brought) -> None:
    show_notes(brought)
    form = Form(brought.nonce, {}, Takeover)
    st.markdown("3. Tanggal saldo: jumlah di berkas adalah keadaan pada akhir hari itu.")
    cut_off = form.ask("cut_off")
    if cut_off is None:
        st.info("Isi tanggal saldo untuk memeriksa isi berkas.")
        return
    with database().read() as session:
        problems = takeover_days(session, person, cut_off, today())
        taken = numbers_in_use(session, person)
    if problems:
        say_problems(problems, form)
        return
    read = _read(brought, cut_off, taken)
    _show_bad(read)
    if not read.loans:
        st.warning("Belum ada pinjaman yang dapat diambil alih. Perbaiki berkasnya, lalu unggah lagi.")
        return
    st.success(f"{number(len(read.loans))} pinjaman dapat diambil alih.")
    loans = tuple(one.loan for one in read.loans)
    show_loans(loans)
    _propose(person, brought, form, Takeover(cut_off=cut_off, loans=loans, signed=_NOTHING))


def _read(brought: Brought, cut_off: date, taken: Mapping[str, str]) -> WorkbookRead:
    """What the workbook comes to, read once for each cut-off day."""
    key, kept = (brought.nonce, cut_off, dict(taken)), st.session_state.get(_READ)
    if kept is None or kept[0] != key:
        with st.spinner("Memeriksa pinjaman …"):
            kept = (key, read_loans(brought.told.lines, cut_off, taken))
        st.session_state[_READ] = kept
    found: WorkbookRead = kept[1]
    return found


def _show_bad(read: WorkbookRead) -> None:
    loans = sum(one.raw.sheet is Part.LOANS for one in read.bad)
    told = (
        f", sehingga {number(loans)} pinjaman belum ikut. Yang benar tetap dapat diusulkan; unduh yang "
        "salah, perbaiki, lalu unggah untuk usul berikutnya."
    )
    show_returned(TAKEOVER_BOOK, read.bad, told, "pinjaman-lama-dikembalikan.xlsx")


def _propose(person: Person, brought: Brought, form: Form, told: Takeover) -> None:
    sums = sums_of(told.loans, told.cut_off)
    st.markdown("4. Bandingkan dengan neraca saldo yang ditandatangani.")
    form.ask("signed.document", hint="mis. Neraca saldo 31 Desember 2025, ditandatangani Kepala Dinas")
    with st.container(horizontal=True):
        form.ask("signed.principal")
        form.ask("signed.loans", aside="boleh kosong")
        form.ask("signed.interest_due", aside="boleh kosong")
    reason = _compare(form, sums)
    st.caption(f"Dibukukan sesudah {SampangRole.TEAM_LEAD.label} menyetujui.")
    sent = st.button(
        f"Usulkan pengambilalihan {number(sums.loans)} pinjaman", type="primary", key=f"{brought.nonce}:kirim"
    )
    if not sent or say_problems([*form.problems, *form.blanks()], form):
        return
    signed = SignedBalance(**form.answers("signed"))
    takeover = Takeover(
        cut_off=told.cut_off, loans=told.loans, signed=signed, reason=reason, file_name=brought.name
    )
    done = send(
        lambda session, at: propose_takeover(session, person, takeover, nonce=brought.nonce, at=at),
        fields=form,
    )
    if done is None:
        return
    put_away(_KEY)
    st.session_state.pop(_READ, None)
    what = f"Pengambilalihan {number(sums.loans)} pinjaman diusulkan"
    says = f"{what}; {SampangRole.TEAM_LEAD.label} menyetujuinya."
    say_saved(Saved(says, correcting="Keliru? Usul ini dapat ditarik selama belum disetujui."))
    st.rerun()


def _compare(form: Form, sums: Sums) -> str:
    """Show the figures beside those that were typed; where they differ, ask why."""
    told = form.answers("signed")
    if told.get("principal") is None:
        st.caption("Isi pokok menurut neraca saldo untuk melihat selisihnya.")
        return ""
    signed = SignedBalance(**{**told, "document": told.get("document") or "belum disebut"})
    show_compared(sums, signed)
    if not differs(sums, signed):
        return ""
    return str(form.ask("reason", label="Penjelasan selisih", hint="mis. dua pinjaman dicatat di buku lain"))
