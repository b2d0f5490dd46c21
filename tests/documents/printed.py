"""Prints a sheet and reads it back, page by page, as a person would."""

from datetime import date
from io import BytesIO

from pypdf import PdfReader

from documents.sampang.eligibility_sheet import eligibility_sheet
from domain.sampang.eligibility import Eligibility


def printed(eligibility: Eligibility, *, number: str = "DB-2026-0042", by: str = "Ach. Fauzi") -> bytes:
    """The sheet as it is printed on 3 March 2026 over demo data."""
    return eligibility_sheet(
        eligibility,
        number=number,
        printed_on=date(2026, 3, 3),
        printed_by=by,
        application_version="0.1.0",
        demo=True,
    )


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page on one line."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def text_of(eligibility: Eligibility) -> str:
    """The whole text of the printed sheet on one line."""
    return " ".join(pages_of(printed(eligibility)))
