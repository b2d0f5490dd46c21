"""What of the mentoring waits for whom: visits, proposals that binaan move up, and letters."""

from datetime import date
from typing import Final

from domain.blitar.caseload.upgrade import GROWN
from domain.blitar.instruments import at
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.headline import WaitsFor
from domain.programme import listed


def visits_waiting(count: int, since: date | None) -> WaitsFor:
    """Visits that were sent wait for the Fasilitator, the oldest since a day."""
    return _waits("Kunjungan untuk diverifikasi", BlitarPermission.VERIFY_VISITS, count, since, "kunjungan")


def upgrades_waiting(count: int, since: date | None, own: int = 0) -> WaitsFor:
    """Proposals that binaan move up wait for the Kepala Dinas; `own` of them the reader made."""
    what = "Usul naik kelas untuk diputuskan"
    return _waits(what, BlitarPermission.DECIDE_UPGRADES, count, since, "usul", own=own)


def letters_waiting(count: int, since: date | None, own: int = 0) -> WaitsFor:
    """Letters of recommendation wait for the Kepala Dinas; `own` of them the reader prepared."""
    what = "Surat rekomendasi untuk ditetapkan"
    return _waits(what, BlitarPermission.SET_RECOMMENDATIONS, count, since, "surat", own=own)


def _waits(
    what: str, step: BlitarPermission, count: int, since: date | None, key: str, own: int = 0
) -> WaitsFor:
    roles, place = BLITAR.carriers(step), _PLACES[step]
    return WaitsFor(what, listed(roles), count, since, place, key, roles=roles, own=own)


_PLACES: Final = {
    BlitarPermission.VERIFY_VISITS: at("15(1)"),
    BlitarPermission.DECIDE_UPGRADES: GROWN,
    BlitarPermission.SET_RECOMMENDATIONS: at("13(1)"),
}
