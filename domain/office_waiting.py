"""Proposals for an office's own rules as work that waits for whoever approves them."""

from datetime import date
from typing import Final

from domain.headline import WaitsFor
from domain.programme import Programme, listed
from domain.roles import OfficePermission

RULES: Final = "ketetapan"


def rules_waiting(programme: Programme, count: int, since: date, own: int) -> WaitsFor:
    """So many proposals wait, the oldest since a day; `own` of them the reader made."""
    roles = programme.carriers(OfficePermission.APPROVE_SETTINGS)
    what = "Usulan ketetapan kantor untuk disetujui"
    return WaitsFor(what, listed(roles), count, since, None, RULES, roles=roles, own=own)
