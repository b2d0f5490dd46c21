"""What an applicant still has with this fund: a loan that is not paid back, or another application."""

from dataclasses import dataclass

from domain.money import rupiah
from domain.sampang.origination.stages import Stage


@dataclass(frozen=True, slots=True)
class StillRunning:
    """An unpaid loan or an open application under the NIK or NPWP of an applicant; it refuses nobody.

    `owed` is the principal that is left; None where no money went out.
    """

    application_id: int
    number: str
    status: Stage
    owed: int | None
    alike_in: str

    @property
    def told(self) -> str:
        """What it is, with its status."""
        if self.owed is None:
            return f"Pengajuan lain masih berjalan: {self.number} ({self.status.label}, {self.alike_in})"
        left = f"sisa pokok {rupiah(self.owed)}"
        return f"Pinjaman belum lunas: {self.number} ({left}, {self.alike_in})"
