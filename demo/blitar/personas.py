"""The people of the demo's mentoring in Blitar."""

from typing import Final

from demo.persona import Persona
from domain.blitar.roles import BlitarRole

PERSONAS: Final = (
    Persona("facilitator", "Sari", BlitarRole.FACILITATOR),
    Persona("other_facilitator", "Hendra", BlitarRole.FACILITATOR),
    Persona("mentor", "Bagus", BlitarRole.MENTOR),
    Persona("other_mentor", "Lilis", BlitarRole.MENTOR),
    Persona("agency_head", "Yuni", BlitarRole.AGENCY_HEAD),
)
