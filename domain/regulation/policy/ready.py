"""A question that can be asked by one press: what it changes, worked out from the law in force."""

from dataclasses import dataclass

from domain.regulation.policy.draft import DraftChoice, DraftReading, DraftValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """What a press fills into a draft; `note` says what it cannot say."""

    name: str
    note: str = ""
    values: tuple[DraftValue, ...] = ()
    choices: tuple[DraftChoice, ...] = ()
    off: tuple[str, ...] = ()
    readings: tuple[DraftReading, ...] = ()
