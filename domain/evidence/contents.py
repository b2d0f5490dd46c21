"""What a photo or scan is by its first bytes, never by its name, and what must not be in one that is kept."""

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
_JPEG_START: Final = b"\xff\xd8\xff"
_START_OF_SCAN: Final = 0xDA
_SEQUENTIAL: Final = (0xC0, 0xC1)
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


def carries_more_than_the_picture(jpeg: bytes) -> bool:
    """Whether a JPEG carries place, time, camera or words beside its picture, or is no whole JPEG."""
    try:
        bare = all(part not in _APPLICATION_PARTS and part != _COMMENT for part, _ in _parts(jpeg))
    except (IndexError, ValueError):
        return True
    return not (bare and jpeg.endswith(b"\xff\xd9"))


def comes_row_by_row(jpeg: bytes) -> bool:
    """Whether a JPEG can be decoded row by row; any other is held whole before its first row is known."""
    try:
        found = {part: jpeg[at : at + 10] for part, at in _parts(jpeg)}
        frame = next(found[one] for one in _SEQUENTIAL if one in found)
        # One scan that holds as many colours as the frame: the picture comes in one piece.
        return found[_START_OF_SCAN][4] == frame[9]
    except (IndexError, ValueError, StopIteration):
        return False


def _parts(jpeg: bytes) -> Iterator[tuple[int, int]]:
    """The markers of a JPEG up to its picture, and where each begins."""
    if not jpeg.startswith(_JPEG_START):
        raise ValueError("no JPEG")
    at = 2
    while True:
        if jpeg[at] != 0xFF:
            raise ValueError("no marker where one must be")
        marker = jpeg[at + 1]
        yield marker, at
        if marker == _START_OF_SCAN:
            return
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
