"""Every column in which something personal stands, and how it goes."""

from collections.abc import Mapping
from enum import Enum, auto
from typing import Any, Final

from db.retention.erased_paper import ERASED_PAPER
from db.retention.scrubbing import GONE_WORDS, scrubbed


class How(Enum):
    """How a value goes."""

    NAME = auto()  # "dihapus (retensi 2036)" stands there
    WORDS = auto()  # "dihapus" stands there, where something was told
    EMPTY = auto()  # blank
    NOTHING = auto()  # unknown
    BYTES = auto()  # no bytes
    PAPER = auto()  # one page that says why
    BODY = auto()  # a body without its words: db.retention.scrubbing
    ROW = auto()  # the row itself goes


def erased(how: How, value: Any, gone: str) -> Any:
    """What becomes of a value."""
    if value is None or how is How.NOTHING:
        return None
    if how is How.BODY:
        return scrubbed(value, gone)
    told = {How.NAME: gone, How.WORDS: GONE_WORDS, How.EMPTY: "", How.BYTES: b"", How.PAPER: ERASED_PAPER}[
        how
    ]
    return told if value else value


def _each(how: How, columns: str) -> dict[str, How]:
    return dict.fromkeys(columns.split(), how)


def _names(name: str = "", *, words: str = "", empty: str = "", nothing: str = "") -> dict[str, How]:
    return {
        **_each(How.NAME, name),
        **_each(How.WORDS, words),
        **_each(How.EMPTY, empty),
        **_each(How.NOTHING, nothing),
    }


PERSONAL: Final[Mapping[str, Mapping[str, How]]] = {
    # ---- the fund
    "application": {
        **_names("name", words="note", empty="search_name search_contact"),
        **_each(How.NOTHING, "nik npwp npwp_key spouse_nik village_code"),
        "answers": How.BODY,
    },
    "bank_row": {
        **_names("name", words="reason reference note because"),
        **_each(How.BODY, "written candidates"),
    },
    "board_entry": {"body": How.BODY},
    "collateral": _names("owner_name", words="description assessed_by", empty="plate_number"),
    "collection_entry": {"body": How.BODY},
    "custody_entry": {"standing_reason": How.WORDS, **_each(How.BODY, "body examined")},
    "file_step": {"note": How.WORDS, "body": How.BODY},
    "issued_paper": {"pdf": How.PAPER},
    "journal_entry": {"memo": How.WORDS},
    "judgement": {"reason": How.WORDS},
    "offered_thing": _each(How.BODY, "body examined"),
    "paper_to_sign": _each(How.BODY, "body facts"),
    "receipt": {"body": How.BODY, "because": How.WORDS},
    "red_list_entry": _names(words="reason lifted_reason closed_reason"),
    "reversal_proposal": _names(words="reason closed_reason"),
    "settlement_quote": {"ruling": How.WORDS},
    "survey_finding": {"body": How.BODY},
    "taken_over_loan": {"told": How.BODY},
    "takeover_proposal": {"told": How.BODY},
    "use_of_funds": {"body": How.BODY},
    "write_off_proposal": _names(words="reason closed_reason"),
    # ---- the mentoring
    "assignment": {"note": How.WORDS},
    "candidate": {**_names("name", empty="search_name", nothing="nik"), "body": How.BODY},
    "candidate_record": {"body": How.BODY},
    "client": {
        **_names("name", empty="search_name", nothing="nik nib village_code"),
        **_each(How.BODY, "body leaving"),
    },
    "client_indicator": _names(words="baseline_evidence latest_evidence"),
    "facilitator_review": {"body": How.BODY},
    "follow_up": _names(words="told closing_note"),
    "handover": {"note": How.WORDS},
    "handover_line": {"promise": How.WORDS},
    "indicator_reading": {"evidence": How.WORDS},
    "mentoring_paper": {"pdf": How.PAPER},
    "monthly_report": {"figures": How.BODY},
    "recommendation_bundle": {"letter": How.BODY},
    "recommendation_item": {"told": How.WORDS},
    "renewal_decree": {"lines": How.BODY},
    "selection_round": {"result": How.BODY},
    "staff": {**_names("name", nothing="nik"), **_each(How.BODY, "background ending")},
    "staff_record": {"body": How.BODY},
    "upgrade_proposal": {**_names(words="reason closed_reason"), **_each(How.BODY, "basis decision")},
    "visit": {"body": How.BODY},
    "visit_step": {"note": How.WORDS},
    "week_plan": {"slots": How.BODY},
    # ---- both
    "audit": _each(How.BODY, "before after"),
    "erasure_hold": {"reason": How.WORDS},
    "evidence": _names(words="caption", empty="sha256", nothing="latitude longitude"),
    "evidence_bytes": _each(How.BYTES, "data small"),
    "evidence_withdrawal": {"reason": How.WORDS},
    "recorded_again": {"because": How.WORDS, "resembles": How.BODY},
    "sign_in": _each(How.ROW, "key provider ended_how"),
    "unsent_form": _each(How.ROW, "form tab screen address typed"),
}
"""By table and column; what is not here stands in `db.retention.not_personal`."""
