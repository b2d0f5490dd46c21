"""The form for the signed agreement, and the one that asks for the money."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st

from db.sampang.loans.disbursing import request_disbursement
from db.sampang.origination.agreements import sign_agreement
from db.sampang.origination.loan_files import StoredFile
from domain.money import rupiah
from domain.roles import Person
from domain.sampang.application import Applicant
from domain.sampang.costs import UpfrontCost, upfront_costs
from domain.sampang.kinds import ApplicantKind
from domain.sampang.origination.asked_costs import NAMES, asked_costs, unexplained
from domain.sampang.origination.conditions import Around
from domain.sampang.origination.letterhead import letterhead
from domain.sampang.origination.records import Agreement, PaymentRequest
from domain.sampang.step_checks import required, too_long, wrong_amounts
from pages.parts.store import today
from pages.parts.text import plain
from pages.sampang.law import law_by_day
from pages.sampang.loans.letter_drafts import certificates
from pages.sampang.loans.step_sending import Sending

_AGREEMENT = {
    "number": "nomor perjanjian",
    "signed_on": "tanggal tanda tangan",
    "account_number": "nomor rekening tabungan",
    "account_holders": "atas nama siapa rekening itu",
    "signed_by_lead": "nama Ketua Harian yang menandatangani",
    "signed_by_bank": "nama penanda tangan dari Bank Jatim",
}
_REQUEST = {
    "number": "nomor SPP-LS",
    "on": "tanggal SPP-LS",
    "insurance": "biaya asuransi, atau 0 bila tidak ada",
    "notary": "biaya notaris, atau 0 bila tidak ada",
    "land_check": "biaya pengecekan BPN, atau 0 bila tidak ada",
}


def ask_agreement(person: Person, stored: StoredFile, around: Around) -> None:
    """The form for the agreement that borrower, Ketua Harian and Bank Jatim signed (VI.3)."""
    applicant = stored.file.application.applicant
    start = {
        "signed_on": today(),
        "account_holders": _holders(applicant),
        "signed_by_lead": letterhead(around.law).lead_name,
    }
    sending = Sending(person, stored, "agreement", start)
    form = sending.form
    with st.form(f"{sending.nonce}:form", enter_to_submit=False, border=False):
        left, right = st.columns(2)
        with left:
            typed: dict[str, Any] = {
                "number": form.text("number", "Nomor perjanjian"),
                "signed_on": form.day("signed_on", "Tanggal tanda tangan"),
                "signed_by_lead": form.text("signed_by_lead", "Ketua Harian (VI.3)"),
            }
        with right:
            account = form.text("account_number", "Nomor rekening di Bank Jatim (VIII.2.a)")
            holders = form.text("account_holders", "Rekening atas nama", help=_whose(applicant.kind))
            bank = form.text("signed_by_bank", "Penanda tangan Bank Jatim (VI.3)")
            typed |= {"account_number": account, "account_holders": holders, "signed_by_bank": bank}
        sent = st.form_submit_button("Catat perjanjian", type="primary")
    if not sent or sending.refused([*required(typed, _AGREEMENT), *too_long(typed)]):
        return
    sending.send(
        lambda session, nonce, at: sign_agreement(
            session, person, stored.id, Agreement(**typed), nonce=nonce, at=at
        ),
        "Tercatat: perjanjian ditandatangani.",
    )


def ask_request(person: Person, stored: StoredFile, _around: Around) -> None:
    """The form for the request for payment, SPP-LS (VIII.2.c), with the costs of VIII.5.d."""
    rates = costs_by_rate(stored, today())
    start = dict(zip(NAMES, (one.amount for one in rates), strict=True))
    sending = Sending(person, stored, "request", {"on": today(), **start})
    form = sending.form
    with st.form(f"{sending.nonce}:form", enter_to_submit=False, border=False):
        left, right = st.columns(2)
        with left:
            number = form.text("number", "Nomor SPP-LS (VIII.2.c)")
            on = form.day("on", "Tanggal SPP-LS")
            policy = form.text("insurance_policy", "Nomor polis asuransi (VIII.5.d)")
        with right:
            insurance = form.rupiah("insurance", "Biaya asuransi")
            notary = form.rupiah("notary", "Biaya notaris")
            land_check = form.rupiah("land_check", "Biaya pengecekan BPN")
        _tell_rates(rates)
        note = form.text("note", "Alasan biaya berbeda dari ketetapan", hint="Bila ada yang berbeda")
        sent = st.form_submit_button("Minta pencairan", type="primary")
        st.caption("Tanpa nomor polis, Ketua Harian belum dapat menyetujui pencairan (VIII.5.d).")
    costs = {"insurance": insurance, "notary": notary, "land_check": land_check}
    typed = {"number": number, "on": on, "insurance_policy": policy, "note": note, **costs}
    compared = asked_costs(costs, costs_by_rate(stored, on or today()))
    problems = [
        *required(typed, _REQUEST),
        *too_long(typed),
        *wrong_amounts(costs, least=0),
        *unexplained(compared, note),
    ]
    if not sent or sending.refused(problems):
        return
    request = PaymentRequest(**typed)  # type: ignore[arg-type]
    sending.send(
        lambda session, nonce, at: request_disbursement(
            session, person, stored.id, request, nonce=nonce, at=at
        ),
        "Tercatat: pencairan diminta. Ketua Harian yang menyetujui atau mengembalikannya.",
    )


def costs_by_rate(stored: StoredFile, on: date) -> tuple[UpfrontCost, ...]:
    """What the office's rates of a day give for the approved amount and the pledged certificates."""
    approval = stored.file.approval
    principal = (approval.amount if approval else None) or 0
    return upfront_costs(principal, certificates(stored.file), law_by_day()(on))


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


def _whose(kind: ApplicantKind) -> str:
    if kind is ApplicantKind.BUSINESS:
        return "Atas nama pemilik usaha (VIII.2.a.2)"
    return "Atas nama Ketua dan Bendahara (VIII.2.a.1)"
