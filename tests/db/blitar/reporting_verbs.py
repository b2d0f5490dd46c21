"""More verbs of the mentoring programme and who may call each, by hand from Perbup Blitar 3/2023."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

from db.blitar.reporting.figures import report_figures
from db.blitar.reporting.monday import monday_digest
from db.blitar.reporting.recommendation_export import export_visits
from db.blitar.reporting.report_versions import first_month, report_paper, report_version, reports
from db.blitar.reporting.reports import save_narrative, send_report, start_correction
from db.blitar.reporting.rows_behind import rows_behind
from db.refusals import NotFound
from domain.blitar.law import law_on
from domain.blitar.reporting.behind import Behind, Number
from domain.blitar.reporting.report import Correction, Gap, GapReason, Narrative
from domain.regulation.law_in_force import NO_PRACTICE
from tests.db.blitar.mentoring import TODAY
from tests.db.blitar.mentoring_verbs import BUDI, SRI
from tests.db.people import NOW, a_nonce

# Pasal 5(3)i: the Fasilitator reports to the Kepala Dinas; a Pendamping reads the report too.
WRITERS = {"facilitator"}
READERS = {"facilitator", "agency_head", "mentor"}
MONTH = date(2026, 2, 1)
NO_VISITS = Narrative(gaps=tuple(Gap(staff_id=one, reason=GapReason.SICK) for one in (SRI, BUDI)))


def _new():
    return {"nonce": a_nonce(), "at": NOW}


def _correct(s, who):
    with suppress(NotFound):
        start_correction(s, who, MONTH, Correction(correction="x"), version=1, **_new())


REPORTING_VERBS: dict[str, tuple[Callable[..., Any], set[str]]] = {
    "report_figures": (lambda s, who: report_figures(s, who, MONTH), READERS),
    "rows_behind": (lambda s, who: rows_behind(s, who, MONTH, Behind(Number.VISITS)), READERS),
    "export_visits": (lambda s, who: export_visits(s, who, MONTH, at=NOW), READERS),
    "reports": (reports, READERS),
    "monday_digest": (lambda s, who: monday_digest(s, who, law_on(TODAY, NO_PRACTICE)), WRITERS),
    "report_version": (lambda s, who: report_version(s, who, MONTH), READERS),
    "report_paper": (lambda s, who: report_paper(s, who, MONTH, 1), READERS),
    "first_month": (first_month, READERS),
    "save_narrative": (lambda s, who: save_narrative(s, who, MONTH, Narrative(), **_new()), WRITERS),
    "send_report": (lambda s, who: send_report(s, who, MONTH, NO_VISITS, **_new()), WRITERS),
    "start_correction": (_correct, WRITERS),
}
