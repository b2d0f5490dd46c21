"""The verbs of the leadership's summary and who may call each."""

from db.blitar.caseload.deeds_by_mentor import deeds_by_mentor
from db.blitar.caseload.mentored import mentored_by_district
from db.blitar.caseload.story import story
from db.blitar.decisions import mentoring_decisions
from db.blitar.headlines import blitar_summary, visits_by_district
from db.blitar.law_impact import candidates_piece, clients_piece, open_counts
from db.blitar.policy.mentoring_register import (
    candidate_subjects_piece,
    client_subjects_piece,
    mentoring_subjects,
    names_of_candidates,
    names_of_clients,
    newest_mentoring_change,
)
from db.blitar.reporting.costs import costs
from db.blitar.reporting.queue import mentoring_queue
from db.sampang.decisions import fund_decisions
from db.sampang.headlines import sampang_summary
from domain.blitar.law import law_on
from domain.regulation.law_in_force import NO_PRACTICE
from tests.db.blitar.mentoring import TODAY

READERS = {"leadership", "agency_head", "team_lead", "administrator"}
HEAD = {"agency_head"}
COVERAGE = {"facilitator", "agency_head", "mentor", "leadership", "administrator"}
LAW = law_on(TODAY, NO_PRACTICE)
SUMMARY_VERBS = {
    "sampang_summary": (lambda s, who: sampang_summary(s, who, TODAY), READERS - {"agency_head"}),
    "blitar_summary": (lambda s, who: blitar_summary(s, who, TODAY, days=30), READERS - {"team_lead"}),
    "mentoring_decisions": (lambda s, who: mentoring_decisions(s, who, TODAY), READERS - {"team_lead"}),
    "fund_decisions": (lambda s, who: fund_decisions(s, who, TODAY), READERS - {"agency_head"}),
    "costs": (lambda s, who: costs(s, who, LAW), READERS - {"team_lead"}),
    "mentored_by_district": (lambda s, who: mentored_by_district(s, who, TODAY, 30), COVERAGE),
    "visits_by_district": (lambda s, who: visits_by_district(s, who, TODAY), READERS - {"team_lead"}),
    "deeds_by_mentor": (lambda s, who: deeds_by_mentor(s, who, TODAY, TODAY), READERS - {"team_lead"}),
    "open_counts": (open_counts, HEAD),
    "candidates_piece": (lambda s, who: candidates_piece(s, who, LAW, LAW, beyond=0), HEAD),
    "clients_piece": (lambda s, who: clients_piece(s, who, LAW, LAW, beyond=0), HEAD),
    "mentoring_subjects": (lambda s, who: mentoring_subjects(s, who, ever=False), READERS - {"team_lead"}),
    "candidate_subjects_piece": (
        lambda s, who: candidate_subjects_piece(s, who, LAW, ever=True, beyond=0),
        READERS - {"team_lead"},
    ),
    "client_subjects_piece": (
        lambda s, who: client_subjects_piece(s, who, LAW, ever=True, beyond=0),
        READERS - {"team_lead"},
    ),
    "names_of_candidates": (lambda s, who: names_of_candidates(s, who, [1]), HEAD),
    "names_of_clients": (lambda s, who: names_of_clients(s, who, [1]), HEAD),
    "newest_mentoring_change": (newest_mentoring_change, READERS - {"team_lead"}),
    "story": (story, READERS - {"team_lead"}),
    "mentoring_queue": (
        lambda s, who: mentoring_queue(s, who, TODAY),
        {"facilitator", "agency_head", "mentor"},
    ),
}
