"""One proposal to move up on a line: who proposed why, what was decided, and its paper."""

import streamlit as st

from documents.blitar.caseload.upgrade_note import upgrade_note
from documents.blitar.letter import Printing
from domain.blitar.caseload.proposal import Proposal
from domain.blitar.caseload.upgrade import UpgradeOutcome
from domain.dates import indonesian_date
from domain.roles import Person
from domain.version import VERSION
from pages.parts.store import is_demo_database, today
from pages.parts.text import plain


def show_decision(person: Person, one: Proposal) -> None:
    """Show a proposal with what was decided on it, if anything was."""
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{_state(one)}**")
        st.markdown(f"Usul {plain(one.proposed_by)}, {indonesian_date(one.proposed_on)}: {plain(one.reason)}")
        if one.decision is not None:
            number = f", nomor {plain(one.decision.number)}" if one.decision.number else ""
            st.markdown(
                f"Keputusan {plain(one.decided_by)}, {indonesian_date(one.decision.on)}{number}: "
                f"{plain(one.decision.reason)}"
            )
        print_note(person, one)


def print_note(person: Person, one: Proposal) -> None:
    """The button that prints the proposal; it is a draft until it is decided."""
    demo = is_demo_database()
    printing = Printing(on=today(), by=person.name, application_version=VERSION, demo=demo)
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
    if one.decision is None:
        return "… Menunggu keputusan Kepala Dinas"
    sign = "✔" if one.decision.outcome is UpgradeOutcome.CONFIRMED else "–"
    return f"{sign} {one.decision.outcome.label}"
