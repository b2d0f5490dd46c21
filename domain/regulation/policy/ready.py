"""A question that can be asked by one press: what it changes, worked out from the law in force."""

from dataclasses import dataclass, replace

from domain.regulation.policy.draft import Draft, DraftChoice, DraftReading, DraftValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """What a press fills into a draft; `note` says what it cannot say."""

    name: str
    note: str = ""
    values: tuple[DraftValue, ...] = ()
    choices: tuple[DraftChoice, ...] = ()
    off: tuple[str, ...] = ()
    readings: tuple[DraftReading, ...] = ()

    def filled_into(self, draft: Draft) -> Draft:
        """The draft with this question in place of what it changed before, from the same day on."""
        return replace(
            draft,
            name=self.name,
            values=self.values,
            choices=self.choices,
            off=self.off,
            readings=self.readings,
        )

    def is_asked_by(self, draft: Draft) -> bool:
        """Whether a draft of any name and day changes what this question changes, and nothing else."""
        return replace(self.filled_into(draft), name=draft.name) == draft
