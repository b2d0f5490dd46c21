"""Contracts that end: ticked together, renewed by one decree with one new last day (Pasal 9, 11)."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from itertools import groupby
from typing import Any

import streamlit as st

from db.blitar.staffing.renewals import (
    ContractEnding,
    RenewalDecree,
    contracts_to_renew,
    decree_paper,
    renew_contracts,
    renewal_decrees,
)
from documents.blitar.staffing.renewal_decree import renewal_decree
from domain.blitar.staffing.renewing import (
    DECREED,
    ENDS,
    Renewal,
    RenewedLine,
    not_prolonged,
    not_prolonged_told,
    problems_of,
    renewed_line,
)
from domain.dates import indonesian_date
from domain.money import number
from domain.roles import Person
from pages.blitar.mentors.register import name_of
from pages.blitar.printing import printing_of
from pages.parts.fields import Form
from pages.parts.saving import opened, save
from pages.parts.sending import forget, nonce_of, say_problems
from pages.parts.store import database, today
from pages.parts.text import plain, plain_label

_FORM = "perpanjangan"


def show_renewing(person: Person) -> None:
    """Show whose contract ends, the decree for those ticked, and the decrees that were recorded."""
    with database().read() as session:
        ending = contracts_to_renew(session, person, today())
        past = renewal_decrees(session, person)
    serving = [one for one in ending if one.serves]
    st.markdown(f"**Kontrak berakhir: {number(len(serving))} Pendamping**")
    st.caption(
        f"Kontrak yang habis mengakhiri tugas ({ENDS.place}). Teks tidak mengatur perpanjangan; kantor "
        f"memperpanjang dengan Keputusan Kepala Dinas ({DECREED.place}), selama kontraknya masih berjalan."
    )
    able = [one for one in ending if not one.hindrances]
    if able:
        _decree_form(person, able)
    else:
        st.info("Tidak ada kontrak yang dapat diperpanjang sekarang.")
    _unable([one for one in ending if one.hindrances])
    _past(person, past)


def _decree_form(person: Person, able: Sequence[ContractEnding]) -> None:
    form = Form(nonce_of(_FORM), {"decided_on": today()}, Renewal)
    seen = opened(form.nonce, {one.service.mentor_id: one.version for one in able})
    chosen = _ticked(form.nonce, able)
    left, right = st.columns(2)
    with left:
        decree, decided_on = form.ask("decree", aside="salin dari keputusannya"), form.ask("decided_on")
    with right:
        until, reason = (
            form.ask("until"),
            form.ask("reason", one_line=True, aside="sesudah kata bahwa", hint="mis. kinerjanya baik"),
        )
    told = Renewal(decree=decree, decided_on=decided_on, until=until, reason=reason)
    short = () if until is None else not_prolonged([one.service for one in chosen], until)
    if short:
        st.warning(f"⚠ {plain(not_prolonged_told(short))}")
    with st.container(horizontal=True):
        pressed = _asked(form.nonce, told, len(chosen), can_be=bool(chosen) and not short)
        if chosen and until is not None:
            _print_button(person, told, _lines(chosen, until), signed=False, key="konsep")
    if not pressed:
        return
    if say_problems([*form.problems, *problems_of(told, [one.service for one in chosen], today())], form):
        return
    picks = [(one.service.mentor_id, seen.get(one.service.mentor_id, one.version)) for one in chosen]
    said = f"Kontrak {number(len(picks))} Pendamping diperpanjang. Cetak keputusannya di bawah."
    printing = printing_of(person, today(), of=decided_on)
    printed = partial(renewal_decree, printing=printing, signed=True, kept=True)
    more: dict[str, Any] = {"fields": form, "nonce": form.nonce, "printed": printed}
    save(_FORM, renew_contracts, person, told, picks, said=said, **more)
    st.button("Buka data terbaru", on_click=forget, args=(_FORM,))


def _asked(nonce: str, told: Renewal, count: int, *, can_be: bool) -> bool:
    """The question before contracts are renewed; whether it was answered with yes."""
    hint = "Centang Pendamping, dan isi hari terakhir sesudah kontrak yang berjalan"
    label = f"Perpanjang {number(count)} kontrak"
    with st.popover(label, type="primary", disabled=not can_be, help=None if can_be else hint):
        until = indonesian_date(told.until) if told.until else "(hari terakhir belum diisi)"
        decree = plain(told.decree) or "(nomor belum diisi)"
        st.markdown(f"**Perpanjang kontrak {number(count)} Pendamping sampai {until}, dengan {decree}?**")
        st.caption("Masing-masing tercatat di jejak, dan keputusannya disimpan sebagaimana dicetak.")
        return st.button("Ya, perpanjang", type="primary", key=f"{nonce}:renew")


def _ticked(nonce: str, able: Sequence[ContractEnding]) -> list[ContractEnding]:
    """A tick box for each, and one for all."""

    def tick_all() -> None:
        for one in able:
            st.session_state[_tick(nonce, one)] = st.session_state[f"{nonce}:semua"]

    st.checkbox("Semua", key=f"{nonce}:semua", on_change=tick_all)
    chosen = []
    for last_day, group in groupby(able, key=lambda one: one.service.contract_until):
        people = list(group)
        st.markdown(f"Kontrak sampai **{indonesian_date(last_day)}**: {number(len(people))}")
        with st.grid("auto", min_column_width=260, gap="xsmall"):
            chosen += [one for one in people if st.checkbox(_label(one), key=_tick(nonce, one))]
    return chosen


def _label(one: ContractEnding) -> str:
    places = ", ".join(map(name_of, one.districts))
    return f"{plain_label(one.service.name)} · {plain_label(places)}"


def _tick(nonce: str, one: ContractEnding) -> str:
    return f"{nonce}:centang-{one.service.mentor_id}"


def _unable(found: Sequence[ContractEnding]) -> None:
    if not found:
        return
    st.markdown(f"**Tidak dapat diperpanjang: {number(len(found))}**")
    for one in found:
        st.markdown(f"- {plain(one.service.name)}: {plain('; '.join(one.hindrances))}.")


def _lines(chosen: Sequence[ContractEnding], until: date) -> tuple[RenewedLine, ...]:
    return tuple(renewed_line(one.service, one.decree, one.districts, until) for one in chosen)


def _past(person: Person, past: Sequence[RenewalDecree]) -> None:
    if not past:
        return
    st.markdown(f"**Keputusan perpanjangan yang dicatat: {number(len(past))}**")
    for one in past:
        with st.container(horizontal=True, vertical_alignment="center", border=True):
            on = indonesian_date(one.renewal.decided_on) if one.renewal.decided_on else ""
            st.markdown(
                f"**{plain(one.renewal.decree)}** · {on} · {number(len(one.lines))} Pendamping",
                width="stretch",
            )
            _print_button(person, one.renewal, one.lines, signed=True, key=str(one.id), kept=one.id)


def _print_button(
    person: Person,
    told: Renewal,
    lines: Sequence[RenewedLine],
    *,
    signed: bool,
    key: str,
    kept: int | None = None,
) -> None:
    opened_database = database()

    def made() -> bytes:
        if kept is not None:
            with opened_database.read() as session:
                if paper := decree_paper(session, person, kept):
                    return paper
        printing = printing_of(person, today(), of=told.decided_on)
        return renewal_decree(told, lines, printing, signed=signed)

    st.download_button(
        "Cetak keputusan" if signed else "Cetak konsep keputusan",
        data=made,
        file_name=f"{'keputusan' if signed else 'konsep-keputusan'}-perpanjangan-kontrak-{key}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/print:",
        key=f"cetak-perpanjangan-{key}",
    )
