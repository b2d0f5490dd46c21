"""The office's own decisions: what waits for approval, what was decided, and the forms that propose."""

from uuid import uuid4

import streamlit as st

from db.office.practice import with_proposal
from db.office.proposals import Proposal
from db.office.settings import (
    approve_reading,
    approve_setting,
    pending,
    return_proposal,
    withdraw_proposal,
)
from db.trail import OfficeSubject
from domain.dates import indonesian_date
from domain.programme import Programme, listed, may
from domain.regulation.law_in_force import LawInForce
from domain.regulation.sources import OfficeDecision
from domain.regulation.wording import parameter_value
from domain.roles import OfficePermission, Person
from pages.office.legal_basis.cards import decided
from pages.office.legal_basis.ended_proposals import show_ended, show_returned
from pages.office.legal_basis.later_instruments import show_instruments
from pages.office.legal_basis.law_impact import Proposed, again_in_words, impact_of, show_impact
from pages.office.legal_basis.proposal_words import is_count, show_pictures, show_proposal, title_of
from pages.office.legal_basis.proposing import NONCE, propose
from pages.office.legal_basis.proposing_counts import show_counts
from pages.parts.giving_back import asking_to_return, asking_to_withdraw, give_back
from pages.parts.office_logo import PICTURE, picture_of
from pages.parts.sending import send
from pages.parts.store import database
from pages.parts.text import plain
from pages.parts.wings import wing_of

_NOTICE = "decisions:notice"


def decisions(person: Person, programme: Programme, law: LawInForce) -> None:
    """Show what waits, then the forms for those who propose, then what was decided."""
    if notice := st.session_state.get(_NOTICE):
        st.success(plain(notice), icon=":material/check_circle:")
    show_returned(person, programme, law)
    _waiting(person, programme, law)
    show_instruments(person, programme, law)
    if may(person, OfficePermission.PROPOSE_SETTINGS, programme):
        st.subheader("Usulan baru", anchor=False)
        _propose(person, programme, law)
    st.subheader("Riwayat ketetapan", anchor=False)
    _decided(law)
    show_ended(person, programme, law)


def leave() -> None:
    """Forget what was just said, when another tab is open."""
    st.session_state.pop(_NOTICE, None)


def _waiting(person: Person, programme: Programme, law: LawInForce) -> None:
    with database().read() as session:
        waiting = pending(session, person, programme)
    st.subheader(f"Menunggu persetujuan ({len(waiting)})", anchor=False)
    if not waiting:
        st.caption("Tidak ada usulan yang menunggu.")
    elif not may(person, OfficePermission.APPROVE_SETTINGS, programme):
        approvers = listed(programme.carriers(OfficePermission.APPROVE_SETTINGS))
        st.caption(f"Usulan baru berlaku setelah disetujui orang lain: {approvers}.")
    for proposal in waiting:
        with st.container(border=True, gap="xsmall"):
            show_proposal(law, proposal)
            show_pictures(law, proposal)
            if is_count(law, proposal):
                show_counts(programme.regency.code, proposal.value)
            _buttons(person, programme, proposal, law)


def _buttons(person: Person, programme: Programme, proposal: Proposal, law: LawInForce) -> None:
    key, title = f"{proposal.subject.kind}:{proposal.subject.id}", title_of(law, proposal)
    is_own = proposal.proposed_by_id == person.id
    approves = may(person, OfficePermission.APPROVE_SETTINGS, programme)
    proposed = Proposed(programme, law, with_proposal(law.practice, proposal), proposal.since)
    shown = st.container(gap="xsmall")
    with st.container(horizontal=True, gap="small"):
        impact = impact_of(person, proposed, key) if approves else None
        if impact is not None:
            with shown:
                show_impact(proposed, impact)
            if st.button("Setujui", key=f"approve:{key}", type="primary"):
                _approve(person, programme, proposal, title)
        given = (person, programme, proposal.subject)
        if is_own:
            asking = asking_to_withdraw(f"usulan {title}", "mis. salah angka")
            said = f"Usulan ditarik: {title}. Alasannya tetap terbaca dalam riwayat."
            give_back(f"withdraw:{key}", asking, withdraw_proposal, *given, said=said, then=leave)
        elif approves:
            asking = asking_to_return(f"usulan {title}", proposal.proposed_by)
            said = f"Dikembalikan kepada {proposal.proposed_by}: {title}."
            give_back(f"return:{key}", asking, return_proposal, *given, said=said, then=leave)


def _approve(person: Person, programme: Programme, proposal: Proposal, title: str) -> None:
    is_setting = proposal.subject.kind is OfficeSubject.OFFICE_SETTING
    verb = approve_setting if is_setting else approve_reading
    done = send(lambda session, at: verb(session, person, programme, proposal.subject.id, at=at))
    if done is None:
        return
    again = wing_of(programme).up_to_date(person)
    told = again_in_words(again)
    st.session_state[_NOTICE] = f"Disetujui: {title}. Berlaku sejak {indonesian_date(proposal.since)}.{told}"
    st.rerun()


def _propose(person: Person, programme: Programme, law: LawInForce) -> None:
    nonce = st.session_state.setdefault(NONCE, uuid4().hex)
    if title := propose(person, programme, law, nonce):
        st.session_state[NONCE] = uuid4().hex
        st.session_state[_NOTICE] = (
            f"Tersimpan sebagai usulan: {title}. Berlaku setelah disetujui orang lain."
        )
        st.rerun()


def _decided(law: LawInForce) -> None:
    settings, settlements = law.practice.settings, law.practice.settlements
    if not settings and not settlements:
        st.caption("Kantor belum menetapkan apa pun; program memakai bawaannya.")
    for key, entry in reversed(settings):
        if parameter := law.parameters.get(key):
            source = entry.source
            _decision_card(
                f"Setelan kantor · {parameter.label}: {parameter_value(parameter, entry.value)}",
                f"Sejak {indonesian_date(entry.since)}. "
                f"{decided(source) if isinstance(source, OfficeDecision) else ''}",
                picture_of(parameter, entry.value),
            )
    for name, told in reversed(settlements):
        if reading := law.interpretations.get(name):
            _decision_card(
                f"Tafsir {name}: bacaan {told.reading} · {dict(reading.readings).get(told.reading, '')}",
                f"Sejak {indonesian_date(told.on)}. "
                f"Keputusan {plain(told.decree)}, disetujui {plain(told.by)}.",
            )


def _decision_card(title: str, told: str, picture: bytes = b"") -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{plain(title)}**")
        if picture:
            st.image(picture, width=PICTURE)
        st.caption(told)
