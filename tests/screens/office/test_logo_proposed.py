"""Who approves a logo sees the picture that is proposed, not its digest alone."""

from db.office.logos import propose_logo
from domain.regulation.office_proposals import SettingProposed
from domain.roles import OfficeRole
from domain.sampang.parameters import AGENCY_LOGO
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangRole
from pages.parts.store import now, today
from tests.db.office.logos import a_png
from tests.screens.walking import elements


def test_who_approves_a_logo_sees_it(office):
    told = SettingProposed(since=today(), reason="lambang daerah")
    with office.database.write() as session:
        proposer = office.by_role[OfficeRole.ADMINISTRATOR]
        propose_logo(session, proposer, SAMPANG, AGENCY_LOGO, a_png(), told, nonce="logo", at=now())
    lead = office.by_role[SampangRole.TEAM_LEAD]
    screen = office.open(lead, "pages/office/legal_basis/screen.py", bagian="Ketetapan kantor")
    pictures = [str(one.proto) for one in elements(screen.main) if "img" in one.type or "image" in one.type]
    assert "Diusulkan" in " ".join(pictures)
