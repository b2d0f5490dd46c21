"""Pengajuan: an officer takes in an application; it can be saved incomplete and continued later."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import uuid4

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from db.refusals import Refused
from db.sampang.applications.application_list import Filter, list_applications
from db.sampang.applications.applications import application, file_application, save_draft
from db.sampang.applications.assessments import record_receipt
from db.sampang.applications.standing_law import law_of_file
from db.sampang.applications.stored_application import Saved
from db.sampang.origination.loan_files import stored_file
from domain.problems import Problem
from domain.regulation.law_in_force import LawInForce
from domain.regulation.outcomes import meaning_of
from domain.roles import Person
from domain.sampang.application import Applicant, LoanApplication
from domain.sampang.application_checks import check
from domain.sampang.case_of import case_of
from domain.sampang.eligibility import Eligibility, examine
from domain.sampang.kinds import ApplicantKind, Source
from domain.sampang.loan import tenors
from domain.sampang.next_steps import questions_left
from domain.sampang.origination.loan_file import as_it_stands
from domain.sampang.origination.stages import CLOSED, COMMITTED, Stage
from domain.sampang.papers import checklist
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.version import VERSION
from pages.parts.acting import must_be
from pages.parts.asking_again import ask_why_again, send_or_ask
from pages.parts.fields import Form, first_values
from pages.parts.saved_notice import silence
from pages.parts.store import database, now, today
from pages.parts.text import number_in_address, plain, shortened
from pages.parts.verdicts import verdict_badge
from pages.sampang.file_photos import show_intake_scans
from pages.sampang.intake.answers import read_business, read_cooperative, read_group
from pages.sampang.intake.applicant import read_applicant
from pages.sampang.intake.card_list import first_cards
from pages.sampang.intake.own_loans_in_books import by_books, show_own_loans
from pages.sampang.intake.paper_pile_part import is_pile, link_to_pile, show_pile
from pages.sampang.intake.papers_of_file import read_papers
from pages.sampang.intake.pledged_things import Pledged, read_collateral
from pages.sampang.intake.pointed_out import loans_in_books, point_out_look_alikes, running_in_books
from pages.sampang.intake.requested_loan import ask_request, read_history
from pages.sampang.intake.told_of_purpose import read_notice
from pages.sampang.intake.verdict_strip import show_strip, strip_place
from pages.sampang.law import law_today
from pages.sampang.screens import ELIGIBILITY

_OPEN = "intake"
MOST_QUESTIONS = 3
STILL_OPEN = (
    "Yang masih dapat diubah: berkas, alamat dan telepon, tunggakan, daftar merah, RAT, pemberitahuan data, "
    "dan catatan; "
    "data lain menjadi dasar keputusan Pokjanis (VI.2.b)."
)


@dataclass(frozen=True, slots=True)
class Opened:
    """The application on the form: its first values, and which stored one it continues."""

    nonce: str
    start: LoanApplication
    number: str = ""
    id: int | None = None
    version: int | None = None
    stage: Stage = Stage.DRAFT


def main() -> None:
    """Show the screen."""
    person = must_be(SAMPANG, SampangPermission.ENTER_APPLICATIONS)
    st.title("Pengajuan")
    if is_pile():
        show_pile(person)
        return
    opened = _opened(person)
    _choose_draft(person, opened)
    if opened.stage in CLOSED:
        st.info(f"Pengajuan ini sudah pada tahap “{opened.stage.label}”, jadi isiannya tidak berubah lagi.")
        return
    if opened.stage in COMMITTED:
        st.info(f"Sudah pada tahap “{opened.stage.label}”. {STILL_OPEN}")
    strip = strip_place()
    start = first_values(opened.start) | first_cards(opened.start.collateral)
    form = Form(opened.nonce, start, LoanApplication)
    law = _law(person, opened)
    told, pledged, books, scans = _ask(form, opened, law, person.name)
    own = loans_in_books(person, told.applicant, opened.id)
    with books:
        show_own_loans(form, own, told.earlier)
    point_out_look_alikes(person, told, opened.id)
    found = examine(told, law)
    pledged.show(found)
    problems = list(dict.fromkeys([*form.problems, *pledged.on_the_screen(_checked(told, opened))]))
    elsewhere = form.say(worth_saying := _worth_saying(problems, opened, told.applicant.name))
    still = running_in_books(person, told.applicant, opened.id)
    show_strip(strip, found, worth_saying, by_books(own, told.earlier), still)
    _preview(found, worth_saying, elsewhere)
    _save_buttons(person, opened, told, law, problems)
    # Last, so that saving a scan leaves what was typed.
    with scans:
        show_intake_scans(person, opened.id, told.applicant.kind)


def _law(person: Person, opened: Opened) -> LawInForce:
    """The law of today; of a decided file that of its decision."""
    if opened.id is None:
        return law_today()
    with database().read() as session:
        return law_of_file(session, person, opened.id, today())


def _opened(person: Person) -> Opened:
    """The application named in the address, or a new one."""
    told = number_in_address(st.query_params.get("no", ""))
    opened = st.session_state.get(_OPEN)
    if opened is not None and (told is None or opened.id == told):
        return opened  # type: ignore[no-any-return]
    start = LoanApplication(
        applicant=Applicant(kind=ApplicantKind.BUSINESS), filed_on=today(), source=Source.COUNTER
    )
    opened = Opened(uuid4().hex, start)
    if told is not None:
        try:
            with database().write() as session:
                stored = application(session, person, told, reveal=True, at=now())
            opened = Opened(
                uuid4().hex, stored.application, stored.number, stored.id, stored.version, stored.status
            )
        except Refused as refusal:
            st.error(plain(refusal.sentence))
            # Without it the next click would open nothing once more, and drop what was typed.
            st.query_params.pop("no")
    st.session_state[_OPEN] = opened
    return opened


def _start_anew() -> None:
    st.session_state.pop(_OPEN, None)
    st.query_params.pop("no", None)


def _open_anew() -> None:
    """Open the application of the address as the store has it now."""
    st.session_state.pop(_OPEN, None)


def _choose_draft(person: Person, opened: Opened) -> None:
    if opened.id is not None:
        st.caption(f"Melanjutkan {plain(opened.number)}")
        st.button("Mulai pengajuan baru", on_click=_start_anew)
        return
    with database().read() as session:
        drafts = list_applications(session, person, Filter(status=Stage.DRAFT), page_size=50)
    with st.container(horizontal=True, vertical_alignment="center"):
        if drafts.rows:
            with st.popover(f"Lanjutkan draf ({drafts.total})"):
                for row in drafts.rows:
                    label = f"{row.number} · {shortened(row.name, 40)}"
                    st.button(plain(label), key=f"draft-{row.id}", on_click=_continue, args=(row.id,))
        link_to_pile()


def _continue(application_id: int) -> None:
    st.session_state.pop(_OPEN, None)
    st.query_params["no"] = str(application_id)


def _ask(
    form: Form, opened: Opened, law: LawInForce, by: str
) -> tuple[LoanApplication, Pledged, DeltaGenerator, DeltaGenerator]:
    """Read the whole form, tab by tab; the last two are places beside earlier loans and below the papers."""
    kind = _kind(form, opened)
    who, asked, things, papers = st.tabs(
        ["Pemohon", "Pinjaman", "Agunan", "Berkas"], key=f"{form.nonce}:tabs"
    )
    with who:
        applicant = read_applicant(form, kind)
        st.divider()
        answers = _answers(form, kind, applicant)
        st.divider()
        notice = read_notice(form, by, opened.start.notice)
    with asked:
        ask_request(form, kind, tenors(law))
        st.divider()
        earlier = read_history(form)
        books = st.container()
    with things:
        pledged = read_collateral(form, opened.start.collateral)
        complete = form.tick("collateral_complete", form.label_of("collateral_complete"))
        form.answer("collateral_complete", complete or None)
    typed = form.answers()
    told = replace(
        opened.start,
        **typed | {"source": typed["source"] or Source.COUNTER},
        applicant=applicant,
        earlier=earlier,
        collateral=pledged.things,
        notice=notice,
        **answers,
    )
    with papers:
        lines = checklist(kind, case_of(told, law), law.read)
        return replace(told, papers=read_papers(form, lines)), pledged, books, st.container()


def _kind(form: Form, opened: Opened) -> ApplicantKind:
    chosen = form.one_of("applicant.kind", form.label_of("applicant.kind"), ApplicantKind)
    return chosen or opened.start.applicant.kind


def _answers(form: Form, kind: ApplicantKind, applicant: Applicant) -> dict[str, Any]:
    if kind is ApplicantKind.COOPERATIVE:
        closed = [today().year - back for back in range(1, 7)]
        return {"cooperative": read_cooperative(form, closed)}
    if kind is ApplicantKind.BUSINESS:
        day = form.day_standing("filed_on") or today()
        return {"business": read_business(form, applicant.marital_status, day)}
    return {"group": read_group(form)}


def _checked(told: LoanApplication, opened: Opened) -> list[Problem]:
    found = check(told, today())
    # What a decision rests on can no longer be mended here, and must not hold up what still can be.
    settled = check(opened.start, today()) if opened.stage in COMMITTED else ()
    return [problem for problem in found if problem not in settled]


def _preview(found: Eligibility, problems: list[Problem], elsewhere: list[Problem]) -> None:
    with st.container(border=True):
        st.markdown("**Pratinjau hasil**")
        verdict_badge(found.assessment.verdict)
        st.caption(plain(meaning_of(found.assessment)))
        open_questions = questions_left(found)
        if open_questions:
            some = " ".join(plain(question) for question in open_questions[:MOST_QUESTIONS])
            st.caption(f"Belum diketahui {len(open_questions)} hal, antara lain: {some}")
        if problems:
            st.markdown(f":red[⚠ {len(problems)} isian perlu diperbaiki; lihat kalimat di bawah isiannya.]")
        for problem in elsewhere:
            st.caption(f":red[⚠ {plain(problem.sentence)}]")


def _worth_saying(problems: list[Problem], opened: Opened, name: str) -> list[Problem]:
    """A form that nobody has tried to save is not scolded for a name still blank."""
    if name or st.session_state.get(f"{opened.nonce}:tried"):
        return problems
    return [problem for problem in problems if problem.field != "applicant.name"]


def _tried(opened: Opened) -> None:
    st.session_state[f"{opened.nonce}:tried"] = True


def _save_buttons(
    person: Person, opened: Opened, told: LoanApplication, law: LawInForce, problems: list[Problem]
) -> None:
    because = ask_why_again(opened.nonce)
    with st.container(horizontal=True):
        filing = st.button(
            "Ajukan dan nilai",
            type="primary",
            key=f"{opened.nonce}:file",
            on_click=_tried,
            args=(opened,),
        )
        drafting = st.button("Simpan draf", key=f"{opened.nonce}:save", on_click=_tried, args=(opened,))
    if not (filing or drafting):
        return
    if problems or (filing and told.filed_on is None):
        silence()
    if problems:
        told_problems = "".join(f"\n- {plain(problem.sentence)}" for problem in problems)
        st.error(f"Belum tersimpan. Yang sudah Anda ketik tetap ada; perbaiki dahulu:\n{told_problems}")
    elif filing and told.filed_on is None:
        st.error("Belum tersimpan: isi dahulu tanggal proposal diterima Dinas (tab Pinjaman).")
    else:
        _save(person, opened, told, law, filing, because)


def _save(
    person: Person, opened: Opened, told: LoanApplication, law: LawInForce, filing: bool, because: str
) -> None:
    verb = file_application if filing else save_draft

    def keep(session: Any, at: datetime) -> Saved:
        saved = verb(
            session,
            person,
            told,
            nonce=opened.nonce,
            at=at,
            application_id=opened.id,
            expected_version=opened.version,
            again_because=because,
        )
        if not saved.already_saved:
            # As it is stored: the team may have judged, or decided, since the form was opened.
            found = examine(as_it_stands(stored_file(session, person, saved.id).file), law)
            record_receipt(session, person, saved.id, found.receipt(VERSION), at)
        return saved

    done = send_or_ask(opened.nonce, keep, anew=_open_anew)
    if done is None:
        return
    st.session_state.pop(_OPEN, None)
    st.switch_page(ELIGIBILITY, query_params={"no": str(done.result.id), "baru": "1"})


main()
