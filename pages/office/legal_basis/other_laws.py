"""Other regulations that the office should look at: what they mean here, and who looked at them when."""

from uuid import uuid4

import streamlit as st

from db.office.law_checks import LawCheck, law_checks, record_check
from domain.dates import JAKARTA, indonesian_date
from domain.money import rupiah
from domain.programme import Programme, may
from domain.regulation.law_in_force import LawInForce
from domain.regulation.other_law import OtherLaw
from domain.roles import OfficePermission, Person
from pages.parts.sending import send
from pages.parts.store import database
from pages.parts.text import plain

_NONCE = "periksa-peraturan-lain"


def other_laws(person: Person | None, programme: Programme, law: LawInForce) -> None:
    """Show every note, whether the office has looked at its text, and for whom it is a place to say so."""
    notes = law.regulation.other_law
    if not notes:
        return
    st.subheader("Peraturan lain yang perlu dilihat", anchor=False)
    st.caption(
        "Tidak satu pun memutus pengajuan di sini. Isinya dari sumber kedua, jadi periksa naskah resminya "
        "sebelum dijadikan pegangan."
    )
    with database().read() as session:
        checks = law_checks(session, programme)
    for note in notes:
        with st.container(border=True, gap="xsmall"):
            _note(note, law, checks.get(note.law.key))
            if person and may(person, OfficePermission.KEEP_LAW_TEXTS, programme):
                _ask(person, programme, note)


def _note(note: OtherLaw, law: LawInForce, check: LawCheck | None) -> None:
    state = ":green-badge[sudah diperiksa]" if check else ":orange-badge[periksa naskah]"
    place = f", {plain(note.law.place)}" if note.law.place else ""
    st.markdown(f"**{plain(note.law.name)}**{place} {state}")
    st.markdown(plain(note.law.title))
    st.markdown(plain(note.meaning))
    st.caption(
        "  \n".join(
            [*_facts(note, law), f"Di samping {plain(', '.join(note.beside))}.", plain(_checked(check))]
        )
    )


def _facts(note: OtherLaw, law: LawInForce) -> list[str]:
    since, amount = note.law.since, note.law.amount
    if since is None:
        told = ["Hari mulainya belum diketahui."]
    else:
        told = [f"{'Mulai' if since > law.day else 'Sejak'} {indonesian_date(since)}."]
    if amount is not None:
        told.append(f"Batas: {plain(rupiah(amount))}.")
    return told


def _checked(check: LawCheck | None) -> str:
    if check is None:
        return "Belum diperiksa kantor."
    day = indonesian_date(check.at.astimezone(JAKARTA).date())
    return f"Diperiksa oleh {check.by} pada {day}: {check.found}"


def _ask(person: Person, programme: Programme, note: OtherLaw) -> None:
    nonce = st.session_state.setdefault(f"{_NONCE}:{note.law.key}", uuid4().hex)
    with st.expander("Catat bahwa naskahnya sudah diperiksa", key=f"{nonce}:lipat"):
        found = st.text_area("Hasil pemeriksaan naskah", key=f"{nonce}:hasil", max_chars=5000)
        if not st.button("Catat pemeriksaan", key=f"{nonce}:catat"):
            return
        done = send(
            lambda session, at: record_check(
                session, person, programme, note, found or "", nonce=nonce, at=at
            )
        )
        if done is not None:
            st.session_state.pop(f"{_NONCE}:{note.law.key}", None)
            st.rerun()
