"""A scan is kept as it came, unless it is broken, acts when it is opened, or carries another file."""

import random
import zlib

import pytest

from domain.evidence.brought import LARGEST_KEPT, Prepared
from domain.evidence.contents import FileKind
from domain.evidence.photographs import prepared
from domain.problems import Problem


def a_scan(catalog=b"", stream=b"", kind=b"/Subtype /Image"):
    head = b"%PDF-1.5\n1 0 obj\n<< /Type /Catalog " + catalog + b" >>\nendobj\n2 0 obj\n<< " + kind
    return head + b" >>\nstream\n" + stream + b"\nendstream\nendobj\ntrailer\n<< >>\n%%EOF\n"


def refusal(data):
    found = prepared(data, tells_place=False)
    return found.sentence if isinstance(found, Problem) else ""


def is_refused(data):
    return "skrip atau berkas lain" in refusal(data)


def test_a_scan_stays_as_it_came():
    scan = a_scan(stream=b"a picture")
    assert prepared(scan, tells_place=True) == Prepared(kind=FileKind.PDF, data=scan)


def test_a_scan_without_its_end_is_refused():
    assert "bukan PDF yang utuh" in refusal(a_scan()[:20])


def test_a_scan_that_is_too_long_is_told_to_be_scanned_plainer():
    assert "mutu yang lebih rendah" in refusal(a_scan(stream=b"0" * LARGEST_KEPT))


@pytest.mark.parametrize(
    "acting",
    [
        b"/Names << /JavaScript 3 0 R >>",
        b"/AA << /O << /JS (app.alert) >> >>",
        b"/AA << /O << /S /Launch /F (x.exe) >> >>",
        b"/Names << /EmbeddedFiles 3 0 R >>",
        b"/OpenAction 3 0 R",
        b"/OpenAction << /S /JavaScript /JS 3 0 R >>",
        b"/AA << /O << /S /J#61va#53cript /J#53(x) >> >>",
    ],
)
def test_a_scan_that_acts_when_it_is_opened_is_refused(acting):
    assert is_refused(a_scan(acting))


@pytest.mark.parametrize(
    "opening", [b"/OpenAction [3 0 R /FitH null]", b"/OpenAction[3 0 R /XYZ null null 0]"]
)
def test_a_scan_that_says_which_page_is_shown_first_is_taken(opening):
    assert refusal(a_scan(opening)) == ""


def test_a_name_that_only_begins_like_a_script_is_taken():
    assert refusal(a_scan(b"/JSWidth 3 /JavaScriptless 4")) == ""


def test_three_bytes_that_come_about_in_a_picture_do_not_refuse_a_scan():
    assert refusal(a_scan(stream=b"\x9c/JS(\x00/JS \x01")) == ""


def test_no_scan_is_refused_for_what_chance_writes_into_its_picture():
    chance = random.Random(17)
    assert [refusal(a_scan(stream=chance.randbytes(4_800_000))) for _ in range(8)] == [""] * 8


def test_what_acts_is_found_in_what_calls_itself_a_picture():
    assert is_refused(a_scan(stream=b"7 0 obj << /S /JavaScript /JS (x) >> endobj"))


@pytest.mark.parametrize("end", [None, -3])
def test_what_acts_is_found_among_packed_objects(end):
    packed = zlib.compress(b"7 0 << /JS (x) >> " * 50)[:end]
    assert is_refused(a_scan(stream=packed, kind=b"/Type /ObjStm /Filter /FlateDecode"))


def test_packed_objects_that_only_show_are_taken():
    packed = zlib.compress(b"7 0 << /Type /Catalog /OpenAction [3 0 R /Fit] >>")
    assert refusal(a_scan(stream=packed, kind=b"/Type /ObjStm /Filter /FlateDecode")) == ""


def test_packed_objects_without_end_are_refused():
    packed = zlib.compress(b"0" * 20_000_000)
    assert is_refused(a_scan(stream=packed, kind=b"/Type /ObjStm /Filter /FlateDecode"))
