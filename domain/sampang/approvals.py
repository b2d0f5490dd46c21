"""What of the fund waits for the Ketua Harian's yes: money out, money back, capital, and lists."""

from datetime import date
from enum import StrEnum
from typing import Final

from domain.headline import WaitsFor
from domain.sampang.instruments import at
from domain.sampang.roles import SampangRole


class Approval(StrEnum):
    """A kind of proposal that a second person decides, the heaviest first."""

    DISBURSEMENTS = "permintaan-cair"
    REVERSALS = "pembalikan"
    CAPITAL = "modal"
    WRITE_OFFS = "hapus-buku"
    RED_LIST = "daftar-merah"
    TAKEOVERS = "pengambilalihan"

    def waits(self, count: int, since: date) -> WaitsFor:
        """So many of it wait, the oldest since a day."""
        what, place = _TOLD[self]
        return WaitsFor(what, SampangRole.TEAM_LEAD.label, count, since, at(place), self.value)


_TOLD: Final = {
    Approval.DISBURSEMENTS: ("Permintaan cair untuk disetujui", "VII.3"),
    Approval.REVERSALS: ("Usul pembalikan untuk disetujui", "VIII.5.a"),
    Approval.CAPITAL: ("Usul perubahan modal untuk disetujui", "VIII.5.a"),
    Approval.WRITE_OFFS: ("Usul hapus buku untuk disetujui", "VIII.5.a"),
    Approval.RED_LIST: ("Usul daftar merah untuk disetujui", "IX.3"),
    Approval.TAKEOVERS: ("Pengambilalihan pinjaman lama untuk disetujui", "VIII.5.a"),
}
