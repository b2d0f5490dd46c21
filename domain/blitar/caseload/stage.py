"""How far the mentoring of a binaan has come, worked out from what was done; never typed in."""

from domain.labelled import Labelled


class Stage(Labelled):
    """A stage of the mentoring, in its order; the value is stable."""

    NEW = "new", "Belum dikunjungi"
    IDENTIFIED = "identified", "Diidentifikasi"
    GUIDED = "guided", "Dibimbing"
    EVALUATED = "evaluated", "Dievaluasi"
    PROPOSED = "proposed", "Diusulkan kepada Kepala Dinas"
    CONFIRMED = "confirmed", "Ditetapkan Kepala Dinas"


def stage_of(
    *, visits: int, guided: bool, evaluated: bool, proposed: bool = False, confirmed: bool = False
) -> Stage:
    """The stage of a binaan.

    `guided`: a visit gave pembinaan, bimbingan or konsultasi, or a recommendation; `evaluated`: a visit
    held an evaluasi; `proposed`: a proposal waits for the Kepala Dinas; `confirmed`: one was confirmed.
    """
    if confirmed:
        return Stage.CONFIRMED
    if proposed:
        return Stage.PROPOSED
    if not visits:
        return Stage.NEW
    if evaluated:
        return Stage.EVALUATED
    return Stage.GUIDED if guided else Stage.IDENTIFIED
