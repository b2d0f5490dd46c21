"""The verbs of the selection and of the maps, and who may call each, by hand from Perbup Blitar 3/2023."""

from contextlib import suppress
from datetime import date

from db.blitar.selection.candidate_list import already_registered, register_candidates
from db.blitar.selection.candidate_records import record_opinion, record_outcome, record_test
from db.blitar.selection.candidates import candidate, candidates, matrix, save_candidate
from db.blitar.selection.round_results import fix_result
from db.blitar.selection.rounds import announcement_paper, rounds, save_round, selection_round
from db.refusals import Refused
from db.sampang.district_figures import district_figures
from domain.blitar.candidate import Candidate
from domain.blitar.judgement import Judgement
from domain.blitar.law import law_on
from domain.blitar.selecting.deciding import ResultMinutes
from domain.blitar.selecting.results import OutcomeKind, SelectionOutcome, TestKind, TestResult
from domain.blitar.selecting.rounds import Round
from domain.regulation.law_in_force import NO_PRACTICE
from tests.db.people import NOW, a_nonce

TODAY = date(2026, 3, 2)
FACILITATOR, READERS = {"facilitator"}, {"facilitator", "agency_head"}
MAP_READERS = {"officer", "team_member", "team_lead", "bank", "leadership", "administrator"}
THE_ROUND, THE_CANDIDATE = 1, 1
ROUND = Round(
    title="Seleksi contoh",
    announcement_number="",
    announced_on=date(2026, 1, 5),
    opens_on=date(2026, 1, 12),
    closes_on=date(2026, 1, 30),
    quota=1,
)
MINUTES = ResultMinutes(minutes_number="BA 1", on=TODAY)
FORM = Candidate(name="Calon contoh", registered_on=date(2026, 1, 14))
OPINION = Judgement(True, "x", TODAY, "menurut wawancara")
RESULT = TestResult(kind=TestKind.WRITTEN, on=TODAY, examiners="Tim Seleksi", passed=True, reason="baik")
FAILED = SelectionOutcome(kind=OutcomeKind.FAILED, on=TODAY, by="x", reason="berkas tidak lengkap")


def set_up_selection(office):
    """One round that has closed, with one registration."""
    facilitator = next(person for role, person in office.people.items() if role == "facilitator")
    with office.database.write() as session:
        assert save_round(session, facilitator, ROUND, **_new()) == THE_ROUND
        assert save_candidate(session, facilitator, THE_ROUND, FORM, **_new()) == THE_CANDIDATE


def _new():
    return {"nonce": a_nonce(), "at": NOW}


def _fix(s, who):
    with suppress(Refused):  # who may is told that the candidate has no outcome yet
        fix_result(s, who, THE_ROUND, MINUTES, at=NOW)


SELECTION_VERBS = {
    "save_round": (lambda s, who: save_round(s, who, ROUND, **_new()), FACILITATOR),
    "fix_result": (_fix, FACILITATOR),
    "announcement_paper": (lambda s, who: announcement_paper(s, who, THE_ROUND), READERS),
    "rounds": (rounds, READERS),
    "selection_round": (lambda s, who: selection_round(s, who, THE_ROUND), READERS),
    "save_candidate": (lambda s, who: save_candidate(s, who, THE_ROUND, FORM, **_new()), FACILITATOR),
    "already_registered": (lambda s, who: already_registered(s, who, THE_ROUND, [FORM]), FACILITATOR),
    "register_candidates": (
        lambda s, who: register_candidates(s, who, THE_ROUND, [Candidate(name="Lain")], **_new()),
        FACILITATOR,
    ),
    "candidate": (lambda s, who: candidate(s, who, THE_CANDIDATE), READERS),
    "candidate, revealed": (
        lambda s, who: candidate(s, who, THE_CANDIDATE, reveal=True, at=NOW),
        FACILITATOR,
    ),
    "candidates": (lambda s, who: candidates(s, who, THE_ROUND), READERS),
    "matrix": (lambda s, who: matrix(s, who, THE_ROUND, law_on(TODAY, NO_PRACTICE)), READERS),
    "record_opinion": (
        lambda s, who: record_opinion(s, who, THE_CANDIDATE, "understanding", OPINION, at=NOW),
        FACILITATOR,
    ),
    "record_test": (lambda s, who: record_test(s, who, THE_CANDIDATE, RESULT, at=NOW), FACILITATOR),
    "record_outcome": (lambda s, who: record_outcome(s, who, THE_CANDIDATE, FAILED, at=NOW), FACILITATOR),
    "district_figures": (lambda s, who: district_figures(s, who, TODAY), MAP_READERS),
}
