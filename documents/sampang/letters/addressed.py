"""The head of a letter: place and day, number and subject, and to whom it goes."""

from collections.abc import Sequence
from datetime import date

from documents.sampang.eligibility_sheet import place_of
from documents.sampang.letters.paper import OfficialPaper
from documents.sampang.letters.wording import DOTS, or_dots, typed
from documents.sheet import MARGIN, WIDTH
from documents.tables import Column, plain_columns
from domain.dates import indonesian_date
from domain.sampang.application import Applicant
from domain.sampang.kinds import ApplicantKind


def addressed(
    sheet: OfficialPaper, day: date, subject: str, to: Sequence[str], *, attached: str = "-"
) -> None:
    """Place and day on the right, the number and the subject on the left, then the address line by line."""
    place = f"Sampang, {indonesian_date(day)}"
    sheet.set_x(MARGIN + WIDTH - sheet.get_string_width(place))
    sheet.cell(text=place, h=5)
    sheet.ln(6)
    left = (
        ("Nomor", f": {sheet.number or DOTS}"),
        ("Sifat", ": Biasa"),
        ("Lampiran", f": {attached}"),
        ("Hal", f": {subject}"),
    )
    plain_columns(sheet, (Column("", 20), Column("", WIDTH - 20)), left)
    sheet.ln(4)
    sheet.prose("\n".join(filter(None, to)))
    sheet.ln(1)


def to_borrower(who: Applicant) -> tuple[str, ...]:
    """The address of a borrower, by name and office."""
    office = "Pemilik" if who.kind is ApplicantKind.BUSINESS else "Ketua"
    place = f"        {place_of(who) or 'Tempat'}"
    return (
        f"Yth. {or_dots(who.contact_name)}",
        f"{office} {or_dots(who.name)}",
        typed(who.address),
        "di",
        place,
    )
