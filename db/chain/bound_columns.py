"""Which columns of each chained table are bound as they come, in the order of the first links; never changed.

A column that a later release adds is not among them: it is bound by its name where a row has something in it.
So what was bound before still holds, as long as the migration leaves the column empty, no or nought there.
"""

from collections.abc import Mapping
from typing import Final

_NAMES: Final = {
    "installation": "id identity kind made_at mark",
    "audit": "id at person_id person_name programme action subject_kind subject_id before after",
    "journal_entry": "id kind on value_on memo released loan_id reverses_id by_person_id at",
    "posting": "entry_id account amount",
    "receipt": (
        "application_id seq day verdict verdict_in_use most fingerprint body by_person_id at because"
    ),
    "issued_paper": "id kind application_id meeting_id number dated_on sha256 seal pdf by_person_id at",
    "mentoring_paper": "id kind of_id number dated_on sha256 seal pdf by_person_id at",
    "monthly_report": (
        "id month version saves state correction narrative figures changed_by_id changed_at "
        "sent_by_id sent_at"
    ),
    "erasure_list": (
        "id programme year on reason proposed_by_id proposed_at approved_by_id approved_at closed_how "
        "closed_reason closed_by_id closed_at erased_at"
    ),
    "erasure_line": "id list_id kind subject_id number event_on due_on pieces outcome",
    "erasure": "id list_id in_table row_key before after",
    "erased_run": "id list_id link place before after",
}
FIRST: Final[Mapping[str, tuple[str, ...]]] = {table: tuple(told.split()) for table, told in _NAMES.items()}
"""The columns by table."""
