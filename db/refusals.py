"""What the store refuses and a person can do something about, each with an Indonesian sentence."""

from collections.abc import Iterable
from datetime import datetime

from domain.again import Earlier
from domain.closings import Closed
from domain.dates import indonesian_moment
from domain.problems import Problem


class Refused(Exception):  # noqa: N818 -- a refusal, not a fault of the program
    """The store did not do it; `sentence` says what, why and what to do. Nothing was stored.

    `reasons` are the lines of which the sentence is made up, where there may be several.
    """

    def __init__(self, sentence: str, reasons: Iterable[str] = ()) -> None:
        self.sentence = sentence
        self.reasons = tuple(reasons)
        super().__init__(sentence)


class StoreBusy(Refused):
    """Somebody else's change took too long, so this one was given up."""

    sentence_told = (
        "Belum tersimpan: basis data sedang dipakai untuk perubahan lain yang belum selesai. "
        "Isian Anda tidak hilang; tunggu beberapa detik, lalu tekan tombolnya sekali lagi."
    )

    def __init__(self) -> None:
        super().__init__(self.sentence_told)


class StillPreparing(StoreBusy):
    """Another process is making a database ready, and took longer than this one waited."""

    sentence_told = (
        "Basis data masih disiapkan atau diperbarui oleh proses lain, lebih lama daripada biasanya. Tunggu "
        "beberapa menit, lalu muat ulang layar ini. Bila tetap begini, beri tahu administrator."
    )


class StoreLost(Refused):
    """The database is out of reach, so nothing can be read or stored until it is back."""

    sentence_told = (
        "Basis data sedang tidak dapat dipakai, jadi saat ini tidak ada yang dapat dibuka atau disimpan. "
        "Bila Anda baru menekan tombol simpan, anggap belum tersimpan. Isian Anda tidak hilang: tunggu "
        "sebentar, lalu coba lagi. Bila tetap begini, beri tahu administrator beserta jamnya."
    )

    def __init__(self) -> None:
        super().__init__(self.sentence_told)


class StoreFull(StoreLost):
    """There is no room on the disk for a change; what is there can still be read."""

    sentence_told = (
        "Basis data sedang tidak dapat dipakai untuk menyimpan, karena disk server penuh. Yang baru Anda "
        "tekan belum tersimpan, tetapi isian Anda tidak hilang, dan yang sudah tersimpan tetap aman. Minta "
        "administrator mengosongkan ruang di disk itu, lalu tekan tombolnya sekali lagi."
    )


class StoreReadOnly(StoreLost):
    """The file or the server takes no change from this program."""

    sentence_told = (
        "Basis data sedang tidak dapat dipakai untuk menyimpan, karena berkas atau servernya hanya boleh "
        "dibaca. Yang baru Anda tekan belum tersimpan, tetapi isian Anda tidak hilang. Minta administrator "
        "memeriksa hak tulis aplikasi ini, lalu tekan tombolnya sekali lagi."
    )


class StoreDamaged(StoreLost):
    """What is stored cannot be read any more as it was written, or never was a database."""

    sentence_told = (
        "Basis data sedang tidak dapat dipakai, karena isinya rusak atau berkasnya bukan basis data. Yang "
        "baru Anda tekan belum tersimpan. Jangan menyimpan apa pun lagi, dan segera beri tahu administrator: "
        "simpan berkas yang rusak itu, lalu pulihkan cadangan terakhir menurut docs/deployment.md."
    )


class StoreGone(StoreLost):
    """The file was removed, moved or changed for another while the program had it open."""

    sentence_told = (
        "Basis data sedang tidak dapat dipakai, karena berkasnya dihapus, dipindahkan atau diganti ketika "
        "aplikasi berjalan. Bila Anda baru menekan tombol simpan, anggap belum tersimpan. Isian Anda tidak "
        "hilang: minta administrator mengembalikan berkas yang semula (atau menjalankan ulang aplikasinya "
        "bila memang diganti), lalu coba lagi."
    )


class StoreRestarting(StoreLost):
    """The server of the database is going down or coming up."""

    sentence_told = (
        "Basis data sedang tidak dapat dipakai, karena servernya sedang dimatikan atau dinyalakan. Bila Anda "
        "baru menekan tombol simpan, anggap belum tersimpan. Isian Anda tidak hilang: tunggu semenit, lalu "
        "coba lagi. Bila tetap begini, beri tahu administrator beserta jamnya."
    )


class NotOpened(Refused):
    """A database that this installation must not open as it is set up; it is left untouched."""


class NotADemoDatabase(NotOpened):
    """A database of real people's data, while anybody could act as a demo persona."""

    def __init__(self) -> None:
        super().__init__(
            "Basis data ini tidak dibuka: isinya data sungguhan, sedangkan masuk dengan akun belum "
            "disiapkan, sehingga siapa pun dapat membacanya. Siapkan bagian [auth] pada "
            ".streamlit/secrets.toml menurut docs/deployment.md, lalu jalankan lagi aplikasinya. Untuk "
            "mencoba-coba, arahkan DATABASE_URL ke basis data contoh."
        )


class EmptyDatabase(NotOpened):
    """A database that holds nothing yet, of which nobody said what it shall be."""

    def __init__(self) -> None:
        super().__init__(
            "Basis data ini masih kosong, dan belum ditentukan untuk apa: data contoh atau data sungguhan. "
            "Pilihan itu dibuat satu kali di server, dengan salah satu perintah di bawah, dan tidak dapat "
            "diubah. Sesudah itu muat ulang layar ini."
        )


class ForeignDatabase(NotOpened):
    """A database with tables of another program."""

    def __init__(self) -> None:
        super().__init__(
            "Basis data ini tidak dibuka: sudah berisi tabel dari program lain, yang tidak disentuh. Arahkan "
            "DATABASE_URL ke basis data yang kosong atau milik aplikasi ini."
        )


class NewerStore(NotOpened):
    """A store that a later release has brought up to date; this one would not understand it."""

    def __init__(self) -> None:
        super().__init__(
            "Basis data ini tidak dibuka: sudah diperbarui oleh rilis aplikasi yang lebih baru daripada yang "
            "berjalan di sini, jadi isinya dapat rusak bila dibuka. Tidak ada yang diubah. Pasang rilis itu, "
            "atau pulihkan cadangan dari sebelum pembaruan menurut docs/deployment.md."
        )


class OwnerNeeded(NotOpened):
    """Tables are missing or of an earlier release, and this role of the server may not make any."""

    def __init__(self) -> None:
        super().__init__(
            "Basis data ini belum dibuka: tabelnya belum ada atau dari rilis sebelumnya, dan peran aplikasi "
            "ini tidak berhak mengubahnya. Buat cadangan, lalu jalankan sebagai pemilik tabel di server: "
            "`python -m scripts.migrate` (atau `python -m scripts.begin` bila masih kosong), menurut "
            "docs/deployment.md."
        )


class UnreadableAddress(NotOpened):
    """A DATABASE_URL that names no database that this program can reach."""

    def __init__(self) -> None:
        super().__init__(
            "Basis data tidak dibuka: pengaturan DATABASE_URL tidak dapat dibaca. Tulis seperti "
            "postgresql://PENGGUNA:SANDI@HOST:5432/NAMA atau sqlite:////folder/berkas.sqlite3; tanda seperti "
            "@ : / % di dalam sandi ditulis %40 %3A %2F %25."
        )


class MarkAltered(NotOpened):
    """A store whose note of what it is for is missing, or is not the one that it was given."""

    def __init__(self) -> None:
        super().__init__(
            "Basis data ini tidak dibuka: tanda pemasangannya (contoh atau sungguhan) hilang atau diubah "
            "di luar aplikasi. Jangan diisi lagi; pulihkan cadangan terakhir, dan periksa siapa yang "
            "mengubahnya dengan `python -m scripts.check_chain -`."
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


class AlreadyClosed(Refused):
    """The proposal was returned, or its maker took it back, before anybody approved it."""

    def __init__(self, closed: Closed) -> None:
        super().__init__(
            f"Usulan ini sudah {closed.how.label.lower()} oleh {closed.by} pada "
            f"{indonesian_moment(closed.at)}, jadi tidak dapat diproses lagi. Bila masih diperlukan, "
            "ajukan usulan baru."
        )


class AlreadyProposed(Refused):
    """A draft that was sent is not changed any more."""

    def __init__(self) -> None:
        super().__init__(
            "Rancangan ini sudah diajukan, jadi isinya tidak diubah lagi. Tariklah dahulu, lalu susun "
            "rancangan baru dengan isi yang betul."
        )


class OwnProposal(Refused):
    """The maker of a proposal tried to return it to themselves."""

    def __init__(self) -> None:
        super().__init__(
            "Usulan ini Anda sendiri yang mengajukan, jadi tidak dikembalikan. Bila tidak jadi, tariklah "
            "usulan itu."
        )


class NotYourProposal(Refused):
    """Somebody else than its maker tried to take a proposal back."""

    def __init__(self) -> None:
        super().__init__(
            "Usulan ini diajukan orang lain, jadi hanya pengusulnya yang dapat menariknya. Mintalah "
            "pengusulnya, atau pejabat yang menyetujui agar mengembalikannya."
        )


class AlreadySent(Refused):
    """The form was stored before, by another of its buttons."""

    def __init__(self) -> None:
        super().__init__(
            "Formulir ini sudah tersimpan lewat tombol yang lain, jadi tidak disimpan dua kali. "
            "Buka kembali dari daftar untuk melanjutkan."
        )


class Wrong(Refused):
    """What was given cannot be; `problems` say what is wrong, each for its field."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        reasons = [problem.sentence for problem in self.problems]
        super().__init__("Belum tersimpan. " + " ".join(reasons), reasons)


class SameAgain(Refused):
    """The same was recorded before, as the `reasons` name it; with a written reason it is recorded again."""

    def __init__(self, earlier: Iterable[Earlier]) -> None:
        self.earlier = tuple(earlier)
        lines = [one.sentence for one in self.earlier]
        super().__init__(
            f"Belum tersimpan, karena sepertinya sudah tercatat. {' '.join(lines)} "
            "Bila ini memang yang itu, tidak perlu dicatat lagi. Bila memang lain, tulis mengapa, lalu tekan "
            "tombolnya sekali lagi.",
            lines,
        )


class SignInEnded(Refused):
    """The sign-in through which somebody came in is over, so they act no more."""

    def __init__(self) -> None:
        super().__init__(
            "Belum dilakukan: sesi masuk Anda sudah berakhir. Masuklah lagi, lalu ulangi; halaman ini "
            "terbuka kembali sesudahnya."
        )


class SignInAgain(Refused):
    """What weighs needs somebody who has just shown who they are."""

    def __init__(self) -> None:
        super().__init__(
            "Belum dilakukan: untuk menyetujui uang, peran, atau pengaturan, Anda harus baru saja masuk. "
            "Tekan “Masuk lagi”, tunjukkan kembali siapa Anda kepada penyedia akun, lalu ulangi tindakan ini."
        )
