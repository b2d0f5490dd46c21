"""The form of a visit: the fewest taps first, what is optional in blocks that open on demand."""

from dataclasses import dataclass, replace

import streamlit as st

from db.blitar.visiting.before import Before, before_visit
from db.blitar.visiting.choices import ClientChoice, clients_to_visit
from db.blitar.visiting.opened_visit import OpenedVisit
from db.blitar.visiting.visit_warnings import warnings_about
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.assignments import Service
from domain.blitar.visiting.presence import day_part_at
from domain.blitar.visiting.visit import Visit
from domain.blitar.visiting.visit_checks import around
from domain.dates import indonesian_date
from domain.evidence.brought import FIELD
from domain.problems import Problem
from domain.programme import may
from domain.roles import Person
from pages.blitar.visits.agreeing import Agreed, ask_agreed, first_agreed
from pages.blitar.visits.doing import PARTS, ask_parts, ask_tasks, by_group
from pages.blitar.visits.measuring import ask_measured, first_measured
from pages.blitar.visits.thumb_fields import VisitForm
from pages.blitar.visits.visit_sending import Filled, show_buttons
from pages.blitar.visits.whom_when_where import (
    Placed,
    ask_client,
    ask_placed,
    first_placed,
    fold_placed,
)
from pages.parts.evidence.bringing_evidence import Ready, ask_evidence
from pages.parts.fields import first_values
from pages.parts.saving import opened
from pages.parts.sending import nonce_of
from pages.parts.signs import LATE
from pages.parts.store import database, now, today
from pages.parts.text import plain


@dataclass(frozen=True, slots=True)
class _Start:
    """What the form began with: a new visit, or a stored one in the version that was opened."""

    visit: Visit
    visit_id: int | None
    version: int | None


def show_form(
    person: Person, mentor: Service, *, stored: OpenedVisit | None = None, client_id: int | None = None
) -> None:
    """Show the form of a new visit of a Pendamping, or of one that is still open to change."""
    which = f"{stored.id}" if stored else f"baru-{mentor.mentor_id}-{client_id or 0}"
    name = f"kunjungan-{which}-{person.id}"
    nonce = nonce_of(name)
    start = opened(nonce, _start(mentor, stored, client_id))
    form = VisitForm(nonce, _first_values(start.visit), Visit)
    clients = form.once("clients", lambda: _clients(person, start))
    if not clients:
        st.info(
            f"{plain(mentor.name)} belum punya binaan, jadi belum ada yang dapat dicatat. "
            "Binaan baru ditambahkan pada layar Binaan."
        )
        return
    client = ask_client(form, clients)
    if client is None:
        st.caption("Pilih binaan; isian lainnya muncul di bawah, sebagian sudah terisi.")
        return
    filled = _ask(person, mentor, form, start, client)
    _warn(person, form, filled.visit, start.visit_id)
    show_buttons(person, name, form, filled, visit_id=start.visit_id, version=start.version)
    fold_placed(form)


def _start(mentor: Service, stored: OpenedVisit | None, client_id: int | None) -> _Start:
    if stored:
        return _Start(stored.visit, stored.id, stored.version)
    new = Visit(mentor_id=mentor.mentor_id, client_id=client_id or 0, on=today(), day_part=day_part_at(now()))
    return _Start(new, None, None)


def _first_values(visit: Visit) -> dict[str, object]:
    odd = first_placed(visit) | by_group(visit.tasks) | first_agreed(visit) | first_measured(visit)
    found = first_values(visit) | odd | {PARTS: list(visit.parts)}
    if found.get(f"district.{visit.client_id}") is None:
        found.pop(f"district.{visit.client_id}", None)
    return found


def _clients(person: Person, start: _Start) -> tuple[ClientChoice, ...]:
    visit = start.visit
    with database().read() as session:
        return clients_to_visit(session, person, visit.mentor_id, also=visit.client_id or None)


def _ask(person: Person, mentor: Service, form: VisitForm, start: _Start, client: ClientChoice) -> Filled:
    before = form.once(f"before-{client.id}", lambda: _before(person, client))
    _show_open(before)
    placed = ask_placed(form, client)
    tasks, parts = ask_tasks(form, before), ask_parts(form)
    agreed = ask_agreed(form, start.visit)
    rungs = before.rungs if before else None
    changes, unmeasured = ask_measured(form, start.visit, client.kind, rungs)
    evidence, unready = _ask_rest(form, start.visit)
    # What the form asks by its declaration comes by name; what it asks in a way of its own follows.
    typed = form.answers() | {
        "client_id": client.id,
        "on": placed.on or start.visit.on,
        "place": placed.place,
        "day_part": placed.day_part,
        "district_code": placed.district_code,
        "tasks": tasks,
        "parts": parts,
        "follow_ups": agreed.follow_ups,
        "changes": changes,
    }
    visit = replace(start.visit, mentor_id=mentor.mentor_id, **typed)
    wrong = (*_typed_wrong(form, placed, agreed, unmeasured), *unready)
    return Filled(visit, around(mentor, client), agreed.rows, wrong, evidence)


def _typed_wrong(
    form: VisitForm, placed: Placed, agreed: Agreed, unmeasured: tuple[Problem, ...]
) -> tuple[Problem, ...]:
    blank = () if placed.on else (Problem("on", "Tanggal kunjungan belum diisi."),)
    return (*form.problems, *blank, *agreed.problems, *unmeasured)


def _before(person: Person, client: ClientChoice) -> Before | None:
    # Who no longer has the binaan sees nothing more of it than their own record.
    if not (client.in_care or may(person, BlitarPermission.VERIFY_VISITS, BLITAR)):
        return None
    with database().read() as session:
        return before_visit(session, person, client.id)


def _show_open(before: Before | None) -> None:
    if before and before.open:
        with st.expander(
            f"Belum selesai dari kunjungan lalu: {len(before.open)}", icon=":material/checklist:"
        ):
            for one in before.open:
                late = f"{LATE} lewat batas, " if one.is_overdue(today()) else ""
                when = f"{late}sampai {indonesian_date(one.due_on)}, oleh {one.doer.label}"
                st.markdown(f"**{plain(one.told)}** · {when}")


def _ask_rest(form: VisitForm, visit: Visit) -> tuple[Ready, list[Problem]]:
    is_filled = bool(visit.shown_by or visit.note)
    with st.expander("Bukti dan catatan", expanded=is_filled, icon=":material/photo_camera:"):
        found = ask_evidence(form.nonce)
        form.slot(FIELD)
        form.ask("shown_by", hint="mis. foto 12–14")
        form.ask("note")
    return found


def _warn(person: Person, form: VisitForm, visit: Visit, visit_id: int | None) -> None:
    asked = (visit.client_id, visit.on, visit.place, visit.day_part, visit.district_code, visit.changes)
    spot = f"warned-{'-'.join(map(str, asked))}"

    def read() -> tuple[str, ...]:
        with database().read() as session:
            return warnings_about(session, person, visit, visit_id=visit_id)

    for told in form.once(spot, read):
        st.warning(f"⚠ {plain(told)}")
