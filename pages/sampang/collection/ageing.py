"""How old the arrears are: by age, by class with the office's provision, and what is at risk."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from db.sampang.servicing.behind import RunningLoan, ageing, every_late_loan
from documents.sampang.servicing.ageing_report import LateLoan, ageing_report, ageing_workbook
from domain.money import rupiah
from domain.programme import may
from domain.regions.regions import district
from domain.roles import Person
from domain.sampang.instruments import at
from domain.sampang.origination.letterhead import letterhead
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.ageing import Ageing
from domain.sampang.servicing.ageing_words import AgeingLine, at_risk_in_words, lines_by_age, lines_by_class
from pages.parts.places import place_link
from pages.parts.store import database, is_demo_database, today
from pages.parts.text import plain
from pages.sampang.law import law_today


def show_ageing(person: Person) -> None:
    """Show the running loans of today by age and class, and the report to print."""
    with database().read() as session:
        found = ageing(session, person, today())
    st.markdown(plain(at_risk_in_words(found)))
    _lines("Menunggak", lines_by_age(found))
    _lines("Kelas", lines_by_class(found), provision=True)
    st.caption(
        "Batas bulan tiap kelas dan persen penyisihan ditetapkan kantor di Dasar hukum; yang belum "
        "ditetapkan bukan nol. Penyisihan dihitung atas sisa pokok tiap pinjaman, dibulatkan ke rupiah "
        "terdekat."
    )
    place_link(SAMPANG, at("IX.1").short, key="umur-IX.1")
    with st.container(horizontal=True):
        _paper(found)
        if may(person, SampangPermission.READ_LOANS, SAMPANG):
            _workbook(person, found)


def _lines(heading: str, lines: Sequence[AgeingLine], *, provision: bool = False) -> None:
    rows = []
    for one in lines:
        row = {heading: one.told, "Pinjaman": str(one.sum.loans), "Sisa pokok": rupiah(one.sum.owed)}
        rows.append(row | ({"Penyisihan": one.provision, "Bersih": one.net} if provision else {}))
    st.dataframe(pd.DataFrame(rows), hide_index=True, height=38 + 35 * len(rows))


def _paper(found: Ageing) -> None:
    st.download_button(
        "Cetak umur tunggakan",
        lambda: ageing_report(
            found, on=today(), number="", head=letterhead(law_today()), demo=is_demo_database()
        ),
        file_name=f"umur-tunggakan-{today():%Y-%m-%d}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/print:",
    )


def _workbook(person: Person, found: Ageing) -> None:
    st.download_button(
        "Unduh Excel",
        lambda: ageing_workbook(found, _late(person), on=today()),
        file_name=f"umur-tunggakan-{today():%Y-%m-%d}.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        on_click="ignore",
        icon=":material/table:",
    )


def _late(person: Person) -> list[LateLoan]:
    with database().read() as session:
        rows = every_late_loan(session, person, today())
    return [_told(one) for one in rows]


def _told(one: RunningLoan) -> LateLoan:
    place = district(one.district_code) if one.district_code else None
    return LateLoan(
        number=one.number,
        borrower=one.name,
        district=place.name if place else "",
        disbursed_on=one.disbursed_on,
        since=one.next_due,
        months=one.months,
        quality=one.quality.label,
        owed=one.owed,
    )
