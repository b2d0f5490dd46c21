"""The annex of a file: whose it is on top, and each photo with its words."""

from datetime import datetime
from io import BytesIO

from PIL import Image
from pypdf import PdfReader

from documents.annex_pictures import AnnexPicture
from documents.sampang.file_annex import AnnexOf, file_annex
from domain.dates import JAKARTA
from domain.sampang.instruments import at
from domain.sampang.origination.letterhead import Letterhead

AT = datetime(2026, 3, 2, 10, 15, tzinfo=JAKARTA)
HEAD = Letterhead(
    agency="Dinas Koperasi",
    address="Jalan Rajawali 2",
    lead_name="Halim",
    lead_rank="19700101",
    lead_nip="Kepala Dinas",
)
OF = AnnexOf("Lampiran foto survei", "Garam Ani", "DB-2026-0069", at("VI.2.a"))


def a_photo(place):
    written = BytesIO()
    Image.new("RGB", (1_600, 1_200), (place * 40, 90, 90)).save(written, "JPEG")
    return written.getvalue()


def pages(*names):
    pictures = [AnnexPicture(name, "", "Fitri", AT, a_photo(place)) for place, name in enumerate(names)]
    return PdfReader(BytesIO(file_annex(OF, pictures, on=AT.date(), head=HEAD, demo=False))).pages


def test_it_names_the_file_and_the_provision():
    (page,) = pages("Foto 1")
    told = page.extract_text()
    assert [words in told for words in ("GARAM ANI", "DB-2026-0069", "VI.2.a")] == [True] * 3


def test_it_is_no_draft():
    (page,) = pages("Foto 1")
    assert "KONSEP" not in page.extract_text()


def test_two_photos_stand_on_a_page():
    assert [len(page.images) for page in pages(*("Foto 1", "Foto 2", "Foto 3"))] == [2, 1]
