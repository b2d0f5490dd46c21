"""The text, clause by clause: the fragment of each, what it is coded as, and the office's own copy."""

from collections.abc import Sequence

import streamlit as st

from domain.programme import Programme
from domain.regulation.clause_coverage import CodedClause, Use
from domain.regulation.described import Coding
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from pages.office.legal_basis.beside import Beside, by_whom, show_clause
from pages.office.legal_basis.entries import Listing
from pages.office.legal_basis.own_copy import offer_own_copy
from pages.office.legal_basis.paging import page_of
from pages.parts.text import plain

_EVERY = "Semua"
_MOST_NAMES = 6


def clauses(
    found: Listing, wanted: str, law: LawInForce, person: Person | None, programme: Programme, beside: Beside
) -> None:
    """Show the coverage, the place to load a copy, then the clauses in the order of the text."""
    st.markdown(f"**{plain(law.regulation.instrument.name)}: {found.coverage.sentence}** ada dalam program.")
    st.caption(_copy_line(law, beside))
    offer_own_copy(person, programme, law)
    chosen = _kind(found)
    asked = [
        entry.clause
        for entry in found.clauses
        if chosen == _EVERY or chosen in [coding.label for coding in entry.clause.codings]
    ]
    for clause in page_of(asked, f"clauses:{found.book.label}:{chosen}:{wanted}"):
        clause_card(clause, beside)


def clause_card(clause: CodedClause, beside: Beside) -> None:
    """One clause: its place, what it is coded as, a fragment, by what it is named, and its own words."""
    with st.container(border=True, gap="xsmall"):
        badges = " ".join(f":gray-badge[{coding.label}]" for coding in clause.codings)
        st.markdown(f":blue-badge[{plain(clause.place)}] {badges or ':orange-badge[belum ada]'}")
        cited = clause.citation
        if cited and cited.words:
            st.markdown(f"“{plain(cited.words)}”")
        st.caption("  \n".join(_named(clause.uses)))
        if beside.kept and clause.place in beside.kept.clauses:
            show_clause(beside.kept, clause.place)


def _kind(found: Listing) -> str:
    counted = {
        coding.label: sum(1 for entry in found.coverage.clauses if coding in entry.codings)
        for coding in Coding
    }
    kinds = [_EVERY, *(label for label, count in counted.items() if count)]
    return st.segmented_control(
        "Dipakai sebagai",
        kinds,
        default=_EVERY,
        required=True,
        format_func=lambda label: f"{label} ({counted[label]})" if label in counted else label,
        key=f"coding:{found.book.label}",
    )


def _named(uses: Sequence[Use]) -> list[str]:
    """A line for each coding, with the names of what names the clause."""
    lines = []
    for coding in Coding:
        names = list(dict.fromkeys(use.name for use in uses if use.coding is coding))
        if names:
            told = ", ".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else "")
            lines.append(plain(f"{coding.label}: {told}"))
    return lines


def _copy_line(law: LawInForce, beside: Beside) -> str:
    if beside.kept is None:
        return (
            "Kantor belum memuat salinan naskahnya, jadi yang tampil hanya beberapa kata dari tiap ketentuan."
        )
    found, whole = len(beside.kept.clauses), len(law.regulation.clauses)
    return plain(
        f"Bunyinya {by_whom(beside.kept)} (berkas {beside.kept.name}): {found} dari {whole} ketentuan."
    )
