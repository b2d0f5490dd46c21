"""Photos and scans on the screen: what becomes of their place and time is said as it is."""

from io import BytesIO

import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from domain.evidence.brought import TakenAt
from pages.parts.evidence.gallery import taken_in_words

SCAN = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


def a_photo():
    written = BytesIO()
    Image.new("RGB", (60, 40), "red").save(written, "PNG")
    return written.getvalue()


def asking():
    from pages.parts.evidence.bringing_evidence import ask_evidence

    ask_evidence("uji")


def said_of(name, data, kind):
    screen = AppTest.from_function(asking, default_timeout=60).run()
    screen.file_uploader[0].upload(name, data, kind).run()
    assert not screen.exception
    return " ".join(one.value for one in screen.caption), screen.checkbox[0].help


def test_whoever_brings_a_pdf_reads_that_place_and_time_may_stay_in_it():
    told, _ = said_of("pindaian.pdf", SCAN, "application/pdf")
    assert "tempat dan waktu dari foto di dalamnya mungkin masih ada" in told


def test_a_photo_carries_no_warning_about_pdf():
    told, _ = said_of("foto.png", a_photo(), "image/png")
    assert "PDF" not in told


def test_only_photos_are_said_to_lose_place_and_time():
    _, help_text = said_of("foto.png", a_photo(), "image/png")
    assert "dari foto yang disimpan keduanya selalu dihapus. PDF disimpan seperti aslinya" in help_text


@pytest.mark.parametrize(
    ("latitude", "longitude", "words"),
    [(-8.095, 112.16, "di -8,09500; 112,16000"), (-7.0, 113.24, "di -7,00000; 113,24000")],
)
def test_the_two_numbers_of_a_place_are_told_apart(latitude, longitude, words):
    assert taken_in_words(TakenAt(None, latitude, longitude)) == words
