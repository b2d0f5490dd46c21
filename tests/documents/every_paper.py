"""Every PDF that the product makes, once, so that tests can ask of all of them what must hold for one."""

from collections.abc import Callable, Mapping

from documents.blitar.caseload.client_card_sheet import client_card_sheet
from documents.blitar.caseload.upgrade_note import upgrade_note
from documents.blitar.reporting.monthly_report import monthly_report
from documents.blitar.reporting.recommendation_list import recommendation_list
from documents.blitar.reporting.review_sheet import review_sheet
from documents.blitar.staffing.week_sheet import week_sheet
from documents.office.chain_paper import chain_paper
from documents.sampang.collecting.collection_sheet import collection_sheet
from documents.sampang.letters.invitation import OnAgenda, invitation
from documents.sampang.reports.report_paper import report_paper
from documents.sampang.servicing.receipt import receipt_paper
from documents.sampang.servicing.statement import loan_statement
from domain.blitar.reporting.recommendations import Whereabouts
from domain.blitar.staffing.week_table import week_rows
from domain.sampang.kinds import InterestMethod
from domain.sampang.servicing.collecting import LetterKind
from tests.documents.blitar import (
    test_client_papers,
    test_handover_papers,
    test_monthly_report,
    test_recommendation_papers,
    test_renewal_decree,
    test_selection_papers,
    test_verification_sheet,
)
from tests.documents.printed import printed
from tests.documents.sampang import (
    letter_papers,
    settled_papers,
    test_bank_papers,
    test_collecting_papers,
)
from tests.documents.sampang.applications import business_on_a_reading, examined
from tests.documents.sampang.letter_files import HEAD, MEETING, MONDAY
from tests.documents.sampang.loans import card, simulated, simulation
from tests.documents.sampang.reports import test_report_papers
from tests.documents.sampang.servicing import test_receipt_and_statement

Make = Callable[[], bytes]


def _chain() -> bytes:
    return chain_paper(2_547, "d19c44e9" * 8, on=MONDAY, by="Wati", office="Dana bergulir Sampang", demo=True)


def _letter(name: str) -> Make:
    return lambda: letter_papers.PAPERS[name]("12/X/2026", HEAD, True)


def _of_collecting(kind: LetterKind) -> Make:
    return lambda: test_collecting_papers.paper(kind, test_collecting_papers.behind())


def _of_selection(name: str) -> Make:
    return lambda: test_selection_papers.every_paper()[name]


def _invitation() -> bytes:
    file = OnAgenda(
        place=1,
        number="DB-2026-0001",
        name="Usaha 1",
        kind="Usaha mikro, kecil, menengah",
        district_code="35.27.03",
        asked=30_000_000,
        surveyed=25_000_000,
    )
    told = {"free": 90_000_000, "number": "005/1/2026", "on": MONDAY, "head": HEAD, "demo": True}
    return invitation(MEETING, MEETING.attendees, [file] * 9, **told)


def _statement() -> bytes:
    told = {"number": "DB-2026-0042", "borrower": "Siti", "head": HEAD, "demo": False}
    of = test_receipt_and_statement
    lines = [of.StatementLine(of.PAID[0].on, "Angsuran masuk, nomor 7", 100_000, 0, 20_000_000)] * 30
    return loan_statement(of.ACCOUNT, lines, of.Quality.SUBSTANDARD, **told)


def _week() -> bytes:
    of = test_handover_papers
    people = [
        of.Service(mentor_id=place, name=f"Sri {place}", appointed_on=of.MONDAY, contract_until=of.MONDAY)
        for place in range(1, 9)
    ]
    return week_sheet(of.MONDAY, week_rows(of.MONDAY, people, ()), of.PRINTING)


def _whereabouts() -> bytes:
    of = test_recommendation_papers
    told = [Whereabouts(agency="Dinas Kesehatan", line=of.ANI)] * 9
    return recommendation_list(told, of.LETTER.letter.on, of.LETTER.letter.on, of.PRINTING, most=50)


EVERY_PAPER: Mapping[str, Make] = {
    **{name: _letter(name) for name in letter_papers.PAPERS},
    **{kind.value: _of_collecting(kind) for kind in LetterKind},
    "invitation": _invitation,
    "quote": settled_papers.print_quote,
    "paid off": settled_papers.print_letter,
    "collateral return": settled_papers.print_return,
    "collection": lambda: collection_sheet(
        test_collecting_papers.behind(), on=test_collecting_papers.TODAY, head=HEAD, demo=True
    ),
    "receipt": lambda: receipt_paper(test_receipt_and_statement.RECEIPT, head=HEAD, demo=True),
    "statement": _statement,
    "reconciliation": test_bank_papers.minutes,
    "report": lambda: report_paper(
        test_report_papers.ageing((test_report_papers.LATE,)), head=HEAD, demo=True
    ),
    "card of a loan": lambda: card(simulated(30_000_000, 24, InterestMethod.DECLINING)),
    "simulation": lambda: simulation(simulated(22_000_000, 24)),
    "eligibility": lambda: printed(examined(business_on_a_reading())),
    **{f"selection, {name}": _of_selection(name) for name in test_selection_papers.PAPERS},
    "upgrade": lambda: upgrade_note(test_client_papers.PROPOSAL, test_client_papers.PRINTING),
    "card of a binaan": lambda: client_card_sheet(
        test_client_papers.a_card(), (), test_client_papers.PRINTING
    ),
    "handover": test_handover_papers.printed,
    "week": _week,
    "renewal": test_renewal_decree.paper,
    "chain": _chain,
    "monthly": lambda: monthly_report(
        test_monthly_report.SENT, test_monthly_report.FIGURES, test_monthly_report.PRINTING
    ),
    "recommendation": test_recommendation_papers.printed,
    "recommendations": _whereabouts,
    "review": lambda: review_sheet(test_recommendation_papers.REVIEW, test_recommendation_papers.PRINTING),
    "verification": test_verification_sheet.printed,
}
# What the office works with inside: there the numbers of readings lead to Dasar hukum.
INSIDE: frozenset[str] = frozenset(
    {"eligibility", "card of a binaan", "selection, minutes", "selection, report"}
)
