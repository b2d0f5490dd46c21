"""The file around a workbook: refused kindly before anything in it is unpacked."""

from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

from domain.blitar.visiting.pile_rows import MOST_ROWS
from domain.money import number

MOST_BYTES: Final = 5 * 1024 * 1024
# 5,000 full rows unpack to about 10 MB; a file that unpacks to far more was made to choke the reader.
_MOST_UNPACKED: Final = 60 * 1024 * 1024
_MOST_PARTS: Final = 500

_OLD_OR_LOCKED: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS: Final = "Buka di Excel, pilih Simpan Sebagai “Buku Kerja Excel (.xlsx)”, lalu unggah berkas itu."
BROKEN: Final = f"Berkas ini rusak, sehingga tidak dapat dibaca. {_SAVE_AS}"


class Unreadable(Exception):  # noqa: N818 -- a refusal, not a fault of the program
    """A file that is not read; `sentence` says what is wrong and what to do."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(sentence)


def opened(data: bytes) -> ZipFile:
    """The parts of a workbook; or raise Unreadable for what is none, or is too large to be one of ours."""
    if not data:
        raise Unreadable("Berkas ini kosong (0 byte). Mungkin belum selesai disalin; unggah sekali lagi.")
    if len(data) > MOST_BYTES:
        megabytes = MOST_BYTES // 1024**2
        raise Unreadable(
            f"Berkas ini lebih besar dari {megabytes} MB. Hapus gambar dan lembar lain, atau bagi menjadi "
            "beberapa berkas."
        )
    if data.startswith(_OLD_OR_LOCKED):
        raise Unreadable(_locked_or_old(data))
    try:
        parts = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, OSError) as error:
        is_text = b"\0" not in data[:2000] and not data.startswith(b"PK")
        told = "Berkas ini bukan buku kerja Excel" if is_text else ""
        raise Unreadable(f"{told}, misalnya CSV. {_SAVE_AS}" if told else BROKEN) from error
    _require_workbook(parts)
    return parts


def _locked_or_old(data: bytes) -> str:
    if _LOCKED in data:
        return (
            "Berkas ini dikunci dengan kata sandi. Buka di Excel, hapus kata sandinya lewat "
            "Berkas › Info › Proteksi Buku Kerja, simpan, lalu unggah lagi."
        )
    return f"Berkas ini berformat Excel lama (.xls). {_SAVE_AS}"


def _require_workbook(parts: ZipFile) -> None:
    names = {part.filename for part in parts.infolist()}
    unpacked = sum(part.file_size for part in parts.infolist())
    if unpacked > _MOST_UNPACKED or len(names) > _MOST_PARTS:
        raise Unreadable(
            f"Isi berkas ini jauh lebih besar dari {number(MOST_ROWS)} kunjungan, jadi tidak dibuka. Salin "
            "hanya baris kunjungannya ke templat baru, lalu unggah."
        )
    if any(part.flag_bits & 0x1 for part in parts.infolist()):
        raise Unreadable(f"Berkas ini dikunci dengan kata sandi. {_SAVE_AS}")
    if "xl/vbaProject.bin" in names:
        raise Unreadable(f"Berkas ini memuat makro, dan makro tidak diterima. {_SAVE_AS}")
    if "xl/workbook.xml" not in names:
        raise Unreadable(f"Berkas ini bukan buku kerja Excel (.xlsx). {_SAVE_AS}")
