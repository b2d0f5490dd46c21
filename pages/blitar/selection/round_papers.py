"""The papers of a round, to be printed: announcement, minutes, announcement of the result, report."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from db.blitar.selection.rounds import announcement_paper
from db.blitar.staffing.staff import staff
from documents.blitar.letter import Printing
from documents.blitar.selection.announcement import announcement
from documents.blitar.selection.result_announcement import result_announcement
from documents.blitar.selection.selection_minutes import minutes
from documents.blitar.selection.selection_report import report
from domain.blitar.kinds import SubjectKind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.selecting.rounds import Round
from domain.programme import may
from domain.roles import Person
from pages.blitar.printing import printing_of
from pages.blitar.selection.viewing import View
from pages.parts.store import database


def offer_papers(view: View) -> None:
    """Offer the four papers; one that does not count yet is printed as a draft."""
    stored, standings = view.stored, view.standings
    printing = printing_of(view.person, view.day, of=stored.decided_on)
    team = team_of(view.person, stored.decided_on or view.day)
    result = {"number": stored.minutes_number, "on": stored.decided_on, "team": team}
    with st.popover("Surat", icon=":material/print:"):
        _offer(
            "Pengumuman seleksi",
            bool(stored.round.announcement_number.strip()),
            f"pengumuman-seleksi-{stored.id}.pdf",
            _announcement(view, printing, team),
        )
        for label, name, made in (
            ("Berita acara penetapan", "berita-acara-seleksi", minutes),
            ("Pengumuman hasil", "pengumuman-hasil-seleksi", result_announcement),
            ("Laporan kepada Kepala Dinas", "laporan-seleksi", report),
        ):
            _offer(
                label,
                stored.is_decided,
                f"{name}-{stored.id}.pdf",
                lambda made=made: made(stored.round, standings, printing, **result),  # type: ignore[misc]
            )


def announcing(person: Person, day: date) -> Callable[[Round], bytes]:
    """How the announcement of a round is drawn as it goes out."""
    return partial(announcement, printing=printing_of(person, day), team=team_of(person, day), kept=True)


def _announcement(view: View, printing: Printing, team: tuple[str, ...]) -> Callable[[], bytes]:
    """The announcement as it was kept; one of before, and a draft, as it is drawn now."""
    person, stored, opened = view.person, view.stored, database()

    def made() -> bytes:
        with opened.read() as session:
            kept = announcement_paper(session, person, stored.id)
        return kept or announcement(stored.round, printing, team)

    return made


def _offer(label: str, counts: bool, file_name: str, made: Callable[[], bytes]) -> None:
    st.download_button(
        label if counts else f"{label} (konsep)",
        data=made,
        file_name=file_name,
        mime="application/pdf",
        on_click="ignore",
        width="stretch",
    )


def team_of(person: Person, day: date) -> tuple[str, ...]:
    """The Fasilitator who served on the day that the paper is about."""
    if not may(person, BlitarPermission.READ_STAFF, BLITAR):
        return ()
    with database().read() as session:
        found = staff(session, person, SubjectKind.FACILITATOR)
    return tuple(one.name for one in found if one.service.is_on(day))
