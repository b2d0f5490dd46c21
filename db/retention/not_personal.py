"""The columns of words, bodies and bytes in which nothing personal stands that ever has to go, and why."""

from collections.abc import Mapping
from typing import Final

_CHOICE: Final = "a choice from a list of the program, by which reports count"
_NUMBER: Final = "the number of a paper or file of the office, which stays"
_PLACE: Final = "a place as large as a kecamatan, by which reports count"
_FIGURES: Final = "sums and counts of many"
_OFFICE: Final = "the office's own words on its own work: settings, decrees, meetings, reports that went up"
_ACTED: Final = "who acted for the office: its account of what was done, kept as long as that is"
_TECHNICAL: Final = "worked out by the program: hashes, keys, marks"
_LAW: Final = "law, rules and what was read out of them"
_FILE: Final = "the name or the marks of a file that came in as a whole; the office names its own files"

NOT_PERSONAL: Final[Mapping[str, Mapping[str, str]]] = {
    "account": {_ACTED: "issuer subject"},
    "account_month": {_CHOICE: "account kind"},
    "application": {
        _NUMBER: "number",
        _CHOICE: "status kind source verdict",
        _PLACE: "district_code",
        _LAW: "basis",
    },
    "audit": {_ACTED: "person_name", _CHOICE: "programme action subject_kind"},
    "bank_file": {_FILE: "name sha256", _OFFICE: "bank", _FIGURES: "tallies"},
    "bank_mapping": {_OFFICE: "bank columns day_order"},
    "bank_row": {_CHOICE: "kind state", _NUMBER: "number"},
    "boundary_file": {_OFFICE: "programme regency_code", _FILE: "name sha256 data"},
    "candidate_record": {_CHOICE: "kind"},
    "capital_proposal": {_CHOICE: "move closed_how", _OFFICE: "decree reason closed_reason"},
    "chain_link": {_TECHNICAL: "held marks hash"},
    "client": {_NUMBER: "number", _CHOICE: "kind status sector stage", _PLACE: "district_code"},
    "client_indicator": {_CHOICE: "indicator movement"},
    "client_list": {_OFFICE: "taken_back_because"},
    "closed_month": {_FIGURES: "balances"},
    "collateral": {_CHOICE: "kind situation price_letter plate"},
    "collection_entry": {_CHOICE: "kind", _NUMBER: "number"},
    "counter": {_TECHNICAL: "programme key"},
    "data_key": {_TECHNICAL: "number proof"},
    "erased_run": {_TECHNICAL: "before after"},
    "erasure": {_TECHNICAL: "in_table row_key before after"},
    "erasure_hold": {_CHOICE: "programme kind"},
    "erasure_line": {_CHOICE: "kind outcome", _NUMBER: "number"},
    "erasure_list": {_CHOICE: "programme closed_how", _OFFICE: "reason closed_reason"},
    "evidence": {_CHOICE: "programme subject_kind part kind"},
    "file_count": {_CHOICE: "status kind verdict", _PLACE: "district_code"},
    "file_step": {_CHOICE: "step from_stage to_stage"},
    "follow_up": {_CHOICE: "doer state"},
    "fund": {_OFFICE: "key decree"},
    "handover": {_NUMBER: "number"},
    "assignment": {_PLACE: "district_code"},
    "indicator_reading": {_CHOICE: "indicator"},
    "installation": {_TECHNICAL: "identity kind mark"},
    "issued_paper": {_CHOICE: "kind", _NUMBER: "number", _TECHNICAL: "sha256 seal"},
    "journal_entry": {_CHOICE: "kind"},
    "judgement": {_CHOICE: "question", _TECHNICAL: "about", _ACTED: "by_name"},
    "kept_edition": {_LAW: "programme fingerprint body"},
    "later_instrument": {_LAW: "programme body reason", _OFFICE: "closed_how closed_reason"},
    "law_check": {_LAW: "programme law found"},
    "lending_month": {_PLACE: "district_code"},
    "loan": {_CHOICE: "method", _LAW: "rules_fingerprint"},
    "loan_progress": {_PLACE: "district_code"},
    "logo": {_OFFICE: "sha256 data"},
    "marker": {_TECHNICAL: "key value"},
    "meeting": {_OFFICE: "body", _FIGURES: "fund_found"},
    "mentoring_paper": {_CHOICE: "kind", _NUMBER: "number", _TECHNICAL: "sha256 seal"},
    "month_count": {_FIGURES: "what key place"},
    "monthly_report": {_CHOICE: "state", _OFFICE: "correction narrative"},
    "office_setting": {_OFFICE: "parameter value programme reason closed_how closed_reason"},
    "own_text": {_LAW: "programme instrument name sha256 text"},
    "paper": {_CHOICE: "code"},
    "paper_to_sign": {_CHOICE: "kind"},
    "person": {_ACTED: "name email"},
    "person_role": {_ACTED: "programme role reason"},
    "policy_draft": {_OFFICE: "programme name", _LAW: "body"},
    "posting": {_CHOICE: "account"},
    "reading_settlement": {
        _OFFICE: "interpretation reading decree programme reason closed_how closed_reason"
    },
    "receipt": {_LAW: "verdict verdict_in_use fingerprint"},
    "recommendation": {_OFFICE: "agency"},
    "recommendation_bundle": {_OFFICE: "agency state answer", _NUMBER: "number"},
    "recorded_again": {_TECHNICAL: "in_table"},
    "red_list_entry": {_LAW: "found", _CHOICE: "closed_how"},
    "renewal_decree": {_OFFICE: "body"},
    "reversal_proposal": {_CHOICE: "closed_how"},
    "role_end": {_ACTED: "reason"},
    "role_proposal": {_ACTED: "email role programme reason closed_how closed_reason"},
    "selection_round": {_OFFICE: "body minutes_number"},
    "staff": {_CHOICE: "kind", _PLACE: "home_code", _NUMBER: "decree"},
    "staff_record": {_CHOICE: "kind"},
    "submission": {_TECHNICAL: "nonce action"},
    "taken_over_loan": {_NUMBER: "number_form"},
    "takeover_proposal": {
        _FILE: "file_name",
        _NUMBER: "numbers",
        _OFFICE: "signed reason closed_how closed_reason",
    },
    "team_member_entry": {_OFFICE: "body"},
    "team_member_struck": {_OFFICE: "body"},
    "upgrade_proposal": {_CHOICE: "outcome closed_how"},
    "visit": {_CHOICE: "state place day_part", _PLACE: "district_code", _OFFICE: "agency"},
    "visit_import": {_FILE: "name sha256"},
    "visit_part": {_CHOICE: "part"},
    "visit_step": {_CHOICE: "state"},
    "visit_task": {_CHOICE: "task"},
    "write_off_proposal": {_OFFICE: "decree", _CHOICE: "closed_how"},
}
"""By table, for each reason the columns."""


def why_not(table: str) -> dict[str, str]:
    """By column of a table why nothing personal stands in it."""
    return {one: why for why, columns in NOT_PERSONAL.get(table, {}).items() for one in columns.split()}
