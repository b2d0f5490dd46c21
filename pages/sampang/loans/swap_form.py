"""What comes in a swap: the facts that the law asks of it, and what the examination finds (III.8, S-63)."""

from datetime import datetime
from typing import Any

import streamlit as st

from db.sampang.origination.loan_files import StoredFile
from db.sampang.origination.offered_things import offer_replacement
from db.sampang.origination.swaps import examined_swap
from domain.money import rupiah
from domain.regulation.assessment import Combination
from domain.roles import Person
from domain.sampang.application import Collateral
from domain.sampang.origination.custody import Custody, Offer, thing_key
from domain.sampang.origination.swap_hindrances import in_order, questions_of_swap, refusals_of_swap
from domain.sampang.origination.swapping import SwapFound
from domain.sampang.programme import SAMPANG
from pages.parts.fields import Form
from pages.parts.places import place_link
from pages.parts.sending import say_problems, send
from pages.parts.store import database, today
from pages.parts.text import plain
from pages.sampang.intake.collateral_card import ask_facts

_PATH = "entry.replacement"


def ask_replacement(form: Form) -> Collateral | None:
    """Ask about the thing that comes; None while its kind is not chosen."""
    st.markdown("**Agunan pengganti**")
    kind = form.ask(f"{_PATH}.kind")
    with st.container():
        told = ask_facts(form, _PATH, kind) if kind else {}
    return None if kind is None else Collateral(kind=kind, **told)


def show_examination(
    person: Person, stored: StoredFile, one: Custody, replacement: Collateral | None, form: Form
) -> None:
    """Show what is met, what is refused, and what is still to be told, as the form stands."""
    with st.container(border=True):
        st.markdown("**Pemeriksaan penukaran**")
        if replacement is None:
            st.caption("Pilih jenis agunan pengganti; hasilnya tampil di sini.")
            return
        day = min(form.day_standing("entry.on") or today(), today())
        with database().read() as session:
            found = examined_swap(session, person, stored.id, _offer(one, replacement), day)
        _show_found(found)
    place_link(SAMPANG, "S-63", label="Tafsir S-63", key=f"tafsir-{thing_key(one.thing)}")


def _show_found(found: SwapFound) -> None:
    refused, open_now = refusals_of_swap(found), questions_of_swap(found)
    lines = [f"Sisa pokok yang harus tertutup: {rupiah(found.swap.principal)}."]
    lines += [f"✘ {one.told}" for one in refused]
    lines += [f"… Belum dapat dihitung: {question} ({place.short})" for question, place in open_now]
    lines += [f"✔ {line}" for line in in_order(found)]
    if not refused and not open_now:
        lines += [
            f"{_readings(other)} hasilnya lain: {other.verdict.in_sentence}."
            for other in found.assessment.combinations
        ]
    st.caption("  \n".join(map(plain, lines)))


def _readings(other: Combination) -> str:
    """Other readings by what they say, one after the other."""
    return ", dan ".join(entry.read_as(letter) for entry, letter in other.readings)


def offer_to_team(
    person: Person, stored: StoredFile, one: Custody, replacement: Collateral | None, form: Form
) -> None:
    """Offer to put a thing before the Pokjanis that waits for nothing but their ruling."""
    asked = st.button(
        "Mintakan penilaian Pokjanis",
        key=f"{form.nonce}:usul",
        help="Bagi agunan yang hanya menunggu penilaian, misalnya kendaraan roda tiga (S-18)",
    )
    if not asked or say_problems([*form.problems, *form.blanks(_PATH)], form) or replacement is None:
        return
    nonce = f"{form.nonce}:usul:{thing_key(replacement)}"

    def offer(session: Any, at: datetime) -> None:
        offer_replacement(session, person, stored.id, _offer(one, replacement), nonce=nonce, at=at)

    if send(offer, fields=form) is not None:
        st.rerun()


def _offer(one: Custody, replacement: Collateral) -> Offer:
    return Offer(thing=thing_key(one.thing), replacement=replacement)
