"""What of the fund waits for the Ketua Harian's yes beside the files: money back, capital, and lists."""

from datetime import date
from enum import StrEnum
from typing import Final

from domain.headline import WaitsFor
from domain.programme import listed
from domain.roles import Permission
from domain.sampang.instruments import at
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


class Approval(StrEnum):
    """A kind of proposal that a second person decides, the heaviest first."""

    REVERSALS = "pembalikan"
    CAPITAL = "modal"
    WRITE_OFFS = "hapus-buku"
    RED_LIST = "daftar-merah"
    TAKEOVERS = "pengambilalihan"

    def waits(self, count: int, since: date, own: int = 0) -> WaitsFor:
        """So many of it wait, the oldest since a day; `own` of them the reader proposed."""
        what, place, permission = _TOLD[self]
        roles = SAMPANG.carriers(permission)
        return WaitsFor(what, listed(roles), count, since, at(place), self.value, roles=roles, own=own)


_TOLD: Final[dict[Approval, tuple[str, str, Permission]]] = {
    Approval.REVERSALS: (
        "Usul pembalikan untuk disetujui",
        "VIII.5.a",
        SampangPermission.REVERSE_PAYMENTS,
    ),
    Approval.CAPITAL: ("Usul perubahan modal untuk disetujui", "VIII.5.a", SampangPermission.APPROVE_CAPITAL),
    Approval.WRITE_OFFS: ("Usul hapus buku untuk disetujui", "VIII.5.a", SampangPermission.APPROVE_WRITE_OFF),
    Approval.RED_LIST: ("Usul daftar merah untuk disetujui", "IX.3", SampangPermission.KEEP_RED_LIST),
    Approval.TAKEOVERS: (
        "Pengambilalihan pinjaman lama untuk disetujui",
        "VIII.5.a",
        SampangPermission.APPROVE_TAKEOVER,
    ),
}
