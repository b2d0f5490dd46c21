"""A LoanApplication as rows and back; reading back gives an equal application."""

from dataclasses import fields, replace
from typing import Any, Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, selectinload
from sqlalchemy.orm.interfaces import LoaderOption

from db.engine import known_together
from db.plain import Plain, from_plain, to_plain
from db.refusals import NotFound
from db.sampang.applications.file_counts import count_changes
from db.search_words import search_form
from db.tables import ApplicationRow, CollateralRow, JudgementRow, PaperRow
from domain.identity import mask_number
from domain.sampang.application import Collateral, Judgement, LoanApplication

count_changes()  # whoever writes files comes through here

_COLUMNS: Final = ("amount", "term_months", "filed_on", "source", "note")
_APPLICANT_COLUMNS: Final = (
    "kind", "name", "nik", "npwp", "spouse_nik", "district_code", "village_code",
)  # fmt: skip
_ROWS: Final = ("collateral", "papers", "judgements")
_COLLATERAL_COLUMNS: Final = tuple(field.name for field in fields(Collateral))
_WHOLE: Final[tuple[LoaderOption, ...]] = (
    selectinload(ApplicationRow.collateral),
    selectinload(ApplicationRow.papers),
    selectinload(ApplicationRow.judgements),
    selectinload(ApplicationRow.entered_by),
    selectinload(ApplicationRow.changed_by),
)


def write_row(row: ApplicationRow, application: LoanApplication) -> None:
    """Put all of an application into its row, except its judgements, which have a verb of their own."""
    plain = to_plain(application)
    applicant = plain.pop("applicant")
    for name in _APPLICANT_COLUMNS:
        setattr(row, name, applicant.pop(name))
    for name in _COLUMNS:
        plain.pop(name)
        setattr(row, name, getattr(application, name))
    for name in _ROWS:
        plain.pop(name)
    row.answers = {**plain, "applicant": applicant}
    row.search_name = search_form(application.applicant.name)
    row.search_contact = search_form(application.applicant.contact_name)
    row.npwp_key = npwp_key(application.applicant.npwp)
    row.collateral = [
        CollateralRow(position=place, **_collateral(thing))
        for place, thing in enumerate(application.collateral)
    ]
    row.papers = [PaperRow(code=code, present=there) for code, there in application.papers.items()]


def read_row(row: ApplicationRow) -> LoanApplication:
    """Read an application back, with the newest judgement of each question."""
    applicant = {name: getattr(row, name) for name in _APPLICANT_COLUMNS}
    plain: Plain = {
        **row.answers,
        "applicant": row.answers["applicant"] | applicant,
        **{name: to_plain(getattr(row, name)) for name in _COLUMNS},
        "collateral": [
            {name: getattr(thing, name) for name in _COLLATERAL_COLUMNS} for thing in row.collateral
        ],
        "papers": {paper.code: paper.present for paper in row.papers},
    }
    newest = {entry.question: read_judgement(entry) for entry in row.judgements}
    return replace(from_plain(LoanApplication, plain), judgements=newest)


def read_judgement(row: JudgementRow) -> Judgement:
    """Read one recorded opinion."""
    return Judgement(row.answer, row.by_name, row.on, row.reason, row.about)


def masked(application: LoanApplication) -> LoanApplication:
    """Hide the numbers of the people in an application but for their first and last digits."""
    who = application.applicant
    return replace(
        application,
        applicant=replace(
            who,
            nik=who.nik and mask_number(who.nik),
            npwp=who.npwp and mask_number(who.npwp),
            spouse_nik=who.spouse_nik and mask_number(who.spouse_nik),
            phone=mask_number(who.phone),
        ),
    )


def application_row(session: Session, application_id: int) -> ApplicationRow:
    """Find the row of an application with all that belongs to it; or raise NotFound."""
    whole = select(ApplicationRow).options(*_WHOLE)
    return known_together(
        session, ("application", application_id), lambda: _one(session, whole, application_id)
    )


def held_row(session: Session, application_id: int) -> ApplicationRow:
    """Find the row of an application as it is now, held against other writers; or raise NotFound."""
    query = select(ApplicationRow).with_for_update()
    return _one(session, query.execution_options(populate_existing=True), application_id)


def _one(session: Session, query: Select[ApplicationRow], application_id: int) -> ApplicationRow:
    row = session.scalars(query.where(ApplicationRow.id == application_id)).one_or_none()
    if row is None:
        raise NotFound("Pengajuan ini")
    return row


def npwp_key(npwp: str | None) -> str | None:
    """Reduce an NPWP to what is compared: "0" and 15 digits are the old 15 digits."""
    if npwp is not None and len(npwp) == 16 and npwp.startswith("0"):
        return npwp[1:]
    return npwp or None


def _collateral(thing: Collateral) -> dict[str, Any]:
    return {name: to_plain(getattr(thing, name)) for name in _COLLATERAL_COLUMNS}
