"""What the store refuses and a person can do something about, each with an Indonesian sentence."""

from collections.abc import Iterable
from datetime import date, datetime

from domain.blitar.selecting.results import InTheWay
from domain.dates import indonesian_date, indonesian_moment
from domain.money import rupiah
from domain.problems import Problem
from domain.sampang.hindrance import Hindrance


class Refused(Exception):  # noqa: N818 -- a refusal, not a fault of the program
    """The store did not do it; `sentence` says what, why and what to do. Nothing was stored."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(sentence)


class StoreBusy(Refused):
    """Somebody else's change took too long, so this one was given up."""

    def __init__(self) -> None:
        super().__init__(
            "Belum tersimpan: basis data sedang dipakai untuk perubahan lain yang belum selesai. "
            "Isian Anda tidak hilang; tunggu beberapa detik, lalu tekan tombolnya sekali lagi."
        )


class StoreLost(Refused):
    """The database is out of reach, so nothing can be read or stored until it is back."""

    def __init__(self) -> None:
        super().__init__(
            "Basis data sedang tidak dapat dipakai, jadi saat ini tidak ada yang dapat dibuka atau disimpan. "
            "Bila Anda baru menekan tombol simpan, anggap belum tersimpan. Isian Anda tidak hilang: tunggu "
            "sebentar, lalu coba lagi. Bila tetap begini, beri tahu administrator beserta jamnya."
        )


class NotADemoDatabase(Refused):
    """A database that may hold real people's data, while anybody could act as a demo persona."""

    def __init__(self) -> None:
        super().__init__(
            "Basis data ini tidak dibuka: isinya tidak bertanda demo, sedangkan aplikasi ini belum "
            "dapat meminta orang masuk dengan akunnya, sehingga siapa pun dapat membaca data orang "
            "sungguhan. Arahkan DATABASE_URL ke basis data demo atau basis data yang masih kosong."
        )


class NotFound(Refused):
    """What was asked for is not in the store."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what} tidak ditemukan: mungkin tautannya salah atau dari basis data lain. "
            "Buka kembali dari daftar."
        )


class ChangedMeanwhile(Refused):
    """Somebody changed it after the writer had opened it; saving would undo that change."""

    def __init__(self, what: str, by: str, at: datetime) -> None:
        super().__init__(
            f"Belum tersimpan: {what} sudah diubah oleh {by} pada {indonesian_moment(at)}, "
            "setelah Anda membukanya. Agar perubahan itu tidak tertimpa, buka lagi versi "
            "terbarunya, lalu ulangi perubahan Anda."
        )


class SelfApproval(Refused):
    """The maker of a proposal tried to approve it."""

    def __init__(self) -> None:
        super().__init__(
            "Usulan ini tidak dapat Anda setujui, karena Anda sendiri yang mengusulkannya: "
            "pengusul dan penyetuju harus dua orang. Mintalah orang lain yang berwenang "
            "menyetujuinya."
        )


class AlreadyApproved(Refused):
    """The proposal was approved before."""

    def __init__(self, by: str, at: datetime) -> None:
        super().__init__(
            f"Usulan ini sudah disetujui oleh {by} pada {indonesian_moment(at)}, jadi sudah "
            "berlaku dan tidak perlu disetujui lagi."
        )


class AlreadySent(Refused):
    """The form was stored before, by another of its buttons."""

    def __init__(self) -> None:
        super().__init__(
            "Formulir ini sudah tersimpan lewat tombol yang lain, jadi tidak disimpan dua kali. "
            "Buka kembali dari daftar untuk melanjutkan."
        )


class Hindered(Refused):
    """The file itself lacks something for this step; `hindrances` name each with its provision."""

    def __init__(self, hindrances: Iterable[Hindrance]) -> None:
        self.hindrances = tuple(hindrances)
        super().__init__("Belum dapat dilakukan. " + " ".join(one.told for one in self.hindrances))


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
    """A payment is dated before the loan was paid out, or in the future."""

    def __init__(self, disbursed_on: date) -> None:
        super().__init__(
            f"Belum tercatat: tanggal angsuran harus antara pencairan ({indonesian_date(disbursed_on)}) dan "
            "hari ini. Periksa bukti setornya."
        )


class NewerPaymentFirst(Refused):
    """A payment is to be reversed, but a newer one of the same loan was laid on top of it."""

    def __init__(self, on: date) -> None:
        super().__init__(
            f"Belum dibalik: pinjaman ini punya angsuran yang dicatat sesudahnya ({indonesian_date(on)}). "
            "Balik dahulu angsuran yang lebih baru, agar pembagian pokok dan jasa tetap benar; sesudah itu "
            "catat lagi."
        )


class NotReversible(Refused):
    """Only a payment can be reversed, and only once."""

    def __init__(self) -> None:
        super().__init__(
            "Tidak dapat dibalik: hanya angsuran masuk yang dapat dibalik, satu kali. "
            "Muat ulang layar untuk melihat keadaan terbaru."
        )


class Wrong(Refused):
    """What was given cannot be; `problems` say what is wrong, each for its field."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("Belum tersimpan. " + " ".join(problem.sentence for problem in self.problems))


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

    def __init__(self, reasons: Iterable[InTheWay]) -> None:
        self.reasons = tuple(reasons)
        super().__init__("Belum dapat ditetapkan. " + " ".join(reason.told for reason in self.reasons))


class NotAppointable(Refused):
    """Somebody cannot be appointed on that day; `reasons` name each provision."""

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__("Belum dapat ditetapkan: " + "; ".join(self.reasons))
