"""How a loan that was paid out stands, in the one order in which each state wins over the next."""

from dataclasses import dataclass

from domain.labelled import Labelled
from domain.sampang.servicing.collecting import Handover


class LoanState(Labelled):
    """How a loan that was paid out stands; the value is stable, the label is for people."""

    RUNNING = "running", "Berjalan"
    BEHIND = "behind", "Menunggak"
    HANDED_OVER = "handed_over", "Diserahkan"
    WRITTEN_OFF = "written_off", "Dihapusbukukan"
    SETTLED = "settled", "Lunas"


@dataclass(frozen=True, slots=True)
class LoanStanding:
    """A state, and who collects in the place of the team, if somebody does (IX.2)."""

    state: LoanState
    handed_over: Handover | None = None

    @property
    def told(self) -> str:
        """The state in words; of a claim that was handed over also to whom and since when."""
        if self.state in (LoanState.HANDED_OVER, LoanState.WRITTEN_OFF):
            told = claim_told(self.handed_over, self.state is LoanState.WRITTEN_OFF)
            return f"{told[:1].upper()}{told[1:]}"
        return self.state.label


def claim_told(handed_over: Handover | None, is_written_off: bool) -> str:
    """That a claim was written off and stays, and who collects it since when; blank where neither is so."""
    stays = ["dihapusbukukan, tagihan tetap ada"] if is_written_off else []
    return "; ".join([*stays, *([handed_over.told] if handed_over else [])])


def standing_of(
    *, is_settled: bool, is_behind: bool, handed_over: Handover | None, is_written_off: bool = False
) -> LoanStanding:
    """How a loan stands; one that was handed over stays so until it is paid or comes back (IX.2).

    One that was written off is never settled, whatever comes in for its claim.
    """
    if is_written_off:
        return LoanStanding(LoanState.WRITTEN_OFF, handed_over)
    if is_settled:
        return LoanStanding(LoanState.SETTLED, handed_over)
    if handed_over is not None:
        return LoanStanding(LoanState.HANDED_OVER, handed_over)
    return LoanStanding(LoanState.BEHIND if is_behind else LoanState.RUNNING)
