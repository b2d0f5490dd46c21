"""The file around a workbook: refused kindly before anything in it is unpacked."""

import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

from documents.tabular.parts_counted import NotPlain, TooMuch, require_modest

_MOST_PARTS: Final = 500
_MOST_LINES: Final = 1_048_576  # of all sheets; Excel has no more in one

_OLD_OR_LOCKED: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS: Final = "Buka di Excel, pilih Simpan Sebagai “Buku Kerja Excel (.xlsx)”, lalu unggah berkas itu."
TOO_HEAVY: Final = (
    "Berkas ini terlalu berat untuk dibaca: isinya jauh lebih banyak daripada yang tampak. Salin hanya "
    "datanya ke templat baru, simpan, lalu unggah berkas itu."
)
BROKEN: Final = f"Berkas ini rusak, sehingga tidak dapat dibaca. {_SAVE_AS}"


class Unreadable(Exception):  # noqa: N818 -- a refusal, not a fault of the program
    """A file that is not read; `sentence` says what is wrong and what to do."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(sentence)


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be, packed and unpacked, in bytes; `unpacks_to_more` says what is too much."""

    most_bytes: int
    most_unpacked: int
    unpacks_to_more: str

    @property
    def most_cells(self) -> int:
        """How many cells so many bytes hold; a filled one takes about a hundred."""
        return self.most_unpacked // 40


def require_size(data: bytes, limits: Limits) -> None:
    """Raise Unreadable for a file of nothing, and for one larger than any of ours."""
    if not data:
        raise Unreadable("Berkas ini kosong (0 byte). Mungkin belum selesai disalin; unggah sekali lagi.")
    if len(data) > limits.most_bytes:
        megabytes = limits.most_bytes // 1024**2
        raise Unreadable(
            f"Berkas ini lebih besar dari {megabytes} MB. Hapus gambar dan lembar lain, atau bagi menjadi "
            "beberapa berkas."
        )


def opened(data: bytes, limits: Limits) -> ZipFile:
    """The parts of a workbook; or raise Unreadable for what is none, or is too large to be one of ours."""
    require_size(data, limits)
    if data.startswith(_OLD_OR_LOCKED):
        raise Unreadable(_locked_or_old(data))
    try:
        parts = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, OSError) as error:
        is_text = b"\0" not in data[:2000] and not data.startswith(b"PK")
        told = "Berkas ini bukan buku kerja Excel" if is_text else ""
        raise Unreadable(f"{told}, misalnya CSV. {_SAVE_AS}" if told else BROKEN) from error
    _require_workbook(parts, limits)
    return parts


def _locked_or_old(data: bytes) -> str:
    if _LOCKED in data:
        return (
            "Berkas ini dikunci dengan kata sandi. Buka di Excel, hapus kata sandinya lewat "
            "Berkas › Info › Proteksi Buku Kerja, simpan, lalu unggah lagi."
        )
    return f"Berkas ini berformat Excel lama (.xls). {_SAVE_AS}"


def _require_workbook(parts: ZipFile, limits: Limits) -> None:
    names = {part.filename for part in parts.infolist()}
    if len(parts.infolist()) > _MOST_PARTS:
        raise Unreadable(limits.unpacks_to_more)
    if any(part.flag_bits & 0x1 for part in parts.infolist()):
        raise Unreadable(f"Berkas ini dikunci dengan kata sandi. {_SAVE_AS}")
    if "xl/vbaProject.bin" in names:
        raise Unreadable(f"Berkas ini memuat makro, dan makro tidak diterima. {_SAVE_AS}")
    if "xl/workbook.xml" not in names:
        raise Unreadable(f"Berkas ini bukan buku kerja Excel (.xlsx). {_SAVE_AS}")
    try:
        require_modest(parts, limits.most_unpacked, limits.most_cells, _MOST_LINES)
    except TooMuch as refusal:
        raise Unreadable(limits.unpacks_to_more) from refusal
    except (NotPlain, BadZipFile, RuntimeError, ValueError, EOFError, OSError, zlib.error) as error:
        raise Unreadable(BROKEN) from error
