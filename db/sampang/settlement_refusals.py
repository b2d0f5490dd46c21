"""What the store refuses around the end of a loan, each with an Indonesian sentence."""

from datetime import date

from db.refusals import Refused
from domain.dates import indonesian_date
from domain.money import rupiah


class LoanEnded(Refused):
    """Money comes for a loan of which nothing is left (O-16)."""

    def __init__(self, ended_on: date) -> None:
        super().__init__(
            f"Belum tercatat: pinjaman ini sudah lunas sejak {indonesian_date(ended_on)}, jadi uang lain "
            "tidak dibukukan, juga yang bertanggal lebih lama (tafsir O-16). Periksa nomor pinjamannya; uang "
            "yang memang untuk pinjaman ini dikembalikan kepada peminjam."
        )


class MoneyBeforeTakingBack(Refused):
    """Money is dated before the day on which the settlement or write-off of its loan was taken back."""

    def __init__(self, since: date) -> None:
        super().__init__(
            f"Belum tercatat: sampai {indonesian_date(since)} pinjaman ini tercatat lunas atau "
            "dihapusbukukan, dan hari itu baru pembukuannya dibalik. Pakai tanggal sejak hari itu, dan sebut "
            "tanggal uangnya pada bukti setor."
        )


class SettledFirst(Refused):
    """A payment of a loan is to be taken back whose settlement rests on it (O-15)."""

    def __init__(self, entry_id: int) -> None:
        super().__init__(
            f"Belum dapat dibalik: pinjaman ini dilunasi dipercepat dengan jurnal nomor {entry_id}, yang "
            "dihitung dari angsuran ini. Balik dahulu pelunasannya, lalu angsurannya (tafsir O-15)."
        )


class WrittenOffFirst(Refused):
    """Something is to be done with the books of a loan whose principal was written off."""

    def __init__(self) -> None:
        super().__init__(
            "Belum tercatat: pinjaman ini dihapusbukukan, jadi sisa pokoknya tidak ada lagi di buku. Balik "
            "dahulu hapus bukunya di Kas dana (dua orang), selama belum ada uang masuk atas tagihannya."
        )


class QuoteOutOfDate(Refused):
    """Something was booked on the loan after its quote was made (O-18)."""

    def __init__(self) -> None:
        super().__init__(
            "Belum dibukukan: sesudah rincian ini dibuat sudah ada pembukuan lain pada pinjaman ini, jadi "
            "jumlahnya tidak berlaku lagi (tafsir O-18). Buat rincian baru, lalu catat uangnya dari sana."
        )


class OutsideQuote(Refused):
    """The money came on a day on which the quote did not hold (O-18)."""

    def __init__(self, since: date, until: date) -> None:
        super().__init__(
            f"Belum dibukukan: rincian ini berlaku untuk uang yang masuk {indonesian_date(since)} sampai "
            f"{indonesian_date(until)}, dan tidak sesudah hari ini (tafsir O-18). Periksa tanggal masuknya, "
            "atau buat rincian baru untuk tanggal itu."
        )


class OtherThanQuoted(Refused):
    """Less or more money came than was quoted."""

    def __init__(self, amount: int, total: int) -> None:
        gap = rupiah(abs(total - amount))
        what = (
            f"kurang {gap}: minta peminjam menambahnya selama rincian berlaku, atau catat uangnya sebagai "
            "angsuran biasa, yang membatalkan rincian ini"
            if amount < total
            else f"lebih {gap}: kembalikan kelebihannya kepada peminjam, lalu catat {rupiah(total)}"
        )
        super().__init__(
            f"Belum dibukukan: yang masuk {rupiah(amount)}, menurut rincian {rupiah(total)}; {what}."
        )
