"""The verbs of one binaan and of moving up, and who may call each, by hand from Perbup Blitar 3/2023."""

from db.blitar.caseload.alike import alike_clients
from db.blitar.caseload.card import client_card
from db.blitar.caseload.care import give_client
from db.blitar.caseload.goal_counts import goal_counts
from db.blitar.caseload.proposal_list import confirmed_between, declined_proposals, proposal, proposals
from db.blitar.caseload.rulings import rule_on_client
from db.blitar.caseload.upgrades import decide_upgrade, propose_upgrade, withdraw_upgrade
from db.tables import ClientIndicatorRow, ClientRow, PersonRow, UpgradeProposalRow
from domain.blitar.caseload.upgrade import UpgradeDecision, UpgradeOutcome, UpgradeProposed
from domain.blitar.client import Client
from domain.blitar.judgement import Judgement
from domain.blitar.kinds import SubjectKind
from domain.closings import ClosingReason
from tests.db.blitar.mentoring import TODAY
from tests.db.blitar.mentoring_verbs import HER_CLIENT
from tests.db.blitar.visiting_verbs import HIS_CLIENT
from tests.db.people import NOW, a_nonce

FACILITATOR, HEAD = {"facilitator"}, {"agency_head"}
READERS = {"facilitator", "agency_head", "mentor"}


def _proposed(s, client_id=HER_CLIENT, by=None):
    """A proposal of somebody, else of the first person of the store, for the binaan of Sri if any."""
    known = None if by is None else s.get(PersonRow, by.id)
    maker = known or s.query(PersonRow).order_by(PersonRow.id).first()
    told = {"client_id": client_id, "reason": "x", "basis": [], "proposed_on": TODAY}
    row = UpgradeProposalRow(**told, proposed_by_id=maker.id, proposed_at=NOW)
    s.add(row)
    s.flush()
    return row.id


def _propose(s, who):
    values = {"movement": "up", "baseline_value": 0, "latest_value": 1}
    days = {"baseline_on": TODAY, "latest_on": TODAY}
    s.add(ClientIndicatorRow(client_id=HER_CLIENT, indicator="business_number", **values, **days))
    s.flush()
    return propose_upgrade(s, who, HER_CLIENT, UpgradeProposed(reason="NIB terbit"), nonce=a_nonce(), at=NOW)


def _decide(s, who):
    decision = UpgradeDecision(outcome=UpgradeOutcome.CONFIRMED, reason="x", on=TODAY)
    return decide_upgrade(s, who, _proposed(s), decision, at=NOW)


def _withdraw(s, who):
    return withdraw_upgrade(s, who, _proposed(s, by=who), ClosingReason(reason="x"), at=NOW)


def _rule(s, who):
    row = s.get(ClientRow, HER_CLIENT)
    row.body = {**row.body, "business": {**row.body["business"], "form": "company"}}
    s.flush()
    ruling = Judgement(True, "x", TODAY, "Usaha kecil sekali")
    return rule_on_client(s, who, HER_CLIENT, "form_accepted", ruling, expected_version=1, at=NOW)


def _give(s, who):
    return give_client(s, who, HER_CLIENT, 1, on=TODAY, expected_version=1, at=NOW)


UPGRADE_VERBS = {
    "give_client": (_give, FACILITATOR),
    "client_card, one's own": (lambda s, who: client_card(s, who, HER_CLIENT, at=NOW), READERS),
    "client_card, another's": (lambda s, who: client_card(s, who, HIS_CLIENT, at=NOW), FACILITATOR | HEAD),
    "client_card, revealed": (
        lambda s, who: client_card(s, who, HER_CLIENT, at=NOW, reveal=True),
        FACILITATOR | HEAD,
    ),
    "alike_clients": (
        lambda s, who: alike_clients(s, who, Client(kind=SubjectKind.CLIENT_MICRO, name="Warung")),
        FACILITATOR | {"mentor"},
    ),
    "rule_on_client": (_rule, HEAD),
    "propose_upgrade": (_propose, FACILITATOR),
    "decide_upgrade": (_decide, HEAD),
    "withdraw_upgrade": (_withdraw, FACILITATOR),
    "declined_proposals": (declined_proposals, FACILITATOR),
    "proposals": (lambda s, who: proposals(s, who, decided=False), READERS),
    "proposal, one's own": (lambda s, who: proposal(s, who, _proposed(s)), READERS),
    "proposal, another's": (lambda s, who: proposal(s, who, _proposed(s, HIS_CLIENT)), FACILITATOR | HEAD),
    "confirmed_between": (lambda s, who: confirmed_between(s, who, TODAY, TODAY), READERS),
    "goal_counts": (goal_counts, READERS),
}
