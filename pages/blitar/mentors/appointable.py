"""Who may be appointed out of the selection rounds: passed or in reserve, and not appointed yet."""

from dataclasses import dataclass

from db.blitar.selection.candidates import StoredCandidate, candidates
from db.blitar.selection.rounds import StoredRound, rounds
from domain.blitar.selecting.results import OutcomeKind
from domain.blitar.staffing.staff_papers import selected_in
from domain.roles import Person
from pages.blitar.mentors.register import Register
from pages.parts.store import database


@dataclass(frozen=True, slots=True)
class Selected:
    """A candidate with the round and the outcome, as a choice on the form shows it."""

    stored: StoredCandidate
    round_title: str
    is_reserve: bool
    selected_in: str = ""

    @property
    def label(self) -> str:
        """The name, the round, and the outcome."""
        outcome = OutcomeKind.RESERVE if self.is_reserve else OutcomeKind.PASSED
        return f"{self.stored.candidate.name} — {outcome.label.lower()}, {self.round_title}"


def selected(person: Person, register: Register) -> dict[str, Selected]:
    """Everybody who may still be appointed, by their number, those who passed first."""
    appointed = {one.candidate_id for one in register.mentors}
    found = []
    with database().read() as session:
        for each in (one for one in rounds(session, person) if one.is_decided):
            for stored in candidates(session, person, each.id):
                outcome = stored.outcome
                if outcome and outcome.takes_part and stored.id not in appointed:
                    is_reserve = outcome.kind is OutcomeKind.RESERVE
                    told = _selected_in(each)
                    found.append(Selected(stored, each.round.title, is_reserve, told))
    return {str(one.stored.id): one for one in sorted(found, key=lambda one: one.is_reserve)}


def _selected_in(one: StoredRound) -> str:
    return selected_in(one.round.title, one.minutes_number, one.decided_on) if one.decided_on else ""
