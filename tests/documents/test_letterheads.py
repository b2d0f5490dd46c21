"""The head of every paper: name, address, telephone and logo of the office, as they were set for its day."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdf
import pytest

from documents.blitar.letter import Printing, letter
from domain.blitar.office_head import UNSET
from domain.logo import logo_from
from domain.regulation.agency_head import AgencyHead
from tests.db.office.logos import a_png
from tests.documents.printed import pages_of
from tests.documents.sampang.letter_files import HEAD
from tests.documents.sampang.letter_papers import PAPERS

LOGO = logo_from(a_png())
BLITAR = AgencyHead(agency="Dinas Baru", address="Jalan Mawar 1", phone="(0342) 1", logo=LOGO)


def in_blitar(head):
    printing = Printing(on=date(2026, 3, 2), by="L", application_version="1", demo=False, head=head)
    return bytes(letter("Laporan", "1", printing, note="x").output())


def pictures(pdf):
    return [page.images for page in pypdf.PdfReader(BytesIO(pdf)).pages]


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_of_sampang_bears_telephone_and_logo_on_its_first_page(name):
    pdf = PAPERS[name]("12/X/2026", replace(HEAD, phone="(0323) 321", logo=LOGO), True)
    first, *others = pictures(pdf)
    assert "Telepon (0323) 321" in pages_of(pdf)[0]
    assert (len(first), [len(page) for page in others]) == (1, [0] * len(others))


def test_without_a_logo_and_a_telephone_the_head_is_as_it_was():
    pdf = PAPERS["refusal"]("12/X/2026", HEAD, True)
    assert not any(pictures(pdf))
    assert "Telepon" not in pages_of(pdf)[0]


def test_a_paper_of_blitar_bears_the_name_address_telephone_and_logo_of_its_office():
    pdf = in_blitar(BLITAR)
    assert "PEMERINTAH KABUPATEN BLITAR DINAS BARU Jalan Mawar 1 Telepon (0342) 1" in pages_of(pdf)[0]
    assert len(pictures(pdf)[0]) == 1


def test_where_blitar_set_nothing_the_head_names_the_agency_alone():
    told = pages_of(in_blitar(UNSET))[0]
    assert "DINAS KOPERASI, USAHA KECIL DAN MENENGAH KABUPATEN BLITAR" in told
    assert "Telepon" not in told
