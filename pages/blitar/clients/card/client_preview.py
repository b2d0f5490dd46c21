"""What is found of a binaan while the form is filled in: target, size, and those that look alike."""

import streamlit as st

from db.blitar.caseload.alike import alike_clients
from domain.blitar.caseload.scale import scale_of
from domain.blitar.client import Client
from domain.blitar.examining import examine_client
from domain.blitar.instruments import at
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from pages.blitar.clients.card.target_findings import show_scale, show_target
from pages.parts.store import database, today
from pages.parts.text import plain, shortened


def show_preview(person: Person, told: Client, law: LawInForce, *, except_id: int | None = None) -> None:
    """Show what the form would give, as of today."""
    _alike(person, told, except_id)
    with st.container(border=True):
        st.markdown(f"**Pratinjau pemeriksaan sasaran ({at('3').place})**")
        show_target(examine_client(told, law))
        if (scale := scale_of(told, today(), law)) is not None:
            st.markdown("**Ukuran usaha**")
            show_scale(scale)


def _alike(person: Person, told: Client, except_id: int | None) -> None:
    with database().read() as session:
        found = alike_clients(session, person, told, except_id)
    if not found:
        return
    lines = []
    for one in found:
        name = plain(shortened(one.name))
        carer = f", Pendamping {plain(one.mentor)}" if one.mentor else ""
        ended = "" if one.is_open else ", sudah berakhir"
        lines.append(f"\n- {plain(one.number)} · {name} ({one.alike_in.label}{carer}{ended})")
    st.warning(
        "Mungkin sudah tercatat. Periksa dahulu; satu pemilik boleh mempunyai beberapa usaha, jadi ini tidak "
        f"menghalangi penyimpanan:{''.join(lines)}"
    )
