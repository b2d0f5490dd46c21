"""The articles of the agreement, each a heading with its provisions, and the notes on them."""

from collections.abc import Iterator, Sequence

from documents.sampang.letters.agreement_duties import about_duties, about_security
from documents.sampang.letters.agreement_terms import Article, about_money, about_time
from documents.sampang.letters.paper import OfficialPaper
from domain.sampang.costs import UpfrontCost
from domain.sampang.instruments import at
from domain.sampang.loan import LoanTerms, Schedule
from domain.sampang.origination.loan_file import LoanFile


def articles(
    sheet: OfficialPaper, file: LoanFile, schedule: Schedule, costs: Sequence[UpfrontCost]
) -> tuple[str, ...]:
    """Print all articles, numbered, with their provisions; give the notes on them for the lawyers."""
    notes: list[str] = []
    for number, article in enumerate(_articles(file, schedule.terms, costs), 1):
        named = ", ".join(at(place).short for place in article.places)
        sheet.heading(f"Pasal {number}. {article.title} ({named})", room=14)
        if len(article.sentences) == 1:
            sheet.prose(*article.sentences)
        else:
            sheet.numbered(article.sentences)
        notes += [f"Pasal {number}: {note}" for note in article.notes]
    return tuple(notes)


def _articles(file: LoanFile, terms: LoanTerms, costs: Sequence[UpfrontCost]) -> Iterator[Article]:
    yield from about_money(file, terms)
    yield from about_time(terms)
    yield from about_security(file, costs)
    yield from about_duties(file, terms)
