"""One line of the trail in full: every field that was recorded, and the way to what it is about."""

import streamlit as st

from db.audit import AuditEntry
from domain.dates import indonesian_moment
from domain.programme import Programme
from domain.roles import Person
from pages.office.trail.told_lines import Known, about
from pages.parts.text import plain
from pages.parts.told_in_words import TrailWords, changes_told
from pages.parts.wings import opens, wing_of


def show_line(person: Person, programme: Programme, one: AuditEntry, known: Known, words: TrailWords) -> None:
    """Show a line; the link stands only where the person may open its screen."""
    st.markdown(f"**{plain(one.action.label)}** · {plain(about(one, known))}")
    st.caption(f"{indonesian_moment(one.at)} · {plain(one.person_name)}")
    told = changes_told(words, one.subject.kind, one.before, one.after)
    st.markdown("\n".join(f"- {plain(each)}" for each in told) or "Tidak ada isian yang dicatat.")
    place = words.places.get(one.subject.kind)
    if place is None:
        return
    file, address = place
    screens = wing_of(programme).screens
    if any(screen.file == file and opens(screen, person, programme) for screen in screens):
        st.page_link(
            file,
            label=f"Buka {plain(about(one, known))}",
            icon=":material/arrow_forward:",
            query_params=dict(address(one.subject.id)),
        )
