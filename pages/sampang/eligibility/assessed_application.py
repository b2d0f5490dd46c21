"""The result of one application, from the verdict down to its history."""

import streamlit as st

from db.sampang.applications.applications import application
from db.sampang.applications.assessments import StoredReceipt, receipts, record_receipt
from db.sampang.applications.look_alikes import look_alikes_of
from db.sampang.applications.standing_law import law_of_file
from db.sampang.applications.still_running import still_running_of
from db.sampang.applications.stored_application import StoredApplication
from db.sampang.origination.loan_files import stored_file
from db.sampang.servicing.red_listed import red_listed_of
from documents.sampang.eligibility_sheet import eligibility_sheet
from domain.dates import indonesian_date
from domain.programme import may
from domain.regions.regions import district
from domain.regulation.law_in_force import LawInForce
from domain.regulation.receipts import Receipt, compare
from domain.roles import Person
from domain.sampang.eligibility import Eligibility, examine
from domain.sampang.origination.loan_file import LoanFile, as_it_stands
from domain.sampang.origination.records import OlderAgreement
from domain.sampang.origination.stages import CLOSED, Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.quote import wish_of
from domain.sampang.roles import SampangPermission
from domain.version import VERSION
from pages.parts.law_day import LAW_DAY, asked_law_day, forget_law_day, is_another_law_day
from pages.parts.sending import send
from pages.parts.store import database, is_demo_database, today
from pages.parts.text import plain, shortened
from pages.sampang.calculator.wishing import link_to
from pages.sampang.eligibility.by_another_law import show_by_the_law_of
from pages.sampang.eligibility.collateral_and_papers import show_checklist, show_collateral
from pages.sampang.eligibility.decision_line import show_decided, show_verdict_kept
from pages.sampang.eligibility.kept_assessments import show_history
from pages.sampang.eligibility.opinions_of_team import show_judging
from pages.sampang.eligibility.provisions import show_provisions, show_readings
from pages.sampang.eligibility.verdict_summary import show_next_steps, show_verdict
from pages.sampang.red_list_finding import show_red_listed
from pages.sampang.resembling import show_look_alikes
from pages.sampang.screens import CALCULATOR, INTAKE, LOANS
from pages.sampang.still_running_part import show_still_running


def show_application(person: Person, application_id: int) -> None:
    """Show everything about one application."""
    with database().read() as session:
        stored = application(session, person, application_id)
        history = receipts(session, person, application_id)
        file = stored_file(session, person, application_id).file
        law = law_of_file(session, person, application_id, today())
    if file.older is None:
        _assessed(person, stored, file, law, history)
    else:
        _older(person, stored, file.older)


def _assessed(
    person: Person,
    stored: StoredApplication,
    file: LoanFile,
    law: LawInForce,
    history: tuple[StoredReceipt, ...],
) -> None:
    found = examine(as_it_stands(file), law)
    # In a place of its own, so that the tabs below keep theirs, and with it the one that is open.
    with st.container():
        _heading(person, stored, found)
        day = asked_law_day()
        if is_another_law_day(day):
            show_by_the_law_of(day, stored, as_it_stands(file), found)
            return
        _saved_now(stored)
        _still_running(person, stored)
        show_decided(file)
        show_verdict_kept(stored, found, history)
        show_verdict(stored, found)
        _changed_since(person, stored, found, history)
        show_next_steps(found)
        _look_alikes(person, stored)
    provisions, collateral, papers, readings, judging, past = st.tabs(
        ["Ketentuan", "Agunan", "Berkas", "Tafsir", "Penilaian Pokjanis", "Riwayat"]
    )
    with provisions:
        show_provisions(found)
    with collateral:
        show_collateral(found)
    with papers:
        show_checklist(found)
    with readings:
        show_readings(found)
    with judging:
        show_judging(person, stored, found)
    with past:
        show_history(person, stored.id, history)


def _older(person: Person, stored: StoredApplication, older: OlderAgreement) -> None:
    """A loan that ran before this application was never assessed in it, so nothing is said of its verdict."""
    st.button("← Semua pengajuan", on_click=_back, type="tertiary")
    who = stored.application.applicant
    st.title(plain(shortened(who.name, 120)))
    st.caption(plain(f"{stored.number} · {who.kind.label}"))
    st.info(
        f"Pinjaman lama, diambil alih per {indonesian_date(older.cut_off)}. Kelayakannya diputus sebelum "
        "aplikasi ini, jadi tidak dinilai di sini (tafsir O-21)."
    )
    if may(person, SampangPermission.READ_LOANS, SAMPANG):
        address = {"no": str(stored.id)}
        st.page_link(LOANS, label="Pinjaman", icon=":material/account_balance_wallet:", query_params=address)


def _saved_now(stored: StoredApplication) -> None:
    if st.query_params.pop("baru", None):  # said once
        st.success(f"Tersimpan dengan nomor {plain(stored.number)}. Inilah hasil pemeriksaannya.")


def _back() -> None:
    st.query_params.pop("no", None)
    st.query_params.pop("baru", None)
    forget_law_day()


def _heading(person: Person, stored: StoredApplication, found: Eligibility) -> None:
    st.button("← Semua pengajuan", on_click=_back, type="tertiary")
    who = stored.application.applicant
    st.title(plain(shortened(who.name, 120)))
    place = district(who.district_code) if who.district_code else None
    filed = stored.application.filed_on
    told = [
        stored.number,
        stored.status.label,
        who.kind.label,
        f"Kec. {place.name}" if place else "kecamatan belum diisi",
        f"{stored.status.dated} {indonesian_date(filed)}" if filed else "belum bertanggal",
    ]
    st.caption(plain(" · ".join(told)))
    demo = is_demo_database()
    with st.container(horizontal=True, vertical_alignment="center"):
        if LAW_DAY not in st.query_params:  # the sheet is of the law that the file stands by
            st.download_button(
                "Cetak lembar hasil",
                data=lambda: _sheet(person, stored, found, demo),
                file_name=f"lembar-hasil-{stored.number}.pdf",
                mime="application/pdf",
                on_click="ignore",
                icon=":material/print:",
            )
        _links(person, stored, found)


def _links(person: Person, stored: StoredApplication, found: Eligibility) -> None:
    address = {"no": str(stored.id)}
    wish = wish_of(found.application, today(), found.assessment.law)
    if wish is not None:
        st.page_link(
            CALCULATOR, label="Hitung angsuran", icon=":material/calculate:", query_params=link_to(wish)
        )
    if may(person, SampangPermission.ENTER_APPLICATIONS, SAMPANG) and stored.status not in CLOSED:
        st.page_link(INTAKE, label="Ubah isian", icon=":material/edit:", query_params=address)
    if may(person, SampangPermission.READ_LOANS, SAMPANG) and stored.status is not Stage.DRAFT:
        st.page_link(LOANS, label="Pinjaman", icon=":material/account_balance_wallet:", query_params=address)


def _sheet(person: Person, stored: StoredApplication, found: Eligibility, demo: bool) -> bytes:
    return eligibility_sheet(
        found,
        number=stored.number,
        printed_on=today(),
        printed_by=person.name,
        application_version=VERSION,
        demo=demo,
    )


def _changed_since(
    person: Person, stored: StoredApplication, found: Eligibility, history: tuple[StoredReceipt, ...]
) -> None:
    """Say where today's result is not the last one kept, and let it be kept, unless the file rests."""
    result = found.receipt(VERSION)
    if stored.status in CLOSED or (history and _same_result(history[0].receipt, result)):
        return
    with st.container(border=True):
        st.markdown("Hasil hari ini belum tersimpan sebagai penilaian, atau berbeda dari penilaian terakhir.")
        if may(person, SampangPermission.ASSESS_APPLICATIONS, SAMPANG) and st.button(
            "Simpan penilaian hari ini"
        ):
            done = send(
                lambda session, at: record_receipt(
                    session, person, stored.id, result, at, expected_version=stored.version
                )
            )
            if done is not None:
                st.rerun()


def _same_result(kept: Receipt, result: Receipt) -> bool:
    same_end = (kept.verdict, kept.most) == (result.verdict, result.most)
    return same_end and not compare(kept, result).outcomes


def _still_running(person: Person, stored: StoredApplication) -> None:
    if stored.status not in CLOSED:
        with database().read() as session:
            found = still_running_of(session, person, stored.id)
        show_still_running(found)


def _look_alikes(person: Person, stored: StoredApplication) -> None:
    with database().read() as session:
        alike = look_alikes_of(session, person, stored.id)
        listed = red_listed_of(session, person, stored.id)
    show_red_listed(listed, stored.application.on_red_list)
    if alike:
        with st.expander(f"Mungkin orang, rumah tangga atau usaha yang sama ({len(alike)})"):
            show_look_alikes(alike)
