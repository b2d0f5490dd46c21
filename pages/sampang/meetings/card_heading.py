"""The head of a card: whose file it is, where else it can be seen, what the survey says, other loans."""

import streamlit as st

from db.sampang.origination.loan_files import StoredFile
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.roles import Person
from domain.sampang.origination.conditions import Around
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.origination.queue import Candidate
from domain.sampang.origination.records import SurveyFinding
from domain.sampang.origination.surveyors import WITHOUT_BANK, bank_is_missing, judged_in_survey
from pages.parts.text import plain, shortened
from pages.sampang.file_photos import show_meeting_photos
from pages.sampang.loans.kin import show_kin
from pages.sampang.meetings.queue_rows import standing_badge, who_and_where, why_here
from pages.sampang.screens import ELIGIBILITY, LOANS


def show_heading(person: Person, place: int, one: Candidate, stored: StoredFile, around: Around) -> None:
    """Show the name with links to the file's other screens, the survey, and the household's loans."""
    st.subheader(f"{place}. {plain(shortened(one.name, 80))}", anchor=False)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.caption(plain(f"{who_and_where(one)} · {stored.file.stage.label}"))
        standing_badge(one)
        told = {"no": str(stored.id)}
        st.page_link(ELIGIBILITY, label=":primary[Kelayakan]", query_params=told)
        st.page_link(LOANS, label=":primary[Pinjaman]", query_params=told)
    st.caption(f"Mengapa di sini: {why_here(one)}")
    _survey(stored.file)
    show_meeting_photos(person, stored)
    if around.kinship:
        with st.expander(f"Berkas lain dari orang atau usaha yang sama ({len(around.kinship)})"):
            show_kin(person, stored)


def _survey(file: LoanFile) -> None:
    survey = file.survey
    if survey is None:
        st.caption("Survei: berita acaranya belum ada, jadi belum dapat ditetapkan (VI.2.b).")
    else:
        st.caption(
            plain(
                f"Survei {indonesian_date(survey.on)}: {rupiah(survey.amount)}, {survey.term_months} bulan, "
                f"{judged_in_survey(survey)}. {shortened(survey.reason, 300)}"
            )
        )
    if bank_is_missing(file.findings):
        st.warning(WITHOUT_BANK)
    for finding in file.findings:
        st.caption(plain(f"{finding.surveyor} ({finding.element.label}): {_opinion(finding)}"))


def _opinion(finding: SurveyFinding) -> str:
    amount = "jumlah tidak disebut" if finding.amount is None else rupiah(finding.amount)
    term = "" if finding.term_months is None else f", {finding.term_months} bulan"
    good = finding.character_good
    return amount + term + ("" if good is None else f", karakter {'baik' if good else 'tidak baik'}")
