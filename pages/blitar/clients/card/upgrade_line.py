"""One proposal to move up on a line: who proposed why, what was decided, and its paper."""

import streamlit as st

from db.blitar.caseload.upgrades import withdraw_upgrade
from documents.blitar.caseload.upgrade_note import upgrade_note
from domain.blitar.caseload.proposal import Proposal
from domain.blitar.caseload.upgrade import UpgradeOutcome, title_of
from domain.dates import indonesian_date
from domain.roles import Person
from pages.blitar.printing import printing_of
from pages.parts.giving_back import asking_to_withdraw, closed_in_words, give_back
from pages.parts.store import today
from pages.parts.text import plain


def show_decision(person: Person, one: Proposal) -> None:
    """Show a proposal with what became of it; its maker takes it back while it waits."""
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{_state(one)}**")
        st.markdown(f"Usul {plain(one.proposed_by)}, {indonesian_date(one.proposed_on)}: {plain(one.reason)}")
        if one.decision is not None:
            number = f", nomor {plain(one.decision.number)}" if one.decision.number else ""
            st.markdown(
                f"Keputusan {plain(one.decided_by)}, {indonesian_date(one.decision.on)}{number}: "
                f"{plain(one.decision.reason)}"
            )
        if one.closed is not None:
            st.markdown(closed_in_words(one.closed))
        with st.container(horizontal=True, gap="small"):
            print_note(person, one)
            if one.is_waiting and one.proposed_by_id == person.id:
                _withdrawing(person, one)


def _withdrawing(person: Person, one: Proposal) -> None:
    asking = asking_to_withdraw(f"usul {title_of(one.kind)} {one.client_name}", "mis. buktinya belum lengkap")
    said = f"Usul naik kelas {one.client_name} ditarik; alasannya tetap terbaca."
    give_back(f"tarik-usul-{one.id}", asking, withdraw_upgrade, person, one.id, said=said)


def print_note(person: Person, one: Proposal) -> None:
    """The button that prints the proposal; it is a draft until it is decided."""
    printing = printing_of(person, today())
    st.download_button(
        "Cetak usul" if one.decision else "Cetak usul (konsep)",
        data=lambda: upgrade_note(one, printing),
        file_name=f"usul-naik-kelas-{one.client_number}-{one.id}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/print:",
        key=f"usul-{one.id}",
    )


def _state(one: Proposal) -> str:
    if one.closed is not None:
        return "– Ditarik sebelum diputuskan"
    if one.decision is None:
        return "… Menunggu keputusan Kepala Dinas"
    sign = "✔" if one.decision.outcome is UpgradeOutcome.CONFIRMED else "–"
    return f"{sign} {one.decision.outcome.label}"
