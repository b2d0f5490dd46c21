"""A proposal of the office in words: what it changes, from what to what, since when, why, by whom."""

import streamlit as st

from db.office.proposals import Proposal
from domain.dates import indonesian_date, indonesian_moment
from domain.regulation.law_in_force import LawInForce
from domain.regulation.parameter import Unit
from domain.regulation.wording import parameter_value
from pages.parts.office_logo import office_logo
from pages.parts.text import plain

_BLANK = "–"


def title_of(law: LawInForce, proposal: Proposal) -> str:
    """What the proposal is about."""
    return _change(law, proposal)[0]


def show_proposal(law: LawInForce, proposal: Proposal) -> None:
    """Show how it is now, how it would be, since when, and why."""
    title, before, after = _change(law, proposal)
    st.markdown(f"**{plain(title)}**")
    st.markdown(f"Sekarang: {plain(before)}  \nDiusulkan: **{plain(after)}**")
    decree = f", keputusan {plain(proposal.decree)}" if proposal.decree else ""
    st.markdown(f"Berlaku sejak {indonesian_date(proposal.since)}{decree}. Alasan: {plain(proposal.reason)}")
    st.caption(f"Diusulkan {plain(proposal.proposed_by)}, {indonesian_moment(proposal.proposed_at)}.")


def show_pictures(law: LawInForce, proposal: Proposal) -> None:
    """Show the picture as it is now and as it would be, where a proposal is about one."""
    parameter = law.parameters.get(proposal.key)
    if parameter is None or parameter.unit is not Unit.IMAGE:
        return
    told = {"Sekarang": parameter.on(law.day), "Diusulkan": proposal.value}
    with st.container(horizontal=True, gap="medium"):
        for caption, key in told.items():
            if isinstance(key, str) and (picture := office_logo(key)):
                st.image(picture, caption=caption, width=120)


def is_count(law: LawInForce, proposal: Proposal) -> bool:
    """Whether it proposes numbers for each kecamatan, which are looked at one by one."""
    parameter = law.parameters.get(proposal.key)
    return parameter is not None and parameter.unit is Unit.BY_DISTRICT


def proposed_in_short(law: LawInForce, proposal: Proposal) -> str:
    """What would have been, on one line of Markdown."""
    title, _, after = _change(law, proposal)
    return f"**{plain(title)}**: {plain(after)}, sejak {indonesian_date(proposal.since)}"


def _change(law: LawInForce, proposal: Proposal) -> tuple[str, str, str]:
    """What is proposed: its title, how it is now, and how it would be."""
    if parameter := law.parameters.get(proposal.key):
        return (
            f"Setelan kantor · {parameter.label}",
            parameter_value(parameter, parameter.on(law.day)),
            parameter_value(parameter, proposal.value),
        )
    if entry := law.interpretations.get(proposal.key):
        letter = str(proposal.value)
        return (
            f"Tafsir {entry.id}: {entry.question}",
            f"bacaan {entry.in_use}, {'ditetapkan kantor' if entry.settlement else 'bawaan program'}",
            f"bacaan {letter} · {dict(entry.readings).get(letter, '')}",
        )
    return proposal.key, _BLANK, str(proposal.value)
