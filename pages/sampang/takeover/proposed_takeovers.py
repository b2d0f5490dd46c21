"""Proposals to take older loans over: their sums beside the trial balance, and who answers them."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from db.sampang.takeover.approving import approve_takeover
from db.sampang.takeover.proposing import return_takeover, withdraw_takeover
from db.sampang.takeover.takeovers import ProposedTakeover, loans_of_takeover
from domain.dates import indonesian_date, indonesian_moment
from domain.money import number, rupiah
from domain.programme import may
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.takeover.cut_off_sums import Compared, Sums, compared
from domain.sampang.takeover.old_loans import OldLoan, SignedBalance
from pages.parts.giving_back import closed_in_words
from pages.parts.store import database
from pages.parts.text import plain
from pages.sampang.proposal_answers import Answers, Waiting, show_answers


def show_proposed(person: Person, waiting: Sequence[ProposedTakeover]) -> None:
    """Show what waits, each with its sums and the buttons of who may answer."""
    approves = may(person, SampangPermission.APPROVE_TAKEOVER, SAMPANG)
    if waiting:
        st.subheader(f"Pengambilalihan menunggu persetujuan ({len(waiting)})", anchor=False)
    elif approves:
        st.info("Tidak ada usul pengambilalihan yang menunggu.")
    for one in waiting:
        with st.container(border=True, gap="xsmall"):
            _told(one)
            show_compared(one.sums, one.signed)
            if one.reason:
                st.markdown(plain(f"Penjelasan: {one.reason}"))
            if st.toggle(f"Lihat {number(one.sums.loans)} pinjaman", key=f"lama-lihat:{one.id}"):
                _loans(person, one)
            _answers(person, one, approves=approves)


def show_compared(sums: Sums, signed: SignedBalance) -> None:
    """Show the figures of the loans beside those of the signed trial balance, and each difference."""
    st.dataframe(pd.DataFrame([_line(line) for line in compared(sums, signed)]), hide_index=True)
    st.caption(
        plain(f"Neraca saldo: {signed.document}. Sisa jasa menurut jadwal: {rupiah(sums.interest_left)}.")
    )


def show_loans(loans: Sequence[OldLoan]) -> None:
    """Show loans line by line, as they would be taken over."""
    st.dataframe(
        pd.DataFrame([_loan(one) for one in loans]), hide_index=True, height=min(38 + 35 * len(loans), 360)
    )


def show_ended(ended: Sequence[ProposedTakeover]) -> None:
    """Show what was taken over, and what was returned or withdrawn."""
    taken = [one for one in ended if one.approved_at is not None]
    closed = [one for one in ended if one.closed is not None]
    if taken:
        st.subheader("Yang sudah diambil alih", anchor=False)
    for one in taken:
        with st.container(border=True, gap="xsmall"):
            _told(one)
            show_compared(one.sums, one.signed)
            if one.reason:
                st.markdown(plain(f"Penjelasan: {one.reason}"))
    if closed:
        with st.expander(f"Usul yang dikembalikan atau ditarik ({len(closed)})"):
            for one in closed:
                _told(one)
                if one.closed is not None:
                    st.markdown(closed_in_words(one.closed))


def _told(one: ProposedTakeover) -> None:
    st.markdown(
        f"**{number(one.sums.loans)} pinjaman, sisa pokok {plain(rupiah(one.sums.principal))}** · saldo per "
        f"{indonesian_date(one.cut_off)}"
    )
    approved = ""
    if one.approved_by is not None and one.approved_at is not None:
        approved = f"; disetujui {one.approved_by}, {indonesian_moment(one.approved_at)}"
    file = f" dari {one.file_name}" if one.file_name else ""
    st.caption(plain(f"Diusulkan {one.by}{file}, {indonesian_moment(one.at)}{approved}"))


def _answers(person: Person, one: ProposedTakeover, *, approves: bool) -> None:
    waiting = Waiting(
        id=one.id,
        key="lama",
        what=f"usul pengambilalihan {one.sums.loans} pinjaman",
        by=one.by,
        by_id=one.by_id,
    )
    answers = Answers(
        approve=approve_takeover,
        said=lambda done: f"{number(done)} pinjaman diambil alih per {indonesian_date(one.cut_off)}.",
        working=f"Mengambil alih {number(one.sums.loans)} pinjaman …",
        withdraw=withdraw_takeover,
        give_back=return_takeover,
        button="Setujui dan ambil alih",
        example="mis. saldonya belum ditandatangani",
        left="tidak ada yang dibukukan.",
    )
    show_answers(person, waiting, answers, approves=approves)


def _loans(person: Person, one: ProposedTakeover) -> None:
    with database().read() as session:
        loans = loans_of_takeover(session, person, one.id)
    show_loans(loans)


def _line(line: Compared) -> dict[str, str]:
    def told(value: int | None) -> str:
        if value is None:
            return "tidak disebut"
        return rupiah(value) if line.is_amount else number(value)

    apart = "–" if line.signed is None else f"▲ {told(line.difference)}" if line.difference else "✔ cocok"
    return {
        "Yang dibandingkan": line.label,
        "Daftar ini": told(line.told),
        "Neraca saldo": told(line.signed),
        "Selisih": apart,
    }


def _loan(one: OldLoan) -> dict[str, str]:
    terms = one.terms
    return {
        "Nomor": one.number,
        "Peminjam": one.applicant.name,
        "Sisa pokok": rupiah(terms.principal - one.paid.principal),
        "Pokok pinjaman": rupiah(terms.principal),
        "Cair": indonesian_date(terms.disbursed_on),
        "Jangka waktu": f"{terms.tenor} bulan",
        "Jasa": terms.cost_told,
        "Pokok dibayar": rupiah(one.paid.principal),
        "Jasa dibayar": rupiah(one.paid.interest),
        "Agunan": str(len(one.pledged)),
        "Surat": str(len(one.letters)),
        "Penyerahan": str(len(one.handovers)),
    }
