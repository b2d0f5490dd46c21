"""Naik kelas: from the goals that rose to the binaan that can be proposed."""

from sqlalchemy import delete

from db.blitar.caseload.goal_counts import goal_counts
from db.tables import UpgradeProposalRow
from domain.blitar.roles import BlitarRole
from domain.money import number
from tests.screens.demo_office import REPORTS, said, unescaped

TAB = {"bagian": "Naik kelas"}


def _links(app):
    found = ((unescaped(one.proto.label), one.proto.query_string) for one in app.get("page_link"))
    return [(label, query) for label, query in found if label.endswith(" binaan")]


def test_who_proposes_is_led_to_the_binaan_of_each_goal_that_rose(office):
    facilitator, head = office.by_role[BlitarRole.FACILITATOR], office.by_role[BlitarRole.AGENCY_HEAD]
    with office.database.write() as session:
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
