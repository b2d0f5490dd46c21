"""How a loan that was paid out stands, in the one order in which each state wins over the next."""

from dataclasses import dataclass

from domain.labelled import Labelled
from domain.sampang.servicing.collecting import Handover


class LoanState(Labelled):
    """How a loan that was paid out stands; the value is stable, the label is for people."""

    RUNNING = "running", "Berjalan"
    BEHIND = "behind", "Menunggak"
    HANDED_OVER = "handed_over", "Diserahkan"
    SETTLED = "settled", "Lunas"


@dataclass(frozen=True, slots=True)
class LoanStanding:
    """A state, and who collects in the place of the team, if somebody does (IX.2)."""

    state: LoanState
    handed_over: Handover | None = None

    @property
    def told(self) -> str:
        """The state in words; of a loan that was handed over also to whom and since when."""
        if self.state is not LoanState.HANDED_OVER or self.handed_over is None:
            return self.state.label
        told = self.handed_over.told
        return f"{told[:1].upper()}{told[1:]}"


def standing_of(*, is_settled: bool, is_behind: bool, handed_over: Handover | None) -> LoanStanding:
    """How a loan stands; one that was handed over stays so until it is paid or comes back (IX.2)."""
    if is_settled:
        return LoanStanding(LoanState.SETTLED, handed_over)
    if handed_over is not None:
        return LoanStanding(LoanState.HANDED_OVER, handed_over)
    return LoanStanding(LoanState.BEHIND if is_behind else LoanState.RUNNING)
