"""Pinjaman, tab Pelunasan: a quote is looked at, issued and taken up; then come the papers of the end."""

import pytest

from db.sampang.loans.loans import loan_of
from db.sampang.loans.quote_lists import quotes_of
from db.sampang.origination.issued_papers import PaperKind, issued_papers
from domain.sampang.origination.stages import Stage
from domain.sampang.roles import SampangRole
from domain.sampang.servicing.settling import QuoteState
from pages.parts.store import today
from tests.screens.demo_office import said
from tests.screens.sampang.loan_screen import LoanDesk, buttons, fill, press

ISSUE, BOOK = "Simpan dan terbitkan rincian", "Bukukan pelunasan"


@pytest.fixture
def desk(office):
    return LoanDesk(office)


@pytest.fixture
def file(desk):
    return desk.file_at(Stage.DISBURSED)


def loan(desk, file):
    return desk.lending.ask(loan_of, desk.office.officer, file)


def quotes(desk, file):
    return desk.lending.ask(quotes_of, desk.office.officer, loan(desk, file).id, today())


def issue(desk, file, **typed):
    person = desk.office.officer
    told = {"numbered.number": "RP/1"} | typed
    return press(fill(desk.open(person, file), "rincian-pelunasan", file, person, **told), ISSUE)


def take_up(desk, file, **typed):
    person, (quote, *_) = desk.office.officer, quotes(desk, file)
    told = {"on": today(), "reference": "STS 5"} | typed
    return press(fill(desk.open(person, file), f"pelunasan-{quote.id}", file, person, **told), BOOK)


def test_a_quote_is_issued_as_it_was_shown(desk, file):
    screen = issue(desk, file)
    (quote,) = quotes(desk, file)
    assert (quote.state, quote.paper_number) == (QuoteState.HOLDS, "RP/1")
    (paper, *_) = desk.lending.ask(issued_papers, desk.office.officer, application_id=file)
    assert (paper.id, paper.kind) == (quote.paper_id, PaperKind.SETTLEMENT_QUOTE)
    assert "Rincian pelunasan nomor RP/1 diterbitkan" in said(screen)


def test_the_bank_sees_what_settles_a_loan_and_issues_nothing(desk, file):
    screen = desk.open(desk.office.by_role[SampangRole.BANK], file)
    assert any("Dibayar pada" in metric.label for metric in screen.metric)
    assert ISSUE not in buttons(screen)


def test_a_blank_number_is_told_beside_its_field_and_nothing_is_issued(desk, file):
    assert "Nomor surat dari kantor belum diisi" in said(issue(desk, file, **{"numbered.number": " "}))
    assert quotes(desk, file) == ()


def test_the_money_by_the_quote_ends_the_loan_and_the_papers_of_the_end_appear(desk, file):
    issue(desk, file)
    screen = take_up(desk, file)
    assert loan(desk, file).ended_on == today()
    assert "dengan pelunasan dipercepat" in said(screen)
    told = [each.value for each in screen.markdown]
    assert any("Surat keterangan lunas" in one for one in told)
    assert any("Tanda terima pengembalian agunan" in one for one in told)
    assert "1 agunan menunggu kembali" in said(screen)


def test_other_money_is_refused_with_what_to_do(desk, file):
    issue(desk, file)
    assert "minta peminjam menambahnya" in said(take_up(desk, file, amount="1.000"))
    assert loan(desk, file).ended_on is None


def test_a_file_without_its_money_has_no_such_tab(desk):
    screen = desk.open(desk.office.officer, desk.file_at(Stage.APPROVED))
    assert "Pelunasan" not in [tab.label for tab in screen.tabs]
