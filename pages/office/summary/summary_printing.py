"""The summary as one printed page."""

from documents.office.one_page import Printing, Regency, summary_page
from domain.roles import Person
from domain.version import VERSION
from pages.office.summary.summary_reading import Summary
from pages.parts.store import is_demo_database

SAMPANG, BLITAR = "Sampang: dana bergulir", "Blitar: pendampingan"


def printed_summary(summary: Summary, person: Person) -> bytes:
    """The page as PDF bytes."""
    regencies = (
        Regency(SAMPANG, summary.sampang_headlines, summary.sampang_waits),
        Regency(BLITAR, summary.blitar_headlines, summary.blitar_waits),
    )
    printing = Printing(summary.day, person.name, VERSION, is_demo_database())
    return summary_page(regencies, summary.story, printing)
