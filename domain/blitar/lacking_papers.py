"""What the points of Pasal 7 share: a paper that is lacking can still be handed in."""

from domain.regulation.expressions import All, Condition, StillPossible, TruthFact

UNTIL_CLOSED = "penerimaan berkas ditutup menurut pengumuman"


def on_paper(paper: TruthFact, told: Condition) -> All:
    """What a paper must say; while the paper is lacking it can still be handed in."""
    return StillPossible(paper, UNTIL_CLOSED) & (told | ~paper)
