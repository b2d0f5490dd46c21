"""What comes in for a claim after a write-off: laid on principal first, for it is capital again."""

from collections.abc import Sequence
from dataclasses import replace

from domain.sampang.fund.repayment import Laid, Owed


def laid_after(laid: Sequence[Laid], recovered: int) -> tuple[Laid, ...]:
    """The instalments with later money on them: on principal, the oldest first, then on interest."""
    if not recovered:
        return tuple(laid)
    rest, found = recovered, []
    for one in laid:
        principal = min(rest, one.row.principal - one.principal)
        rest -= principal
        found.append(replace(one, principal=one.principal + principal))
    for place, one in enumerate(found):
        interest = min(rest, one.left)
        rest -= interest
        found[place] = replace(one, interest=one.interest + interest)
    if rest:
        raise ValueError("more came in than is claimed")
    return tuple(found)


def owed_after(owed: Owed, recovered: int) -> Owed:
    """What a borrower owes less later money: principal first, then interest due."""
    principal = min(recovered, owed.principal)
    interest = min(recovered - principal, owed.interest_due)
    return replace(owed, principal=owed.principal - principal, interest_due=owed.interest_due - interest)
