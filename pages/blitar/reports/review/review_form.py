"""Nine tasks with what is known of each, and the Kepala Dinas's finding; every saving is a version."""

import streamlit as st

from db.blitar.reporting.reviews import FacilitatorMonth, record_review
from domain.blitar.goals_and_tasks import FacilitatorTask
from domain.blitar.reporting.facilitator_deeds import Deeds
from domain.blitar.reporting.facilitator_review import FacilitatorReview, TaskResult, TaskReview
from domain.roles import Person
from pages.blitar.reports.review.tasks_seen import show_known
from pages.parts.fields import Form, first_values
from pages.parts.saving import opened, save
from pages.parts.sending import forget, nonce_of, say_problems


def show_form(person: Person, chosen: FacilitatorMonth, deeds: Deeds) -> None:
    """The form; it begins with what was last saved, and nothing is chosen where nothing was."""
    number = chosen.service.mentor_id
    name = f"kinerja-{number}-{deeds.month}"
    last = chosen.newest.review if chosen.newest else FacilitatorReview(staff_id=number, month=deeds.month)
    form = Form(nonce_of(name), _start(last), FacilitatorReview)
    seen = opened(form.nonce, chosen.versions)
    tasks = {task: _task(form, deeds, task) for task in FacilitatorTask}
    conclusion = form.ask("conclusion")
    form.slot("month")
    sent = st.button("Simpan penilaian", type="primary", key=f"{form.nonce}:form:kirim")
    if sent and not say_problems(form.problems, form):
        review = FacilitatorReview(staff_id=number, month=deeds.month, tasks=tasks, conclusion=conclusion)
        said = f"Penilaian {chosen.service.name} tersimpan sebagai versi {seen + 1}."
        save(
            name, record_review, person, review,
            said=said, fields=form, expected_versions=seen, nonce=form.nonce,
        )  # fmt: skip
        st.button("Buka data terbaru", on_click=forget, args=(name,))


def _start(last: FacilitatorReview) -> dict[str, object]:
    told: dict[str, object] = {"conclusion": last.conclusion}
    for task in FacilitatorTask:
        told |= {f"tasks.{task}.{name}": value for name, value in first_values(last.of(task)).items()}
    return told


def _task(form: Form, deeds: Deeds, task: FacilitatorTask) -> TaskReview:
    with st.container(border=True):
        show_known(deeds, task)
        result = form.one_of(f"tasks.{task}.result", form.label_of(f"tasks.{task}.result"), TaskResult)
        note = form.ask(f"tasks.{task}.note", hint="Apa yang sudah, apa yang belum")
        form.slot(f"tasks.{task}")
    return TaskReview(result=result, note=note)
