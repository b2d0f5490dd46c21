"""The next step of a letter: set with its number, sent, answered; each by who may (Pasal 13)."""

from datetime import date
from typing import Any

import streamlit as st

from db.blitar.reporting.bundle_rows import Bundle, BundleLine
from db.blitar.reporting.letters import answer_bundle, return_bundle, send_bundle, set_bundle, strike_line
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.recommendations import SENT_TO, SET_BY, Answer, BundleState, LetterNumber
from domain.blitar.roles import BlitarPermission
from domain.problems import Problem
from domain.programme import may
from domain.roles import Person
from pages.blitar.reports.recommendations.letter_list import may_step
from pages.blitar.reports.recommendations.letter_printing import kept_letter
from pages.parts.fields import Form
from pages.parts.giving_back import Asking, give_back
from pages.parts.saving import opened, save
from pages.parts.sending import forget, nonce_of, say_problems

_NO_DAY = Problem("on", "Tanggalnya belum diisi.")


def show_steps(person: Person, one: Bundle) -> None:
    """The form of the next step, and folded away the one that corrects the last step."""
    sets = may(person, BlitarPermission.SET_RECOMMENDATIONS, BLITAR)
    if one.state is BundleState.DRAFT:
        if sets and one.made_by_id == person.id:
            st.info("Anda sendiri yang menyiapkan surat ini, jadi orang lain yang berwenang yang menetapkan.")
        elif sets:
            _setting(person, one, "Tetapkan surat")
            _returning(person, one)
        else:
            st.info(f"Menunggu Kepala Dinas menetapkan dengan nomor dan tanggal ({SET_BY.place}).")
    if not may_step(person, one.state):
        return
    if one.state is BundleState.SET:
        _sending(person, one, "Catat pengiriman")
        if sets:
            with st.expander("Betulkan nomor atau tanggal penetapan"):
                _setting(person, one, "Betulkan")
    elif one.state is BundleState.SENT:
        _answering(person, one, "Catat jawaban")
        with st.expander("Betulkan tanggal pengiriman"):
            _sending(person, one, "Betulkan")
    elif one.state is BundleState.ANSWERED:
        with st.expander("Betulkan atau lengkapi jawaban"):
            _answering(person, one, "Betulkan")


def _setting(person: Person, one: Bundle, label: str) -> None:
    known = one.letter
    start = {"number": known.number, "on": known.on} if known else {}
    name = f"tetapkan-surat-{one.id}"
    form = Form(nonce_of(name), start, LetterNumber)
    version = opened(form.nonce, one.version)
    with st.container(border=True):
        st.markdown(f"**{label}** ({SET_BY.place})")
        number = form.ask("number", help="Disalin dari buku agenda; program tidak membuatnya")
        on = form.ask("on")
        form.slot("lines")
        sent = st.button(label, type="primary", key=f"{form.nonce}:form:kirim")
    if not sent or _is_wrong(on, form):
        return
    letter = LetterNumber(number=number, on=on)
    said = "Surat ditetapkan. Unduh, tanda tangani, lalu catat tanggal pengirimannya."
    more: dict[str, Any] = {"expected_version": version, "fields": form, "printed": kept_letter(person, on)}
    save(name, set_bundle, person, one.id, letter, said=said, **more)
    st.button("Buka data terbaru", on_click=forget, args=(name,), key=f"{form.nonce}:anew")


def _returning(person: Person, one: Bundle) -> None:
    asking = Asking(
        "Kembalikan untuk diperbaiki",
        f"Kembalikan surat untuk {one.agency} kepada {one.made_by}?",
        "Apa yang perlu diperbaiki",
        "mis. sebutkan nomor izin tiap usaha",
        "Ya, kembalikan surat ini",
    )
    more: dict[str, Any] = {"expected_version": one.version}
    said = f"Surat untuk {one.agency} dikembalikan kepada {one.made_by}."
    give_back(
        f"kembali-surat-{one.id}-{one.version}", asking, return_bundle, person, one.id, said=said, **more
    )


def offer_strike(person: Person, one: Bundle, line: BundleLine) -> None:
    """To who may set the letter and did not prepare it: strike one line, with why."""
    sets = may(person, BlitarPermission.SET_RECOMMENDATIONS, BLITAR) and one.made_by_id != person.id
    if not sets or one.state is not BundleState.DRAFT or one.size < 2:
        return
    name = line.said.client_name
    asking = Asking(
        "Coret dari surat",
        f"Coret rekomendasi tentang {name}?",
        "Mengapa dicoret",
        "mis. sudah ditangani Dinas sendiri",
        "Ya, coret baris ini",
    )
    said = f"Rekomendasi tentang {name} dicoret dari surat dan menunggu surat lain; sisanya tetap."
    form = f"coret-{one.id}-{line.said.visit_id}"
    more: dict[str, Any] = {"expected_version": one.version}
    give_back(form, asking, strike_line, person, one.id, line.said.visit_id, said=said, **more)


def _sending(person: Person, one: Bundle, label: str) -> None:
    name = f"kirim-surat-{one.id}"
    form = Form(nonce_of(name), {"on": one.sent_on})
    version = opened(form.nonce, one.version)
    with st.container(border=True):
        st.markdown(f"**{label}** ({SENT_TO.place})")
        on = form.day("on", "Tanggal dikirim")
        sent = st.button(label, type="primary", key=f"{form.nonce}:form:kirim")
    if not sent or _is_wrong(on, form):
        return
    more: dict[str, Any] = {"on": on, "expected_version": version, "fields": form}
    said = "Pengiriman dicatat. Sekarang menunggu jawaban."
    save(name, send_bundle, person, one.id, said=said, **more)
    st.button("Buka data terbaru", on_click=forget, args=(name,), key=f"{form.nonce}:anew")


def _answering(person: Person, one: Bundle, label: str) -> None:
    name = f"jawab-surat-{one.id}"
    form = Form(nonce_of(name), {"on": one.answered_on, "answer": one.answer}, Answer)
    version = opened(form.nonce, one.version)
    with st.container(border=True):
        st.markdown(f"**{label}**")
        answer = form.ask("answer")
        on = form.ask("on")
        sent = st.button(label, type="primary", key=f"{form.nonce}:form:kirim")
    if not sent or _is_wrong(on, form):
        return
    more: dict[str, Any] = {"expected_version": version, "fields": form}
    said = "Jawaban dicatat; Pendamping yang binaannya disebut dapat membacanya."
    save(name, answer_bundle, person, one.id, Answer(answer=answer, on=on), said=said, **more)
    st.button("Buka data terbaru", on_click=forget, args=(name,), key=f"{form.nonce}:anew")


def _is_wrong(on: date | None, form: Form) -> bool:
    return say_problems([*form.problems, *([] if on else [_NO_DAY])], form)
