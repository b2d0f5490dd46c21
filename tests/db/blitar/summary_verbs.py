"""The verbs of the leadership's summary and who may call each."""

from db.blitar.caseload.story import story
from db.blitar.headlines import blitar_summary
from db.blitar.reporting.queue import mentoring_queue
from db.sampang.headlines import sampang_summary
from tests.db.blitar.mentoring import TODAY

READERS = {"leadership", "agency_head", "team_lead", "administrator"}
SUMMARY_VERBS = {
    "sampang_summary": (lambda s, who: sampang_summary(s, who, TODAY), READERS - {"agency_head"}),
    "blitar_summary": (lambda s, who: blitar_summary(s, who, TODAY, days=30), READERS - {"team_lead"}),
    "story": (story, READERS - {"team_lead"}),
    "mentoring_queue": (
        lambda s, who: mentoring_queue(s, who, TODAY),
        {"facilitator", "agency_head", "mentor"},
    ),
}
