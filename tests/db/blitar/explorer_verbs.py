"""More verbs of the mentoring programme and who may call each, by hand from Perbup Blitar 3/2023."""

from collections.abc import Callable
from typing import Any

from db.blitar.caseload.attention import attention_counts, attention_rows
from db.blitar.caseload.client_export import export_clients
from db.blitar.caseload.client_filters import EVERYTHING
from db.blitar.caseload.explorer import explore
from db.blitar.caseload.load import left_behind, loads
from db.blitar.visiting.timeline import timeline
from domain.blitar.caseload.attention import AttentionKind
from domain.blitar.law import law_on
from domain.regulation.law_in_force import NO_PRACTICE
from tests.db.blitar.mentoring import TODAY
from tests.db.blitar.mentoring_verbs import HER_CLIENT, STAFF_READERS
from tests.db.people import NOW

READERS = {"facilitator", "agency_head", "mentor"}
LAW = law_on(TODAY, NO_PRACTICE)


def _export(whole_numbers):
    return lambda s, who: export_clients(s, who, EVERYTHING, LAW, whole_numbers=whole_numbers, at=NOW)


EXPLORER_VERBS: dict[str, tuple[Callable[..., Any], set[str]]] = {
    "explore": (lambda s, who: explore(s, who, EVERYTHING, LAW), READERS),
    "timeline": (lambda s, who: timeline(s, who, HER_CLIENT), READERS),
    "loads": (lambda s, who: loads(s, who, LAW), READERS),
    "left_behind": (lambda s, who: left_behind(s, who, TODAY), STAFF_READERS),
    "attention_counts": (lambda s, who: attention_counts(s, who, LAW), READERS),
    "attention_rows": (lambda s, who: attention_rows(s, who, AttentionKind.NOT_SENT, LAW), READERS),
    "export_clients, masked": (_export(whole_numbers=False), READERS),
    # Pasal 5(3)d, and the Kepala Dinas who answers for the data; a Pendamping takes no list of numbers away.
    "export_clients, whole numbers": (_export(whole_numbers=True), READERS - {"mentor"}),
}
