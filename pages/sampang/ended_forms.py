"""Which forms of Sampang can no longer be sent: of a closed meeting, and of a file that has moved on."""

import re
from typing import Any, Final

from db.sampang.origination.loan_files import stored_file
from db.sampang.origination.meetings import meeting
from domain.roles import Person
from domain.sampang.origination.stages import CANDIDATES, CLOSED, UNDECIDED, Stage
from domain.sampang.origination.steps import STEPS, Step
from pages.parts.store import database

_DISCUSSED: Final = re.compile(r"rapat-berkas:(\d+):(\d+)(?::|$)")
_MEETING: Final = re.compile(r"rapat-isian:(\d+):(\d+)(?::|$)")
_FILE: Final = re.compile(r"([a-z-]+?)(?:-\d+)?-nonce-(\d+)(?:-\d+)?(?::|$)")
_INTAKE: Final = re.compile(r"intake:(\d+)(?::|$)")
_STEPS: Final = {
    "check-papers": Step.CHECK_PAPERS,
    "finding": Step.CLOSE_SURVEY,
    "minutes": Step.CLOSE_SURVEY,
    "prepare-agreement": Step.SIGN_AGREEMENT,
    "agreement": Step.SIGN_AGREEMENT,
    "prepare-request": Step.REQUEST_DISBURSEMENT,
    "request": Step.REQUEST_DISBURSEMENT,
    "request-back": Step.WITHDRAW_REQUEST,
    "return": Step.RETURN_REQUEST,
    "disburse": Step.DISBURSE,
    "withdraw": Step.WITHDRAW,
}


def form_ended(person: Person, form: str) -> bool:
    """Tell by its name whether a form can no longer be sent."""
    if not form.startswith(("rapat-", "intake:")) and "-nonce-" not in form:
        return False
    with database().read() as session:
        return _meeting_over(session, person, form) or _file_over(session, person, form)


def _meeting_over(session: Any, person: Person, form: str) -> bool:
    if found := _DISCUSSED.match(form):
        is_closed = meeting(session, person, int(found.group(1))).is_closed
        return is_closed or _stage(session, person, found.group(2)) not in CANDIDATES
    if found := _MEETING.match(form):
        stored = meeting(session, person, int(found.group(1)))
        return stored.is_closed or stored.version != int(found.group(2))
    return False


def _file_over(session: Any, person: Person, form: str) -> bool:
    if found := _INTAKE.match(form):
        return _stage(session, person, found.group(1)) in CLOSED
    found = _FILE.match(form)
    if not found:
        return False
    what, number = found.groups()
    if what == "judging":
        return _stage(session, person, number) not in UNDECIDED
    return what in _STEPS and _stage(session, person, number) not in STEPS[_STEPS[what]].starts


def _stage(session: Any, person: Person, number: str) -> Stage:
    return stored_file(session, person, int(number)).file.stage
