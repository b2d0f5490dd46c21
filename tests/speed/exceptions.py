"""Statements that read a growing table from end to end all the same, each with its reason.

A name here is the function of the store and the table. The list only shrinks: a name that nothing needs
fails the tests.
"""

_COUNTED = "counts or sorts everything that the filter lets through, until it is kept"
_SEARCHED = (
    "looks for words within every name, where no index helps; the counts beside the list need them all"
)
_AGEING = "the age of every running loan changes with the day; asked only where the ageing is shown"
_SOME_LOANS = (
    "reads the rows of at most a hundred loans by their numbers; the estimate takes each loan of the grown "
    "demo for thousands of rows"
)
_WAITING = (
    "finds the few that wait by their stage in an index; a third of the demo's files wait, so that the "
    "estimate over the grown demo takes them for thousands"
)
_TEN_YEARS = "ten years of the fund from every running loan: on a press or by a link, never at a rerun"
_REGISTER = "the register of a simulation, read once by whoever simulates and kept by the server"
_TO_DO = "not looked at yet"

READ_WHOLE = {
    "blitar.caseload.load._needing: client": _COUNTED,
    "blitar.visiting.opened_visit._steps: visit_step": _TO_DO,
    "blitar.visiting.visit_list._counts: visit": _TO_DO,
    "blitar.visiting.visit_list.visit_list: visit": _TO_DO,
    "sampang.applications.counting._one_by_one: application": _SEARCHED,
    "sampang.applications.application_list.list_applications: application": _TO_DO,
    "sampang.applications.reassessing.files_due: application": _COUNTED,
    "sampang.fund.loan_books.books_of_each: instalment": _SOME_LOANS,
    "sampang.fund.loan_books.received_of: journal_entry": _SOME_LOANS,
    "sampang.fund.loan_books.received_of: posting": _SOME_LOANS,
    "blitar.policy.mentoring_register.mentoring_subjects: client": _REGISTER,
    "sampang.fund_projection._by_plans: instalment": _TEN_YEARS,
    "sampang.fund_projection._by_plans: loan": _TEN_YEARS,
    "sampang.fund_projection._by_plans: loan_progress": _TEN_YEARS,
    "sampang.fund_projection._history: loan": _TEN_YEARS,
    "sampang.fund_projection._history: loan_progress": _TEN_YEARS,
    "sampang.policy.loan_register.loan_subjects: application": _REGISTER,
    "sampang.policy.loan_register.loan_subjects_piece: paper": _REGISTER,
    "sampang.loans.loans.lines_of: journal_entry": _TO_DO,
    "sampang.loans.loans.lines_of: posting": _TO_DO,
    "sampang.origination.files_told._parts: paper": _TO_DO,
    "sampang.origination.files_told.waiting_files: application": _WAITING,
    "sampang.servicing.behind.ageing: loan": _AGEING,
    "sampang.servicing.behind.ageing: loan_progress": _AGEING,
}

# Screens that ask more over more rows, and functions of the store whose statements then read more.
ASKS_MORE: dict[str, str] = {}
READS_MORE = {
    "sampang.applications.application_list.list_applications": _COUNTED,
    "sampang.applications.counting._one_by_one": _SEARCHED,
    "sampang.fund.ledger.moved_on": "a row for each account, month and kind, so it grows with the months",
    "sampang.fund_projection._by_plans": _TEN_YEARS,
    "sampang.policy.loan_register.loan_subjects_piece": _REGISTER,
    "sampang.servicing.behind.ageing": _AGEING,
}
