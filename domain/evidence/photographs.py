"""A brought file made ready to be kept: bounded before it is decoded, turned upright, smaller, and bare.

Place and time are read only where the taker agreed; no photo that is kept has either.
A PDF is kept as it came.
"""

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from domain.dates import JAKARTA
from domain.evidence.brought import (
    FIELD,
    LARGEST_BROUGHT,
    LONGEST_SIDE,
    SMALL_SIDE,
    Prepared,
    TakenAt,
    problems_of,
)
from domain.evidence.contents import FileKind, comes_row_by_row, kind_of
from domain.problems import Problem

if TYPE_CHECKING:
    from PIL.Image import Image

# What may lie decoded in memory, four bytes each and once more on the way; who claims more is never decoded.
MOST_PIXELS: Final = 25_000_000
MOST_PIXELS_WEBP: Final = 12_000_000  # its decoder holds four copies
# A JPEG that comes row by row is made smaller while it is decoded.
MOST_PIXELS_BY_ROW: Final = 60_000_000
_ROWS: Final = 64
_ORIENTATION: Final = 0x0112
_FORMATS: Final = {FileKind.JPEG: "JPEG", FileKind.PNG: "PNG", FileKind.WEBP: "WEBP", FileKind.HEIC: "HEIF"}
_QUALITY, _SMALL_QUALITY = 80, 70
_GPS, _EXIF = 0x8825, 0x8769
_ORIGINAL, _CHANGED = 0x9003, 0x0132
_NOT_READ: Final = (
    "Berkas ini tidak dapat dibaca sebagai foto. Ambil fotonya sekali lagi, atau simpan sebagai JPEG."
)


def prepared(data: bytes, *, tells_place: bool) -> Prepared | Problem:
    """The file made ready, or why it cannot be; `tells_place` is what the taker agreed to."""
    if len(data) > LARGEST_BROUGHT:
        return Problem(FIELD, "Berkas lebih dari 12 MB. Ambil dengan ukuran yang lebih kecil.")
    kind = kind_of(data)
    if kind is None:
        return Problem(FIELD, "Yang dapat diunggah: foto JPEG, PNG, WebP, HEIC, atau pindaian PDF.")
    found = Prepared(kind=kind, data=data) if kind is FileKind.PDF else _photo(data, kind, tells_place)
    if isinstance(found, Problem):
        return found
    return next(iter(problems_of(found)), found)


def _photo(data: bytes, kind: FileKind, tells_place: bool) -> Prepared | Problem:
    from PIL import Image, ImageOps

    if kind is FileKind.HEIC:
        from pillow_heif import register_heif_opener

        register_heif_opener()
    try:
        with Image.open(BytesIO(data), formats=(_FORMATS[kind],)) as opened:
            if too_large := _too_large(opened, _most(kind, data)):
                return too_large
            taken = _taken(opened) if tells_place else TakenAt()
            picture = _smaller(opened)
            picture.getexif()[_ORIENTATION] = opened.getexif().get(_ORIENTATION, 1)
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        picture = ImageOps.exif_transpose(picture)
        small = picture.copy()
        small.thumbnail((SMALL_SIDE, SMALL_SIDE))
    except Exception:  # whatever a broken or hostile file makes the decoder say, it is no photo
        return Problem(FIELD, _NOT_READ)
    return Prepared(
        kind=FileKind.JPEG,
        data=_bare(picture, _QUALITY),
        small=_bare(small, _SMALL_QUALITY),
        width=picture.width,
        height=picture.height,
        taken=taken,
    )


def _most(kind: FileKind, data: bytes) -> int:
    if kind is FileKind.WEBP:
        return MOST_PIXELS_WEBP
    return MOST_PIXELS_BY_ROW if kind is FileKind.JPEG and comes_row_by_row(data) else MOST_PIXELS


def _too_large(opened: "Image", most: int) -> Problem | None:
    """Why a picture costs too much to decode; one that can come smaller is asked to."""
    claimed = opened.width * opened.height
    opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    if claimed <= most and opened.width * opened.height <= MOST_PIXELS:
        return None
    millions = (most if claimed > most else MOST_PIXELS) // 1_000_000
    return Problem(
        FIELD,
        f"Foto ini terlalu besar: paling banyak {millions} juta titik gambar. "
        "Ambil dengan ukuran yang lebih kecil.",
    )


def _smaller(picture: "Image") -> "Image":
    """The picture on white and not much larger than it is kept, made a few rows at a time to spare memory."""
    from PIL import Image

    times = max(1, max(picture.size) // LONGEST_SIDE)
    found = Image.new("RGB", (-(-picture.width // times), -(-picture.height // times)))
    for top in range(0, picture.height, _ROWS * times):
        rows = picture.crop((0, top, picture.width, min(picture.height, top + _ROWS * times)))
        found.paste(_on_white(rows).reduce(times), (0, top // times))
    return found


def _on_white(picture: "Image") -> "Image":
    from PIL import Image

    if not picture.has_transparency_data:
        return picture.convert("RGB")
    whole = picture.convert("RGBA")
    ground = Image.new("RGBA", whole.size, "white")
    ground.alpha_composite(whole)
    return ground.convert("RGB")


def _bare(picture: "Image", quality: int) -> bytes:
    from PIL import Image

    # Pasted onto a new picture: nothing that hangs on the old one can be written with it.
    bare, written = Image.new("RGB", picture.size), BytesIO()
    bare.paste(picture)
    bare.save(written, "JPEG", quality=quality, optimize=True)
    return written.getvalue()


def _taken(picture: "Image") -> TakenAt:
    """What the photo's own file tells of its place and time; whatever cannot be is left out."""
    try:
        exif = picture.getexif()
        clock = _clock(exif.get_ifd(_EXIF).get(_ORIGINAL) or exif.get(_CHANGED))
        latitude, longitude = _place(exif.get_ifd(_GPS))
    except Exception:  # odd tags of a camera must not take the photo away
        return TakenAt()
    return TakenAt(clock, latitude, longitude)


def _clock(told: Any) -> datetime | None:
    try:
        # A camera writes the clock on its wall.
        return datetime.strptime(str(told).strip("\0 "), "%Y:%m:%d %H:%M:%S").replace(tzinfo=JAKARTA)
    except ValueError:
        return None


def _place(gps: Any) -> tuple[float | None, float | None]:
    if not all(one in gps for one in (2, 4)) or gps.get(1) not in ("N", "S") or gps.get(3) not in ("E", "W"):
        return None, None
    latitude, longitude = _degrees(gps[2], gps[1] == "S"), _degrees(gps[4], gps[3] == "W")
    if not (abs(latitude) <= 90 and abs(longitude) <= 180) or (latitude, longitude) == (0, 0):
        return None, None
    return latitude, longitude


def _degrees(told: Any, is_negative: bool) -> float:
    degrees, minutes, seconds = (float(one) for one in told)
    found = round(degrees + minutes / 60 + seconds / 3_600, 5)
    return -found if is_negative else found
