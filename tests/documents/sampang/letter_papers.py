"""Each official paper once, so that tests can ask of all of them what must hold for every one."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from documents.sampang.letters.loan_agreement import loan_agreement
from documents.sampang.letters.meeting_minutes import meeting_minutes
from documents.sampang.letters.nominative_list import nominative_list
from documents.sampang.letters.payment_request import payment_request
from documents.sampang.letters.refusal_letter import refusal_letter
from documents.sampang.letters.survey_minutes import survey_minutes
from domain.sampang.origination.letterhead import Letterhead
from tests.documents.printed import pages_of
from tests.documents.sampang.applications import business, examined
from tests.documents.sampang.letter_files import (
    AGREEMENT,
    HEAD,
    MEETING,
    POSITION,
    REQUEST,
    SURVEY,
    decided,
    loan_file,
    refusal,
    schedule,
)

Print = Callable[..., bytes]


def _survey(number: str, head: Letterhead, demo: bool, draft: bool = False) -> bytes:
    file = loan_file(survey=replace(SURVEY, number=number))
    return survey_minutes(file, file_number="DB-2026-0042", head=head, demo=demo, draft=draft)


def _list(number: str, head: Letterhead, demo: bool, draft: bool = False) -> bytes:
    return nominative_list(MEETING, [decided(1)], number=number, head=head, demo=demo, draft=draft)


def _meeting(number: str, head: Letterhead, demo: bool, draft: bool = False) -> bytes:
    held = replace(MEETING, number=number)
    return meeting_minutes(held, [decided(1)], before=POSITION, head=head, demo=demo, draft=draft)


def _refusal(number: str, head: Letterhead, demo: bool, draft: bool = False) -> bytes:
    found = examined(replace(business(), amount=45_000_000))
    return refusal_letter(
        found, refusal("IV.2.g"), file_number="DB-2026-0042", number=number, head=head, demo=demo, draft=draft
    )


def _agreement(number: str, head: Letterhead, demo: bool, draft: bool = False) -> bytes:
    file = loan_file(agreement=replace(AGREEMENT, number=number))
    return loan_agreement(file, schedule(), file_number="DB-2026-0042", head=head, demo=demo, draft=draft)


def _request(number: str, head: Letterhead, demo: bool, draft: bool = False) -> bytes:
    file = loan_file(request=replace(REQUEST, number=number))
    found = examined(file.application)
    return payment_request(file, found, file_number="DB-2026-0042", head=head, demo=demo, draft=draft)


PAPERS: dict[str, Print] = {
    "survey": _survey,
    "list": _list,
    "meeting": _meeting,
    "refusal": _refusal,
    "agreement": _agreement,
    "request": _request,
}


@lru_cache(maxsize=64)
def paper(
    name: str, number: str = "12/X/2026", head: Letterhead = HEAD, demo: bool = True, draft: bool = False
) -> bytes:
    """One of the six papers, printed once for all who ask."""
    return PAPERS[name](number, head, demo, draft)


def text_in(pdf: bytes) -> str:
    """The whole text of a paper on one line."""
    return " ".join(pages_of(pdf))
