"""The form of the baseline: what each indicator was when the mentoring began (Pasal 2 ayat (2))."""

import streamlit as st

from db.blitar.caseload.baselines import record_baseline
from domain.blitar.caseload.card import ClientCard
from domain.blitar.caseload.progress import Rung
from domain.blitar.indicators import OFFICE_OWN, Indicator, Shape, in_words
from domain.blitar.visiting.visit import IndicatorChange
from domain.problems import Problem
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from pages.blitar.clients.card.card_saving import send
from pages.parts.fields import Form
from pages.parts.sending import nonce_of, say_problems
from pages.parts.text import plain


def show_baseline_form(person: Person, card: ClientCard, _law: LawInForce) -> None:
    """Ask for the baseline of each indicator; a blank one stays not known."""
    name = f"awal-{card.id}"
    form = Form(nonce_of(name), {"on": card.since}, IndicatorChange)
    st.title("Data awal")
    st.caption(
        "Keadaan saat pendampingan dimulai. Isi yang diketahui saja: yang kosong tetap “belum diketahui”, "
        f"bukan “tidak ada”. {OFFICE_OWN}"
    )
    if len(card.without_baseline) < sum(len(step.rungs) for step in card.ladder):
        st.caption("Yang sudah tercatat diisi lagi hanya bila perlu dibetulkan; isian lama tetap tersimpan.")
    on = form.day("on", "Keadaan pada tanggal")
    found: list[IndicatorChange] = []
    for step in card.ladder:
        with st.container(border=True):
            st.markdown(f"**{plain(step.goal.label)}** :gray[{step.goal.citation.place}]")
            found += [told for rung in step.rungs if (told := _ask(form, rung)) is not None]
    if not st.button("Simpan data awal", type="primary", key=f"{form.nonce}:save"):
        return
    problems = list(form.problems)
    if not found and not problems:
        problems.append(Problem("", "Belum ada indikator yang diisi. Isi paling sedikit satu."))
    if on is None:
        problems.append(Problem("on", "Tanggal keadaan awal belum diisi."))
    if say_problems(problems, form) or on is None:
        return
    send(
        name,
        lambda session, at: record_baseline(session, person, card.id, found, on=on, nonce=form.nonce, at=at),
        f"Data awal {len(found)} indikator tersimpan.",
        client_id=card.id,
        fields=form,
    )


def _ask(form: Form, rung: Rung) -> IndicatorChange | None:
    indicator = rung.indicator
    value = _value(form, indicator)
    if rung.baseline is not None:
        st.caption(f"Tercatat: {plain(in_words(indicator, rung.baseline.value))}")
    evidence = ""
    if value is not None:
        label = f"{form.label_of('evidence')} {indicator.label} (foto atau surat), bila ada"
        evidence = form.ask(f"{indicator}.evidence", at="evidence", label=label)
    return None if value is None else IndicatorChange(indicator=indicator, value=value, evidence=evidence)


def _value(form: Form, indicator: Indicator) -> int | None:
    match indicator.shape:
        case Shape.YES_NO:
            told = form.yes_no(indicator, f"{indicator.label}: sudah ada?")
            return None if told is None else int(told)
        case Shape.COUNT:
            return form.count(indicator, f"{indicator.label} (jumlah)")
        case Shape.RUPIAH:
            return form.rupiah(indicator, f"{indicator.label} (rupiah)")
