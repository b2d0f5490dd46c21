"""The annex of a visit's photos: two on a page, each with its words, scans named."""

from datetime import datetime
from io import BytesIO

from PIL import Image
from pypdf import PdfReader

from documents.annex_pictures import AnnexPicture
from documents.blitar.letter import Printing
from documents.blitar.visiting.evidence_annex import AnnexVisit, evidence_annex
from domain.dates import JAKARTA
from domain.evidence.brought import Prepared
from domain.evidence.photographs import prepared

AT = datetime(2026, 3, 2, 10, 15, tzinfo=JAKARTA)
VISIT = AnnexVisit("Warung Bu Ani", "BN-2026-0001", "Sri", AT.date())
PRINTING = Printing(on=AT.date(), by="Hendra", application_version="1", demo=False)


def a_photo(number, size=(1_600, 1_200)):
    written = BytesIO()
    Image.new("RGB", size, (number * 40, 90, 90)).save(written, "JPEG")
    return AnnexPicture(
        f"Foto {number}: etalase", "diambil 2 Maret 2026 09.00", "Sri", AT, written.getvalue()
    )


def pages(*pictures):
    return PdfReader(BytesIO(evidence_annex(VISIT, pictures, PRINTING))).pages


def test_two_photos_stand_on_a_page():
    assert [len(page.images) for page in pages(*map(a_photo, range(5)))] == [2, 2, 1]


def test_no_photo_is_parted_from_its_words():
    for number, page in enumerate(pages(*map(a_photo, range(6)))):
        told = page.extract_text()
        assert (f"Foto {2 * number}:" in told, f"Foto {2 * number + 1}:" in told) == (True, True)


def test_a_photo_upright_or_lying_keeps_its_shape():
    for size in ((1_600, 400), (400, 1_600)):
        assert len(pages(a_photo(1, size))) == 1


def test_place_and_time_stand_only_where_they_are_known():
    bare = AnnexPicture("Foto 1", "", "Sri", AT, a_photo(1).data)
    assert "diambil" not in pages(bare)[0].extract_text()


def test_a_scan_is_named_and_not_drawn():
    (page,) = pages(AnnexPicture("Pindaian 1: NIB", "", "Sri", AT, None))
    assert ("Pindaian 1: NIB" in page.extract_text(), len(page.images)) == (True, 0)


def test_a_paper_of_the_office_can_be_brought_as_a_scan():
    assert isinstance(prepared(evidence_annex(VISIT, [a_photo(1)], PRINTING), tells_place=False), Prepared)
