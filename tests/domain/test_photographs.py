"""What is brought as a photo is known by its content, bounded, turned upright, made small and bare."""

import struct
import zlib
from datetime import datetime
from io import BytesIO

import pillow_heif
import pytest
from PIL import Image

from domain.dates import JAKARTA
from domain.evidence.brought import LARGEST_BROUGHT, LONGEST_SIDE, Prepared, TakenAt, problems_of
from domain.evidence.contents import FileKind, carries_more_than_the_picture, kind_of
from domain.evidence.photographs import prepared
from domain.problems import Problem

GPS, EXIF = 0x8825, 0x8769
SCAN = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


def a_picture(kind="JPEG", size=(2_400, 1_200), **more):
    picture = Image.new("RGB", size, "white")
    picture.paste("red", (0, 0, 10, size[1]))  # a red left edge
    written = BytesIO()
    picture.save(written, kind, **more)
    return written.getvalue()


def exif_of(orientation=1):
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Pabrik Telepon"
    exif.get_ifd(EXIF)[0x9003] = "2026:11:30 09:15:30"
    gps = exif.get_ifd(GPS)
    # 8 derajat 6 menit 0 detik lintang selatan, 112 derajat 9 menit 36 detik bujur timur: Kota Blitar.
    gps[1], gps[2], gps[3], gps[4] = "S", (8.0, 6.0, 0.0), "E", (112.0, 9.0, 36.0)
    return exif


def made(data, tells_place=False):
    found = prepared(data, tells_place=tells_place)
    assert isinstance(found, Prepared), found
    return found


def refusal(data):
    found = prepared(data, tells_place=False)
    assert isinstance(found, Problem)
    return found.sentence


def decoded(data):
    return Image.open(BytesIO(data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_every_kind_of_photo_becomes_a_jpeg_of_bounded_size(kind):
    found = made(a_picture(kind))
    assert (decoded(found.data).format, decoded(found.data).size) == ("JPEG", (LONGEST_SIDE, 800))


def test_the_photo_of_an_iphone_is_read():
    written = BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", (400, 300), "green")).save(written, quality=80)
    assert kind_of(written.getvalue()) is FileKind.HEIC
    assert made(written.getvalue()).kind is FileKind.JPEG


def test_a_name_says_nothing_about_the_content():
    assert "JPEG, PNG, WebP, HEIC" in refusal(b"MZ\x90\x00 a program called foto.jpg")


def test_a_picture_of_another_format_under_a_jpeg_beginning_is_refused():
    assert "tidak dapat dibaca" in refusal(b"\xff\xd8\xff" + a_picture("PNG"))


def test_a_broken_photo_is_refused():
    assert "tidak dapat dibaca" in refusal(a_picture()[:2_000])


def test_a_file_that_claims_more_pixels_than_allowed_is_refused_before_it_is_decoded():
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0))
    bomb = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    told = refusal(bomb)
    assert "terlalu besar" in told or "tidak dapat dibaca" in told


def test_a_file_that_is_too_long_is_refused():
    assert "12 MB" in refusal(b"\xff\xd8\xff" + b"\0" * LARGEST_BROUGHT)


def test_place_and_time_are_not_read_without_consent():
    assert made(a_picture(exif=exif_of())).taken == TakenAt()


def test_place_and_time_are_read_with_consent():
    taken = made(a_picture(exif=exif_of()), tells_place=True).taken
    assert taken == TakenAt(datetime(2026, 11, 30, 9, 15, 30, tzinfo=JAKARTA), -8.1, 112.16)


@pytest.mark.parametrize("tells_place", [True, False])
def test_what_is_kept_never_carries_place_time_or_camera(tells_place):
    found = made(a_picture(exif=exif_of()), tells_place)
    assert [len(decoded(one).getexif()) for one in (found.data, found.small)] == [0, 0]
    assert b"Pabrik" not in found.data + found.small


def test_a_photo_taken_sideways_is_turned_upright():
    found = decoded(made(a_picture(size=(400, 200), exif=exif_of(orientation=6))).data)
    # Turned to the right: the red left edge is now the upper one.
    assert found.size == (200, 400)
    assert found.getpixel((100, 3))[1] < 90


def test_what_is_transparent_becomes_white():
    written = BytesIO()
    Image.new("RGBA", (50, 50), (255, 0, 0, 0)).save(written, "PNG")
    assert decoded(made(written.getvalue()).data).getpixel((20, 20)) == (255, 255, 255)


def test_a_scan_stays_as_it_came():
    assert made(SCAN) == Prepared(kind=FileKind.PDF, data=SCAN)


def test_a_scan_without_its_end_is_refused():
    assert "bukan PDF yang utuh" in refusal(SCAN[:20])


@pytest.mark.parametrize("acting", [b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/OpenAction"])
def test_a_scan_that_acts_when_it_is_opened_is_refused(acting):
    assert "skrip atau berkas lain" in refusal(b"%PDF-1.4\n<<" + acting + b">>\n%%EOF")


def test_a_photo_with_its_place_is_never_kept_whoever_made_it_ready():
    raw = a_picture(exif=exif_of())
    assert carries_more_than_the_picture(raw)
    assert problems_of(Prepared(kind=FileKind.JPEG, data=raw, small=raw))


def test_place_zero_is_no_place():
    exif = exif_of()
    exif.get_ifd(GPS)[2], exif.get_ifd(GPS)[4] = (0.0, 0.0, 0.0), (0.0, 0.0, 0.0)
    assert not made(a_picture(exif=exif), tells_place=True).taken.has_place
