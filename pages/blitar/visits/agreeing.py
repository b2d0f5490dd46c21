"""Problem, recommendation and what was agreed: a block that opens on demand (Pasal 12 huruf c, Pasal 13)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import streamlit as st

from domain.blitar.instruments import at
from domain.blitar.reporting.recommendations import AGENCIES
from domain.blitar.visiting.visit import Doer, FollowUp, Visit
from domain.blitar.visiting.visit_checks import MOST_FOLLOW_UPS
from domain.problems import Problem
from pages.blitar.visits.thumb_fields import VisitForm

_ROWS = "follow_ups.rows"
_DOERS = {doer: doer.label for doer in Doer}


@dataclass(frozen=True, slots=True)
class Agreed:
    """The follow-ups that were typed in the block; `rows` are their places on the screen."""

    follow_ups: tuple[FollowUp, ...]
    rows: tuple[int, ...]
    problems: tuple[Problem, ...]


def first_agreed(visit: Visit) -> dict[str, Any]:
    """The first values of the block's fields."""
    found: dict[str, Any] = {}
    for row, one in enumerate(visit.follow_ups):
        found |= {
            _name(row, "told"): one.told,
            _name(row, "due_on"): one.due_on,
            _name(row, "doer"): one.doer,
        }
    return found


def ask_agreed(form: VisitForm, visit: Visit) -> Agreed:
    """Ask for problem, recommendation and follow-ups; all of it may stay blank."""
    is_filled = bool(visit.problem or visit.recommendation or visit.follow_ups)
    with st.expander(
        "Permasalahan, rekomendasi, tindak lanjut", expanded=is_filled, icon=":material/edit_note:"
    ):
        form.ask("problem", aside="Pasal 12 huruf c")
        form.ask("recommendation")
        label = f"{form.label_of('agency')} yang perlu bertindak, bila ada"
        chosen = form.one_or_other("agency", label, AGENCIES, hint="Pilih, atau ketik nama lain …")
        agency = form.answer("agency", chosen)
        if agency:
            st.caption(
                f"Fasilitator merangkumnya; Kepala Dinas menetapkan ({at('13(1)').place}), lalu disampaikan "
                f"kepada Perangkat Daerah itu ({at('13(2)').place})."
            )
        follow_ups, rows, problems = _follow_ups(form, len(visit.follow_ups))
    return Agreed(follow_ups, rows, problems)


def _follow_ups(
    form: VisitForm, stored: int
) -> tuple[tuple[FollowUp, ...], tuple[int, ...], tuple[Problem, ...]]:
    st.markdown("**Tindak lanjut** – apa, sampai kapan, oleh siapa")
    shown = form.kept(_ROWS) or max(1, stored)
    form.keep(_ROWS, shown)
    found, rows, problems = [], [], []
    for row in range(shown):
        told, one = _follow_up(form, row)
        if one is not None:
            found.append(one)
            rows.append(row)
        elif told:
            problems.append(Problem(_name(row, "due_on"), "Sampai kapan? Isi batas tindak lanjut ini."))
    form.slot("follow_ups")
    if shown < MOST_FOLLOW_UPS:
        st.button(
            "Tambah tindak lanjut",
            key=f"{form.nonce}:{_ROWS}:more",
            icon=":material/add:",
            on_click=form.keep,
            args=(_ROWS, shown + 1),
        )
    return tuple(found), tuple(rows), tuple(problems)


def _follow_up(form: VisitForm, row: int) -> tuple[str, FollowUp | None]:
    with st.container(border=True):
        told = form.ask(_name(row, "told"), label=f"{row + 1}. Apa yang dikerjakan", one_line=True)
        due_on = form.ask(_name(row, "due_on"), label="Sampai kapan")
        doer = form.segment(_name(row, "doer"), "Oleh siapa", _DOERS)
    if due_on is None:
        return told, None
    return told, FollowUp(told=told, due_on=due_on, doer=doer)


def _name(row: int, field: str) -> str:
    return f"follow_ups.{row}.{field}"


def on_the_screen(problems: Iterable[Problem], rows: tuple[int, ...]) -> Iterator[Problem]:
    """The same problems, each follow-up by its place on the screen instead of in the visit."""
    for problem in problems:
        block, _, rest = problem.field.partition(".")
        place, _, field = rest.partition(".")
        if block == "follow_ups" and field:
            yield Problem(_name(rows[int(place)], field), problem.sentence)
        else:
            yield problem
