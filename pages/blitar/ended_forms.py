"""Which forms of Blitar can no longer be sent: of a sent report, a visit that is checked, a decided round."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from db.blitar.caseload.proposal_list import proposal
from db.blitar.reporting.recommendations import one_bundle
from db.blitar.reporting.report_versions import reports
from db.blitar.selection.candidates import candidate
from db.blitar.selection.rounds import selection_round
from db.blitar.visiting.opened_visit import one_visit
from domain.blitar.reporting.recommendations import BundleState
from domain.blitar.visiting.visit import OPEN_TO_CHANGE, VisitState
from domain.roles import Person
from pages.parts.store import database

_Ended = Callable[[Any, Person, tuple[str, ...]], bool]
_OPEN_LETTERS: Final[Mapping[str, tuple[BundleState, ...]]] = {
    "konsep": (BundleState.DRAFT, BundleState.RETURNED),
    "tetapkan": (BundleState.DRAFT, BundleState.RETURNED, BundleState.SET),
}


def form_ended(person: Person, form: str) -> bool:
    """Tell by its name whether a form can no longer be sent."""
    told = form.removeprefix("nonce:")
    for pattern, ended in _ENDED:
        if found := pattern.match(told):
            with database().read() as session:
                return ended(session, person, found.groups())
    return False


def _report_sent(session: Any, person: Person, told: tuple[str, ...]) -> bool:
    month, version = date.fromisoformat(told[0]), int(told[1])
    return any(one.version == version and one.is_sent for one in reports(session, person, month))


def _corrected(session: Any, person: Person, told: tuple[str, ...]) -> bool:
    month, version = date.fromisoformat(told[0]), int(told[1])
    return any(one.version > version for one in reports(session, person, month))


def _visit_checked(session: Any, person: Person, told: tuple[str, ...]) -> bool:
    return one_visit(session, person, int(told[0])).state not in OPEN_TO_CHANGE


def _not_to_take_back(session: Any, person: Person, told: tuple[str, ...]) -> bool:
    return one_visit(session, person, int(told[0])).state is not VisitState.SENT


def _round_decided(session: Any, person: Person, told: tuple[str, ...]) -> bool:
    return selection_round(session, person, int(told[0])).is_decided


def _candidate_decided(session: Any, person: Person, told: tuple[str, ...]) -> bool:
    found = candidate(session, person, int(told[0]))
    return selection_round(session, person, found.round_id).is_decided


def _letter_moved_on(session: Any, person: Person, told: tuple[str, ...]) -> bool:
    return one_bundle(session, person, int(told[1])).state not in _OPEN_LETTERS[told[0]]


def _upgrade_decided(session: Any, person: Person, told: tuple[str, ...]) -> bool:
    return not proposal(session, person, int(told[0])).is_waiting


_ENDED: Final[tuple[tuple[re.Pattern[str], _Ended], ...]] = (
    (re.compile(r"laporan:(\d{4}-\d\d-\d\d):(\d+)(?::|$)"), _report_sent),
    (re.compile(r"pembetulan:(\d{4}-\d\d-\d\d):(\d+)(?::|$)"), _corrected),
    (re.compile(r"kunjungan-(\d+)-\d+(?::|$)"), _visit_checked),
    (re.compile(r"tarik-kunjungan-(\d+)-\d+(?::|$)"), _not_to_take_back),
    (re.compile(r"(?:minutes|round-form):(\d+)(?::|$)"), _round_decided),
    (re.compile(r"(?:test|outcome|opinion):(\d+)(?::|$)"), _candidate_decided),
    (re.compile(r"(konsep|tetapkan)-surat-(\d+)(?::|$)"), _letter_moved_on),
    (re.compile(r"keputusan-(\d+)(?::|$)"), _upgrade_decided),
)
