"""How old the arrears are: by age, by class with the office's provision, and what is at risk."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from db.sampang.bank_files.coverage import bank_coverage
from db.sampang.servicing.behind import RunningLoan, ageing, every_late_loan
from documents.sampang.reports.report_paper import report_paper
from documents.sampang.reports.report_workbook import Printing, report_workbook
from domain.money import rupiah
from domain.programme import may
from domain.roles import Person
from domain.sampang.bank_file.bank_coverage import data_until
from domain.sampang.instruments import at
from domain.sampang.programme import SAMPANG
from domain.sampang.reports.ageing_of_loans import AgeingAtEnd, LateLoan, ageing_report, district_name
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.ageing import Ageing
from domain.sampang.servicing.ageing_words import AgeingLine, at_risk_in_words, lines_by_age, lines_by_class
from domain.version import VERSION
from pages.parts.kept_answers import until_a_change
from pages.parts.places import place_link
from pages.parts.store import database, is_demo_database, now, today
from pages.parts.text import plain
from pages.sampang.law import law_today
from pages.sampang.paper_head import paper_head


def show_ageing(person: Person) -> None:
    """Show the running loans of today by age and class, and the report to print."""
    found = until_a_change(person, lambda session: ageing(session, person, today()), "umur tunggakan")
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
        _paper(person, found)
        if may(person, SampangPermission.READ_LOANS, SAMPANG):
            _workbook(person, found)


def _lines(heading: str, lines: Sequence[AgeingLine], *, provision: bool = False) -> None:
    rows = []
    for one in lines:
        row = {heading: one.told, "Pinjaman": str(one.sum.loans), "Sisa pokok": rupiah(one.sum.owed)}
        rows.append(row | ({"Penyisihan": one.provision, "Bersih": one.net} if provision else {}))
    st.dataframe(pd.DataFrame(rows), hide_index=True, height=38 + 35 * len(rows))


def _paper(person: Person, found: Ageing) -> None:
    st.download_button(
        "Cetak umur tunggakan",
        lambda: report_paper(
            ageing_report(_told(person, found)), head=paper_head(law_today()), demo=is_demo_database()
        ),
        file_name=f"umur-tunggakan-{today():%Y-%m-%d}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/print:",
    )


def _workbook(person: Person, found: Ageing) -> None:
    st.download_button(
        "Unduh Excel",
        lambda: report_workbook(
            ageing_report(_told(person, found)),
            Printing(by=person.name, at=now(), version=VERSION, demo=is_demo_database()),
        ),
        file_name=f"umur-tunggakan-{today():%Y-%m-%d}.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        on_click="ignore",
        icon=":material/table:",
    )


def _told(person: Person, found: Ageing) -> AgeingAtEnd:
    """The ageing of today with the loans that are behind, for those who may read them."""
    late: tuple[RunningLoan, ...] = ()
    day = today()
    with database().read() as session:
        until = data_until(bank_coverage(session, person))
        if may(person, SampangPermission.READ_LOANS, SAMPANG):
            late = every_late_loan(session, person, day)
    return AgeingAtEnd(
        month=day.replace(day=1), day=day, known_until=until, ageing=found, late=tuple(map(_late, late))
    )


def _late(one: RunningLoan) -> LateLoan:
    return LateLoan(
        number=one.number,
        borrower=one.name,
        district=district_name(one.district_code),
        disbursed_on=one.disbursed_on,
        since=one.next_due,
        months=one.months,
        quality=one.quality.label,
        owed=one.owed,
    )
