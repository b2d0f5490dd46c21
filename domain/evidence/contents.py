"""What a file is by its first bytes, never by its name, and what must not be in one that is kept."""

from collections.abc import Iterator
from typing import Final

from domain.labelled import Labelled


class FileKind(Labelled):
    """The kinds of file that can be brought as evidence."""

    JPEG = "jpeg", "JPEG"
    PNG = "png", "PNG"
    WEBP = "webp", "WebP"
    HEIC = "heic", "HEIC"
    PDF = "pdf", "PDF"


_HEIC_BRANDS: Final = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
# What makes a PDF do something when it is opened, or carry another file; a scan has none of it.
_ACTING: Final = (b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/RichMedia", b"/OpenAction")
_JPEG_START: Final = b"\xff\xd8\xff"
_START_OF_SCAN: Final = 0xDA
_APPLICATION_PARTS: Final = range(0xE1, 0xF0)  # APP1 to APP15: Exif, XMP, colour profiles, makers' own
_COMMENT: Final = 0xFE


def kind_of(data: bytes) -> FileKind | None:
    """What a file is by its beginning; None for anything else."""
    if data.startswith(_JPEG_START):
        return FileKind.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return FileKind.PNG
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return FileKind.WEBP
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        return FileKind.HEIC
    return FileKind.PDF if data.startswith(b"%PDF-") else None


def acts_when_opened(pdf: bytes) -> bool:
    """Whether a PDF names something that acts when it is opened, or carries another file."""
    return any(mark in pdf for mark in _ACTING)


def is_whole_pdf(pdf: bytes) -> bool:
    """Whether a PDF has its end, which a broken upload lacks."""
    return b"%%EOF" in pdf[-1_024:]


def carries_more_than_the_picture(jpeg: bytes) -> bool:
    """Whether a JPEG carries place, time, camera or words beside its picture, or is no whole JPEG."""
    try:
        return any(part in _APPLICATION_PARTS or part == _COMMENT for part in _parts(jpeg))
    except (IndexError, ValueError):
        return True


def _parts(jpeg: bytes) -> Iterator[int]:
    """The markers of a JPEG up to its picture."""
    if not jpeg.startswith(_JPEG_START) or not jpeg.endswith(b"\xff\xd9"):
        raise ValueError("no whole JPEG")
    at = 2
    while True:
        if jpeg[at] != 0xFF:
            raise ValueError("no marker where one must be")
        marker = jpeg[at + 1]
        yield marker
        if marker == _START_OF_SCAN:
            return
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
