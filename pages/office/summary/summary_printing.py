"""The summary as one printed page."""

from documents.office.one_page import Printing, Regency, summary_page
from domain.roles import Person
from domain.version import VERSION
from pages.office.summary.summary_reading import Summary
from pages.parts.office_logo import office_logo


def printed_summary(summary: Summary, person: Person, *, demo: bool) -> bytes:
    """The page as PDF bytes."""
    regencies = [
        Regency(
            letterhead=part.letterhead,
            logo=office_logo(part.logo_key),
            programme=programme.name,
            headlines=part.headlines,
            waits=part.waits,
            decisions=part.decisions,
            map=part.printed_map(),
            story=part.story,
        )
        for programme, part in summary.parts
    ]
    return summary_page(regencies, Printing(summary.day, person.name, VERSION, demo))
