"""The verbs of the yearly list as the table of roles presses them, over settings and a list of their own."""

from datetime import date, timedelta
from itertools import count

from sqlalchemy import select

from db.office.erasures import (
    approve_erasure,
    hold_erasure,
    propose_erasure,
    return_erasure,
    withdraw_erasure,
)
from db.office.retention_reading import erasure_lists, retention_now
from db.tables import ErasureListRow, OfficeSettingRow, PersonRow
from domain.closings import ClosingReason
from domain.retention.erasure_asked import ErasureAsked, Holding
from domain.sampang.programme import SAMPANG
from domain.sampang.retention import FILE
from tests.db.people import NOW, a_nonce

ADMIN, LEAD = {"administrator"}, {"team_lead"}
LATER = NOW + timedelta(days=800)
_WITHDRAWN = 11  # the file that was withdrawn, in the order of the stages
_years = count(2100)


def _set(s, by):
    row = OfficeSettingRow(parameter=FILE.setting, value=1, since=date(2026, 3, 2), programme="sampang")
    row.reason, row.proposed_by_id, row.proposed_at = "x", by, NOW
    row.approved_by_id, row.approved_at = by, NOW
    s.add(row)
    s.flush()


def _propose(s, who):
    _set(s, s.scalars(select(PersonRow.id)).first())
    return propose_erasure(s, who, SAMPANG, ErasureAsked(reason="x"), nonce=a_nonce(), at=LATER)


def _hold(s, who):
    holding = Holding(reason="x", until=LATER.date() + timedelta(days=9))
    return hold_erasure(s, who, SAMPANG, FILE.key, _WITHDRAWN, holding, nonce=a_nonce(), at=LATER)


def _decide(verb, *given, own=False):
    def call(s, who):
        other = s.scalars(select(PersonRow.id).where(PersonRow.id != who.id)).first()
        by = who.id if own and s.get(PersonRow, who.id) else other
        row = ErasureListRow(programme="sampang", year=next(_years), on=LATER.date(), reason="x")
        row.proposed_by_id, row.proposed_at = by, NOW
        s.add(row)
        s.flush()
        return verb(s, who, SAMPANG, row.id, *given, at=LATER)

    return call


_WHY = ClosingReason(reason="x")
ERASURE_VERBS = {
    "propose_erasure": (_propose, ADMIN),
    "hold_erasure": (_hold, ADMIN | LEAD),
    "approve_erasure": (_decide(approve_erasure), LEAD),
    "return_erasure": (_decide(return_erasure, _WHY), LEAD),
    "withdraw_erasure": (_decide(withdraw_erasure, _WHY, own=True), ADMIN),
    "retention_now": (lambda s, who: retention_now(s, who, SAMPANG, LATER.date()), ADMIN | LEAD),
    "erasure_lists": (lambda s, who: erasure_lists(s, who, SAMPANG), ADMIN | LEAD),
}
