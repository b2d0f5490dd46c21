"""Periksa surat Blitar: what went out is told with its day, and to whom for who may read it."""

import sqlalchemy as sa

from domain.blitar.roles import BlitarRole
from domain.roles import OfficeRole
from tests.screens.demo_office import LETTER_CHECK, calm, said


def a_letter(office):
    with office.database.read() as session:
        return session.execute(sa.text("SELECT number, seal FROM mentoring_paper ORDER BY id DESC")).first()


def test_a_letter_of_the_demo_is_found_by_its_number_to_check_and_by_the_offices_own(office):
    number, seal = a_letter(office)
    head = office.by_role[BlitarRole.AGENCY_HEAD]
    for told in (seal, f"Periksa surat {seal}", number):
        words = said(calm(office.open(head, LETTER_CHECK, surat=told)))
        assert f"nomor {number}" in words
        assert f"nomor periksa {seal}" in words
        assert "Untuk Dinas" in words


def test_the_leadership_is_not_told_to_whom(office):
    leader = office.by_role[OfficeRole.LEADERSHIP]
    words = said(office.open(leader, LETTER_CHECK, surat=a_letter(office).seal))
    assert "Terbit " in words
    assert "Untuk " not in words


def test_a_number_that_never_went_out_says_so_without_accusing(office):
    words = said(office.open(office.by_role[BlitarRole.MENTOR], LETTER_CHECK, surat="<b>1</b> 2026"))
    assert "tidak ditemukan di antara surat pendampingan" in words
    assert "palsu" not in words
