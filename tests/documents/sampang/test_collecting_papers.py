"""The papers of collecting: each names its provision, what is behind since when, and who gives its number."""

import re
from dataclasses import replace
from datetime import date

import pytest

from documents.sampang.collecting.claim_letter import claim_letter
from documents.sampang.collecting.collection_sheet import collection_sheet
from documents.sampang.collecting.default_papers import default_paper
from documents.sampang.collecting.warning_letter import warning_letter
from domain.sampang.servicing.claim_file import claim_file
from domain.sampang.servicing.collecting import WARNING_KINDS, Collected, Letter, LetterKind
from domain.sampang.servicing.next_step import outlook
from domain.sampang.servicing.owing import Owing, owing
from tests.documents.printed import pages_of
from tests.documents.sampang.letter_files import AGREEMENT, HEAD, NO_HEAD, loan_file
from tests.domain.sampang.servicing.collection_cases import EACH, UNTIL_JULY, course, rules_of

TODAY, LAST = date(2026, 12, 5), date(2026, 11, 30)
SENT = Letter(LetterKind.WARNING_1, "518/41/2026", date(2026, 9, 4))
DONE = Collected(letters=(SENT,))
FILE = loan_file(agreement=AGREEMENT)


def behind(*paid: tuple[date, int]) -> Owing:
    """Behind since 29 August 2026: four instalments of Rp105.000 by the end of November."""
    plan = course(UNTIL_JULY, *paid)
    facts = {"today": TODAY, "bank_data_until": LAST, "has_value": True, "rules": rules_of(TODAY)}
    found = owing(plan, "DB-2026-0042", FILE, DONE, outlook(plan, DONE, **facts))
    assert found is not None
    return found


def paper(kind: LetterKind, of: Owing, number: str = "518/77/2026", draft: bool = False, head=HEAD) -> bytes:
    told = {"number": number, "on": TODAY, "head": head, "demo": False, "draft": draft}
    if kind.level:
        return warning_letter(kind, of, **told)
    if kind in (LetterKind.DEFAULT_MINUTES, LetterKind.DEFAULT_STATEMENT):
        return default_paper(kind, of, **told)
    return claim_letter(kind, of, claim_file(FILE, DONE), **told)


def text(*args, **more) -> str:
    return " ".join(pages_of(paper(*args, **more)))


@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_names_its_provision_and_each_instalment_that_is_behind(kind):
    found = text(kind, behind())
    provision = "IX angka 2 (IX.2)" if kind.value.endswith("request") else "(IX.1)"
    assert provision in found
    assert "sejak jatuh tempo 29 Agustus 2026" in found
    for due in ("29 Agustus 2026", "29 September 2026", "29 Oktober 2026", "29 November 2026"):
        assert f"{due} Rp100.000 Rp5.000 Rp0 Rp105.000" in found
    assert "Jumlah Rp400.000 Rp20.000 Rp0 Rp420.000" in found
    assert "tidak ada keringanan" in found
    assert "(VIII.5.i)" in found


@pytest.mark.parametrize("kind", LetterKind)
def test_a_letter_without_a_number_says_so_on_its_page(kind):
    assert "BELUM DINOMORI" in text(kind, behind(), number="")
    assert "KONSEP" in text(kind, behind(), draft=True)
    told = text(kind, behind())
    assert "BELUM DINOMORI" not in told
    assert "KONSEP" not in told
    assert "518/77/2026" in told


def test_what_was_paid_of_an_instalment_is_taken_off():
    found = text(LetterKind.WARNING_2, behind((date(2026, 11, 2), 30_000)))
    assert "29 Agustus 2026 Rp100.000 Rp5.000 Rp30.000 Rp75.000" in found
    assert "pokok Rp375.000 dan jasa Rp15.000" in found


def test_a_warning_names_the_one_before_it_and_what_comes_after():
    found = text(LetterKind.WARNING_2, behind())
    assert "teguran 2 (dua)" in found
    assert "Surat teguran 1 nomor 518/41/2026, 4 September 2026" in found
    assert "Teguran 3 dapat menyusul" in found
    assert "Kejaksaan Negeri Sampang atau KPKNL Pamekasan (IX.2)" in text(LetterKind.WARNING_3, behind())


def test_the_claim_is_principal_and_interest_due_and_its_file_is_checked():
    # Six of twelve instalments of Rp100.000 are left; four times Rp5.000 fell due.
    pages = pages_of(paper(LetterKind.AUCTION_REQUEST, behind()))
    assert "Rp620.000" in pages[0]
    assert "Yth. Kepala KPKNL Pamekasan" in pages[0]
    assert "Surat teguran 1 ada nomor 518/41/2026" in pages[-1]
    assert "Surat teguran 2 belum tercatat" in pages[-1]


def test_the_statement_has_room_for_a_stamp_and_acknowledges_the_debt():
    found = text(LetterKind.DEFAULT_STATEMENT, behind())
    # Written from the identity card, since the screens mask it.
    assert re.search(r", NIK (\.{3,}|\d{16}),", found)
    assert "Meterai" in found
    assert "Rp620.000" in found


def test_the_collection_sheet_is_a_working_paper_without_a_number():
    found = " ".join(pages_of(collection_sheet(behind(), on=TODAY, head=NO_HEAD, demo=True)))
    assert "LEMBAR KERJA" in found
    assert "menurut VII.5" in found
    assert "Janji membayar: jumlah dan tanggal" in found


def test_a_paper_of_another_kind_is_a_fault():
    told = {"on": TODAY, "head": HEAD, "demo": False}
    with pytest.raises(ValueError, match="no warning"):
        warning_letter(LetterKind.DEFAULT_MINUTES, behind(), **told)
    with pytest.raises(ValueError, match="no default"):
        default_paper(WARNING_KINDS[0], behind(), **told)
    with pytest.raises(ValueError, match="no claim"):
        claim_letter(WARNING_KINDS[0], behind(), (), **told)


@pytest.mark.parametrize("kind", LetterKind)
def test_a_reprint_gives_the_same_bytes_and_names_without_end_do_not_break_it(kind):
    who = replace(FILE.application.applicant, name="X" * 5_000, contact_name="Y " * 500, address="Z\n" * 200)
    long = replace(behind(), file=replace(FILE, application=replace(FILE.application, applicant=who)))
    assert paper(kind, long, head=NO_HEAD) == paper(kind, long, head=NO_HEAD)


def test_nothing_is_told_without_bank_data_or_where_nothing_is_behind():
    plan = course(UNTIL_JULY)
    facts = {"today": TODAY, "has_value": True, "rules": rules_of(TODAY)}
    without = outlook(plan, DONE, bank_data_until=None, **facts)
    assert owing(plan, "1", FILE, DONE, without) is None
    paid = course(UNTIL_JULY, (date(2026, 11, 29), 4 * EACH))
    assert owing(paid, "1", FILE, DONE, outlook(paid, DONE, bank_data_until=LAST, **facts)) is None
