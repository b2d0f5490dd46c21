"""A write-off by the regency's decree: what it is and is not, proposal, approval, the claims that stay."""

from math import ceil

import pandas as pd
import streamlit as st

from db.sampang.loans.claim_lists import (
    ClaimLine,
    WriteOff,
    claim_on,
    claims,
    waiting_write_offs,
    write_offs_of,
)
from db.sampang.loans.write_offs import (
    approve_write_off,
    propose_write_off,
    return_write_off,
    withdraw_write_off,
)
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.programme import may
from domain.regions.regions import district
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission, SampangRole
from domain.sampang.servicing.collecting import NO_RELIEF
from domain.sampang.servicing.write_off import IS, IS_NOT, WriteOffAsked
from domain.sampang.step_checks import yet_to_come
from pages.parts.fields import Form
from pages.parts.giving_back import closed_in_words
from pages.parts.opened_row import BY_A_TAP, opened_row
from pages.parts.places import place_link
from pages.parts.saved_notice import Saved, say_saved
from pages.parts.sending import forget, nonce_of, say_problems, send
from pages.parts.store import database, today
from pages.parts.text import plain
from pages.sampang.proposal_answers import Answers, Waiting, show_answers
from pages.sampang.screens import LOANS

PAGE_SIZE = 25
_PAGE = "tagihan-halaman"
_AMOUNTS = ("Pokok", "Jasa", "Sudah masuk", "Sisa tagihan")


def show_write_off_of(person: Person, loan_id: int) -> None:
    """Show the write-offs of one loan, and the form for a new one where it stands in the books."""
    with database().read() as session:
        entries, claim = write_offs_of(session, person, loan_id), claim_on(session, person, loan_id)
    for one in entries:
        with st.container(border=True, gap="xsmall"):
            _entry(person, one)
    free = claim is None and not any(one.waits for one in entries)
    if free and may(person, SampangPermission.PROPOSE_WRITE_OFF, SAMPANG):
        with st.expander("Usulkan hapus buku menurut keputusan kabupaten"):
            _form(person, loan_id)


def show_claims(person: Person) -> None:
    """Show what waits for approval, and every claim that stays though it left the books; a row opens one."""
    show_meaning("daftar")
    with database().read() as session:
        waiting = waiting_write_offs(session, person)
        rows, total = claims(session, person, page=st.session_state.get(_PAGE, 1), page_size=PAGE_SIZE)
    if waiting:
        st.subheader(f"Usul hapus buku menunggu persetujuan ({len(waiting)})", anchor=False)
    for one in waiting:
        with st.container(border=True, gap="xsmall"):
            st.page_link(
                LOANS,
                label=f"**{plain(one.name)}** · {plain(one.number)}",
                query_params={"no": str(one.application_id)},
            )
            _entry(person, one)
    st.subheader("Dihapusbukukan: tagihan tetap ada", anchor=False)
    if not rows:
        st.info("Belum ada pinjaman yang dihapusbukukan.")
        return
    st.caption(f"{total} tagihan, yang terbesar di atas. Ketuk satu baris untuk membukanya.")
    chosen = st.dataframe(
        pd.DataFrame([_line(one) for one in rows]),
        hide_index=True,
        on_select="rerun",
        selection_mode=BY_A_TAP,
        key="tagihan-tabel",
        column_config={name: st.column_config.TextColumn(alignment="right") for name in _AMOUNTS},
    )
    if total > PAGE_SIZE:
        st.pagination(ceil(total / PAGE_SIZE), key=_PAGE)
    if found := opened_row(chosen, rows):
        st.switch_page(LOANS, query_params={"no": str(found.application_id)})


def show_meaning(where: str) -> None:
    """Say what a write-off does in the books, and what it never does (VIII.5.i)."""
    st.markdown(plain(IS))
    st.markdown(f"**{plain(IS_NOT)}**")
    place_link(SAMPANG, NO_RELIEF.short, key=f"hapus-buku-{where}")


def _entry(person: Person, one: WriteOff) -> None:
    asked = one.asked
    st.markdown(f"**Hapus buku {plain(rupiah(one.principal))}** · {_state(one)}")
    st.caption(plain(f"{asked.decree}, tanggal {indonesian_date(asked.decreed_on)}"))
    st.caption(plain(f"Diusulkan {one.proposed_by}: {asked.reason}"))
    if one.approved_by:
        st.caption(plain(f"Disetujui {one.approved_by}"))
    if one.waits:
        _answers(person, one)


def _state(one: WriteOff) -> str:
    if one.closed is not None:
        return closed_in_words(one.closed)
    return "menunggu persetujuan" if one.entry_id is None else f"dibukukan, nomor jurnal {one.entry_id}"


def _answers(person: Person, one: WriteOff) -> None:
    waiting = Waiting(
        id=one.id,
        key="hapus",
        what=f"usul hapus buku {one.number}",
        by=one.proposed_by,
        by_id=one.proposed_by_id,
    )
    answers = Answers(
        approve=approve_write_off,
        said=_approved,
        withdraw=withdraw_write_off,
        give_back=return_write_off,
        button="Setujui hapus buku",
        example="mis. keputusannya belum terbit",
        left="pinjaman tetap di buku.",
    )
    show_answers(person, waiting, answers, approves=may(person, SampangPermission.APPROVE_WRITE_OFF, SAMPANG))


def _approved(entry: int) -> Saved:
    told = f"Hapus buku disetujui dan dibukukan dengan nomor {entry}. Tagihannya tetap ada."
    undo = "Keliru? Usulkan pembalikannya di Kas dana, selama belum ada uang masuk."
    return Saved(told, correcting=undo)


def _form(person: Person, loan_id: int) -> None:
    show_meaning("usul")
    name = f"hapus-buku-{loan_id}"
    nonce = nonce_of(name)
    form = Form(nonce, {}, WriteOffAsked)
    form.ask("decree", hint="mis. nomor keputusan Bupati")
    on = form.ask("decreed_on")
    form.ask("reason", hint="mis. tidak tertagih sesudah penyerahan ke KPKNL")
    st.caption(f"Dibukukan pada hari {SampangRole.TEAM_LEAD.label} menyetujui, sebesar sisa pokok hari ini.")
    sent = st.button("Usulkan hapus buku", type="primary", key=f"{nonce}:kirim")
    if not sent or say_problems(
        [*form.problems, *form.blanks(), *yet_to_come("decreed_on", on, today())], form
    ):
        return
    asked = WriteOffAsked(**form.answers())
    done = send(
        lambda session, at: propose_write_off(session, person, loan_id, asked, nonce=nonce, at=at),
        fields=form,
    )
    if done is None:
        return
    forget(name)
    told = f"Hapus buku diusulkan. Belum berlaku: menunggu persetujuan {SampangRole.TEAM_LEAD.label}."
    say_saved(Saved(told, correcting="Keliru? Usul ini dapat ditarik selama belum disetujui."))
    st.rerun()


def _line(one: ClaimLine) -> dict[str, str]:
    place, claim = district(one.district_code) if one.district_code else None, one.claim
    return {
        "Peminjam": one.name,
        "Pokok": rupiah(claim.principal),
        "Jasa": rupiah(claim.interest),
        "Sudah masuk": rupiah(claim.recovered),
        "Sisa tagihan": rupiah(claim.left),
        "Sejak": indonesian_date(claim.since),
        "Keputusan": claim.decree,
        "Kecamatan": place.name if place else "–",
        "Nomor": one.number,
    }
