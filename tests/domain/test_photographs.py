"""What is brought as a photo is known by its content, bounded, turned upright, made small and bare."""

import struct
import zlib
from datetime import date, datetime
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


def test_a_photo_with_its_place_is_never_kept_whoever_made_it_ready():
    raw = a_picture(exif=exif_of())
    assert carries_more_than_the_picture(raw)
    assert problems_of(Prepared(kind=FileKind.JPEG, data=raw, small=raw))


def test_a_place_without_its_side_of_the_equator_is_no_place():
    exif = exif_of()
    exif.get_ifd(GPS)[1] = ""
    assert not made(a_picture(exif=exif), tells_place=True).taken.has_place


@pytest.mark.parametrize(
    ("clock", "is_believed"),
    [
        (datetime(1, 1, 1), False),
        (datetime(1999, 12, 31, 23, 59), False),
        (datetime(2000, 1, 1), True),
        (datetime(2026, 12, 1, 23, 59), True),
        (datetime(2026, 12, 2), False),
    ],
)
def test_a_clock_is_believed_from_the_year_2000_to_tomorrow(clock, is_believed):
    taken = TakenAt(clock.replace(tzinfo=JAKARTA), -8.1, 112.16)
    assert taken.believed_on(date(2026, 11, 30)) == (taken if is_believed else TakenAt(None, -8.1, 112.16))


@pytest.mark.parametrize(
    ("kind", "side", "more"),
    [("PNG", 5_010, {}), ("WEBP", 3_500, {}), ("JPEG", 5_010, {"progressive": True}), ("JPEG", 7_800, {})],
)
def test_a_photo_that_costs_too_much_memory_is_refused(kind, side, more):
    assert "terlalu besar" in refusal(a_picture(kind, (side, side), **more))


def test_a_narrow_photo_that_cannot_be_decoded_smaller_is_refused():
    assert "paling banyak 25 juta" in refusal(a_picture(size=(60_000, 500)))


def test_a_photo_of_fifty_million_pixels_that_comes_row_by_row_is_taken():
    found = made(a_picture(size=(8_192, 6_144)))
    assert (found.width, found.height) == (LONGEST_SIDE, 1_200)


def test_a_transparent_picture_is_made_smaller_without_a_second_whole_one(monkeypatch):
    converted, convert = [], Image.Image.convert

    def noting(picture, *told, **more):
        converted.append(picture.width * picture.height)
        return convert(picture, *told, **more)

    written = BytesIO()
    Image.new("RGBA", (3_400, 3_300), (0, 0, 255, 128)).save(written, "PNG")
    monkeypatch.setattr(Image.Image, "convert", noting)
    made(written.getvalue())
    assert max(converted) < 3_400 * 3_300 / 4


def test_a_picture_made_smaller_a_few_rows_at_a_time_has_no_seams():
    written = BytesIO()
    Image.linear_gradient("L").resize((3_333, 4_801)).convert("RGBA").save(written, "PNG")
    found = decoded(made(written.getvalue()).data)
    column = [found.getpixel((500, row))[0] for row in range(found.height)]
    assert max(abs(after - before) for before, after in zip(column, column[1:], strict=False)) <= 3


def test_place_zero_is_no_place():
    exif = exif_of()
    exif.get_ifd(GPS)[2], exif.get_ifd(GPS)[4] = (0.0, 0.0, 0.0), (0.0, 0.0, 0.0)
    assert not made(a_picture(exif=exif), tells_place=True).taken.has_place
