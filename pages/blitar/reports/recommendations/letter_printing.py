"""The letter and the list of all recommendations as PDF."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from db.blitar.reporting.bundle_rows import Bundle
from db.blitar.reporting.recommendation_export import export_recommendations, print_letter
from db.blitar.reporting.waiting_recommendations import MOST_LISTED
from db.engine import Database
from documents.blitar.letter import Printing
from documents.blitar.reporting.recommendation_letter import recommendation_letter
from documents.blitar.reporting.recommendation_list import recommendation_list
from domain.blitar.reporting.recommendations import AgencyLetter, listed_since
from domain.dates import indonesian_date
from domain.roles import Person
from pages.blitar.printing import printing_of
from pages.parts.day_field import day_looked_at
from pages.parts.store import database, now, today

_SINCE = "daftar-rekomendasi-sejak"


def show_letter_download(person: Person, one: Bundle) -> None:
    """The letter with its list; a draft until it is set."""
    printing = printing_of(person, today(), of=one.letter.on if one.letter else None)
    opened, number = database(), one.id
    st.download_button(
        "Unduh surat dan lampirannya" if one.letter else "Unduh konsep surat",
        data=lambda: _letter(opened, person, number, printing),
        file_name=f"surat-rekomendasi-{one.id}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/print:",
        key=f"unduh-surat-{one.id}",
    )


def kept_letter(person: Person, on: date) -> Callable[[AgencyLetter], bytes]:
    """What makes the paper that is kept as a letter of that day is set."""
    return partial(recommendation_letter, printing=printing_of(person, today(), of=on), kept=True)


def show_list_download(person: Person) -> None:
    """Every recommendation since a day, with where it stands."""
    st.subheader("Daftar semua rekomendasi", anchor=False)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        since = day_looked_at("Kunjungan sejak", _SINCE, listed_since(today()), last=today())
        printing, opened = _printing(person), database()
        st.download_button(
            "Unduh daftar",
            data=lambda: _list(opened, person, since, printing),
            file_name=f"daftar-rekomendasi-{since}.pdf",
            mime="application/pdf",
            on_click="ignore",
            icon=":material/print:",
        )
    st.caption(
        f"Per Perangkat Daerah dengan keadaannya, kunjungan sampai {indonesian_date(today())}. Siapa yang "
        "mengunduh surat atau daftar tercatat dalam jejak perubahan."
    )


def _letter(opened: Database, person: Person, number: int, printing: Printing) -> bytes:
    with opened.write() as session:
        one = print_letter(session, person, number, at=now())
    if one.paper is not None:
        return one.paper
    lines = tuple(line.said for line in one.lines)
    told = AgencyLetter(agency=one.agency, lines=lines, letter=one.letter, signer=one.set_by)
    return recommendation_letter(told, printing)


def _list(opened: Database, person: Person, since: date, printing: Printing) -> bytes:
    with opened.write() as session:
        found = export_recommendations(session, person, since, printing.on, at=now())
    return recommendation_list(found, since, printing.on, printing, most=MOST_LISTED)


def _printing(person: Person) -> Printing:
    return printing_of(person, today())
