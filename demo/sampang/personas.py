"""The people of the demo's fund in Sampang."""

from typing import Final

from demo.persona import Persona
from domain.sampang.roles import SampangRole

OFFICER: Final = Persona("officer", "Rina", SampangRole.OFFICER)
TEAM_MEMBER: Final = Persona("team_member", "Zainal", SampangRole.TEAM_MEMBER)
OTHER_TEAM_MEMBER: Final = Persona("other_team_member", "Fitri", SampangRole.TEAM_MEMBER)
TEAM_LEAD: Final = Persona("team_lead", "Halim", SampangRole.TEAM_LEAD)
BANK: Final = Persona("bank", "Dewi", SampangRole.BANK)

PERSONAS: Final = (OFFICER, TEAM_MEMBER, OTHER_TEAM_MEMBER, TEAM_LEAD, BANK)
