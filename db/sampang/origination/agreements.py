"""Verb for the signed agreement between borrower, Ketua Harian and Bank Jatim (VI.3)."""

from datetime import datetime

from sqlalchemy.orm import Session

from db.limits import require_whole
from db.sampang.origination.advancing import Advanced, advance, opened_for, require_free, stepping
from db.sampang.origination.around import around_of
from db.sampang.origination.numbered_steps import number_of_its_own
from domain.again import AgainBecause
from domain.roles import Person
from domain.sampang.origination.conditions import hindrances_to
from domain.sampang.origination.records import Agreement
from domain.sampang.origination.steps import Step


def sign_agreement(
    session: Session,
    actor: Person,
    application_id: int,
    agreement: Agreement,
    *,
    nonce: str,
    at: datetime,
    again_because: AgainBecause = "",
) -> Advanced:
    """Record the signed agreement; the file must still meet every provision on that day.

    Raises SameAgain for a number that another file has, without a written reason.
    """
    with stepping(session, actor, Step.SIGN_AGREEMENT, nonce=nonce, at=at) as act:
        require_whole(agreement)
        opened = opened_for(act, application_id, Step.SIGN_AGREEMENT)
        if isinstance(opened, Advanced):
            return opened
        around = around_of(session, opened.row, agreement.signed_on)
        require_free(hindrances_to(Step.SIGN_AGREEMENT, opened.file, around))
        again = number_of_its_own(opened, agreement.number, agreement.signed_on, again_because)
        return advance(opened, agreement.signed_on, record=agreement, again=again)
