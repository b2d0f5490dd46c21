"""How an agreement or a request for payment is prepared for signing, or recorded at once."""

from typing import Any

import streamlit as st

from db.sampang.origination.issued_papers import PaperKind
from db.sampang.origination.loan_files import StoredFile
from db.sampang.origination.papers_to_sign import PaperToSign
from db.sampang.origination.preparing import prepare_agreement, prepare_request
from domain.roles import Person
from domain.sampang.origination.conditions import Around
from domain.sampang.origination.records import AgreementToSign, PaymentRequest
from pages.parts.saved_notice import Saved
from pages.parts.store import is_demo_database, today
from pages.sampang.loans.agreement_form import (
    ask_agreement,
    ask_request,
    first_of_agreement,
    first_of_request,
    request_fields,
    whose_account,
)
from pages.sampang.loans.board_form import ask_board
from pages.sampang.loans.signed_papers import agreement_to_sign, request_to_sign
from pages.sampang.loans.signing import show_signing
from pages.sampang.step_sending import Sending

_READY = "Tersimpan: naskah siap dicetak dan ditandatangani. Berkas maju sesudah tanda tangannya dicatat."


def ask_for_agreement(person: Person, stored: StoredFile, around: Around) -> None:
    """The agreement: printed first and then signed (VI.3), or signed on a paper from elsewhere."""
    are_all_known = ask_board(person, stored)

    def preparing(newest: PaperToSign | None) -> None:
        if are_all_known:
            _agreement(person, stored, around, newest)
        else:
            st.caption("Belum dapat disiapkan: isi dahulu semua pengurus koperasi di atas (IV.1.f).")

    show_signing(person, stored, PaperKind.AGREEMENT, preparing)
    with st.expander("Sudah ditandatangani, naskahnya bukan dari sini", icon=":material/history_edu:"):
        ask_agreement(person, stored, around)


def ask_for_payment(person: Person, stored: StoredFile, around: Around) -> None:
    """The request for payment: printed first and then signed (VIII.2.c), or made at once."""
    show_signing(person, stored, PaperKind.PAYMENT_REQUEST, lambda newest: _request(person, stored, newest))
    with st.expander("Minta pencairan tanpa menyiapkan naskah", icon=":material/history_edu:"):
        ask_request(person, stored, around)


def _agreement(person: Person, stored: StoredFile, around: Around, newest: PaperToSign | None) -> None:
    before = {name: told for name, told in newest.body.items() if name != "number"} if newest else {}
    start = first_of_agreement(stored, around) | before
    sending = Sending(
        person, stored, f"prepare-agreement-{newest.id if newest else 0}", AgreementToSign, start
    )
    form = sending.form
    left, right = st.columns(2)
    with left:
        form.ask("number", aside="VI.3")
        form.ask("signed_by_lead")
        form.ask("signed_by_bank")
    with right:
        form.ask("account_number", aside="VIII.2.a")
        form.ask("account_holders", help=whose_account(stored))
    because = sending.why_again()
    if not _pressed(sending, newest) or sending.refused():
        return
    told, printed = AgreementToSign(**form.answers()), agreement_to_sign(is_demo_database())
    more: dict[str, Any] = {"instead_of": newest.id if newest else None, "again_because": because}
    sending.send(
        lambda session, nonce, at: prepare_agreement(
            session, person, stored.id, told, printed, nonce=nonce, at=at, **more
        ),
        Saved(_READY),
    )


def _request(person: Person, stored: StoredFile, newest: PaperToSign | None) -> None:
    start = first_of_request(stored) | {"on": today()}
    what = f"prepare-request-{newest.id if newest else 0}"
    sending = Sending(person, stored, what, PaymentRequest, start)
    problems = request_fields(sending, stored)
    because = sending.why_again()
    if not _pressed(sending, newest) or sending.refused(problems):
        return
    request, printed = PaymentRequest(**sending.form.answers()), request_to_sign(is_demo_database())
    more: dict[str, Any] = {"instead_of": newest.id if newest else None, "again_because": because}
    sending.send(
        lambda session, nonce, at: prepare_request(
            session, person, stored.id, request, printed, nonce=nonce, at=at, **more
        ),
        Saved(_READY),
    )


def _pressed(sending: Sending, newest: PaperToSign | None) -> bool:
    return st.button(
        "Siapkan untuk ditandatangani",
        type="primary" if newest is None else "secondary",
        key=f"{sending.nonce}:form:siapkan",
        icon=":material/print:",
    )
