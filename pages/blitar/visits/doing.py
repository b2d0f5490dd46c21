"""What was done at a visit: the tasks of Pasal 12 by group, and the parts of Pasal 16 ayat (2)."""

from collections.abc import Sequence

import streamlit as st

from db.blitar.visiting.before import Before
from domain.blitar.goals_and_tasks import MentorTask, ReportPart, TaskGroup, tasks_in
from domain.dates import indonesian_date
from pages.blitar.visits.thumb_fields import VisitForm

PARTS = "parts"


def field_of(group: TaskGroup) -> str:
    """The name of the field that holds the tasks of a group."""
    return f"tasks.{group.value}"


def by_group(tasks: Sequence[MentorTask]) -> dict[str, list[MentorTask]]:
    """Chosen tasks as first values of the fields of their groups."""
    return {field_of(group): [task for task in tasks if task.group is group] for group in TaskGroup}


def ask_tasks(form: VisitForm, before: Before | None) -> tuple[MentorTask, ...]:
    """Ask for the tasks, in five groups that open with a tap; the last visit's can be taken over."""
    st.markdown("**Tugas yang dilakukan** (Pasal 12)")
    _take_over(form, before)
    found: list[MentorTask] = []
    chosen_before = (group for group in TaskGroup if form.start.get(field_of(group)))
    tabs = st.tabs([group.label for group in TaskGroup], default=next(chosen_before, TaskGroup.BASIS).label)
    for tab, group in zip(tabs, TaskGroup, strict=True):
        with tab:
            words = {task: f"{task.letter} · {task.label}" for task in tasks_in(group)}
            found += form.pills(field_of(group), group.label, words, shows_label=False)
    chosen = tuple(task for task in MentorTask if task in found)
    if chosen:
        st.caption(f"Dipilih: {'; '.join(f'{task.letter} · {task.label}' for task in chosen)}")
    form.slot("tasks")
    return chosen


def ask_parts(form: VisitForm) -> tuple[ReportPart, ...]:
    """Ask to which parts of the report the visit belongs."""
    words = {part: part.label for part in ReportPart}
    chosen = form.pills(PARTS, f"**{form.label_of(PARTS)}** (Pasal 16 ayat (2))", words)
    return tuple(part for part in ReportPart if part in chosen)


def _take_over(form: VisitForm, before: Before | None) -> None:
    if before is None or before.last_on is None or not before.last_tasks:
        return
    letters = ", ".join(task.letter for task in MentorTask if task in before.last_tasks)
    st.button(
        f"Sama seperti {indonesian_date(before.last_on)} ({letters})",
        key=f"{form.nonce}:sama",
        icon=":material/replay:",
        help="Mengisi tugas dan komponen seperti kunjungan terakhir ke binaan ini.",
        on_click=_as_last_time,
        args=(form.nonce, before),
    )


def _as_last_time(nonce: str, before: Before) -> None:
    for field, tasks in by_group(before.last_tasks).items():
        st.session_state[f"{nonce}:{field}"] = tasks
    st.session_state[f"{nonce}:{PARTS}"] = list(before.last_parts)
