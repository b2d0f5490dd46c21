"""What a change of the law could change in Blitar, to be looked at piece by piece."""

from collections.abc import Callable

from db.blitar.law_impact import candidates_piece, clients_piece, open_counts
from domain.regulation.impact import Looked
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from pages.parts.impact_parts import StillOpen
from pages.parts.store import database


def still_open(person: Person) -> tuple[StillOpen, ...]:
    """The candidates of rounds that run, and the binaan that are still cared for."""
    with database().read() as session:
        candidates, clients = open_counts(session, person)
    return (
        StillOpen("pendaftaran calon yang belum ditetapkan", candidates, _pieces(person, candidates_piece)),
        StillOpen("binaan yang masih didampingi", clients, _pieces(person, clients_piece)),
    )


def _pieces(person: Person, verb: Callable[..., Looked]) -> Callable[[LawInForce, LawInForce, int], Looked]:
    def piece(before: LawInForce, after: LawInForce, beyond: int) -> Looked:
        with database().read() as session:
            return verb(session, person, before, after, beyond=beyond)

    return piece
