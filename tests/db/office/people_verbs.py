"""The verbs about people and their roles as the table of roles presses them; a person of their own each."""

from datetime import timedelta
from itertools import count

from sqlalchemy import select

from db.office.people_access import (
    add_someone,
    change_email,
    deactivate_person,
    end_sign_ins_of,
    reactivate_person,
    release_account,
)
from db.office.people_list import people, roles_waiting
from db.office.role_giving import (
    approve_role,
    end_role,
    give_role,
    propose_role,
    return_role,
    withdraw_role,
)
from db.tables import PersonRoleRow, PersonRow, RoleProposalRow
from domain.closings import ClosingReason
from domain.entering.role_terms import Because, EmailChanged, NewPerson, RoleEnd, RoleGiven
from domain.sampang.programme import SAMPANG
from tests.db.people import NOW, a_nonce

ADMIN = {"administrator"}
WHY = Because(reason="SK")
DAY = NOW.date() + timedelta(days=1)
OFFICER = RoleGiven(role="officer", since=DAY, reason="SK")
LEAD = RoleGiven(role="team_lead", since=DAY, reason="SK")
_addresses = count()


def _add(s, who):
    told = NewPerson(name="Baru", email=f"baru{next(_addresses)}@dinas.id")
    return add_someone(s, who, SAMPANG, told, nonce=a_nonce(), at=NOW)


def _on_someone(verb, given):
    def call(s, who):
        row = PersonRow(name="Baru", email=f"baru{next(_addresses)}@dinas.id", active=True)
        s.add(row)
        s.flush()
        return verb(s, who, SAMPANG, row.id, given, nonce=a_nonce(), at=NOW)

    return call


def _end(s, who):
    person = s.scalars(select(PersonRow)).first()
    row = PersonRoleRow(person_id=person.id, programme="sampang", role="bank", reason="")
    s.add(row)
    s.flush()
    return end_role(s, who, SAMPANG, row.id, RoleEnd(reason="SK"), nonce=a_nonce(), at=NOW)


def _proposed(s, by):
    row = PersonRow(name="Baru", email=f"baru{next(_addresses)}@dinas.id", active=True)
    s.add(row)
    s.flush()
    proposal = RoleProposalRow(
        programme="sampang", person_id=row.id, email=row.email, role="team_lead", since=DAY, reason="SK",
        proposed_by_id=by, proposed_at=NOW,
    )  # fmt: skip
    s.add(proposal)
    s.flush()
    return proposal.id


def _decide(verb, *given, own=False):
    def call(s, who):
        other = s.scalars(select(PersonRow.id).where(PersonRow.id != who.id)).first()
        number = _proposed(s, who.id if own and s.get(PersonRow, who.id) else other)
        return verb(s, who, SAMPANG, number, *given, at=NOW)

    return call


PEOPLE_VERBS = {
    "add_someone": (_add, ADMIN),
    "change_email": (_on_someone(change_email, EmailChanged(email="lain@dinas.id", reason="x")), ADMIN),
    "release_account": (_on_someone(release_account, WHY), ADMIN),
    "deactivate_person": (_on_someone(deactivate_person, WHY), ADMIN),
    "reactivate_person": (_on_someone(reactivate_person, WHY), ADMIN),
    "end_sign_ins_of": (_on_someone(end_sign_ins_of, WHY), ADMIN),
    "give_role": (_on_someone(give_role, OFFICER), ADMIN),
    "propose_role": (_on_someone(propose_role, LEAD), ADMIN),
    "end_role": (_end, ADMIN),
    "approve_role": (_decide(approve_role), ADMIN),
    "return_role": (_decide(return_role, ClosingReason(reason="x")), ADMIN),
    "withdraw_role": (_decide(withdraw_role, ClosingReason(reason="x"), own=True), ADMIN),
    "people": (lambda s, who: people(s, who, SAMPANG), ADMIN),
    "roles_waiting": (lambda s, who: roles_waiting(s, who, SAMPANG), ADMIN),
}
