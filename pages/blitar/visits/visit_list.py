"""The visits, to read, verify or return."""

from collections.abc import Mapping, Sequence
from math import ceil

import pandas as pd
import streamlit as st

from db.blitar.visiting.choices import mentors_to_choose
from db.blitar.visiting.second_eye import OWN_VISIT
from db.blitar.visiting.visit_list import PAGE_SIZE, VisitLine, VisitPage, visit_list
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.assignments import Service
from domain.blitar.visiting.visit import Source, VisitPlace, VisitState
from domain.programme import may
from domain.regions.regions import district
from domain.roles import Person
from pages.blitar.visits.sheet_printing import show_printing
from pages.blitar.visits.verifying import show_said, show_verifying
from pages.blitar.visits.visit_filters import PAGE, Filters, state_words
from pages.blitar.visits.weeks import show_weeks
from pages.parts.store import database, today
from pages.parts.text import shortened

_HEAD, _ROW, _TALLEST = 38, 35, 620
_LONGEST_WARNING = 90


def show_visits(person: Person) -> None:
    """Show the states with their counts, the filters, one page of visits, and the sheet to print."""
    verifies = may(person, BlitarPermission.VERIFY_VISITS, BLITAR)
    show_said()
    number = int(st.session_state.get(PAGE, 1))
    with database().read() as session:
        mentors = {one.mentor_id: one for one in mentors_to_choose(session, person)}
        filters = Filters(mentors, verifies=verifies)
        found = visit_list(session, person, filters.wanted, number)
        if number > 1 and not found.lines:
            st.session_state.pop(PAGE, None)
            number, found = 1, visit_list(session, person, filters.wanted)
    filters.draw(found)
    mentor = _mentor(person, mentors, filters.wanted.mentor_id)
    if mentor:
        show_weeks(person, mentor, filters.wanted.month)
    _table(person, found, (number - 1) * PAGE_SIZE, filters.wanted.state, many=mentor is None)
    pages = ceil(found.total / PAGE_SIZE)
    if pages > 1:
        st.pagination(pages, key=PAGE)
    if mentor:
        show_printing(person, mentor)
    elif verifies:
        st.caption("Lembar verifikasi dicetak per Pendamping: pilih Pendampingnya pada “Saring”.")


def _mentor(person: Person, mentors: Mapping[int, Service], chosen: int | None) -> Service | None:
    if may(person, BlitarPermission.VERIFY_VISITS, BLITAR):
        return mentors.get(chosen) if chosen else None
    latest = sorted(mentors.values(), key=lambda one: (one.is_on(today()), one.last_day))
    return latest[-1] if latest else None


def _table(person: Person, found: VisitPage, before: int, state: VisitState | None, *, many: bool) -> None:
    lines, verifies = found.lines, may(person, BlitarPermission.VERIFY_VISITS, BLITAR)
    if not lines:
        _empty(verifies, state)
        return
    picks = verifies and state is VisitState.SENT
    st.caption(
        f"{before + 1}–{before + len(lines)} dari {found.total} kunjungan. "
        + (
            "Centang beberapa untuk memverifikasi sekaligus; yang bertanda ⚠ dibuka satu per satu. "
            "Ketuk tulisannya untuk membaca satu."
            if picks
            else "Ketuk satu baris untuk membukanya."
        )
    )
    bar = st.container()
    told = pd.DataFrame([_row(line, many, state) for line in lines])
    ticked, tapped = _chosen(told, lines, picks=picks)
    if picks:
        with bar:
            show_verifying(person, ticked)
    if opened := tapped if picks else [*tapped, *ticked]:
        st.query_params["kunjungan"] = str(opened[0].id)
        st.rerun()


def _chosen(
    told: pd.DataFrame, lines: Sequence[VisitLine], *, picks: bool
) -> tuple[list[VisitLine], list[VisitLine]]:
    """Show the table and give the visits whose rows were ticked, and those of which a cell was tapped."""
    chosen = st.dataframe(
        told,
        hide_index=True,
        on_select="rerun",
        selection_mode=["multi-row" if picks else "single-row", "single-cell"],
        # Another page, or a change by somebody else, is another table: no tick may slip to other visits.
        key=f"kunjungan-tabel-{hash(tuple((line.id, line.version) for line in lines))}",
        height=min(_HEAD + _ROW * len(lines), _TALLEST),
        column_config={
            "Periksa": st.column_config.TextColumn(width=70),
            "Tanggal": st.column_config.DateColumn(format="DD/MM/YYYY"),
        },
    )["selection"]
    ticked = [lines[row] for row in chosen["rows"] if row < len(lines)]
    return ticked, [lines[row] for row, _ in chosen.get("cells", ()) if row < len(lines)]


def _empty(verifies: bool, state: VisitState | None) -> None:
    if state is VisitState.SENT and verifies:
        st.success("✔ Tidak ada kunjungan yang menunggu verifikasi pada saringan ini.")
    elif state is None:
        st.info("Belum ada kunjungan pada saringan ini. Catat yang pertama pada tab “Catat”.")
    else:
        st.info(
            f"Tidak ada kunjungan berstatus “{state.label}” pada saringan ini. Ketuk statusnya sekali lagi "
            "untuk melihat semua."
        )


def _row(line: VisitLine, many: bool, state: VisitState | None) -> dict[str, object]:
    odd = {"Periksa": "⚠" if line.warnings else "–"}
    told: dict[str, object] = {"Keadaan": state_words(line.state)} if state is None else dict(odd)
    told |= {"Tanggal": line.on, "Binaan": line.client_name} | odd
    if many:
        told["Pendamping"] = line.mentor_name
    told["Tempat"] = _place(line)
    told["Waktu"] = line.day_part.label.partition(" (")[0]
    told["Asal"] = line.source.label if line.source is Source.PAPER else "–"
    told["Yang perlu diperiksa"] = _odd(line)
    return told


def _odd(line: VisitLine) -> str:
    # The first sentence says what it is; what to do about it stands in the visit itself.
    told = [shortened(one.partition(". ")[0], _LONGEST_WARNING) for one in line.warnings]
    if line.is_own and line.state is VisitState.SENT:
        told.insert(0, OWN_VISIT)
    return "; ".join(told) or "–"


def _place(line: VisitLine) -> str:
    if line.place is VisitPlace.OFFICE:
        return line.place.label
    found = district(line.district_code) if line.district_code else None
    return f"{line.place.label} · {found.name}" if found else line.place.label
