"""What the parts of the monthly report share: the version, its numbers, and what is being written."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from db.blitar.reporting.figures import report_figures
from db.blitar.reporting.report_versions import VersionLine, report_version
from domain.blitar.goals_and_tasks import ReportPart
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.report import Gap, GapReason, Narrative, ReportVersion, unwritten
from domain.blitar.reporting.report_figures import ReportFigures
from domain.blitar.roles import BlitarPermission
from domain.programme import may
from domain.roles import Person
from pages.blitar.reports.monthly.report_choice import Chosen
from pages.parts.fields import Form
from pages.parts.saving import opened
from pages.parts.sending import nonce_of
from pages.parts.store import database, today

UNSAVED = "laporan-belum-disimpan"


@dataclass(frozen=True, slots=True)
class Page:
    """One version on the screen; `form` only where it is being written, over the version it was opened in.

    `live` are the numbers of this moment; of a sent version `figures` are the frozen ones.
    """

    person: Person
    told: ReportVersion
    opened: ReportVersion
    figures: ReportFigures
    live: ReportFigures
    versions: tuple[VersionLine, ...]
    form: Form | None

    @property
    def month(self) -> date:
        """The first day of the month."""
        return self.told.month

    @property
    def narrative(self) -> Narrative:
        """What is written: as it stands in the fields now, or as it was stored."""
        return self.told.narrative if self.form is None else _standing(self.form, self.figures)

    @property
    def is_unsaved(self) -> bool:
        """Whether something in the fields differs from what was stored."""
        return self.form is not None and self.narrative != _tidied(self.opened.narrative, self.figures)


def form_name(month: date, version: int) -> str:
    """The name under which a version's fields are kept in the session."""
    return f"laporan:{month}:{version}"


def text_field(part: ReportPart) -> str:
    """The name of the field in which a part is written."""
    return f"texts.{part.value}"


def read_page(person: Person, chosen: Chosen) -> Page | None:
    """The chosen version with its numbers; None where the person may not read one."""
    writes = may(person, BlitarPermission.WRITE_REPORTS, BLITAR)
    with database().read() as session:
        told = report_version(session, person, chosen.month, chosen.version)
        if told is None and writes:
            told = unwritten(chosen.month)
        if told is None:
            return None
        live = report_figures(session, person, chosen.month, day=today())
    form, start = None, told
    if writes and not told.is_sent:
        nonce = nonce_of(form_name(told.month, told.version))
        start = opened(nonce, told)
        form = Form(nonce, _first_values(start.narrative), Narrative)
    return Page(person, told, start, told.figures or live, live, chosen.versions, form)


def in_print(page: Page) -> ReportVersion:
    """The version as a paper shows it: with what stands in the fields now."""
    return replace(page.told, narrative=page.narrative)


def _first_values(narrative: Narrative) -> dict[str, Any]:
    found: dict[str, Any] = {text_field(part): text for part, text in narrative.texts.items()}
    found["closing"] = narrative.closing
    for gap in narrative.gaps:
        found[f"gaps.{gap.staff_id}"] = gap.reason
        found[f"gaps.{gap.staff_id}.note"] = gap.note
    return found


def _standing(form: Form, figures: ReportFigures) -> Narrative:
    texts = {part: str(form.standing(text_field(part)) or "").strip() for part in ReportPart}
    gaps = []
    for one in figures.without_visit:
        reason, note = (form.standing(f"gaps.{one.staff_id}{end}") for end in ("", ".note"))
        gaps.append(
            Gap(
                staff_id=one.staff_id,
                reason=GapReason(reason) if reason else None,
                note=str(note or "").strip(),
            )
        )
    closing = str(form.standing("closing") or "").strip()
    return _tidied(Narrative(texts=texts, closing=closing, gaps=tuple(gaps)), figures)


def _tidied(narrative: Narrative, figures: ReportFigures) -> Narrative:
    """Without what is blank, and without reasons for who has visits by now."""
    without = {one.staff_id for one in figures.without_visit}
    told = [gap for gap in narrative.gaps if gap.staff_id in without and (gap.reason or gap.note)]
    texts = {part: narrative.texts[part] for part in ReportPart if narrative.texts.get(part)}
    return Narrative(
        texts=texts,
        closing=narrative.closing,
        gaps=tuple(sorted(told, key=lambda gap: gap.staff_id)),
    )
