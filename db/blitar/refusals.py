"""What the store refuses around the selection and the staff, each with an Indonesian sentence."""

from collections.abc import Iterable

from db.refusals import Refused
from domain.blitar.selecting.results import InTheWay


class RoundDecided(Refused):
    """The result of this selection round stands."""

    def __init__(self, minutes_number: str) -> None:
        super().__init__(
            f"Hasil seleksi ini sudah ditetapkan dengan berita acara {minutes_number}, jadi pendaftaran, "
            "nilai, dan hasilnya tidak dapat diubah lagi."
        )


class RegisteredTwice(Refused):
    """The same NIK registers twice in one round."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"NIK ini sudah terdaftar dalam seleksi yang sama dengan nomor pendaftaran {number}. "
            "Buka pendaftaran itu untuk melengkapinya."
        )


class InTheWayOfOutcome(Refused):
    """A candidate cannot be declared as passed yet; `reasons` name each provision."""

    def __init__(self, in_way: Iterable[InTheWay]) -> None:
        self.in_way = tuple(in_way)
        lines = [one.told for one in self.in_way]
        super().__init__("Belum dapat ditetapkan. " + " ".join(lines), lines)


class NotAppointable(Refused):
    """Somebody cannot be appointed on that day; `reasons` name each provision."""

    def __init__(self, reasons: Iterable[str]) -> None:
        lines = tuple(reasons)
        super().__init__("Belum dapat ditetapkan: " + "; ".join(lines), lines)
