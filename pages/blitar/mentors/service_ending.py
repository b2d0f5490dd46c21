"""The form that ends somebody's service on one of the five grounds of Pasal 9 ayat (2)."""

import streamlit as st

from db.blitar.staffing.staff import StoredStaff, end_service
from domain.blitar.ending import Decision, Ending, check_ending
from domain.blitar.goals_and_tasks import EndingGround
from domain.blitar.kinds import SubjectKind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.staff_leaving import left_alone
from domain.dates import indonesian_date
from domain.programme import may
from domain.roles import Person
from pages.blitar.mentors.register import Register
from pages.parts.fields import Form
from pages.parts.saving import opened, save
from pages.parts.sending import forget, nonce_of, say_problems
from pages.parts.store import today
from pages.parts.text import plain

_GROUNDS = {ground.value: f"huruf {ground.letter} · {ground.label}" for ground in EndingGround}


def show_ending_form(person: Person, register: Register, one: StoredStaff) -> None:
    """Let the Fasilitator record an ending, or the Kepala Dinas decide one."""
    decides = may(person, BlitarPermission.APPOINT_STAFF, BLITAR)
    if not (decides or may(person, BlitarPermission.MANAGE_STAFF, BLITAR)):
        return
    label = "Ubah catatan berakhirnya tugas" if one.ending else "Akhiri tugas"
    with st.expander(label, icon=":material/event_busy:"):
        if one.ending and not one.ending.ground.ends_by_itself and not decides:
            st.info("Diakhiri dengan keputusan; hanya Kepala Dinas yang dapat mengubahnya.")
            return
        _form(person, register, one, decides)


def _form(person: Person, register: Register, one: StoredStaff, decides: bool) -> None:
    name = f"berakhir-{one.id}"
    form = Form(nonce_of(name), {}, Ending)
    version = opened(form.nonce, one.version)
    chosen = form.code("ground", "Alasan (Pasal 9 ayat (2))", _GROUNDS)
    if chosen is None:
        st.caption("Satu alasan cukup (tafsir B-24). Pilih alasannya untuk melihat apa yang diperlukan.")
        return
    ground = EndingGround(chosen)
    st.caption(_needs(ground))
    if not ground.ends_by_itself and not decides:
        st.info("Mintalah Kepala Dinas memutuskan dan mencatatnya di layar ini.")
        return
    last_day = form.ask("last_day")
    decision = _decision(form, person) if not ground.ends_by_itself else Decision()
    note = form.ask("note", aside="surat yang diterima, keadaan")
    ending = Ending(ground=ground, last_day=last_day, decision=decision, note=note)
    if last_day is not None:
        _consequences(register, one, ending)
    if not st.button("Akhiri tugas", type="primary", key=f"{form.nonce}:end"):
        return
    service = one.service
    found = check_ending(ending, service.appointed_on, today(), service.contract_until)
    if not say_problems([*form.problems, *found], form):
        said = f"Tugas {one.name} berakhir {indonesian_date(last_day or today())}: {ground.label.lower()}."
        save(name, end_service, person, one.id, ending, said=said, fields=form, expected_version=version)
        st.button("Buka data terbaru", on_click=forget, args=(name,))


def _decision(form: Form, person: Person) -> Decision:
    form.ask("decision.decree")
    form.ask("decision.on")
    form.ask("decision.reason")
    return Decision(by=person.name, **form.answers("decision"))


def _needs(ground: EndingGround) -> str:
    if ground.ends_by_itself:
        return (
            f"{ground.citation.place}: berakhir dengan sendirinya, jadi cukup dicatat hari terakhirnya "
            "(tafsir B-24)."
        )
    return (
        f"{ground.citation.place}: tidak berakhir dengan sendirinya. Perlu keputusan Kepala Dinas dengan "
        "nomor, tanggal, dan alasan (tafsir B-24)."
    )


def _consequences(register: Register, one: StoredStaff, ending: Ending) -> None:
    if one.kind is not SubjectKind.MENTOR or ending.last_day is None:
        return
    deployed = register.deployment
    alone = left_alone(one.id, ending.last_day, deployed.services, deployed.assignments)
    told = []
    if alone:
        names = ", ".join(place.name for place in alone)
        told.append(f"tanpa Pendamping sesudah {indonesian_date(ending.last_day)}: Kecamatan {names}")
    if one.clients:
        told.append(f"{one.clients} binaan perlu diserahterimakan")
    if told:
        st.warning(f"Akibatnya, {plain('; '.join(told))}.")
