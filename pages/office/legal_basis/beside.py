"""What stands beside a provision on the legal-basis screen: the office's own copy, and other law."""

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from db.office.own_texts import KeptText, kept_text
from domain.dates import JAKARTA, indonesian_date
from domain.programme import Programme
from domain.regulation.law_in_force import LawInForce
from domain.regulation.other_law import OtherLaw
from pages.parts.store import database
from pages.parts.text import plain


@dataclass(frozen=True, slots=True)
class Beside:
    """The office's own copy, if there is one, and the notes on other law."""

    kept: KeptText | None
    notes: tuple[OtherLaw, ...]


def beside_of(programme: Programme, law: LawInForce) -> Beside:
    """What stands beside the provisions of a programme."""
    with database().read() as session:
        return Beside(kept_text(session, programme, law.regulation), law.regulation.other_law)


def by_whom(kept: KeptText) -> str:
    """Whose copy it is and since when, as plain text."""
    day = indonesian_date(kept.at.astimezone(JAKARTA).date())
    return f"menurut salinan kantor, dimuat {day} oleh {kept.by}"


def show_own_words(beside: Beside, places: Iterable[str], key: str) -> None:
    """The clauses of a provision word for word, one after the other, folded."""
    kept = beside.kept
    found = [place for place in dict.fromkeys(places) if kept and place in kept.clauses]
    if kept is None or not found:
        return
    with st.expander(f"Bunyi {', '.join(found)}", key=key):
        for place in found:
            show_clause(kept, place)


def show_clause(kept: KeptText, place: str) -> None:
    """The words of one clause, as text, with whose copy they are from."""
    st.text(kept.clauses[place])
    st.caption(plain(f"{place} {by_whom(kept)}."))


def show_notes(beside: Beside, names: Iterable[str]) -> None:
    """One line for each other regulation that stands beside a provision or a reading."""
    names = tuple(names)
    for note in beside.notes:
        if note.stands_beside(*names):
            st.caption(f"Lihat juga {plain(note.law.name)}: {plain(note.meaning)} (Periksa naskah.)")
