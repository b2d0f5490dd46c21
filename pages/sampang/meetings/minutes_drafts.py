"""The papers of a closed meeting: its minutes, its list, and a letter to each refused applicant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from db.sampang.applications.standing_law import law_of_file
from db.sampang.fund.fund_at_meeting import fund_before
from db.sampang.origination.issued_papers import IssuedPaper, PaperKind, issued_for_files, issued_papers
from db.sampang.origination.loan_files import stored_file
from db.sampang.origination.meetings import DecidedFile, StoredMeeting
from db.sampang.origination.team_register import team_register
from documents.sampang.letters.decided import Decided
from documents.sampang.letters.meeting_minutes import meeting_minutes
from documents.sampang.letters.nominative_list import nominative_list
from documents.sampang.letters.paper import Printed
from documents.sampang.letters.refusal_letter import refusal_letter
from domain.roles import Person
from domain.sampang.eligibility import examine
from domain.sampang.kinds import ApplicantKind
from domain.sampang.origination.records import DecisionKind
from domain.sampang.origination.team_register import Registered
from pages.parts.store import database
from pages.sampang.law import LawByDay
from pages.sampang.paper_head import head_of_team


@dataclass(frozen=True, slots=True)
class MeetingPaper:
    """One paper: what it is and for whom, and the issued one once it went out.

    `printed` gives the PDF, as a draft too; `application_id` where it belongs to a file.
    """

    kind: PaperKind
    about: str
    file_name: str
    number: str
    on: date
    printed: Printed
    issued: IssuedPaper | None
    application_id: int | None = None


def papers_of(
    person: Person, stored: StoredMeeting, decided: Sequence[DecidedFile], law_of: LawByDay, *, demo: bool
) -> Iterator[MeetingPaper]:
    """The papers of a meeting, in the order in which the office makes them."""
    with database().read() as session:
        before = fund_before(session, person, stored.id)
        issued = issued_papers(session, person, meeting_id=stored.id)
        register = team_register(session, person)
        refused = [one for one in decided if one.decision.kind is DecisionKind.REFUSE]
        sent = issued_for_files(session, person, [one.application_id for one in refused])
    meeting, day = stored.meeting, stored.meeting.held_on
    told = [_told(one) for one in decided]
    head = head_of_team(law_of(day), register, day)

    def minutes(number: str, _on: date, /, *, draft: bool = False) -> bytes:
        numbered = replace(meeting, number=number)
        return meeting_minutes(numbered, told, before=before, head=head, demo=demo, draft=draft)

    def listed(number: str, _on: date, /, *, draft: bool = False) -> bytes:
        return nominative_list(meeting, told, number=number, head=head, demo=demo, draft=draft)

    kind = PaperKind.MEETING_MINUTES
    name = f"berita-acara-rapat-{day}"
    yield MeetingPaper(kind, "", name, meeting.number, day, minutes, _newest(kind, issued))
    if any(one.decision.kind is DecisionKind.APPROVE for one in decided):
        kind = PaperKind.NOMINATIVE_LIST
        yield MeetingPaper(kind, "", f"daftar-nominatif-{day}", "", day, listed, _newest(kind, issued))
    for one in refused:
        newest = _newest(
            PaperKind.REFUSAL, [paper for paper in sent if paper.application_id == one.application_id]
        )
        yield _refusal(person, one, law_of, register, newest, demo=demo)


def _refusal(
    person: Person,
    one: DecidedFile,
    law_of: LawByDay,
    register: Sequence[Registered],
    issued: IssuedPaper | None,
    *,
    demo: bool,
) -> MeetingPaper:
    day, store = one.decision.on, database()

    def letter(number: str, on: date, /, *, draft: bool = False) -> bytes:
        with store.read() as session:
            file = stored_file(session, person, one.application_id)
            decided_by = law_of_file(session, person, one.application_id, day)
        return refusal_letter(
            examine(file.file.application, decided_by),
            one.decision,
            file_number=one.number,
            number=number,
            on=on,
            head=head_of_team(law_of(on), register, on),
            demo=demo,
            draft=draft,
        )

    about = f"{one.name} ({one.number})"
    name = f"surat-tidak-lolos-{one.number}"
    return MeetingPaper(PaperKind.REFUSAL, about, name, "", day, letter, issued, one.application_id)


def _told(one: DecidedFile) -> Decided:
    return Decided(
        number=one.number,
        name=one.name,
        kind=ApplicantKind(one.kind),
        district_code=one.district_code,
        decision=one.decision,
        asked=one.asked,
    )


def _newest(kind: PaperKind, issued: Sequence[IssuedPaper]) -> IssuedPaper | None:
    return next((paper for paper in issued if paper.kind is kind), None)
