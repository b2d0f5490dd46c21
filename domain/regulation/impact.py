"""What a change of the law or of the office's practice would do to what is still open, before it counts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changed:
    """Something still open that would come out differently: its number and name, from what to what.

    `verdict_changes` is false where only an amount would be another.
    """

    number: str
    name: str
    before: str
    after: str
    verdict_changes: bool = True


@dataclass(frozen=True, slots=True)
class Looked:
    """One piece of what is open: up to which one, how many there were in it, and what would change."""

    last_id: int
    count: int
    changed: tuple[Changed, ...]
