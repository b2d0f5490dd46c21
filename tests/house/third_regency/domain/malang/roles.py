"""Who may do what with the stalls of Malang."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from domain.regulation.sources import Citation, Instrument
from domain.roles import Grant, OfficePermission, OfficeRole, Permission, Role, granted

PERDA: Final = Instrument(
    key="perda-malang-contoh", name="Perda contoh", title="Kios pasar", in_force_since=date(2025, 1, 1)
)
STALLS: Final = Citation(PERDA, "Pasal 2", "2")


class MalangRole(Role):
    """The parts that people play on the market."""

    MARKET_OFFICER = "market_officer", "petugas pasar"


class MalangPermission(Permission):
    """What a person may do with stalls."""

    GIVE_STALLS = "give_stalls", "memberikan kios"


_OFFICER, _ADMINISTRATOR = MalangRole.MARKET_OFFICER, OfficeRole.ADMINISTRATOR
GRANTS: Final[Mapping[Permission, Grant]] = MappingProxyType(
    {
        MalangPermission.GIVE_STALLS: granted(_OFFICER, by=(STALLS,)),
        OfficePermission.PROPOSE_SETTINGS: granted(_ADMINISTRATOR),
        OfficePermission.APPROVE_SETTINGS: granted(_OFFICER),
        OfficePermission.READ_SUMMARY: granted(OfficeRole.LEADERSHIP),
        OfficePermission.READ_AUDIT: granted(_ADMINISTRATOR),
    }
)
