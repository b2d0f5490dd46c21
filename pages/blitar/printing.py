"""How Blitar's papers are printed: when, by whom, and under the head of the day that a paper belongs to."""

from dataclasses import replace
from datetime import date

from db.office.practice import law_of
from documents.blitar.letter import Printing
from domain.blitar.office_head import agency_head
from domain.blitar.programme import BLITAR
from domain.roles import Person
from domain.version import VERSION
from pages.parts.office_logo import office_logo
from pages.parts.store import database, is_demo_database


def printing_of(person: Person, on: date, *, of: date | None = None) -> Printing:
    """Printed on a day by a person; `of` is the paper's own day where that is an earlier one."""
    with database().read() as session:
        head = agency_head(law_of(session, BLITAR, of or on))
    whole = replace(head, logo=office_logo(head.logo_key))
    return Printing(on=on, by=person.name, application_version=VERSION, demo=is_demo_database(), head=whole)
