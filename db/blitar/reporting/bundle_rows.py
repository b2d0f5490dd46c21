"""Letters of recommendation as rows: held, moved on, and read with their lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.blitar.trail import BlitarAction, BlitarSubject
from db.plain import Plain, from_plain, to_plain
from db.refusals import ChangedMeanwhile, NotFound, Wrong
from db.tables import AuditRow, RecommendationBundleRow, RecommendationItemRow, VisitRow
from db.trail import Subject
from domain.blitar.kinds import SubjectKind as ClientKind
from domain.blitar.reporting.recommendations import AgencyLetter, BundleState, LetterNumber, Recommended
from domain.blitar.visiting.visit import VisitState
from domain.closings import Closed, Closing
from domain.problems import Problem


@dataclass(frozen=True, slots=True)
class BundleLine:
    """One recommendation in a bundle, and what became of its visit since.

    `stands` is False when the visit is no longer verified; `changed_since` when it was changed after the
    bundle was last looked after.
    """

    said: Recommended
    client_id: int
    mentor_id: int | None
    stands: bool
    changed_since: bool


@dataclass(frozen=True, slots=True)
class StruckLine:
    """A recommendation that the Kepala Dinas struck from a letter: about whom, why, by whom and when."""

    client: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterStanding:
    """Where a letter stands: to whom, by whom, its number and days, and how many lines it has."""

    id: int
    version: int
    agency: str
    state: BundleState
    letter: LetterNumber | None
    sent_on: date | None
    answered_on: date | None
    answer: str
    made_by: str
    made_by_id: int
    made_at: datetime
    set_by: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle(LetterStanding):
    """A bundle as its screen shows it; `lines` are those that the reader may see, of `size`.

    `returns` tell how often the Kepala Dinas returned it and why, `struck` which lines they took out, the
    first one first; both are read for one alone. `paper` is the PDF as it was kept, read to be printed.
    """

    lines: tuple[BundleLine, ...]
    returns: tuple[Closed, ...] = ()
    struck: tuple[StruckLine, ...] = ()
    paper: bytes | None = None

    @property
    def returned(self) -> Closed | None:
        """Why it came back last, while it still is with who prepares it."""
        return self.returns[-1] if self.returns and self.state is BundleState.RETURNED else None


def held_bundle(session: Session, bundle_id: int) -> RecommendationBundleRow:
    """Hold a bundle against other writers; or raise NotFound."""
    table = RecommendationBundleRow
    query = select(table).where(table.id == bundle_id).with_for_update(of=table)
    row = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if row is None:
        raise NotFound("Surat rekomendasi ini")
    return row


def require_unchanged(session: Session, row: RecommendationBundleRow, expected_version: int) -> None:
    """Raise ChangedMeanwhile when somebody changed the bundle since that version."""
    if row.version == expected_version:
        return
    by = session.scalar(
        select(AuditRow.person_name)
        .where(AuditRow.subject_kind == BlitarSubject.RECOMMENDATION, AuditRow.subject_id == row.id)
        .where(AuditRow.action != BlitarAction.PRINT_RECOMMENDATIONS)
        .order_by(AuditRow.id.desc())
        .limit(1)
    )
    raise ChangedMeanwhile("surat rekomendasi ini", by or "orang lain", row.changed_at)


def returns_of(session: Session, row: RecommendationBundleRow) -> tuple[Closed, ...]:
    """Each time that the Kepala Dinas returned a letter, as the trail keeps it.

    An older line is of a letter that was given up, whose number SQLite gives again.
    """
    query = (
        select(AuditRow)
        .where(AuditRow.subject_kind == BlitarSubject.RECOMMENDATION, AuditRow.subject_id == row.id)
        .where(AuditRow.action == BlitarAction.RETURN_RECOMMENDATIONS, AuditRow.at >= row.made_at)
        .order_by(AuditRow.id)
    )
    return tuple(
        Closed(Closing.RETURNED, str((line.after or {}).get("reason", "")), line.person_name or "", line.at)
        for line in session.scalars(query)
    )


def struck_from(session: Session, row: RecommendationBundleRow) -> tuple[StruckLine, ...]:
    """Each line that the Kepala Dinas struck from a letter, as the trail keeps it."""
    query = (
        select(AuditRow)
        .where(AuditRow.subject_kind == BlitarSubject.RECOMMENDATION, AuditRow.subject_id == row.id)
        .where(AuditRow.action == BlitarAction.STRIKE_RECOMMENDATION, AuditRow.at >= row.made_at)
        .order_by(AuditRow.id)
    )
    return tuple(
        StruckLine(
            str((line.before or {}).get("client", "")),
            str((line.after or {}).get("reason", "")),
            line.person_name or "",
            line.at,
        )
        for line in session.scalars(query)
    )


def require_state(row: RecommendationBundleRow, *wanted: BundleState) -> None:
    """Raise Wrong unless the bundle stands where this step may be taken."""
    state = BundleState(row.state)
    if state not in wanted:
        told = f"Surat ini berstatus “{state.label}”, jadi langkah ini tidak berlaku lagi. Muat ulang layar."
        raise Wrong((Problem("state", told),))


def lines_of(bundle: RecommendationBundleRow) -> tuple[BundleLine, ...]:
    """The lines: of a letter that was set as they stood then, of a draft as the visits are now."""
    if bundle.letter is None:
        return tuple(_line(item, _said(item), bundle.changed_at) for item in bundle.items)
    by_visit = {item.visit_id: item for item in bundle.items}
    said = [from_plain(Recommended, one) for one in bundle.letter["lines"]]
    return tuple(_line(by_visit[one.visit_id], one, bundle.changed_at) for one in said)


def as_set(bundle: RecommendationBundleRow) -> Plain:
    """The lines as they stand now, to be kept with the letter that is set."""
    return {"lines": to_plain(tuple(_said(item) for item in bundle.items))}


def bundle_of(bundle: RecommendationBundleRow, own: Sequence[int] | None) -> Bundle:
    """A bundle as who reads it may see it; `own` are a Pendamping's numbers, None for who sees all."""
    lines = lines_of(bundle)
    seen = lines if own is None else tuple(line for line in lines if line.mentor_id in own)
    return Bundle(**standing_of(bundle, len(lines)), lines=seen)


def standing_of(bundle: RecommendationBundleRow, size: int) -> dict[str, Any]:
    """Where a bundle of so many lines stands, as the fields of LetterStanding."""
    letter = None
    if bundle.number is not None and bundle.set_on is not None:
        letter = LetterNumber(number=bundle.number, on=bundle.set_on)
    return {
        "id": bundle.id,
        "version": bundle.version,
        "agency": bundle.agency,
        "state": BundleState(bundle.state),
        "letter": letter,
        "sent_on": bundle.sent_on,
        "answered_on": bundle.answered_on,
        "answer": bundle.answer or "",
        "made_by": bundle.made_by.name,
        "made_by_id": bundle.made_by_id,
        "made_at": bundle.made_at,
        "set_by": bundle.set_by.name if bundle.set_by else "",
        "size": size,
    }


def recommended(row: VisitRow, told: str) -> Recommended:
    """A visit's recommendation in the words that a letter uses."""
    return Recommended(
        visit_id=row.id,
        visited_on=row.on,
        client_number=row.client.number,
        client_name=row.client.name,
        kind=ClientKind(row.client.kind),
        district_code=row.client.district_code,
        problem=str(row.body.get("problem", "")),
        told=told,
    )


def _said(item: RecommendationItemRow) -> Recommended:
    return recommended(item.visit, item.told)


def _line(item: RecommendationItemRow, said: Recommended, looked_after: datetime) -> BundleLine:
    visit = item.visit
    return BundleLine(
        said=said,
        client_id=visit.client_id,
        mentor_id=visit.client.mentor_id,
        stands=visit.state == VisitState.VERIFIED,
        changed_since=visit.changed_at > looked_after,
    )


def subject_of(row: RecommendationBundleRow) -> Subject:
    """The letter as the subject of a line in the trail."""
    return Subject(BlitarSubject.RECOMMENDATION, row.id)


def letter_of(row: RecommendationBundleRow, letter: LetterNumber, signer: str) -> AgencyLetter:
    """A letter as its paper tells it."""
    said = tuple(line.said for line in lines_of(row))
    return AgencyLetter(agency=row.agency, lines=said, letter=letter, signer=signer)


def moved(row: RecommendationBundleRow, at: datetime) -> None:
    """Note that a letter changed at a moment."""
    row.version, row.changed_at = row.version + 1, at
