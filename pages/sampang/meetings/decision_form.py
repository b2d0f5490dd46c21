"""The last part of a card: the grounds of a refusal, and the three decisions, each told before it counts."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from db.sampang.origination.loan_files import StoredFile, stored_file
from db.sampang.origination.meetings import StoredMeeting, decide
from db.sampang.refusals import Hindered
from domain.money import rupiah
from domain.roles import Person
from domain.sampang.eligibility import Eligibility
from domain.sampang.origination.findings import not_met
from domain.sampang.origination.records import Decision, DecisionKind
from domain.sampang.origination.stages import CANDIDATES
from pages.parts.fields import Form
from pages.parts.sending import Sent, attempt, show_refusal
from pages.parts.store import database
from pages.parts.text import plain, shortened
from pages.sampang.meetings.card_answers import Answers
from pages.sampang.meetings.saying import say
from pages.sampang.step_sending import show_hindrances


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whether a decision was confirmed, and the place beside its button for why it is not recorded."""

    is_confirmed: bool
    place: DeltaGenerator


def show_buttons(
    person: Person,
    stored: StoredMeeting,
    file: StoredFile,
    form: Form,
    answers: Answers,
    as_asked: Eligibility,
) -> bool:
    """Show the buttons; record what is pressed, and tell whether the file is done with here.

    `as_asked` is the file at the amount that was asked, which is what a refusal is about.
    """
    provisions = _grounds(form, as_asked)
    with st.container(horizontal=True, gap="small"):
        pressed = {
            DecisionKind.APPROVE: _approves(form, file, answers),
            DecisionKind.REFUSE: _refuses(form, file, provisions),
            DecisionKind.POSTPONE: _postpones(form, file),
        }
    kind = next((kind for kind, asked in pressed.items() if asked.is_confirmed), None)
    if kind is None:
        return False
    # Only an approval has an amount.
    problems = [one for one in form.problems if kind is DecisionKind.APPROVE or one.field != "amount"]
    if problems:
        form.say(problems)
        pressed[kind].place.error("Belum tercatat. " + " ".join(plain(one.sentence) for one in problems))
        return False
    decision = answers.decision(kind, stored.meeting.held_on, provisions)
    return _record(person, stored, file, decision, form, pressed[kind].place)


def _approves(form: Form, file: StoredFile, answers: Answers) -> _Asked:
    amount = "" if answers.amount is None else f" {plain(rupiah(answers.amount))}"
    term = "" if answers.term_months is None else f", {answers.term_months} bulan"
    with st.popover(f"Tetapkan{amount}", type="primary", icon=":material/check:"):
        asked = f"Tetapkan {_named(file)}{':' if amount else ''}{amount}{term}?"
        return _confirmed(asked, f"{form.nonce}:approve")


def _refuses(form: Form, file: StoredFile, provisions: Sequence[str]) -> _Asked:
    grounds = f" menurut {plain(', '.join(provisions))}" if provisions else ""
    with st.popover("Tolak", icon=":material/close:"):
        asked = f"Tolak {_named(file)}, {_asked_for(file)},{grounds or ' tanpa ketentuan'}?"
        return _confirmed(asked, f"{form.nonce}:refuse")


def _postpones(form: Form, file: StoredFile) -> _Asked:
    with st.popover("Tunda", icon=":material/schedule:"):
        asked = f"Tunda {_named(file)}, {_asked_for(file)}, ke rapat berikutnya?"
        return _confirmed(asked, f"{form.nonce}:postpone")


def _named(file: StoredFile) -> str:
    return f"{plain(shortened(file.file.application.applicant.name, 60))} ({plain(file.number)})"


def _asked_for(file: StoredFile) -> str:
    amount = file.file.application.amount
    return "jumlah belum diisi" if amount is None else f"diminta {plain(rupiah(amount))}"


def _confirmed(asked: str, key: str) -> _Asked:
    st.markdown(f"**{asked}**")
    st.caption(
        "Bacakan dahulu kepada yang hadir. Selama rapat belum ditutup keputusan dapat dibetulkan, dan yang "
        "semula tetap tercatat."
    )
    is_confirmed = st.button("Ya, catat keputusan ini", type="primary", key=key)
    # Said here, since what opens on the press lies over the rest of the card.
    return _Asked(is_confirmed, st.container(gap="xsmall"))


def _grounds(form: Form, as_asked: Eligibility) -> list[str]:
    """The provisions that a refusal would rest on: at first those not met at the amount that was asked."""
    titles: dict[str, str] = {}
    for finding in as_asked.assessment.findings:
        if finding.decides:
            titles.setdefault(finding.rule.place, finding.rule.title)
    failed = dict.fromkeys(one.place.short for one in not_met(as_asked) if one.place)
    key, kept = f"{form.nonce}:grounds", form.kept("grounds")
    st.session_state.setdefault(key, list(failed) if kept is None else kept)
    told = st.multiselect(
        "Bila ditolak: ketentuan yang mendasarinya",
        list(titles),
        format_func=lambda place: f"{place} {titles[place]}",
        placeholder="Pilih ketentuan",
        select_all=False,
        key=key,
    )
    form.keep("grounds", told)
    return told


def _record(
    person: Person,
    stored: StoredMeeting,
    file: StoredFile,
    decision: Decision,
    form: Form,
    place: DeltaGenerator,
) -> bool:
    done = attempt(
        lambda session, at: decide(session, person, stored.id, file.id, decision, nonce=form.nonce, at=at)
    )
    if isinstance(done, Sent):
        say(stored.id, _done(file, decision))
        return True
    if not isinstance(done.cause, Hindered):
        with place:
            show_refusal(done, form)
        return False
    if _is_decided(person, file.id):
        say(stored.id, done.sentence, done=False)
        return True
    with place:
        st.error("Belum tercatat, karena:")
        show_hindrances(done.cause.hindrances, "ditolak-sistem")
    return False


def _is_decided(person: Person, number: int) -> bool:
    """Whether somebody else decided the file while it lay open here."""
    with database().read() as session:
        return stored_file(session, person, number).file.stage not in CANDIDATES


def _done(file: StoredFile, decision: Decision) -> str:
    name = f"{shortened(file.file.application.applicant.name, 60)} ({file.number})"
    if decision.kind is DecisionKind.APPROVE:
        return f"{name} ditetapkan: {rupiah(decision.amount or 0)}, {decision.term_months} bulan."
    if decision.kind is DecisionKind.REFUSE:
        return (
            f"{name} ditolak menurut {', '.join(decision.provisions)}. Suratnya dibuat sesudah rapat ditutup."
        )
    return f"{name} ditunda; muncul lagi di antrean rapat berikutnya."
