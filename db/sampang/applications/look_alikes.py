"""Applications of what may be the same person, household or business: pointed out, never merged."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sqlalchemy import ColumnElement, case, or_, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.sampang.applications.application_rows import application_row, npwp_key
from db.search_words import same_name_nearby, search_form
from db.tables import ApplicationRow
from db.tables.applying import NAMED
from domain.identity import mask_number
from domain.roles import Person
from domain.sampang.application import Applicant
from domain.sampang.kinds import ApplicantKind
from domain.sampang.origination.stages import Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.similar_names import are_similar, similar_among

_MOST_SHOWN: Final = 20


class Likeness(StrEnum):
    """In what two applications are alike; the value is stable, the label is for people."""

    SAME_NIK = "same_nik"
    SAME_NPWP = "same_npwp"
    SPOUSE = "spouse"
    SAME_NAME = "same_name"
    SIMILAR_NAME = "similar_name"

    @property
    def label(self) -> str:
        """The Indonesian words on screens."""
        return _LABELS[self]


_LABELS: Final = {
    Likeness.SAME_NIK: "NIK sama",
    Likeness.SAME_NPWP: "NPWP sama",
    Likeness.SPOUSE: "suami atau istri",
    Likeness.SAME_NAME: "nama dan kecamatan sama",
    Likeness.SIMILAR_NAME: "nama mirip, kecamatan sama",
}


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Another application that is alike, and in what; the NIK is masked."""

    id: int
    number: str
    name: str
    kind: ApplicantKind
    status: Stage
    district_code: str | None
    masked_nik: str
    alike_in: tuple[Likeness, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """What is compared; a blank mark is like nothing."""

    nik: str | None
    npwp: str | None
    spouse_nik: str | None
    name: str
    district_code: str | None
    contact: str = ""

    def conditions(self) -> list[ColumnElement[bool]]:
        """The conditions under which a stored row is alike."""
        row = ApplicationRow
        nearby = same_name_nearby(row.search_name, row.district_code, self.name, self.district_code)
        return self.numbers() if nearby is None else [*self.numbers(), nearby]

    def numbers(self) -> list[ColumnElement[bool]]:
        """The conditions under which a stored row bears one of the numbers."""
        found: list[ColumnElement[bool]] = []
        if self.nik:
            found += [ApplicationRow.nik == self.nik, ApplicationRow.spouse_nik == self.nik]
        if self.npwp:
            found.append(ApplicationRow.npwp_key == self.npwp)
        if self.spouse_nik:
            found.append(ApplicationRow.nik == self.spouse_nik)
        return found

    def surest_first(self) -> list[ColumnElement[int]]:
        """The order in which a number goes before a name, and a name before one that only sounds like it."""
        tiers = ((1, self.numbers()), (2, self.conditions()))
        ranks = [(or_(*which), rank) for rank, which in tiers if which]
        return [case(*ranks, else_=3)] if ranks else []

    def alike_in(self, row: ApplicationRow) -> tuple[Likeness, ...]:
        """In what a stored row is alike."""
        is_spouse = row.spouse_nik == self.nik if self.nik else False
        found = {
            Likeness.SAME_NIK: bool(self.nik) and row.nik == self.nik,
            Likeness.SAME_NPWP: bool(self.npwp) and row.npwp_key == self.npwp,
            Likeness.SPOUSE: is_spouse or (bool(self.spouse_nik) and row.nik == self.spouse_nik),
            Likeness.SAME_NAME: bool(self.name and self.district_code)
            and (row.search_name, row.district_code) == (self.name, self.district_code),
        }
        if not any(found.values()):
            found[Likeness.SIMILAR_NAME] = self.is_like(row.search_name, row.search_contact)
        return tuple(likeness for likeness, holds in found.items() if holds)

    def is_like(self, name: str, contact: str) -> bool:
        """Whether the name of the business or of the person may be the same, written in another way."""
        return are_similar(self.name, name) or are_similar(self.contact, contact)


def look_alikes(
    session: Session, actor: Person, applicant: Applicant, except_id: int | None = None
) -> tuple[LookAlike, ...]:
    """Find stored applications like the one that is being entered: the surest first, then the newest.

    What bears the same number or name is never left out for something that only sounds like it.
    """
    authorise(session, actor, SAMPANG, SampangPermission.ENTER_APPLICATIONS)
    return _found(session, marks_of(applicant), except_id)


def marks_of(applicant: Applicant) -> Marks:
    """What is compared of an applicant as typed."""
    return Marks(
        nik=applicant.nik,
        npwp=npwp_key(applicant.npwp),
        spouse_nik=applicant.spouse_nik,
        name=search_form(applicant.name),
        district_code=applicant.district_code,
        contact=search_form(applicant.contact_name),
    )


def marks_of_row(row: ApplicationRow) -> Marks:
    """What is compared of a stored application."""
    return Marks(
        row.nik, row.npwp_key, row.spouse_nik, row.search_name, row.district_code, row.search_contact
    )


def look_alikes_of(session: Session, actor: Person, application_id: int) -> tuple[LookAlike, ...]:
    """Find other applications like a stored one, also for those who may not see its NIK."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    row = application_row(session, application_id)
    return _found(session, marks_of_row(row), row.id)


def _found(session: Session, marks: Marks, except_id: int | None) -> tuple[LookAlike, ...]:
    conditions = marks.conditions()
    if similar := _similar(session, marks):
        conditions.append(ApplicationRow.id.in_(similar))
    if not conditions:
        return ()
    order = (*marks.surest_first(), ApplicationRow.id.desc())
    query = select(ApplicationRow).where(or_(*conditions)).order_by(*order)
    if except_id is not None:
        query = query.where(ApplicationRow.id != except_id)
    return tuple(
        LookAlike(
            id=row.id,
            number=row.number,
            name=row.name,
            kind=ApplicantKind(row.kind),
            status=Stage(row.status),
            district_code=row.district_code,
            masked_nik=mask_number(row.nik),
            alike_in=marks.alike_in(row),
        )
        for row in session.scalars(query.limit(_MOST_SHOWN))
    )


def _similar(session: Session, marks: Marks) -> list[int]:
    """The newest files of the kecamatan whose business or person bears a name like this one."""
    if not (marks.district_code and (marks.name or marks.contact)):
        return []
    row = ApplicationRow
    near = select(row.id, row.search_name, row.search_contact)
    near = near.where(row.district_code == marks.district_code, NAMED)
    rows = session.execute(near).all()
    if not rows:
        return []
    numbers, names, contacts = zip(*rows, strict=True)
    places = similar_among(marks.name, names) | similar_among(marks.contact, contacts)
    return sorted((numbers[place] for place in places), reverse=True)[:_MOST_SHOWN]
