"""What the store refuses around money that is handed on, capital, and closed months."""

from datetime import date, datetime

from db.refusals import Refused
from domain.dates import indonesian_date, indonesian_moment, indonesian_month
from domain.money import number


class OutsideFund(Refused):
    """Money is dated before the fund was opened, or in the future."""

    def __init__(self, opened_on: date) -> None:
        super().__init__(
            f"Belum tercatat: tanggalnya harus antara saldo awal dana ({indonesian_date(opened_on)}) dan "
            "hari ini. Periksa buktinya."
        )


class NotYetOpened(Refused):
    """The fund's opening balance is still to come."""

    def __init__(self) -> None:
        super().__init__(
            "Belum dapat dilakukan: saldo awal dana belum dicatat. "
            "Ketua Harian mencatatnya di layar Kas dana."
        )


class AlreadyBooked(Refused):
    """A proposal about the capital was approved before, so it is booked."""

    def __init__(self, entry_id: int) -> None:
        super().__init__(
            f"Usulan ini sudah disetujui dan dibukukan dengan nomor {entry_id}. Bila keliru, usulkan "
            "pembalikannya."
        )


class MonthClosedAlready(Refused):
    """Somebody closed this month before."""

    def __init__(self, month: date, by: str, at: datetime) -> None:
        super().__init__(
            f"{indonesian_month(month)} sudah ditutup oleh {by}, {indonesian_moment(at)}. Bulan yang sudah "
            "ditutup tidak dibuka lagi; pembetulan dibukukan di bulan yang masih terbuka."
        )


class MonthNotNext(Refused):
    """Months are closed one after the other."""

    def __init__(self, month: date) -> None:
        super().__init__(
            f"Belum ditutup: bulan ditutup berurutan, dan yang berikutnya {indonesian_month(month)}. Muat "
            "ulang layar untuk melihat keadaan terbaru."
        )


class MonthNotOver(Refused):
    """A month still runs."""

    def __init__(self, month: date) -> None:
        super().__init__(
            f"Belum ditutup: {indonesian_month(month)} belum berakhir. Tutup sesudah hari terakhirnya lewat."
        )


class TooManyBookings(Refused):
    """A span of days has more bookings than one workbook holds."""

    def __init__(self, count: int, most: int) -> None:
        super().__init__(
            f"Rentang ini memuat {number(count)} pembukuan, sedangkan satu buku kerja paling banyak "
            f"{number(most)}. Pilih rentang yang lebih pendek."
        )
