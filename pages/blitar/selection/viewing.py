"""One round with everybody in it, read once for each run of the screen."""

from dataclasses import dataclass
from datetime import date

from db.blitar.selection.candidates import StoredCandidate, matrix
from db.blitar.selection.round_results import decided_standings, law_of_round, standing
from db.blitar.selection.rounds import StoredRound, selection_round
from db.office.practice import law_of
from domain.blitar.examining import CandidateFindings
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.selecting.results import OutcomeKind
from domain.blitar.selecting.rounds import RoundStage
from domain.blitar.selecting.standing import Standing, decided_as
from domain.programme import may
from domain.roles import Person
from pages.parts.store import database, today


@dataclass(frozen=True, slots=True)
class Entry:
    """One registration: as stored, as the law finds it, and how it stands."""

    stored: StoredCandidate
    found: CandidateFindings
    standing: Standing

    @property
    def label(self) -> str:
        """The number and the name."""
        return f"{self.stored.number} · {self.stored.candidate.name}"


@dataclass(frozen=True, slots=True)
class View:
    """A round as this person sees it; a decided one as it stood when it was decided."""

    person: Person
    stored: StoredRound
    entries: tuple[Entry, ...]
    day: date

    @property
    def runs(self) -> bool:
        """Whether this person may still change something in it."""
        return may(self.person, BlitarPermission.RUN_SELECTION, BLITAR) and not self.stored.is_decided

    @property
    def stage(self) -> RoundStage:
        """How far the round is today."""
        return self.stored.round.stage_on(self.day, decided=self.stored.is_decided)

    @property
    def standings(self) -> tuple[Standing, ...]:
        """How everybody stands, in the order of registering."""
        return tuple(entry.standing for entry in self.entries)

    @property
    def passed(self) -> int:
        """How many are recorded as passed."""
        return len(decided_as(self.standings, OutcomeKind.PASSED))

    @property
    def places_left(self) -> int:
        """How many more may pass."""
        return self.stored.round.quota - self.passed

    def entry(self, candidate_id: int | None) -> Entry | None:
        """The registration with a number of the store."""
        return next((entry for entry in self.entries if entry.stored.id == candidate_id), None)


def view_of(person: Person, round_id: int, law_day: date | None = None) -> View:
    """Read a round, or what it would be by the law of another day; raises NotFound."""
    day = today()
    with database().read() as session:
        stored = selection_round(session, person, round_id)
        law = law_of(session, BLITAR, law_day) if law_day else law_of_round(session, stored, day)
        found = matrix(session, person, round_id, law)
    kept = {} if law_day else {one.number: one for one in decided_standings(stored)}
    entries = tuple(
        Entry(each, findings, kept.get(each.number) or standing(each, findings)) for each, findings in found
    )
    return View(person, stored, entries, day)
