"""Naik kelas: from the goals that rose to the binaan that can be proposed."""

from sqlalchemy import delete, text

from db.blitar.caseload.goal_counts import goal_counts
from db.blitar.caseload.proposal_list import declined_proposals, proposals
from db.blitar.caseload.upgrades import decide_upgrade
from db.tables import UpgradeProposalRow
from domain.blitar.caseload.upgrade import UpgradeDecision, UpgradeOutcome
from domain.blitar.roles import BlitarRole
from domain.money import number
from pages.parts.store import now, today
from tests.screens.demo_office import CLIENTS, HOME, REPORTS, calm, labelled, said, unescaped

TAB = {"bagian": "Naik kelas"}


def _links(app):
    found = ((unescaped(one.proto.label), one.proto.query_string) for one in app.get("page_link"))
    return [(label, query) for label, query in found if label.endswith(" binaan")]


def test_who_proposes_is_led_to_the_binaan_of_each_goal_that_rose(office):
    facilitator, head = office.by_role[BlitarRole.FACILITATOR], office.by_role[BlitarRole.AGENCY_HEAD]
    with office.database.write() as session:
        # As before anybody proposed; what was proposed is kept by the store itself.
        session.execute(text("DROP TRIGGER upgrade_proposal_ends_delete"))
        session.execute(delete(UpgradeProposalRow))
        risen = [one for one in goal_counts(session, facilitator) if one.up]
    app = office.open(facilitator, REPORTS, **TAB)
    assert "Tidak ada usul yang menunggu keputusan" in said(app)
    # Never all goals weighed together: one that fell would hide a binaan with a goal that rose.
    assert len(risen) > 1
    assert _links(app) == [
        (f"{one.goal.label}: {number(one.up)} binaan", f"tujuan={one.goal.value}&gerak=up") for one in risen
    ]
    assert _links(office.open(head, REPORTS, **TAB)) == []


def _waiting(office):
    with office.database.read() as session:
        found = proposals(session, office.by_role[BlitarRole.FACILITATOR], decided=False)
    return found.rows


def test_a_fasilitator_takes_back_their_own_proposal_and_nobody_elses(office):
    facilitator, head = office.by_role[BlitarRole.FACILITATOR], office.by_role[BlitarRole.AGENCY_HEAD]
    before = _waiting(office)
    own = [one for one in before if one.proposed_by_id == facilitator.id]
    assert own
    assert not any(area.label == "Mengapa ditarik" for area in office.open(head, REPORTS, **TAB).text_area)
    app = office.open(facilitator, REPORTS, **TAB)
    fields = [area for area in app.text_area if area.label == "Mengapa ditarik"]
    assert len(fields) == len(own)
    fields[0].set_value("Bukti *omzet* belum ada")
    calm([one for one in app.button if one.label == "Ya, tarik usulan ini"][0].click().run())
    assert "Ditarik sebelum diputuskan" in said(app)
    assert "Bukti *omzet* belum ada" in said(app)
    assert len(_waiting(office)) == len(before) - 1


def test_what_was_not_confirmed_waits_on_beranda_and_is_proposed_again_from_its_reason(office):
    facilitator, head = office.by_role[BlitarRole.FACILITATOR], office.by_role[BlitarRole.AGENCY_HEAD]
    one = next(one for one in _waiting(office) if one.proposed_by_id == facilitator.id)
    with office.database.read() as session:
        before = declined_proposals(session, facilitator).total
    decision = UpgradeDecision(outcome=UpgradeOutcome.DECLINED, reason="Bukti *kurang*", on=today())
    with office.database.write() as session:
        decide_upgrade(session, head, one.id, decision, at=now())
    home = office.open(facilitator, HOME)
    told = {metric.label: metric.value for metric in home.metric}
    assert told["Usul naik kelas belum ditetapkan"] == str(before + 1)
    app = office.open(facilitator, REPORTS, **TAB)
    assert f"Belum ditetapkan, dikembalikan kepada Anda: {before + 1}" in said(app)
    assert "Bukti *kurang*" in said(app)
    card = office.open(facilitator, CLIENTS, binaan=one.client_id)
    calm(labelled(card.button, "Usulkan naik kelas").click().run())
    assert "tidak ditetapkan: Bukti *kurang*" in said(card)
    assert [area.value for area in card.text_area] == [one.reason]
