"""The form for the signed agreement, and the one that asks for the money."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st

from db.sampang.loans.disbursing import request_disbursement
from db.sampang.origination.agreements import sign_agreement
from db.sampang.origination.loan_files import StoredFile
from domain.money import rupiah
from domain.problems import Problem
from domain.roles import Person
from domain.sampang.application import Applicant
from domain.sampang.costs import UpfrontCost, upfront_costs
from domain.sampang.kinds import ApplicantKind
from domain.sampang.origination.asked_costs import NAMES, asked_costs, unexplained
from domain.sampang.origination.conditions import Around
from domain.sampang.origination.for_signing import pledged_certificates
from domain.sampang.origination.records import Agreement, PaymentRequest
from pages.parts.fields import first_values
from pages.parts.saved_notice import Saved
from pages.parts.store import today
from pages.parts.text import plain
from pages.sampang.law import law_by_day
from pages.sampang.paper_head import paper_head
from pages.sampang.step_sending import Sending


def ask_agreement(person: Person, stored: StoredFile, around: Around) -> None:
    """The form for the agreement that borrower, Ketua Harian and Bank Jatim signed (VI.3)."""
    start = first_of_agreement(stored, around) | {"signed_on": today()}
    sending = Sending(person, stored, "agreement", Agreement, start)
    form = sending.form
    left, right = st.columns(2)
    with left:
        form.ask("number")
        form.ask("signed_on")
        form.ask("signed_by_lead", aside="VI.3")
    with right:
        form.ask("account_number", aside="VIII.2.a")
        form.ask("account_holders", help=whose_account(stored))
        form.ask("signed_by_bank", aside="VI.3")
    because = sending.why_again()
    sent = st.button("Catat perjanjian", type="primary", key=f"{sending.nonce}:form:kirim")
    if not sent or sending.refused():
        return
    agreement = Agreement(**form.answers())
    sending.send(
        lambda session, nonce, at: sign_agreement(
            session, person, stored.id, agreement, again_because=because, nonce=nonce, at=at
        ),
        "Tercatat: perjanjian ditandatangani.",
    )


def first_of_agreement(stored: StoredFile, around: Around) -> dict[str, Any]:
    """What stands in the form of an agreement at first: whose account, and the Ketua Harian of the office."""
    holders = _holders(stored.file.application.applicant)
    return {"account_holders": holders, "signed_by_lead": paper_head(around.law).lead_name}


def ask_request(person: Person, stored: StoredFile, _around: Around) -> None:
    """The form for the request for payment, SPP-LS (VIII.2.c), with the costs of VIII.5.d."""
    sending = Sending(person, stored, "request", PaymentRequest, first_of_request(stored))
    problems = request_fields(sending, stored)
    because = sending.why_again()
    sent = st.button("Minta pencairan", type="primary", key=f"{sending.nonce}:form:kirim")
    st.caption("Tanpa nomor polis, Ketua Harian belum dapat menyetujui pencairan (VIII.5.d).")
    if not sent or sending.refused(problems):
        return
    request = PaymentRequest(**sending.form.answers())
    sending.send(
        lambda session, nonce, at: request_disbursement(
            session, person, stored.id, request, again_because=because, nonce=nonce, at=at
        ),
        Saved(
            "Tercatat: pencairan diminta. Ketua Harian yang menyetujui atau mengembalikannya.",
            correcting="Keliru? Tarik permintaannya di sini selama belum disetujui.",
        ),
    )


def first_of_request(stored: StoredFile) -> dict[str, Any]:
    """What stands in the form of a request at first: the office's rates, or what was asked before."""
    start: dict[str, Any] = {
        name: one.amount for name, one in zip(NAMES, costs_by_rate(stored, today()), strict=True)
    }
    if (before := stored.earlier_request) is not None:
        start |= {name: told for name, told in first_values(before).items() if name != "on"}
    return start


def request_fields(sending: Sending, stored: StoredFile) -> list[Problem]:
    """Ask for the number, the day and the costs of a request; give what is wrong with the costs."""
    form = sending.form
    left, right = st.columns(2)
    with left:
        form.ask("number", aside="VIII.2.c")
        on = form.ask("on")
        form.ask("insurance_policy", aside="VIII.5.d")
    with right:
        costs = {name: form.ask(name) for name in NAMES}
    _tell_rates(costs_by_rate(stored, today()))
    note = form.ask("note", hint="Bila ada yang berbeda")
    return [*unexplained(asked_costs(costs, costs_by_rate(stored, on or today())), note)]


def costs_by_rate(stored: StoredFile, on: date) -> tuple[UpfrontCost, ...]:
    """What the office's rates of a day give for the approved amount and the pledged certificates."""
    approval = stored.file.approval
    principal = (approval.amount if approval else None) or 0
    return upfront_costs(principal, pledged_certificates(stored.file), law_by_day()(on))


def _tell_rates(rates: Sequence[UpfrontCost]) -> None:
    told = [
        f"{name} {'belum ditetapkan' if one.amount is None else rupiah(one.amount)}"
        for name, one in zip(NAMES.values(), rates, strict=True)
    ]
    st.caption(plain(f"Menurut ketetapan kantor: {', '.join(told)} (VIII.5.d)."))


def _holders(applicant: Applicant) -> str:
    if applicant.kind is ApplicantKind.BUSINESS:
        return applicant.contact_name or applicant.name
    return applicant.name


def whose_account(stored: StoredFile) -> str:
    """In whose name the account is, by the kind of borrower."""
    if stored.file.application.applicant.kind is ApplicantKind.BUSINESS:
        return "Atas nama pemilik usaha (VIII.2.a.2)"
    return "Atas nama Ketua dan Bendahara (VIII.2.a.1)"
