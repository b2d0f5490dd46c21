"""What the meeting says of one file: amount and tenor, each element's vote, the reading, the reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import streamlit as st

from domain.money import rupiah
from domain.sampang.origination.loan_file import LoanFile, exceeded
from domain.sampang.origination.records import Decision, DecisionKind, Element, Meeting, Vote
from pages.parts.fields import Form
from pages.parts.text import plain


@dataclass(frozen=True, slots=True)
class Answers:
    """What stands on the card now; nothing of it is decided yet."""

    amount: int | None
    term_months: int | None
    votes: Mapping[Element, Vote] = field(default_factory=dict)
    reason: str = ""
    reading_reason: str = ""

    def decision(self, kind: DecisionKind, on: date, provisions: Sequence[str] = ()) -> Decision:
        """The decision that a button would record; amount and reading belong to an approval."""
        approves = kind is DecisionKind.APPROVE
        return Decision(
            kind=kind,
            on=on,
            by="Rapat Pokjanis",
            reason=self.reason,
            votes=self.votes,
            amount=self.amount if approves else None,
            term_months=self.term_months if approves else None,
            provisions=tuple(provisions) if kind is DecisionKind.REFUSE else (),
            reading_reason=self.reading_reason if approves else "",
        )


def ask_terms(form: Form, tenors: Sequence[int]) -> Answers:
    """Show the fields of the amount and the tenor, and give what stands in them."""
    with st.container(horizontal=True, gap="medium"):
        with st.container(width=230):
            amount = form.ask("amount")
            form.say(form.problems)
        return Answers(amount, _term(form, tenors))


def show_exceeded(file: LoanFile, terms: Answers) -> None:
    """Say when the amount lies above what was asked or what the survey advises: the reason tells why."""
    if found := exceeded(file, terms.amount):
        told = " / ".join(f"{name} {rupiah(amount)}" for name, amount in found.items())
        st.caption(plain(f"Di atas {told}, jelaskan dalam alasan."))


def ask_opinions(form: Form, terms: Answers, meeting: Meeting, *, needs_reading: bool) -> Answers:
    """Show the fields of votes and reasons below the terms; the reading only where one decides."""
    votes = _votes(form, meeting.elements_present)
    reading = ""
    if needs_reading:
        reading = form.ask("reading_reason")
    reason = form.ask("reason", hint="masuk ke berita acara rapat")
    return replace(
        terms,
        votes=votes,
        reason=reason,
        reading_reason=reading,
    )


def _term(form: Form, tenors: Sequence[int]) -> int | None:
    proposed = form.standing("term_months")
    key = f"{form.nonce}:term_months"
    st.session_state[key] = proposed if proposed in tenors else None
    told = st.segmented_control(
        f"{form.label_of('term_months')} (VIII.2.d)",
        list(tenors),
        format_func=lambda months: f"{months} bulan",
        key=key,
    )
    form.keep("term_months", told)
    return told if isinstance(told, int) else None


def _votes(form: Form, present: Sequence[Element]) -> dict[Element, Vote]:
    if not present:
        st.info("Catat dahulu siapa yang hadir; pendapat diisi menurut unsur yang hadir (V.1).")
        return {}
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.markdown("**Pendapat atas keputusan ini, per unsur (VI.2.b)**")
        st.button(
            "Semua setuju",
            key=f"{form.nonce}:all",
            on_click=_all_agree,
            args=(form, present),
        )
    st.caption("Setuju berarti setuju dengan keputusan yang dicatat: ditetapkan, ditolak, atau ditunda.")
    found = {}
    for element in present:
        told = _vote(form, element)
        if told is not None:
            found[element] = told
    return found


def _vote(form: Form, element: Element) -> Vote | None:
    name = f"vote.{element}"
    key = f"{form.nonce}:{name}"
    st.session_state.setdefault(key, form.kept(name))
    form.offer(key, Vote)
    told = st.pills(element.label, list(Vote), format_func=lambda vote: vote.label, key=key, wrap=True)
    form.keep(name, told)
    return Vote(told) if told else None


def _all_agree(form: Form, present: Sequence[Element]) -> None:
    for element in present:
        st.session_state[f"{form.nonce}:vote.{element}"] = Vote.AGREES
