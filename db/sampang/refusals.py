"""What the store refuses around the fund and its files, each with an Indonesian sentence."""

from collections.abc import Iterable
from datetime import date

from db.refusals import Refused
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.sampang.hindrance import Hindrance


class Hindered(Refused):
    """The file itself lacks something for this step; `hindrances` name each with its provision."""

    def __init__(self, hindrances: Iterable[Hindrance]) -> None:
        self.hindrances = tuple(hindrances)
        reasons = [one.told for one in self.hindrances]
        super().__init__("Belum dapat dilakukan. " + " ".join(reasons), reasons)


class DecidedAlready(Refused):
    """Somebody wants to change what the Pokjanis has decided on."""

    def __init__(self, number: str, stage: str, *, closed: bool) -> None:
        rest = (
            "Berkasnya sudah selesai, jadi isinya tidak diubah lagi; keperluan baru diajukan sebagai "
            "pengajuan baru."
            if closed
            else "Yang masih dapat diubah hanya berkas, alamat dan telepon, tunggakan, daftar merah, RAT, "
            "dan catatan; data lain menjadi dasar keputusan Pokjanis."
        )
        super().__init__(f"Belum tersimpan: pengajuan {number} sudah pada tahap “{stage}”. {rest}")


class AlreadyOpened(Refused):
    """The fund's opening balance was entered before."""

    def __init__(self, decree: str) -> None:
        super().__init__(
            f"Saldo awal sudah dicatat menurut {decree} dan hanya dicatat satu kali. "
            "Selisih dibetulkan dengan pembukuan tersendiri, bukan dengan mengganti saldo awal."
        )


class MeetingCalledOff(Refused):
    """No paper goes out for a meeting that was cancelled."""

    def __init__(self) -> None:
        super().__init__("Rapat ini dibatalkan, jadi tidak ada surat yang terbit untuknya.")


class MeetingClosed(Refused):
    """The minutes of this meeting are closed."""

    def __init__(self) -> None:
        super().__init__(
            "Rapat ini sudah ditutup, jadi daftar hadir dan keputusannya tidak dapat diubah. "
            "Buka rapat baru untuk memutuskan berkas lain."
        )


class TooMuchPaid(Refused):
    """More money came in than the loan still costs."""

    def __init__(self, amount: int, left: int) -> None:
        super().__init__(
            f"Belum tercatat: {rupiah(amount)} lebih besar daripada sisa pokok dan jasa {rupiah(left)}. "
            "Periksa nomor pinjaman dan jumlahnya; kelebihan dikembalikan kepada peminjam."
        )


class OutsideLoan(Refused):
    """A payment is dated before the loan was paid out or taken over, or in the future."""

    def __init__(self, disbursed_on: date, taken_over_on: date | None = None) -> None:
        days = f"antara pencairan ({indonesian_date(disbursed_on)}) dan hari ini"
        if taken_over_on is not None:
            days = (
                f"sesudah {indonesian_date(taken_over_on)} dan tidak di masa depan: uang sampai hari itu "
                "sudah termasuk dalam saldo yang diambil alih"
            )
        super().__init__(f"Belum tercatat: tanggal angsuran harus {days}. Periksa bukti setornya.")


class OutsideVisit(Refused):
    """A visit about the use of a loan is dated before the loan was paid out, or in the future."""

    def __init__(self, disbursed_on: date) -> None:
        super().__init__(
            f"Belum tercatat: tanggal kunjungan harus antara pencairan ({indonesian_date(disbursed_on)}) dan "
            "hari ini. Periksa tanggalnya."
        )


class OutsidePayment(Refused):
    """A payment is to be taken back on a day before it came in, or in the future."""

    def __init__(self, on: date) -> None:
        super().__init__(
            f"Belum dibalik: tanggal pembalikan harus antara tanggal angsuran ({indonesian_date(on)}) dan "
            "hari ini. Pilih tanggal lain."
        )


class NotReversible(Refused):
    """Only money that came in or was handed on, and capital, can be reversed, and only once."""

    def __init__(self) -> None:
        super().__init__(
            "Tidak dapat dibalik: yang dapat dibalik, satu kali, hanya angsuran masuk, setoran dan "
            "pembayaran jasa, biaya yang diteruskan, dan perubahan modal. Muat ulang layar untuk melihat "
            "keadaan terbaru."
        )


class BankRowDecided(Refused):
    """A row of the bank's file was booked or put aside meanwhile, or cannot be given a loan."""

    def __init__(self, line: int) -> None:
        super().__init__(
            f"Belum tersimpan: baris {line} sudah diputuskan atau tidak dapat dibukukan. Muat ulang layar "
            "untuk melihat keadaan terbaru."
        )
