"""A process of its own that saves drafts and books payments, one after the other, until it is stopped."""

from contextlib import suppress
from datetime import UTC, date, datetime

from db.engine import Database
from db.refusals import Refused
from db.sampang.applications.applications import save_draft
from db.sampang.loans.payments import record_payment
from domain.sampang.fund.money_in import Payment
from tests.db.people import a_form

AT = datetime(2026, 6, 3, 2, 5, tzinfo=UTC)
ON = date(2026, 6, 2)
AMOUNT = 1_234


def work(url, officer, loans, name, presses, tell):
    """Press so often, alternating; tell how often both were done after each of them."""
    database = Database.at(url)
    done = {"payments": 0, "drafts": 0}
    for press in range(presses):
        with suppress(Refused), database.write() as session:
            _press(session, officer, loans[press % len(loans)], f"{name} {press}", is_payment=press % 2 == 0)
            session.commit()
            done["drafts" if press % 2 else "payments"] += 1
        tell.put((name, dict(done)))
    database.close()


def _press(session, officer, loan, named, *, is_payment):
    if is_payment:
        received = Payment(amount=AMOUNT, on=ON, reference=f"STS {named}")
        record_payment(session, officer, loan, received, nonce=named, at=AT)
    else:
        save_draft(session, officer, a_form(f"Toko {named}"), nonce=named, at=AT)
