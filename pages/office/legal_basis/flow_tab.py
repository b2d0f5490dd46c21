"""Gambar: the provisions of a kind as a drawn flow, and the same as a table whose rows open them."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from domain.money import number
from domain.programme import Programme, may
from domain.regulation.law_in_force import LawInForce
from domain.regulation.policy.judged import JudgedKind, judged
from domain.regulation.policy.law_flow import FlowNode, LawFlow, law_flow
from domain.roles import OfficePermission, Person
from pages.office.legal_basis.beside import Beside
from pages.office.legal_basis.cards import rule_card
from pages.office.legal_basis.entries import Listing, RuleEntry
from pages.office.legal_basis.flow_drawing import as_image, flow_picture
from pages.office.policy.register_reading import register_of
from pages.parts.books import Book
from pages.parts.markup import Markup
from pages.parts.opened_row import BY_A_TAP, opened_row
from pages.parts.text import plain
from pages.parts.wings import wing_of


def show_flow(
    found: Listing, law: LawInForce, person: Person | None, programme: Programme, beside: Beside
) -> None:
    """Ask for a kind, and show its flow, with counts for whoever may simulate."""
    book = found.book
    kinds = [str(kind) for kind in law.regulation.rules_by_kind]
    kind = st.segmented_control(
        "Bagi siapa",
        kinds,
        default=kinds[0],
        required=True,
        format_func=lambda one: book.short.get(book.kind_label(one), book.kind_label(one)),
        key=f"flow:{book.label}",
    )
    flow = law_flow(law, str(kind), _judged(law, str(kind), person, programme))
    st.caption(
        "Dari atas ke bawah menurut urutan penilaian. Semua ketentuan ditanyakan; yang gugur dihitung pada "
        "ketentuan pertama yang tidak terpenuhi. ◆ menandai tempat yang dapat dibaca dua cara."
    )
    who = book.kind_label(str(kind))
    st.html(Markup(as_image(flow_picture(flow, who), who)))
    _table(flow, found, beside)


def _judged(law: LawInForce, kind: str, person: Person | None, programme: Programme) -> JudgedKind | None:
    """What the register of undecided files comes out as, for whoever may simulate and asks for it."""
    policy = wing_of(programme).policy
    if person is None or policy is None or not may(person, OfficePermission.SIMULATE_POLICY, programme):
        return None
    if not st.toggle("Hitung pada register", key=f"flow-counts:{programme.key}"):
        return None
    part = policy(person)
    read = register_of(programme, part, law, ever=False)
    if read is None:
        return None
    one = next((each for each in judged(read.register, law).kinds if each.of.kind == kind), None)
    if one is None:
        st.caption(f"{plain(part.scopes[0])}: tidak ada {plain(part.subjects)} jenis ini.")
    return one


def _table(flow: LawFlow, found: Listing, beside: Beside) -> None:
    st.subheader("Yang sama sebagai tabel", anchor=False)
    st.caption("Ketuk sebuah baris untuk membaca ketentuannya.")
    chosen = st.dataframe(
        pd.DataFrame([_row(node) for node in flow.nodes]),
        hide_index=True,
        key=f"flow-table:{flow.kind}:{flow.size}",
        on_select="rerun",
        selection_mode=list(BY_A_TAP),
    )
    node = opened_row(chosen, flow.nodes)
    if node is None:
        return
    entry = _entry(node, found.rules, flow.kind, found.book)
    if entry is None:
        st.markdown(f"**{plain(node.place)}** {plain(node.title)}")
        return
    rule_card(entry, found.book, beside)


def _row(node: FlowNode) -> dict[str, str]:
    row = {
        "No": f"{node.number}",
        "Tempat": node.place,
        "Ketentuan": node.title,
        "Jenis": node.kind,
        "Dapat dibaca dua cara": ", ".join(node.readings) or "–",
    }
    if (one := node.counted) is not None:
        names = ("Terpenuhi", "Belum diketahui", "Tidak", "Gugur di sini")
        row |= dict(zip(names, map(number, (one.met, one.unknown, one.not_met, one.out)), strict=True))
    return row


def _entry(node: FlowNode, entries: Sequence[RuleEntry], kind: str, book: Book) -> RuleEntry | None:
    """The provision as the list of them has it, which shows once what several kinds share."""
    same = [entry for entry in entries if entry.id == node.id and entry.title == node.title]
    for_kind = [entry for entry in same if not entry.applies_to or book.kind_label(kind) in entry.applies_to]
    return next(iter((*for_kind, *same)), None)
