"""Statements that read a growing table from end to end all the same, each with its reason.

A name here is the function of the store and the table. The list only shrinks: a name that nothing needs
fails the tests.
"""

_SUMMED = "sums everything anew at every click, until it is kept"
_COUNTED = "counts or sorts everything that the filter lets through, until it is kept"
_SEARCHED = (
    "looks for words within every name, where no index helps; the counts beside the list need them all"
)
_TO_DO = "not looked at yet"

READ_WHOLE = {
    "blitar.caseload.attention.attention_counts: client": _COUNTED,
    "blitar.caseload.attention.attention_counts: follow_up": _COUNTED,
    "blitar.caseload.attention.attention_counts: visit": _COUNTED,
    "blitar.caseload.attention.attention_rows: client": _COUNTED,
    "blitar.caseload.explorer.explore: client": _COUNTED,
    "blitar.caseload.facets.counts_of: client": _COUNTED,
    "blitar.caseload.facets.counts_of: follow_up": _COUNTED,
    "blitar.caseload.goal_counts._clients: client": _COUNTED,
    "blitar.caseload.goal_counts.goal_counts: client": _COUNTED,
    "blitar.caseload.goal_counts.goal_counts: client_indicator": _COUNTED,
    "blitar.caseload.lines.figures_by_district: client": _COUNTED,
    "blitar.caseload.load._loads: client": _COUNTED,
    "blitar.caseload.load._loads: visit": _COUNTED,
    "blitar.caseload.stages.stages_until: client": _COUNTED,
    "blitar.caseload.stages.stages_until: visit": _COUNTED,
    "blitar.caseload.stages.stages_until: visit_part": _COUNTED,
    "blitar.caseload.story.story: client": _COUNTED,
    "blitar.caseload.story.story: client_indicator": _COUNTED,
    "blitar.headlines._count: client": _SUMMED,
    "blitar.headlines._count: indicator_reading": _SUMMED,
    "blitar.headlines._count: visit": _SUMMED,
    "blitar.headlines._counts: client": _SUMMED,
    "blitar.headlines._counts: indicator_reading": _SUMMED,
    "blitar.headlines._counts: visit": _SUMMED,
    "blitar.headlines._kinds: client": _SUMMED,
    "blitar.headlines._waiting: visit": _SUMMED,
    "blitar.reporting.by_month.visits_by_month: visit": _SUMMED,
    "blitar.reporting.figures._before: client": _SUMMED,
    "blitar.reporting.figures._by_goal: indicator_reading": _SUMMED,
    "blitar.reporting.figures._by_goal: visit": _SUMMED,
    "blitar.reporting.figures._by_part: visit": _SUMMED,
    "blitar.reporting.figures._by_part: visit_part": _SUMMED,
    "blitar.reporting.figures._by_stage: client": _SUMMED,
    "blitar.reporting.figures._by_task: visit": _SUMMED,
    "blitar.reporting.figures._by_task: visit_task": _SUMMED,
    "blitar.reporting.figures._states: visit": _SUMMED,
    "blitar.reporting.figures._totals: client": _SUMMED,
    "blitar.reporting.figures._totals: visit": _SUMMED,
    "blitar.reporting.figures.genexpr: follow_up": _SUMMED,
    "blitar.reporting.figures.genexpr: visit": _SUMMED,
    "blitar.reporting.mentor_lines._visited: visit": _SUMMED,
    "blitar.reporting.mentor_lines.clients_at_end: client": _SUMMED,
    "blitar.reporting.queue.mentoring_queue: visit": _SUMMED,
    "blitar.reporting.waiting_recommendations.waiting: client": _SUMMED,
    "blitar.reporting.waiting_recommendations.waiting: visit": _SUMMED,
    "blitar.staffing.staff._clients: client": _TO_DO,
    "blitar.visiting.choices.clients_to_visit: client": _TO_DO,
    "blitar.visiting.opened_visit._steps: visit_step": _TO_DO,
    "blitar.visiting.second_eye.own_among: visit": _TO_DO,
    "blitar.visiting.visit_list._counts: visit": _TO_DO,
    "blitar.visiting.visit_list.visit_list: visit": _TO_DO,
    "sampang.applications.counting._one_by_one: application": _SEARCHED,
    "sampang.applications.application_list.list_applications: application": _TO_DO,
    "sampang.fund.ledger._committed: file_step": _SUMMED,
    "sampang.loans.loans.journal: journal_entry": _TO_DO,
    "sampang.loans.loans.journal: posting": _TO_DO,
    "sampang.origination.approved.approved_amounts: file_step": _TO_DO,
    "sampang.origination.meeting_queue._surveys: file_step": _TO_DO,
    "sampang.origination.meeting_queue.candidates: application": _TO_DO,
    "sampang.origination.meeting_queue.genexpr: paper": _TO_DO,
}

# Screens that ask more over more rows, and functions of the store whose statements then read more.
ASKS_MORE: dict[str, str] = {}
READS_MORE = {
    "blitar.caseload.explorer.explore": _COUNTED,
    "blitar.caseload.goal_counts.goal_counts": _COUNTED,
    "blitar.caseload.load._loads": _COUNTED,
    "blitar.caseload.story.story": _COUNTED,
    "blitar.headlines._count": _SUMMED,
    "blitar.headlines._counts": _SUMMED,
    "blitar.reporting.by_month.visits_by_month": _SUMMED,
    "blitar.reporting.figures._by_goal": _SUMMED,
    "blitar.reporting.figures._by_part": _SUMMED,
    "blitar.reporting.figures._by_task": _SUMMED,
    "blitar.reporting.figures._states": _SUMMED,
    "blitar.reporting.figures._totals": _SUMMED,
    "blitar.reporting.figures.genexpr": _SUMMED,
    "blitar.reporting.mentor_lines.clients_at_end": _SUMMED,
    "blitar.reporting.queue.mentoring_queue": _COUNTED,
    "blitar.reporting.waiting_recommendations.waiting": _COUNTED,
    "blitar.staffing.staff._clients": _COUNTED,
    "sampang.applications.counting._one_by_one": _SEARCHED,
}
