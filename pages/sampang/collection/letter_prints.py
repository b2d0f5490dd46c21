"""How each paper of collecting is printed of a loan as it stands on the day of the paper."""

from datetime import date

from db.sampang.servicing.outlooks import Collection
from documents.sampang.collecting.claim_letter import claim_letter
from documents.sampang.collecting.collection_sheet import collection_sheet
from documents.sampang.collecting.default_papers import default_paper
from documents.sampang.collecting.warning_letter import warning_letter
from domain.sampang.servicing.claim_file import claim_file
from domain.sampang.servicing.collecting import DEFAULT_KINDS, WARNING_KINDS, LetterKind
from domain.sampang.servicing.owing import Owing, owing
from pages.parts.store import is_demo_database
from pages.sampang.law import law_by_day
from pages.sampang.paper_head import paper_head


def printed_letter(
    found: Collection, kind: LetterKind, number: str, on: date, *, draft: bool = False
) -> bytes:
    """The letter as PDF bytes; empty where there is nothing that it could tell."""
    of = _owing(found)
    if of is None:
        return b""
    head, demo = paper_head(law_by_day()(on)), is_demo_database()
    if kind in WARNING_KINDS:
        return warning_letter(kind, of, number=number, on=on, head=head, demo=demo, draft=draft)
    if kind in DEFAULT_KINDS:
        return default_paper(kind, of, number=number, on=on, head=head, demo=demo, draft=draft)
    items = claim_file(found.file, found.done)
    return claim_letter(kind, of, items, number=number, on=on, head=head, demo=demo, draft=draft)


def printed_sheet(found: Collection, on: date) -> bytes:
    """The sheet of a joint collection as PDF bytes; empty where nothing is behind."""
    of = _owing(found)
    if of is None:
        return b""
    return collection_sheet(of, on=on, head=paper_head(law_by_day()(on)), demo=is_demo_database())


def _owing(found: Collection) -> Owing | None:
    return owing(found.course, found.number, found.file, found.done, found.outlook)
