"""What the store refuses around the selection and the staff, each with an Indonesian sentence."""

from collections.abc import Iterable
from datetime import datetime

from db.refusals import Refused
from domain.blitar.selecting.results import InTheWay
from domain.dates import indonesian_moment


class RoundDecided(Refused):
    """The result of this selection round stands."""

    def __init__(self, minutes_number: str) -> None:
        super().__init__(
            f"Hasil seleksi ini sudah ditetapkan dengan berita acara {minutes_number}, jadi pendaftaran, "
            "nilai, dan hasilnya tidak dapat diubah lagi."
        )


class RegisteredTwice(Refused):
    """The same NIK registers twice in one round."""

    def __init__(self, number: int, by: str, at: datetime) -> None:
        super().__init__(
            f"NIK ini sudah terdaftar dalam seleksi yang sama dengan nomor pendaftaran {number}, dicatat "
            f"{by}, {indonesian_moment(at)}. Buka pendaftaran itu untuk melengkapinya."
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


class NotRenewable(Refused):
    """Somebody on a decree cannot be renewed; `reasons` name each with what is in the way."""

    def __init__(self, reasons: Iterable[str]) -> None:
        lines = tuple(reasons)
        told = "Belum ada yang diperpanjang. Lepas centangnya, atau bereskan dahulu: "
        super().__init__(told + "; ".join(lines), lines)


class OwnVisits(Refused):
    """Somebody wants to verify what they recorded, sent or made themselves; `reasons` name each visit."""

    def __init__(self, visits: Iterable[str]) -> None:
        lines = tuple(visits)
        super().__init__(
            f"Belum diverifikasi. {' '.join(lines)} Kunjungan yang Anda catat, kirim, atau lakukan sendiri "
            "diverifikasi orang lain: mintalah Fasilitator lain. Sisanya dapat diverifikasi tanpa itu.",
            lines,
        )


class FlaggedTogether(Refused):
    """Visits that somebody should look at were to be verified with others; `reasons` name each of them."""

    def __init__(self, visits: Iterable[str]) -> None:
        lines = tuple(visits)
        super().__init__(
            f"Belum diverifikasi. {' '.join(lines)} Yang bertanda perlu dilihat diverifikasi satu per satu: "
            "buka kunjungannya. Sisanya dapat diverifikasi tanpa itu.",
            lines,
        )


class OwnLetter(Refused):
    """Who prepared a letter of recommendations wants to set it."""

    def __init__(self) -> None:
        super().__init__(
            "Surat ini tidak dapat Anda tetapkan, karena Anda sendiri yang menyiapkannya: yang merangkum dan "
            "yang menetapkan (Pasal 13 ayat (1)) harus dua orang."
        )


class OwnReview(Refused):
    """A Fasilitator wants to review their own work."""

    def __init__(self) -> None:
        super().__init__(
            "Penilaian ini tidak tersimpan, karena Anda sendiri Fasilitator yang dinilai. Kinerja "
            "Fasilitator dinilai Kepala Dinas (Pasal 15 ayat (2)), bukan oleh orangnya sendiri."
        )
