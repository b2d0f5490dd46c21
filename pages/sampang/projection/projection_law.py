"""By which law new loans are lent in a projection: the law in force, or a draft that somebody kept."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from db.office.policy_drafts import KeptDraft, kept_draft, kept_drafts
from db.office.practice import law_of
from db.refusals import NotFound
from domain.regulation.law_in_force import LawInForce
from domain.regulation.policy.draft import drafted
from domain.regulation.policy.draft_checks import problems_of_draft
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from pages.parts.store import database, today
from pages.parts.text import number_in_address

IN_ADDRESS: Final = "aturan"
_KEY: Final = "proyeksi-aturan"
_IN_FORCE: Final = 0


def ask_law(person: Person) -> int:
    """Ask for the law: the number of a kept draft, or 0 for the law in force, which is all without drafts."""
    drafts = _drafts(person)
    if not drafts:
        return _IN_FORCE
    named = number_in_address(st.query_params.get(IN_ADDRESS, "")) or _IN_FORCE
    st.session_state.setdefault(_KEY, named if named in drafts else _IN_FORCE)
    chosen = st.selectbox(
        "Aturan pinjaman baru",
        [_IN_FORCE, *drafts],
        format_func=lambda one: f"Rancangan {one}: {drafts[one].draft.name}" if one else "Hukum yang berlaku",
        key=_KEY,
        help="Rancangan yang disimpan pada tab Aturan lain; berlaku bagi semua yang cair sejak hari ini.",
    )
    return int(chosen or _IN_FORCE)


def law_chosen(person: Person, chosen: int) -> LawInForce | None:
    """The law of today, or of the first day of a draft; None for a draft that no longer fits the law."""
    with database().read() as session:
        if not chosen:
            return law_of(session, SAMPANG, today())
        draft = kept_draft(session, person, SAMPANG, chosen).draft
        law = law_of(session, SAMPANG, max(today(), draft.since))
    return None if problems_of_draft(draft, law) else drafted(law, draft)


def _drafts(person: Person) -> Mapping[int, KeptDraft]:
    """The drafts that are listed, and the one that a link names."""
    with database().read() as session:
        found = {one.id: one for one in kept_drafts(session, person, SAMPANG)}
        named = number_in_address(st.query_params.get(IN_ADDRESS, ""))
        if named and named not in found:
            try:
                found[named] = kept_draft(session, person, SAMPANG, named)
            except NotFound:
                return found
    return found
