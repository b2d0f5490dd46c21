"""One file as a meeting decided it, as far as the meeting's papers tell it."""

from dataclasses import dataclass

from domain.sampang.kinds import ApplicantKind
from domain.sampang.origination.records import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A file before a meeting: its number, whose it is, what was asked (rupiah), and the decision.

    `notes` are remarks with their provisions, such as why it came first in the queue.
    """

    number: str
    name: str
    kind: ApplicantKind
    district_code: str | None
    decision: Decision
    asked: int | None = None
    notes: tuple[str, ...] = ()
